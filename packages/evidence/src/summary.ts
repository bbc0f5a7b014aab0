import type { JsonObject } from './canonical.js';
import type { Verification } from './verify.js';

/**
 * What a verified receipt says, for people: one line for each thing that is known, and whether the
 * key was pinned. Members of the record that are missing or unknown leave no line.
 *
 * @param key the verifier key text inside the receipt.
 */
export function summarize(verification: Verification, key: string): string {
  const { record, entry, index, size, origin, root, pinned } = verification;
  const about = (name: string) => object(record[name]);
  const [person, policy, statement] = [about('person'), about('policy'), about('statement')];
  const [message, action] = [about('message'), about('action')];
  const lines: [label: string, value: string][] = [
    ['Person', join(text(person['displayName']), text(person['userName'], '(', ')'))],
    ['Person id', text(person['id'])],
    ['Organisation', text(record['tenant'])],
    ['Policy', join(text(policy['title']), text(policy['id'], '(', ')'))],
    ['Version', version(record)],
    ['Content', text(record['contentHash'])],
    ['Statement', text(statement['text'], '\u201c', '\u201d')],
    ['Alert', join(text(message['id']), text(message['channel'], 'in '))],
    ['Text', text(record['textHash'])],
    ['Done', text(action['text'], '\u201c', '\u201d')],
    ['Recorded', text(record['recordedAt'])],
    ['Device clock', text(record['clientTime'])],
    ['Method', text(record['method'])],
    ['Displayed', reading(object(record['reading']))],
    ['Signed in by', signIn(object(record['authentication']))],
    ['Record id', text(record['id'])],
    ['Log', `${text(origin)}, logged ${text(entry.time)}`],
    ['Position', `entry ${index} (counted from 0) of ${size}`],
    ['Root hash', root],
    ['Key', text(key)],
    ['Key hash', verification.key.hash],
  ];
  const shown = lines.filter(([, value]) => value !== '');
  return [
    'Verified. The record is unchanged since it was logged, and the log signed for it.',
    '',
    ...shown.map(([label, value]) => `  ${label.padEnd(13)} ${value}`),
    '',
    ...(pinned ? PINNED : NOT_PINNED),
    '',
  ].join('\n');
}

const PINNED = ['The key is pinned: the receipt is signed by the key you gave.'];

const NOT_PINNED = [
  'The key is NOT pinned: it was taken from the file itself. The file is whole, but anybody can',
  'make a whole file with a key of their own. Ask the organisation for the key of its log by',
  'another way, and verify again with --key.',
];

/** The number that counts, and the name that the organisation has for it. */
function version(record: JsonObject): string {
  const number = join(text(record['version']), text(record['language'], 'in '));
  return list(number, text(record['label'], 'called \u201c', '\u201d'));
}

/** What the device measured: displayed and in view, which is not the same as read. */
function reading({ displayed, sections, seconds }: JsonObject): string {
  const share = join(text(displayed), text(sections, 'of '));
  return list(share && `${share} sections displayed`, text(seconds, '', ' s in view'));
}

function signIn({ issuer, at, amr }: JsonObject): string {
  const methods = Array.isArray(amr) ? amr.map((method) => text(method)).filter(Boolean) : [];
  const when = join(text(at, 'at '), methods.length > 0 ? `(${methods.join(', ')})` : '');
  return list(text(issuer), when);
}

const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : {};

const list = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ');

const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

/** A value for a terminal: characters that could move the cursor or reverse the text are blanked. */
function text(value: unknown, before = '', after = ''): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return `${before}${String(value).replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, ' ')}${after}`;
}
