import type * as z from 'zod/mini';
import * as nouns from '../index.js';
import { endpointSection } from './endpoint.js';
import { head, table } from './markdown.js';
import { memberTable } from './members.js';
import { endpointsByNoun, namedSchema, naming, schemasAt, type Sources } from './site.js';
import { typeOf } from './types.js';

/** The title of a noun's page. */
export const titleOf = (noun: string): string => noun.charAt(0).toUpperCase() + noun.slice(1);

/** The link to an endpoint, from any page of the folder. */
export const endpointLink = (id: string): string =>
  `[${id}](${id.split('.')[0]}.md#${id.replace('.', '')})`;

/** Every named schema of a page with its members. */
export function schemaSections(page: string, { meanings }: Sources): string[] {
  const names = naming(page, meanings);
  const schemas: Record<string, unknown> = { ...nouns };
  return schemasAt(page, meanings).flatMap((name) => {
    const json = namedSchema(name, schemas[name] as z.ZodMiniType);
    const link = (other: string) => names.link(other);
    const body = json.properties
      ? memberTable(json, name, names)
      : [`On the wire: ${typeOf(json, link)}.`, ''];
    return [`### ${name}`, '', meanings.texts.get(name) ?? '', '', ...body];
  });
}

/** The page of one noun. */
export function nounPage(noun: string, sources: Sources): string {
  const names = naming(noun, sources.meanings);
  const all = endpointsByNoun.get(noun) ?? [];
  const schemas = schemaSections(noun, sources);
  return [
    ...head(titleOf(noun)),
    'What holds for every endpoint is in [the rules](rules.md). Who may do what with whose things is decided, cell by cell, in',
    '[who may do what](../authorisation.md).',
    '',
    ...table(
      ['endpoint', 'on the wire', 'what it is for'],
      all.map(({ id, endpoint: { method, path, summary } }) => [
        endpointLink(id).replace(`${noun}.md`, ''),
        `\`${method} ${path}\``,
        summary,
      ]),
    ),
    ...all.flatMap((each) => endpointSection(each, names, sources)),
    ...(schemas.length > 0 ? ['## Objects', '', ...schemas] : []),
  ].join('\n');
}
