/**
 * A disk that loses power. While it is attached, everything that this thread does to the files below a folder is
 * also done to a model of the disk behind them, which is stricter than a kernel: the bytes of a file reach the disk
 * only when that file is fsynced; names (create, rename, delete) reach it in order, and only with the next fsync of
 * any file or folder, as a journalling file system does it. After the cut nothing reaches the disk any more.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const fs = createRequire(import.meta.url)('fs');
const real = { ...fs };

/** @returns {import('./power-cut.d.mts').Disk} */
export function attachDisk(folder, { cutAfter }) {
  const root = path.resolve(folder);
  const within = (file) =>
    typeof file === 'string' && path.resolve(file).startsWith(root + path.sep);
  const key = (file) => path.resolve(file);
  const live = readTree(root);
  let durable = new Map(live);
  let namesChanged = false;
  let operations = 0;
  let cut = false;
  const open = new Map();

  const step = () => {
    if (!cut && ++operations >= cutAfter) cut = true;
    return !cut;
  };
  const rename = (change) => {
    change();
    namesChanged = true;
  };
  const flushNames = () => {
    if (namesChanged) durable = new Map(live);
    namesChanged = false;
  };
  const flushFile = (file) => {
    for (const apply of file?.unwritten.splice(0) ?? []) file.bytes = apply(file.bytes);
  };
  const truncate = (file, length) => {
    file?.unwritten.push((bytes) => resized(bytes, length));
  };

  const patches = {
    openSync(file, flags, mode) {
      const descriptor = real.openSync(file, flags, mode);
      if (!within(file)) return descriptor;
      const name = key(file);
      if (real.fstatSync(descriptor).isDirectory()) return descriptor;
      if (!live.has(name) && step()) rename(() => live.set(name, emptyFile()));
      const truncates = typeof flags === 'number' && (flags & fs.constants.O_TRUNC) !== 0;
      if (truncates && step()) truncate(live.get(name), 0);
      open.set(descriptor, live.get(name));
      return descriptor;
    },
    closeSync(descriptor) {
      open.delete(descriptor);
      return real.closeSync(descriptor);
    },
    writeSync(descriptor, buffer, offset, length, position) {
      const written = real.writeSync(descriptor, buffer, offset, length, position);
      const file = open.get(descriptor);
      if (file && step()) {
        if (typeof position !== 'number') throw new Error('The model needs positioned writes.');
        const copy = Uint8Array.from(buffer.subarray(offset, offset + written));
        file.unwritten.push((bytes) => {
          const whole = resized(bytes, Math.max(bytes.length, position + copy.length));
          whole.set(copy, position);
          return whole;
        });
      }
      return written;
    },
    fsyncSync(descriptor) {
      if (!step()) return;
      flushFile(open.get(descriptor));
      flushNames();
    },
    ftruncateSync(descriptor, length) {
      real.ftruncateSync(descriptor, length);
      if (open.has(descriptor) && step()) truncate(open.get(descriptor), length ?? 0);
    },
    truncateSync(file, length) {
      real.truncateSync(file, length);
      if (within(file) && step()) truncate(live.get(key(file)), length ?? 0);
    },
    writeFileSync(file, data, options) {
      real.writeFileSync(file, data, options);
      if (!within(file) || !step()) return;
      if (!live.has(key(file))) rename(() => live.set(key(file), emptyFile()));
      const bytes = Uint8Array.from(Buffer.from(data));
      live.get(key(file)).unwritten.push(() => bytes);
    },
    renameSync(from, to) {
      real.renameSync(from, to);
      if (!within(from) || !step()) return;
      rename(() => {
        const moved = [...live].filter(([name]) => isAt(name, key(from)));
        for (const [name, file] of moved) {
          live.delete(name);
          live.set(key(to) + name.slice(key(from).length), file);
        }
      });
    },
    unlinkSync(file) {
      real.unlinkSync(file);
      if (within(file) && step()) rename(() => live.delete(key(file)));
    },
    mkdirSync(file, options) {
      const made = real.mkdirSync(file, options);
      if (within(file) && step()) rename(() => live.set(key(file), null));
      return made;
    },
    rmdirSync(file) {
      real.rmdirSync(file);
      if (within(file) && step()) rename(() => live.delete(key(file)));
    },
  };
  Object.assign(fs, patches);
  syncBuiltinESMExports();

  return {
    get isCut() {
      return cut;
    },
    get operations() {
      return operations;
    },
    detach() {
      for (const name of Object.keys(patches)) fs[name] = real[name];
      syncBuiltinESMExports();
    },
    writeTo(target) {
      const names = [...durable].sort(([a], [b]) => (a < b ? -1 : 1));
      real.mkdirSync(target, { recursive: true, mode: 0o700 });
      for (const [name, file] of names) {
        const copy = target + name.slice(root.length);
        if (file === null) real.mkdirSync(copy, { recursive: true, mode: 0o700 });
        else real.writeFileSync(copy, file.bytes, { mode: 0o600 });
      }
    },
  };
}

const emptyFile = () => ({ bytes: new Uint8Array(), unwritten: [] });

const isAt = (name, folder) => name === folder || name.startsWith(folder + path.sep);

function resized(bytes, length) {
  if (bytes.length === length) return bytes;
  const other = new Uint8Array(length);
  other.set(bytes.subarray(0, length));
  return other;
}

/** Path → file, or null for a folder; everything there is taken as safely on the disk. */
function readTree(folder) {
  const names = new Map();
  for (const entry of real.readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      names.set(name, null);
      for (const [inner, file] of readTree(name)) names.set(inner, file);
    } else if (entry.isFile()) {
      names.set(name, { bytes: new Uint8Array(real.readFileSync(name)), unwritten: [] });
    }
  }
  return names;
}
