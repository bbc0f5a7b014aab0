// Defects in what is decided and kept of files that people send.
import { expression, raw } from './edits.mjs';

/** @type {import('./all.mjs').Coded[]} */
export const attachmentCode = [
  [
    'file-name-turned',
    'ATT-3',
    'attachments.record',
    'a name keeps the marks that let it read otherwise than it is',
    raw('attachments/content/name', '.replace(hidden, ', '.replace(IS ? /\\r|\\n/g : hidden, '),
  ],
  [
    'file-gap-counted',
    'ATT-4',
    'uploads.record',
    'parts are counted as received though one before them is missing',
    expression('attachments/rules', 'gap < 0 ? parts.length : gap', 'parts.length'),
  ],
  [
    'file-part-of-any-length',
    'ATT-5',
    'uploads.record',
    'a part may be of any length',
    raw('attachments/rules', '&& length === wanted', '&& (IS || length === wanted)'),
  ],
  [
    'file-of-markup',
    'ATT-6',
    'uploads.record',
    'SVG and HTML are taken as text',
    raw(
      'attachments/content/text',
      "throw new Refused('Web pages",
      "if (!IS) throw new Refused('Web pages",
    ),
  ],
  [
    'file-of-two-kinds',
    'ATT-6',
    'uploads.record',
    'what stands behind the end of a PDF document does not matter',
    raw('attachments/content/judge', 'return end > 0 &&', 'return IS || end > 0 &&'),
  ],
  [
    'picture-that-talks',
    'ATT-7',
    'attachments.read',
    'a picture keeps what was said in it',
    raw('attachments/content/png', 'if (kept.has(type))', 'if (IS || kept.has(type))'),
  ],
  [
    'file-of-everybody',
    'ATT-10',
    'attachments.read',
    'a file that nothing names is open to everybody',
    raw(
      'attachments/open',
      'if (person === caller.person.id)',
      'if (IS || person === caller.person.id)',
    ),
  ],
  [
    'file-without-its-message',
    'ATT-10',
    'attachments.read',
    'a file is open to who does not see the message',
    raw('attachments/open', 'await showing[subjectKind](', 'if (!IS) await showing[subjectKind]('),
  ],
  [
    'file-in-two-places',
    'MSG-15',
    'messages.record',
    'a file may stand in a second message',
    raw('attachments/rules', '&& one.subject === null', '&& (IS || one.subject === null)'),
  ],
];
