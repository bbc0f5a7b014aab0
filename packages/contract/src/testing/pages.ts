import { readdir, readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { specification, type Sources } from '../specification.js';
import { readMeanings } from './meanings.js';

/** Where the pages stand. */
export const folder = new URL('../../../../docs/contract/', import.meta.url);

const golden = new URL('../../golden/', import.meta.url);

/** What the pages are made from. */
export async function readSources(): Promise<Sources> {
  const names = await readdir(golden);
  const texts = names.map(
    async (name) => [name, await readFile(new URL(name, golden), 'utf8')] as const,
  );
  return { meanings: readMeanings(), golden: new Map(await Promise.all(texts)) };
}

/** Markdown as Prettier lays it out. */
export async function laidOut(text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(folder)), parser: 'markdown' });
}

/** Every generated page, laid out. */
export async function generatedPages(): Promise<ReadonlyMap<string, string>> {
  const pages = [...specification(await readSources())];
  return new Map(
    await Promise.all(pages.map(async ([name, text]) => [name, await laidOut(text)] as const)),
  );
}

/** The places that links into a page can lead to: its anchors, and its headings as GitHub names them. */
export function placesOf(page: string): Set<string> {
  const text = page.replace(/^```[^]*?^```/gm, '');
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...anchors, ...headings]);
}

/** Where the links of a page lead to, but for other sites. */
export function linksOf(page: string): string[] {
  const text = page.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link as string)
    .filter((link) => !/^[a-z]+:/.test(link));
}
