import { posix } from 'node:path';
import type { Element, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** What a link of a document leads to. */
export type Target =
  | { to: 'keep'; href: string }
  | { to: 'section'; section: string }
  | { to: 'policy'; policy: string; section?: string; missing?: string; guessed?: true }
  | { to: 'nowhere'; why: string };

/** What the resolver needs to know of the other documents of the folder. */
export interface Surroundings {
  /** Folders from which relative links are read, in this order. */
  folders: readonly string[];
  /** Section id in the document itself, or undefined when no section has this anchor. */
  own(anchor: string): string | undefined;
  /**
   * The document in a file: its policy and its sections by anchor; undefined when there is none. The
   * section is empty when the anchor names the title.
   */
  at(file: string): { policy: string; section(anchor: string): string | undefined } | undefined;
  /**
   * The one section of another document whose heading has this anchor: chapters of one book point at
   * each other as if they were one page. Undefined when there is none or more than one. The section is
   * empty when the anchor names the title.
   */
  elsewhere(anchor: string): { policy: string; section: string } | undefined;
  /** Whether the folder holds such a file at all. */
  exists(file: string): boolean;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const KEPT = new Set(['http', 'https', 'mailto', 'tel']);

/** Without percent-encoding, as far as there is a sound one. */
export function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where a relative path may have meant: the file itself, or a page named without its ending. */
function candidates(path: string): string[] {
  const stem = path.replace(/\.html?$/i, '');
  const folder = path === '.' ? '' : `${path.replace(/\/$/, '')}/`;
  return [
    path,
    `${stem}.md`,
    `${stem}.html`,
    `${path}.md`,
    `${path}.docx`,
    `${folder}index.md`,
    `${folder}README.md`,
  ];
}

function lookUp(path: string, anchor: string, around: Surroundings): Target | undefined {
  for (const candidate of candidates(path)) {
    const target = around.at(candidate);
    if (target === undefined) continue;
    const section = anchor === '' ? '' : target.section(anchor);
    return section === undefined
      ? { to: 'policy', policy: target.policy, missing: anchor }
      : { to: 'policy', policy: target.policy, section };
  }
  return undefined;
}

/** Decides where one link leads. */
export function resolveLink(href: string, around: Surroundings): Target {
  // Browsers ignore these characters inside an address, so `java\nscript:` must not hide.
  const clean = href
    .replace(/[\u0000-\u0020\u007f]+/g, (blank) => (blank === ' ' ? ' ' : ''))
    .trim();
  const scheme = SCHEME.exec(clean)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    return KEPT.has(scheme)
      ? { to: 'keep', href: clean }
      : { to: 'nowhere', why: `links with ${scheme}: are not allowed` };
  }
  if (/^[/\\]{2}/.test(clean)) {
    return { to: 'nowhere', why: 'it has no scheme; write https:// in front of the host' };
  }
  const [before = '', fragment = ''] = clean.split(/#(.*)/s);
  const anchor = decode(fragment);
  if (before === '') {
    if (anchor === '') return { to: 'nowhere', why: 'it has no address' };
    const section = around.own(anchor);
    if (section !== undefined) return { to: 'section', section };
    const other = around.elsewhere(anchor);
    return other === undefined
      ? { to: 'nowhere', why: 'no heading of this document has that anchor' }
      : { to: 'policy', ...other, guessed: true };
  }
  const path = decode(before.split('?')[0] ?? '');
  const paths = around.folders.map((folder) =>
    posix.normalize(posix.join(path.startsWith('/') ? '' : folder, path)).replace(/^\/+/, ''),
  );
  for (const one of paths) {
    const target = lookUp(one, anchor, around);
    if (target !== undefined) return target;
  }
  if (paths[0]?.startsWith('..')) return { to: 'nowhere', why: 'it leaves the imported folder' };
  return paths.some((one) => around.exists(one))
    ? { to: 'nowhere', why: 'that file is in the folder but was not taken as a document' }
    : { to: 'nowhere', why: 'there is no such file in the folder' };
}

/** Tells of a link or picture that could not be kept, or (`note`) was kept with a guess. */
export type Complain = (
  severity: 'problem' | 'note',
  line: number | undefined,
  message: string,
) => void;

function rewrite(link: Element, target: Target): boolean {
  if (target.to === 'nowhere') return false;
  const section = target.to === 'keep' ? undefined : target.section;
  const fragment = section === undefined || section === '' ? '' : `#${section}`;
  if (target.to === 'keep') {
    link.properties.href = target.href;
    if (/^https?:/i.test(target.href)) link.properties.rel = ['noopener'];
  } else
    link.properties.href = target.to === 'policy' ? `policy:${target.policy}${fragment}` : fragment;
  return true;
}

/**
 * Rewrites the links of a section in place: other documents become `policy:<id>#<section>`, links
 * inside the document `#<section>` (section ids are not percent-encoded), and what leads nowhere is
 * unwrapped, its words kept.
 */
export function rewriteLinks(
  children: RootContent[],
  around: Surroundings,
  complain: Complain,
): void {
  const root: Root = { type: 'root', children };
  let line: number | undefined;
  visit(root, 'element', (node, index, parent) => {
    line = node.position?.start.line ?? line;
    if (index === undefined || parent === undefined) return undefined;
    if (node.tagName !== 'a' || node.properties.href === undefined) return undefined;
    if (node.properties.dataFootnoteBackref !== undefined) return undefined;
    if (node.properties.dataNote !== undefined) {
      node.properties.href = `#${String(node.properties.dataNote)}`;
      return undefined;
    }
    const href = String(node.properties.href);
    const target = resolveLink(href, around);
    if (target.to === 'policy' && target.missing !== undefined) {
      const what = `The link ${href} now leads to the whole document: it has no such heading.`;
      complain('problem', line, what);
    }
    if (target.to === 'policy' && target.guessed) {
      const what = `${target.policy}, the only other document with such a heading`;
      complain('note', line, `The link ${href} was taken to lead to ${what}.`);
    }
    if (rewrite(node, target)) return undefined;
    const why = target.to === 'nowhere' ? target.why : '';
    complain(
      'problem',
      line,
      `The link ${href || '(empty)'} was removed and its words kept: ${why}.`,
    );
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
}
