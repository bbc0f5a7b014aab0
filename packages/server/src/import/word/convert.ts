import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import type { Losses } from './losses.js';
import { plainParts, STYLE_MAP } from './plain-parts.js';
import { relatedParts } from './relations.js';
import type { Parts } from './unzip.js';

/** What mammoth tells of that is told already, or that readers lose nothing by. */
const CALM = /complex field (end|separator) character|was referenced but not defined/;

function tell(message: string, losses: Losses): void {
  if (CALM.test(message)) return;
  const font = /w:sym element .* in font (.*)$/.exec(message)?.[1];
  if (font !== undefined) {
    losses.tell(`A sign of the font “${font}” is not known; it was left out.`);
    return;
  }
  const name = /^An unrecognised element was ignored: (.*)$/.exec(message)?.[1];
  losses.tell(
    name === undefined
      ? `Something was left out or changed: ${message}.`
      : `What Word writes as ${name} is not known; it was left out.`,
  );
}

/** Turns the prepared parts of a document into HTML. */
export async function toHtml(
  parts: Parts,
  main: string,
  prepared: ReadonlyMap<string, Element>,
  losses: Losses,
): Promise<string> {
  const zip = new JSZip();
  for (const [name, bytes] of parts.xml) zip.file(name, bytes);
  for (const [name, root] of prepared) zip.file(name, toXml(root));
  for (const kind of ['styles', 'numbering'] as const) {
    const [path = `word/${kind}.xml`] = relatedParts(parts, main, kind);
    zip.file(path, plainParts[kind]);
  }
  for (const path of relatedParts(parts, main, 'comments')) zip.remove(path);
  const buffer = await zip.generateAsync({ type: 'nodebuffer' });
  const { value, messages } = await mammoth.convertToHtml(
    { buffer },
    // A style map inside the file could hide what Word shows.
    { styleMap: STYLE_MAP, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false },
  );
  for (const { message } of messages) tell(message, losses);
  return value;
}
