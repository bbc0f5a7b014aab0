import { contractVersion } from '../contract.js';
import type { Profile } from '../endpoint.js';
import { rules } from '../rules.js';
import { head, table } from './markdown.js';
import { endpointLink, titleOf } from './noun.js';
import { endpoints, endpointsByNoun } from './site.js';

const profiles: Readonly<Record<Profile, string>> = {
  core: 'people, policies, packs, assignments, reading, acknowledgements with their receipts. Every backend has it.',
  comms:
    'communication groups: channels, messages with threads, alerts that count who did what they ask, and how far each was shown.',
  tasks:
    'what people are asked to do, each for themselves: how it ended, what was said about it, and how it stands with everybody.',
  incidents:
    'what anyone reports, with or without their name: events, incidents and weaknesses, the conversation about them, and their triage.',
  live: 'the stream of what changes, for pages that show it as it happens. It tells messages and tasks, so it comes with `comms` or `tasks`.',
  evidence: 'the log that the receipts come from, open to whoever audits it.',
};

const idsOf = (list: readonly { readonly id: string }[]) => {
  const [first, last] = [list[0]?.id, list.at(-1)?.id];
  return first === last ? `${first}` : `${first} … ${last}`;
};

function profileList(): string[] {
  return Object.entries(profiles).flatMap(([profile, what]) => [
    `### ${profile}`,
    '',
    `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
    '',
    ...table(
      ['endpoint', 'on the wire', 'what it is for'],
      endpoints
        .filter(({ endpoint }) => endpoint.profile === profile)
        .map(({ id, endpoint: { method, path, summary } }) => [
          endpointLink(id),
          `\`${method} ${path}\``,
          summary,
        ]),
    ),
  ]);
}

function pageList(): string[] {
  const nouns = [...endpointsByNoun].map(([noun, all]) => {
    const requirements = all.flatMap(({ endpoint }) => endpoint.requirements);
    const byNumber = (id: string) => Number(id.split('-')[1]);
    const sorted = [...requirements].sort((a, b) => byNumber(a.id) - byNumber(b.id));
    return [
      `[${titleOf(noun)}](${noun}.md)`,
      all.map(({ endpoint }) => endpoint.summary).join('; '),
      idsOf(sorted),
    ];
  });
  return table(
    ['page', 'what it has', 'requirements'],
    [
      [
        '[Rules of every endpoint](rules.md)',
        'answers, problems, input, access, lists, caching, keys; the registered problems; shared shapes',
        Object.values(rules).map(idsOf).join(', '),
      ],
      ...nouns,
      [
        '[Evidence](evidence.md)',
        'the bytes: record, commitment, entry, log, checkpoint, proof, receipt',
        '',
      ],
      ['[Set-up](setup.md)', 'how a test installation is filled, for the conformance kit', ''],
      [
        '[Compatibility](compatibility.md)',
        'what may change within version 1, and how a version ends',
        '',
      ],
    ],
  );
}

/** The page to begin with. */
export function overviewPage(): string {
  return [
    ...head(`The contract, version ${contractVersion}`),
    'What a backend does so that the elements and the client work with it. It is written for whoever implements one, in any',
    'language: these pages are enough, and nobody has to read our code.',
    '',
    '## What to read first',
    '',
    '1. [A backend in an afternoon](../vendors.md): the order of the work, and the traps.',
    '2. [The rules of every endpoint](rules.md): errors, lists, caching, keys. They are written once and hold everywhere.',
    '3. The pages of the nouns, one after the other, as you build them.',
    '4. [Evidence](evidence.md), before the acknowledgements: a receipt is exact to the byte.',
    '',
    'The same as data: [OpenAPI 3.1](../../packages/contract/openapi.json), and [golden examples](../../packages/contract/golden)',
    'of every request and answer. The conformance kit tells you which requirement does not hold, by its number.',
    '',
    '## Words',
    '',
    'What carries a number (`ACK-3`) is a requirement: it MUST hold (RFC 2119), the kit tests it, and its number never gets',
    'another meaning. Tables say what a member is. _Required_ in a request: the client always sends it; in an answer: the backend',
    'always sends it. A member that is not there is absent, never `null`.',
    '',
    '## Base URL',
    '',
    'Every path stands below one base URL that you choose, such as `https://isms.example.com` or `https://example.com/isms`;',
    'clients are given it and put the path behind it. What you speak is told at `/.well-known/isms` below it:',
    `${endpointLink('discovery.read')}. One base URL serves one tenant.`,
    '',
    '## Tokens',
    '',
    'Whoever calls sends `Authorization: Bearer` and an access token of the identity provider of the organisation (OpenID Connect).',
    'You verify it by the keys that the provider publishes: signature, issuer, audience and expiry. It leads to one person by',
    'their `userName`; which claim holds that is agreed with the provider. Roles are those of the person, not of the token.',
    'There are no cookies, and a token is never in an address. When the portal has another origin, answer CORS requests of that',
    'origin, and let it send `Authorization`, `Content-Type`, `Idempotency-Key`, `If-Match` and `If-None-Match`, and read `ETag` and `Retry-After`.',
    '',
    '## Bytes',
    '',
    'JSON may be laid out as you like, and members may come in any order. Three things are exact to the byte: the body of a',
    `document and of an image (${endpointLink('documents.read')}, ${endpointLink('images.read')}), and the text in the member`,
    '`receipt`. Examples on these pages are laid out for reading, but for `receipt` and `entry`, which verify as they stand.',
    'Times are UTC with a `Z`. Ids are yours; nobody takes them apart. The length of a text is counted in Unicode code points.',
    'Of what is sent in a body, languages and hashes are compared as they are written. Clients write a number in an address in',
    'decimal digits without leading zeroes, give each member of the query once, and stay within lengths in UTF-16 units, too.',
    '',
    '## Which refusal comes first',
    '',
    'Where several fit: the address (404), the method (405), the token (401), the person (403), the role (403), the header',
    '`Idempotency-Key` (400) or `If-Match` (428), the body as such (415, 413, 400), everything that does not fit (422), and then what is asked for:',
    'whether it is there (404) and what it decides (409). Without a token nobody learns more than which addresses there are.',
    '',
    '## Profiles',
    '',
    'You name what you implement in the discovery document, and within it every requirement holds.',
    '',
    ...profileList(),
    '## Pages',
    '',
    ...pageList(),
  ].join('\n');
}
