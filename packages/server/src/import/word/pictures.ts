import { posix } from 'node:path';
import { MAX_PICTURE_BYTES } from '../folder.js';
import type { Found } from '../pictures.js';
import type { Parts } from './unzip.js';

/** The bytes of a picture that the text of a Word document names. */
export function pictureIn(parts: Parts, main: string, name: string): Found {
  const folder = name.startsWith('/') ? '' : posix.dirname(main);
  const path = posix.join(folder, name).replace(/^\/+/, '');
  try {
    const bytes = parts.unpack(path, MAX_PICTURE_BYTES + 1);
    return bytes ? { bytes } : { why: 'the document does not hold it' };
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    const most = `${MAX_PICTURE_BYTES / 1024 / 1024} MiB`;
    return {
      why: isLarge ? `it is larger than ${most}; save it smaller` : 'it is damaged in the document',
    };
  }
}
