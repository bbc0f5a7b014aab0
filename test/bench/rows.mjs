import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * One measured number and what it is held to.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {number | null} value Null: it could not be measured.
 * @property {string} unit
 * @property {number} [limit] Absent: for information.
 * @property {'at most' | 'at least'} goal
 * @property {number | null} ratio Value through limit.
 * @property {boolean} met
 */

/**
 * Completes a measurement to a row.
 *
 * @param {string} name
 * @param {number | null} value
 * @param {string} unit
 * @param {number} [limit]
 * @param {'at most' | 'at least'} [goal]
 * @returns {Row}
 */
export function row(name, value, unit, limit, goal = 'at most') {
  const held = limit !== undefined;
  const ratio = held && value !== null ? Math.round((value / limit) * 1000) / 1000 : null;
  const met = value !== null && (!held || (goal === 'at most' ? value <= limit : value >= limit));
  return { name, value, unit, limit, ratio, goal, met };
}

/**
 * Prints rows, writes them to `--json FILE` when asked, and lets the process fail when one is not met.
 *
 * @param {Row[]} rows
 * @param {string[]} args The command line.
 */
export function report(rows, args) {
  for (const { name, value, unit, limit, goal, met } of rows) {
    const held = limit === undefined ? '' : `  (${goal} ${number(limit)})`;
    console.log(`${met ? 'ok  ' : 'OVER'} ${number(value).padStart(12)} ${unit}  ${name}${held}`);
  }
  const flag = args.indexOf('--json');
  const file = flag >= 0 ? args[flag + 1] : undefined;
  if (file !== undefined) {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(rows, null, 2)}\n`);
  }
  if (rows.some((each) => !each.met)) process.exitCode = 1;
}

function number(value) {
  return value === null ? 'not measured' : value.toLocaleString('en-US');
}
