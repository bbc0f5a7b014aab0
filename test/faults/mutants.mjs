// Known bugs, each put into what was built while it is loaded. The faults must find every one of them.

/**
 * @typedef {object} Mutant
 * @property {string} name What to call it in HEED_MUTANT.
 * @property {string} bug In words.
 * @property {string} file End of the path of the module.
 * @property {string} find Text of the module that is replaced; it must be there exactly once.
 * @property {string} replace
 */

/** @type {readonly Mutant[]} */
export const mutants = [
  {
    name: 'deletes-early',
    bug: 'the outbox deletes an act before its receipt is there',
    file: 'packages/sdk/dist/outbox/flusher.js',
    find: 'const after = await this.#sender.send(row, keepalive);',
    replace:
      'await this.#rows.change(row, () => undefined); const after = await this.#sender.send(row, keepalive);',
  },
  {
    name: 'new-key',
    bug: 'every attempt has a new Idempotency-Key',
    file: 'packages/sdk/dist/outbox/sender.js',
    find: 'wire.acknowledgements.create, body, { key })',
    replace: 'wire.acknowledgements.create, body, { key: crypto.randomUUID() })',
  },
  {
    name: 'answers-early',
    bug: 'the backend answers before the commit is on the disk',
    file: 'packages/server/dist/storage/postgresql.js',
    find: "application_name: 'heed',",
    replace: "application_name: 'heed', options: '-c synchronous_commit=off',",
  },
];
