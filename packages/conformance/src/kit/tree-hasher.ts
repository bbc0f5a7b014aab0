import { createHash } from 'node:crypto';
import { createTreeHasher } from '@heed/evidence/log';

/** The hashes of RFC 6962. */
export const treeHasher = createTreeHasher((bytes) => createHash('sha256').update(bytes).digest());
