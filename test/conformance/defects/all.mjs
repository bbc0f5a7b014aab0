// Every defect that the kit has to find, each in a backend that is right but for it.
import { attachments } from './attachments.mjs';
import { clocks } from './clocks.mjs';
import { code } from './code.mjs';
import { everywhere } from './everywhere.mjs';
import { groups } from './groups.mjs';
import { incidents } from './incidents.mjs';
import { streams } from './streams.mjs';
import { tasks } from './tasks.mjs';
import { told } from './told.mjs';

/**
 * What a defect has in common: its name, the requirement that it breaks, the endpoint that it is one of, and what is
 * wrong in words.
 *
 * @typedef {[name: string, breaks: string, endpoint: string, says: string]} About
 * @typedef {[...About, () => import('../proxy.mjs').Defect]} Told A defect in what is told: by a proxy.
 * @typedef {{ file: string, find: string, put: (is: string) => string }} Edit `find` is in the file exactly once.
 * @typedef {[...About, ...Edit[]]} Coded A defect in the code: by edits of modules as they are loaded.
 *
 * @typedef {object} Defect
 * @property {string} name
 * @property {string} breaks
 * @property {string} endpoint
 * @property {string} says
 * @property {(() => import('../proxy.mjs').Defect)} [proxy]
 * @property {Edit[]} [edits]
 */

/** @type {readonly Defect[]} */
export const defects = [
  ...[
    ...told,
    ...everywhere,
    ...groups,
    ...attachments,
    ...streams,
    ...tasks,
    ...incidents,
    ...clocks,
  ].map(([name, breaks, endpoint, says, proxy]) => ({
    name,
    breaks,
    endpoint,
    says,
    proxy,
  })),
  ...code.map(([name, breaks, endpoint, says, ...edits]) => ({
    name,
    breaks,
    endpoint,
    says,
    edits,
  })),
];
