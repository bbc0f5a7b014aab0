import { events } from '../events.js';
import { problems } from '../problems.js';
import { rules } from '../rules.js';
import { mediaTypes, type Endpoint, type Requirement } from '../endpoint.js';
import { anchor, exactly, table } from './markdown.js';
import { memberTable, type Naming } from './members.js';
import { itemOf, jsonOf, type Named, type Sources } from './site.js';
import { nameOf } from './types.js';

const firstOf = (group: readonly Requirement[]) => `rules.md#${group[0]?.id.toLowerCase()}`;

const cached: Readonly<Record<Endpoint['cache'], string>> = {
  immutable: 'immutable: kept for ever by the caller',
  revalidate: 'revalidated by ETag',
  none: 'not to be kept (`no-store`)',
};

function mayCall({ who }: Endpoint['access']): string {
  if (who === 'anyone') return 'anyone, without a token';
  if (who === 'person') return 'every active person of the tenant';
  return `only ${who.map((role) => `\`${role}\``).join(' and ')}`;
}

function seesOthers({ who, others }: Endpoint['access']): string {
  if (others) return `also seen by ${others.map((role) => `\`${role}\``).join(' and ')}`;
  if (who === 'person') return 'seen by nobody through this endpoint';
  return who === 'anyone' ? 'has none' : 'seen by everybody who may call it';
}

function facts({
  profile,
  access,
  cache,
  keyed,
  guarded,
  anonymous,
  bytes,
  list,
}: Endpoint): string[] {
  return [
    `- Profile: [\`${profile}\`](README.md#profiles)`,
    `- Who may call it: ${mayCall(access)}`,
    `- What belongs to one person: ${seesOthers(access)}`,
    `- Caching: [${cached[cache]}](${firstOf(rules.caching)})`,
    ...(keyed ? [`- Header: [\`Idempotency-Key\`](${firstOf(rules.keys)}), always`] : []),
    ...(anonymous
      ? ['- Sent with nothing that leads to a person: no token, key, trace or cookie']
      : []),
    ...(guarded ? ['- Header: `If-Match`, always'] : []),
    ...(bytes ? [`- Body: ${mediaTypes.bytes}`] : []),
    ...(list ? [`- A list: [page by page](${firstOf(rules.lists)})`] : []),
    '',
  ];
}

function asked({ endpoint, constant }: Named, names: Naming): string[] {
  const places = { params: 'In the path', query: 'In the query', body: 'Body' } as const;
  return (['params', 'query', 'body'] as const).flatMap((place) => {
    const schema = endpoint[place];
    if (!schema) return [];
    const json = jsonOf(schema, 'input');
    const title = places[place];
    if (json.$ref) return [`**${title}:** ${names.link(nameOf(json.$ref))}`, ''];
    return [`**${title}**`, '', ...memberTable(json, `${constant}.${place}`, names)];
  });
}

function eventLines(status: string, names: Naming): string[] {
  const lines = Object.entries(events).map(([name, schema]) => {
    const json = jsonOf(schema, 'output');
    const data = json.$ref ? `, data: ${names.link(nameOf(json.$ref))}` : '';
    return `  - \`${name}\`${data}. ${names.meanings.texts.get(`events.${name}`)}`;
  });
  return [`- **${status}:** ${mediaTypes.events}, with these events:`, ...lines];
}

function answered({ endpoint, constant }: Named, names: Naming): string[] {
  const lines = Object.entries(endpoint.answers).map(([status, schema]) => {
    if (schema === 'events') return eventLines(status, names).join('\n');
    if (schema === 'text' || schema === 'bytes') return `- **${status}:** ${mediaTypes[schema]}`;
    const meaning = names.meanings.texts.get(`${constant}.answers.${status}`);
    const json = jsonOf(schema, 'output');
    const item = itemOf(json);
    if (item)
      return `- **${status}:** \`{ "items": […], "next": "…" }\`, items are ${names.link(item)}`;
    const what = json.$ref ? names.link(nameOf(json.$ref)) : 'an object';
    return `- **${status}:** ${what}${meaning ? `. ${meaning}` : ''}`;
  });
  return ['**Answers**', '', ...lines, ''];
}

function refused({ problems: own = [] }: Endpoint): string[] {
  const rest = `${own.length > 0 ? 'And those' : '**Problems:** those'} that [every endpoint shares](rules.md#registered-problems).`;
  if (own.length === 0) return [rest, ''];
  const rows = own.map((code) => [
    String(problems[code].status),
    `[\`${code}\`](rules.md#problem-${code})`,
    problems[code].title,
  ]);
  return ['**Problems**', '', ...table(['status', 'code', 'title'], rows), rest, ''];
}

/** Requirements as a list, each with a place of its own. */
export const requirementList = (list: readonly Requirement[]): string[] => [
  ...list.map(({ id, must }) => `- ${anchor(id)}**${id}** ${must}`),
  '',
];

function example({ id, endpoint }: Named, golden: Sources['golden']): string[] {
  const shown = (title: string, file: string) => {
    const text = golden.get(file);
    if (text === undefined) return [];
    const language = file.endsWith('.json') ? 'json' : 'text';
    return [
      `**${title}** ([bytes](../../packages/contract/golden/${file}))`,
      '',
      ...exactly(language, text),
    ];
  };
  return [
    ...shown('Example of a request', `${id}.request.json`),
    ...Object.entries(endpoint.answers).flatMap(([status, answer]) =>
      shown(
        `Example of a ${status}`,
        `${id}.${status}.${typeof answer === 'string' ? 'txt' : 'json'}`,
      ),
    ),
  ];
}

/** Everything about one endpoint. */
export function endpointSection(named: Named, names: Naming, { golden }: Sources): string[] {
  const { id, endpoint } = named;
  return [
    `## ${id}`,
    '',
    `\`${endpoint.method} ${endpoint.path}\``,
    '',
    `${endpoint.summary}.`,
    '',
    ...facts(endpoint),
    '**Requirements**',
    '',
    ...requirementList(endpoint.requirements),
    ...asked(named, names),
    ...answered(named, names),
    ...refused(endpoint),
    ...example(named, golden),
  ];
}
