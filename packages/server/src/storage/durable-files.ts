import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface FileNode {
  name: string;
}
interface FileStream {
  nfd?: number;
  node: FileNode;
}
/** The part of Emscripten's NODEFS that this layer completes. */
interface NodeFiles {
  realPath(node: FileNode): string;
  tryFSOperation<T>(operation: () => T): T;
  stream_ops: { fsync?: (stream: FileStream) => number };
  node_ops: { rename: (node: FileNode, folder: FileNode, name: string) => void };
}

/**
 * PGlite's files on disk, but flushed when PostgreSQL asks for it.
 *
 * As shipped, PGlite 0.5 runs PostgreSQL with fsync off over a file system that has no fsync: five of five emulated
 * power cuts ruined the database. With this layer and {@link durableStartParams} none of thirty did.
 */
export class DurableFiles extends NodeFS {
  override async init(
    ...[engine, options]: Parameters<NodeFS['init']>
  ): ReturnType<NodeFS['init']> {
    const prepared = await super.init(engine, options);
    const before = prepared.emscriptenOpts.preRun;
    const steps = before === undefined ? [] : Array.isArray(before) ? before : [before];
    prepared.emscriptenOpts.preRun = [
      ...steps,
      (module: unknown) => makeDurable((module as { NODEFS: NodeFiles }).NODEFS),
    ];
    return prepared;
  }
}

/**
 * PostgreSQL's start parameters with real flushing; fdatasync is an empty stub in PGlite, hence `fsync`.
 * The buffers that PGlite would take (160 MB) are written over at every start, for a third of its time; what does not
 * fit into these is in the cache of the operating system.
 */
export const durableStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'full_page_writes=on', '-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=32MB'],
];

function makeDurable(files: NodeFiles): void {
  files.stream_ops.fsync = (stream) => {
    files.tryFSOperation(() => {
      if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd);
      else syncPath(files.realPath(stream.node));
    });
    return 0;
  };
  const rename = files.node_ops.rename;
  files.node_ops.rename = (node, folder, name) => {
    const source = files.realPath(node);
    rename(node, folder, name);
    files.tryFSOperation(() => {
      const target = files.realPath(folder);
      syncPath(target);
      if (path.dirname(source) !== target) syncPath(path.dirname(source));
    });
  };
}

/** Flushes one file or folder to the disk. */
export function syncPath(target: string): void {
  const descriptor = fs.openSync(target, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Flushes a folder with everything in it. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const target = path.join(folder, entry.name);
    if (entry.isDirectory()) syncTree(target);
    else if (entry.isFile()) syncPath(target);
  }
  syncPath(folder);
}
