/**
 * Growing a log and proving things about it, for servers. Nothing here reads, writes or awaits on
 * its own: hashing is injected and synchronous (Web Crypto is twenty times slower a call), storage
 * is one function.
 *
 * @packageDocumentation
 */
export { AppendedTree } from './appended-tree.js';
export { committer } from './commitments.js';
export { Frontier, type TileHash } from './frontier.js';
export { StoredTree, TILE_WIDTH, type ReadHashes } from './stored-tree.js';
export { createTreeHasher, type HashFunction, type TreeHasher } from './tree-hasher.js';
