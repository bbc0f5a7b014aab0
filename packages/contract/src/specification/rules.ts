import { html } from '../html.js';
import { problems, problemsOf, type ProblemCode } from '../problems.js';
import { rules } from '../rules.js';
import { requirementList } from './endpoint.js';
import { anchor, anyOf, exactly, head, table } from './markdown.js';
import { endpointLink, schemaSections, titleOf } from './noun.js';
import { endpoints, type Sources } from './site.js';

const sharedLine = 'every endpoint behind a token';

function answeredBy(code: ProblemCode): string {
  const ids = endpoints.filter(({ endpoint }) => problemsOf(endpoint).includes(code));
  const behindToken = endpoints.filter(({ endpoint }) => endpoint.access.who !== 'anyone');
  if (ids.length === endpoints.length) return 'every endpoint';
  const isShared = behindToken.every((each) => ids.includes(each));
  const rest = ids.filter((each) => !isShared || !behindToken.includes(each));
  return [...(isShared ? [sharedLine] : []), ...rest.map(({ id }) => endpointLink(id))].join(', ');
}

function problemTable({ meanings }: Sources): string[] {
  const rows = Object.entries(problems).map(([code, { status, title }]) => [
    `${anchor(`problem-${code}`)}\`${code}\``,
    String(status),
    title,
    meanings.texts.get(`problems.${code}`) ?? '',
    answeredBy(code as ProblemCode),
  ]);
  return table(['code', 'status', 'title', 'when', 'answered by'], rows);
}

/** The page of what holds for every endpoint. */
export function rulesPage(sources: Sources): string {
  const { texts } = sources.meanings;
  const problem = sources.golden.get('problem.json') ?? '';
  return [
    ...head('Rules of every endpoint'),
    'An endpoint states only what is its own. Everything here holds for each endpoint that it applies to, and has a number of',
    'its own that never changes its meaning.',
    '',
    ...Object.entries(rules).flatMap(([group, list]) => [
      `## ${titleOf(group)}`,
      '',
      texts.get(`rules.${group}`) ?? '',
      '',
      ...requirementList(list),
    ]),
    '## Registered problems',
    '',
    'A refusal is one of these. Its `type` is `urn:heed:problem:` and the code; code, status and title are fixed, `detail`',
    'is yours: say what it means and what to do next. A code that no endpoint names comes with the rules above, or is kept',
    'for what the contract will have.',
    '',
    ...problemTable(sources),
    '**Example** ([bytes](../../packages/contract/golden/problem.json))',
    '',
    ...exactly('json', problem),
    '## Text of a section',
    '',
    texts.get('html') ?? '',
    '',
    `- Elements: ${anyOf(html.elements, 'and')}`,
    `- Attributes: ${anyOf(html.attributes, 'and')}`,
    `- Addresses in \`href\` and \`cite\`: ${anyOf(html.addresses, 'and')}`,
    '',
    '## Shapes',
    '',
    'Objects and values that several nouns share.',
    '',
    ...schemaSections('rules', sources),
  ].join('\n');
}
