import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { exactly, table } from '../specification/markdown.js';
import { base64, hex, workedExample } from './evidence-example.js';
import { textOf } from './meanings.js';

const records = new URL('../../../evidence/src/records.ts', import.meta.url);

/** The members of the record of an acknowledgement, as the evidence package describes them. */
async function recordTable(): Promise<string[]> {
  const text = await readFile(records, 'utf8');
  const file = ts.createSourceFile('records.ts', text, ts.ScriptTarget.Latest, true);
  const rows = (members: ts.NodeArray<ts.TypeElement>, prefix: string): string[][] =>
    members.filter(ts.isPropertySignature).flatMap((member) => {
      const name = `${prefix}${member.name.getText(file)}`;
      const { type } = member;
      const inner = type && ts.isTypeLiteralNode(type) ? type.members : undefined;
      const required = member.questionToken ? 'no' : 'yes';
      const words = inner
        ? 'object'
        : (type?.getText(file).replace('number', 'whole number') ?? '');
      return [
        [`\`${name}\``, words, required, textOf(member) ?? ''],
        ...(inner ? rows(inner, `${name}.`) : []),
      ];
    });
  const [found] = file.statements.filter(ts.isInterfaceDeclaration);
  return table(['name', 'type', 'required', 'meaning'], found ? rows(found.members, '') : []);
}

async function example(): Promise<string[]> {
  const is = await workedExample();
  const domain = Buffer.from('heed-commitment/1\n');
  const keyBytes = Uint8Array.of(1, ...is.publicKey);
  const line = (text: string) => exactly('text', text);
  return [
    'The 32 bytes of the private key are 00, 01, 02 and so on to 1f; those of the salt 20 to 3f. A line of hexadecimal digits is',
    'bytes; text is UTF-8.',
    '',
    '**1. The record**, canonical:',
    '',
    ...line(is.record),
    '**2. The commitment**: what is hashed, its SHA-256, and that in base64.',
    '',
    ...line(
      `${hex(domain)} ${hex(is.salt)} …the ${Buffer.byteLength(is.record)} bytes of the record\n${hex(is.commitment)}\n${base64(is.commitment)}`,
    ),
    '**3. The entries.** The third is ours. In place of commitments the others have 32 bytes 00, 01, 03 and 04.',
    '',
    ...line(is.entries.join('\n')),
    'Their leaf hashes:',
    '',
    ...line(is.leaves.map(hex).join('\n')),
    '**4. The tree of three**: the hash over the first two leaves, and the root over that and the third.',
    '',
    ...line(`${hex(is.first)}\n${hex(is.root)}`),
    '**5. The key**: public key; what is hashed for the key id; the key id; the verifier key.',
    '',
    ...line(
      `${hex(is.publicKey)}\n${hex(Buffer.from(`${is.origin}\n`))} ${hex(keyBytes)}\n${is.keyId}\n${is.key}`,
    ),
    '**6. The text of the checkpoint**, three lines with a line feed each:',
    '',
    ...line(is.head),
    'its bytes, and their signature:',
    '',
    ...line(`${hex(Buffer.from(is.head))}\n${hex(is.signature)}`),
    '**7. The signed checkpoint**: that text, an empty line, and the signature line.',
    '',
    ...line(is.checkpoint),
    '**8. The proof**:',
    '',
    ...line(is.proof),
    `**9. The receipt**, ${Buffer.byteLength(is.receipt)} bytes on one line:`,
    '',
    ...line(is.receipt),
    '**10. Two entries later** the root of the tree of five is the first line; then the inclusion proof of index 2 in it, and the',
    'proof that it begins with the tree of three.',
    '',
    ...line(
      [hex(is.later), '', ...is.inclusion.map(hex), '', ...is.consistency.map(hex)].join('\n'),
    ),
  ];
}

/** The page with its generated parts made anew; what stands around them is written by hand. */
export async function filledIn(page: string): Promise<string> {
  const parts: Record<string, string[]> = { record: await recordTable(), example: await example() };
  return page.replace(
    /(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g,
    (_, begin: string, name: string, end: string) =>
      `${begin}\n${(parts[name] ?? []).join('\n')}\n${end}`,
  );
}

/** The program of the page: its blocks of Python, one after the other. */
export const programOf = (page: string): string =>
  [...page.matchAll(/^```python\n([^]*?)^```/gm)].map(([, code]) => code).join('\n');
