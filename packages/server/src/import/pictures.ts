import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { canonicalize } from '@heed/evidence';
import type { Element, Root, RootContent } from 'hast';
import { imageSize } from 'image-size';
import { visit } from 'unist-util-visit';
import { MAX_PICTURE_BYTES } from './folder.js';
import { decode, type Complain } from './links.js';
import type { ImportedImage } from './types.js';

/** A picture of more than this takes a phone more memory than it has to spare. */
const MAX_PIXELS = 40_000_000;

const TYPES = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
]);

/** Said of a picture of another kind. */
export const NOT_SHOWN = 'it is no PNG, JPEG, GIF or WebP; save it as one of them';

/** The bytes of a picture, or why there are none. */
export type Found = { bytes: Uint8Array } | { why: string };

/** Where the pictures of one text are looked for. */
export interface Album {
  /** Folders from which relative paths are read, in this order. */
  folders: readonly string[];
  /** A picture by its path in the folder, or by its name inside a Word document; undefined when there is none. */
  at(path: string): Found | undefined;
}

const words = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });

function inline(src: string): Found {
  const [, data] = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/i.exec(src) ?? [];
  return data === undefined
    ? { why: 'only pictures in base64 can stand inside an address' }
    : { bytes: Buffer.from(data, 'base64') };
}

function find(src: string, album: Album): Found {
  if (src.trim() === '') return { why: 'it names no file' };
  if (/^data:/i.test(src)) return inline(src);
  if (/^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(src)) {
    return { why: 'pictures are not fetched from elsewhere; put the file beside the text' };
  }
  const path = decode(src.split(/[?#]/)[0] ?? '');
  for (const folder of album.folders) {
    const full = posix.normalize(posix.join(path.startsWith('/') ? '' : folder, path));
    const found = album.at(full.replace(/^\/+/, ''));
    if (found) return found;
  }
  return { why: 'there is no such file in the folder' };
}

/** What kind of picture it is and how large, by its first bytes; nothing for what no browser shows. */
function measure(bytes: Uint8Array): { type: string; width: number; height: number } | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(bytes);
    const media = TYPES.get(type);
    if (!media || !width || !height) return undefined;
    // A photograph that was taken with the camera on its side is shown upright.
    const [across, down] = orientation > 4 ? [height, width] : [width, height];
    return { type: media, width: across, height: down };
  } catch {
    return undefined;
  }
}

function take(found: Found): { image: ImportedImage; size: [number, number] } | { why: string } {
  if ('why' in found) return found;
  const { bytes } = found;
  if (bytes.length > MAX_PICTURE_BYTES) {
    return { why: `it is larger than ${MAX_PICTURE_BYTES / 1024 / 1024} MiB; save it smaller` };
  }
  const measured = measure(bytes);
  if (!measured) return { why: NOT_SHOWN };
  const { width, height } = measured;
  if (width * height > MAX_PIXELS) {
    return { why: `it has more than ${MAX_PIXELS / 1_000_000} million pixels; save it smaller` };
  }
  const body = canonicalize({ ...measured, data: Buffer.from(bytes).toString('base64') });
  const contentHash = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  return { image: { contentHash, body }, size: [width, height] };
}

/**
 * Gives every picture of a section the name it is stored under, in place, and answers what is to be stored. One that
 * cannot be shown is complained about, and the words that stand for it take its place.
 */
export function placePictures(
  children: RootContent[],
  album: Album,
  complain: Complain,
): ImportedImage[] {
  const root: Root = { type: 'root', children };
  const images: ImportedImage[] = [];
  let line: number | undefined;
  visit(root, 'element', (node: Element, index, parent) => {
    line = node.position?.start.line ?? line;
    if (node.tagName !== 'img' || index === undefined || parent === undefined) return undefined;
    const src = String(node.properties.src ?? '');
    const name = src.length > 100 ? `${src.slice(0, 100)}…` : src;
    const alt = String(node.properties.alt ?? '').trim();
    const taken = take(find(src, album));
    if ('why' in taken) {
      const kept = alt === '' ? 'it has no alternative text' : `its text “${alt}” was kept`;
      complain('problem', line, `The picture ${name} was left out, and ${kept}: ${taken.why}.`);
      parent.children.splice(index, 1, words(alt));
      return index + 1;
    }
    if (alt === '') {
      const message = `The picture ${name} has no alternative text: who cannot see it learns nothing of it.`;
      complain('note', line, message);
    }
    const { image, size } = taken;
    images.push(image);
    const [width, height] = size;
    node.properties = { alt, dataImage: image.contentHash, width, height };
    return undefined;
  });
  return images;
}
