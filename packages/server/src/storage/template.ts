import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { syncPath, syncTree } from './durable-files.js';

/** The exact PGlite that this package runs and that the template was made by. */
export const engineVersion = '0.5.16';

// Both src/storage and dist/storage lie two levels below the package.
const templateFile = fileURLToPath(
  new URL(`../../dist/embedded-template-${engineVersion}.tar.gz`, import.meta.url),
);

/**
 * Creates a new, empty data directory at `target`, whole or not at all.
 *
 * It is unpacked from a template (1 s) that the first creation leaves in the package's `dist`, because `initdb`
 * costs 4 s and 900 MB of memory. Where `dist` cannot be written, every creation pays for `initdb`.
 */
export async function createDataDirectory(target: string): Promise<void> {
  const template = fs.existsSync(templateFile)
    ? fs.readFileSync(templateFile)
    : await buildTemplate();
  const unfinished = `${target}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  unpack(gunzipSync(template), unfinished);
  syncTree(unfinished);
  fs.renameSync(unfinished, target);
  syncPath(path.dirname(target));
}

/** Runs `initdb` in memory and keeps the result in the package's `dist` for the next time. */
export async function buildTemplate(): Promise<Uint8Array> {
  const database = await PGlite.create();
  await database.exec('checkpoint');
  const dump = await database.dumpDataDir('gzip');
  const bytes = new Uint8Array(await dump.arrayBuffer());
  await database.close();
  try {
    fs.mkdirSync(path.dirname(templateFile), { recursive: true });
    const unfinished = `${templateFile}.${process.pid}`;
    fs.writeFileSync(unfinished, bytes);
    fs.renameSync(unfinished, templateFile); // several first starts at once each leave a whole file
  } catch {
    // A read-only installation: the template is only a matter of speed.
  }
  return bytes;
}

const block = 512;

/** Unpacks the folders and plain files of a ustar archive (POSIX.1-1988), which is what PGlite writes. */
function unpack(archive: Uint8Array, folder: string): void {
  const text = (from: number, length: number): string =>
    Buffer.from(archive.subarray(from, from + length))
      .toString('latin1')
      .replace(/\0.*$/s, '');
  fs.mkdirSync(folder, { mode: 0o700 });
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const target = path.join(folder, text(at, 100));
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const isFolder = text(at + 156, 1) === '5';
    if (isFolder) fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    else {
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      fs.writeFileSync(target, archive.subarray(at + block, at + block + size), { mode: 0o600 });
    }
    at += block + Math.ceil(size / block) * block;
  }
}
