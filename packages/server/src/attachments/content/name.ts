import { textEndings } from './text.js';

/** Control characters, and marks that let a name read otherwise than it is (Unicode TR 36, 2.6). */
const hidden =
  /[\0-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Names that mean a device to Windows. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const most = 120;

/** The name of a file that stays in its folder, whichever system saves it. */
export function harmlessName(declared: string): string {
  const last = declared.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(hidden, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...plain].length > most ? shortened(plain) : plain;
  if (short === '') return 'file';
  return device.test(short) ? `_${short}` : short;
}

/** Cut in the middle of its stem: the ending says what it is. */
function shortened(name: string): string {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  return stem.slice(0, most - ending.length).join('') + ending;
}

const known: readonly string[] = [
  ...['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf', 'docx', 'xlsx', 'pptx'],
  ...textEndings,
];

/** The same name with an ending of what the file is: another one that is known is replaced, any other stays before it. */
export function nameWith(name: string, endings: readonly string[]): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (endings.includes(ending)) return name;
  const stem = known.includes(ending) ? name.slice(0, -ending.length - 1) : name;
  return `${stem}.${endings[0]}`;
}
