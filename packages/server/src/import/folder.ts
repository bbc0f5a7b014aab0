import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Larger files are left out: no policy is, and reading them would block the server. 8 MiB. */
export const MAX_BYTES = 8 * 1024 * 1024;

/** Names of the pictures that can be shown. */
export const SHOWN = /\.(png|jpe?g|gif|webp)$/i;

/** Larger pictures would keep people on slow lines waiting, and are larger than any screen needs. 4 MiB. */
export const MAX_PICTURE_BYTES = 4 * 1024 * 1024;

/** The pictures of a Word document make it large. 32 MiB. */
const MAX_WORD_BYTES = 32 * 1024 * 1024;

/** A folder holds nothing that could be imported, or cannot be read itself. */
export class NothingToImport extends Error {
  override readonly name = 'NothingToImport';
}

/** One file of an imported folder. */
export interface SourceFile {
  /** Path inside the folder, with `/`. */
  path: string;
  /** UTF-8 text without byte order mark, its lines ended by `\n`; absent when it could not be read. */
  text?: string;
  /** What a Word document or a picture is read from, in place of a text. */
  bytes?: Uint8Array;
  /** Why there is neither. */
  unread?: string;
  /** Not read: `tools` is no content by its name, `folder` may hide files of any kind. */
  kind?: 'tools' | 'folder';
}

/** Compares by code units, so that the order is the same on every machine. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Why a file or folder cannot be opened, in words. */
function reasonOf(error: unknown, path: string): string {
  // Node shows bytes that are not UTF-8 as U+FFFD, and no file is found under such a name.
  if (path.includes('\u{FFFD}')) return 'its name is not UTF-8; rename it and import again';
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') {
    return 'the server may not read it; give its user the right to and import again';
  }
  return `it cannot be opened (${code ?? message})`;
}

/** Bytes as text, or why they are none. Line ends become `\n`: an editor that changes them changes no text. */
function decode(bytes: Uint8Array): { text: string } | { unread: string } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { unread: 'UTF-16 text; save it as UTF-8 and import again' };
  }
  if (bytes.includes(0)) return { unread: 'not a text file' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return { unread: 'not UTF-8 text; save it as UTF-8 and import again' };
  }
}

/** Why a file of Word is not even opened, if so. */
function whyNoWord(name: string): Pick<SourceFile, 'unread' | 'kind'> | undefined {
  if (name.startsWith('~$')) {
    return { unread: 'a mark of Word that the document is open, not content', kind: 'tools' };
  }
  if (/\.doc$/i.test(name)) {
    return { unread: 'it is in the old format of Word; save it as .docx and import again' };
  }
  if (!/\.docm$/i.test(name)) return undefined;
  return { unread: 'it holds macros; save it as .docx, which has none, and import again' };
}

async function readOne(full: string, path: string): Promise<SourceFile> {
  try {
    const info = await lstat(full);
    if (info.isSymbolicLink()) {
      const unread = 'a symbolic link, which is not followed; put the file itself here';
      return { path, unread, ...(!basename(path).includes('.') && { kind: 'folder' }) };
    }
    if (!info.isFile()) return { path, unread: 'not a regular file' };
    const isWord = /\.docx$/i.test(path);
    const isPicture = SHOWN.test(path);
    const most = isWord ? MAX_WORD_BYTES : isPicture ? MAX_PICTURE_BYTES : MAX_BYTES;
    const noWord = whyNoWord(basename(path));
    if (noWord) return { path, ...noWord };
    if (info.size > most) return { path, unread: `larger than ${most / 1024 / 1024} MiB` };
    if (isWord || isPicture) return { path, bytes: await readFile(full) };
    return { path, ...decode(await readFile(full)) };
  } catch (error) {
    return { path, unread: reasonOf(error, path) };
  }
}

async function walk(root: string, folder: string, found: SourceFile[]): Promise<void> {
  const entries = await readdir(`${root}/${folder}`, { withFileTypes: true });
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) found.push(await readOne(`${root}/${path}`, path));
    else if (entry.name.startsWith('.') || SKIPPED_FOLDERS.has(entry.name)) {
      found.push({ path: `${path}/`, unread: 'a folder of tools, not of content', kind: 'tools' });
    } else {
      await walk(root, path, found).catch((error: unknown) => {
        found.push({ path: `${path}/`, unread: reasonOf(error, path), kind: 'folder' });
      });
    }
  }
}

/**
 * Every file below a folder, by path. A path to a single file gives that file alone. Symbolic links
 * are listed, never followed, so that an import cannot read outside its folder.
 */
export async function readFolder(folder: string): Promise<SourceFile[]> {
  const info = await lstat(folder).catch(() => undefined);
  if (info === undefined) {
    throw new NothingToImport(
      `There is no folder ${folder}. Name an existing folder to import from.`,
    );
  }
  if (info.isFile()) return [await readOne(folder, basename(folder))];
  const found: SourceFile[] = [];
  await walk(folder, '', found).catch((error: unknown) => {
    throw new NothingToImport(`The folder ${folder} was not imported: ${reasonOf(error, '')}.`);
  });
  return found.sort((a, b) => byCode(a.path, b.path));
}
