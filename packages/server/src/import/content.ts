import { readAudiences } from './audiences.js';
import { packsByDistribution, type Colleague, type Distributed } from './distribution.js';
import { finishDocuments } from './documents.js';
import { withoutDoubtful } from './doubtful.js';
import { byCode, readFolder, SHOWN, type SourceFile } from './folder.js';
import { readChannels } from './channels.js';
import { readIncidents } from './incidents/read.js';
import { readLaws } from './laws.js';
import { readWebhooks } from './webhooks.js';
import { readHistory, withChannel } from './messages.js';
import { readGlossary } from './glossary.js';
import { identify } from './identity.js';
import { Ledger } from './ledger.js';
import { readPacks } from './packs.js';
import { readPages } from './pages.js';
import { pairPages } from './pairing.js';
import { planPolicies } from './policies.js';
import { readRegisters } from './register.js';
import type {
  ContentCounts,
  ContentReport,
  ImportedPolicy,
  ImportedChannel,
  ImportedLaw,
  ImportedWebhook,
  ImportedTerm,
} from './types.js';

const WANTED = /\.(md|markdown|html?|doc[xm]?|csv|ya?ml|ndjson|jsonl)$/i;
const OFFICE = /\.(pdf|dot[xm]?|odt|rtf|pages)$/i;
const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif|ico)$/i;

function tellCopies(pages: Awaited<ReturnType<typeof readPages>>, ledger: Ledger): void {
  const first = new Map<string, string>();
  for (const { file, body } of pages) {
    const before = first.get(body);
    if (before === undefined) first.set(body, file);
    else ledger.note(file, undefined, `The same text as ${before}.`);
  }
}

function tellUnknownPeople(
  policies: readonly ImportedPolicy[],
  people: readonly Colleague[],
  ledger: Ledger,
): void {
  const known = new Set(people.map(({ userName }) => userName));
  for (const policy of policies) {
    const file = policy.versions.at(-1)?.documents[0]?.file;
    for (const role of ['owner', 'approver'] as const) {
      const name = policy[role];
      if (file === undefined || name === undefined || known.has(name)) continue;
      ledger.note(file, undefined, `The ${role} “${name}” is no userName of the people given.`);
    }
  }
}

/** The id in a front matter that could not be read as a whole. */
function statedId(files: readonly SourceFile[], file: string): string | undefined {
  const { text = '' } = files.find(({ path }) => path === file) ?? {};
  return /^["']?id["']?[ \t]*:[ \t]*["']?([\w.-]+)/im.exec(text.slice(0, 4096))?.[1];
}

function leavePeople(ledger: Ledger): void {
  for (const { path } of ledger.open()) {
    if (!/(^|\/)people\.(json|csv)$/i.test(path)) continue;
    ledger.leaveOut(path, 'people; they are imported by --people');
  }
}

/** Pictures are taken by the texts that show them. */
function leavePictures(ledger: Ledger): void {
  for (const { path } of ledger.open()) {
    if (!PICTURE.test(path)) continue;
    const why = 'a picture that cannot be shown; only PNG, JPEG, GIF and WebP are';
    ledger.leaveOut(path, SHOWN.test(path) ? 'a picture that no text shows' : why);
  }
}

/** Whoever puts a policy here as a PDF believes that staff will see it. */
function tellOffice(files: readonly SourceFile[], ledger: Ledger): void {
  for (const { path } of files.filter((file) => OFFICE.test(file.path))) {
    const message =
      'It was left out: texts are taken as Word (.docx), Markdown or HTML. Save it as one of them.';
    ledger.problem(path, undefined, message);
    ledger.leaveOut(path, 'neither Word (.docx) nor Markdown nor HTML');
  }
}

function count(understood: ContentReport['understood']): ContentCounts {
  const { policies, audiences, packs, terms, channels, messages } = understood;
  const versions = policies.flatMap((policy) => policy.versions);
  const documents = versions.flatMap((version) => version.documents);
  const sections = documents.flatMap(({ document }) => document.sections);
  return {
    policies: policies.length,
    versions: versions.length,
    documents: documents.length,
    sections: sections.length,
    words: sections.reduce((sum, { words }) => sum + words, 0),
    audiences: audiences.length,
    packs: packs.length,
    terms: terms.length,
    channels: channels.length,
    messages: messages.length,
  };
}

/**
 * Understands a folder of policies: Markdown and HTML pages with or without front matter and their pictures, Word documents,
 * `audiences.yaml`, `packs.yaml`, `glossary.yaml`, `channels.yaml`, `webhooks.yaml`, `clocks.yaml`, `messages/<channel>/*.md`, and CSV
 * registers of documents and incidents, `incidents/*.ndjson` in VERIS. Stores nothing; every file is
 * accounted for once, and everything that was not understood is a finding with its file and line.
 *
 * @param options whom the distribution lists of a register are matched against, and the zone in which registers tell the time
 */
export async function readContent(
  folder: string,
  { people = [], timeZone = 'UTC' }: { people?: readonly Colleague[]; timeZone?: string } = {},
): Promise<ContentReport> {
  const files = await readFolder(folder);
  const ledger = new Ledger(files, WANTED);
  leavePeople(ledger);
  tellOffice(files, ledger);
  const history = readHistory(ledger);
  const pages = await readPages(ledger);
  tellCopies(pages, ledger);
  const incidents = readIncidents(ledger, timeZone);
  const rows = readRegisters(ledger);
  const pairs = pairPages(pages, rows, ledger);
  const all = planPolicies(pages, identify(pages, pairs, ledger), pairs, ledger);
  const plans = withoutDoubtful(all, (file) => statedId(files, file), ledger);
  const policies = finishDocuments(plans, new Map(files.map((file) => [file.path, file])), ledger);
  leavePictures(ledger);
  if (people.length > 0) tellUnknownPeople(policies, people, ledger);

  const distributed = plans.flatMap(({ policy, pages: versions }): Distributed[] => {
    if (!policies.includes(policy)) return [];
    const lead = versions.at(-1)?.[0];
    const row = lead && pairs.get(lead);
    return row === undefined ? [] : [{ policy: policy.id, row }];
  });
  const { audiences, packs } = packsByDistribution(distributed, people, ledger);
  const list = (name: RegExp): SourceFile[] => ledger.open().filter(({ path }) => name.test(path));
  const ids = (items: readonly { id: string }[]): Set<string> => new Set(items.map(({ id }) => id));
  const taken = ids(audiences);
  for (const { path, text = '' } of list(/^audiences\.ya?ml$/)) {
    audiences.push(...readAudiences(path, text, taken, ledger));
  }
  const known = { policies: ids(policies), audiences: ids(audiences), packs: ids(packs) };
  for (const { path, text = '' } of list(/^packs\.ya?ml$/)) {
    packs.push(...readPacks(path, text, known, ledger));
  }
  const terms: ImportedTerm[] = [];
  const spoken = { policies: known.policies, ids: new Set<string>() };
  for (const { path, text = '' } of list(/^glossary\.ya?ml$/)) {
    terms.push(...readGlossary(path, text, spoken, ledger));
  }
  const channels: ImportedChannel[] = [];
  const groups = { audiences: ids(audiences), channels: new Set<string>() };
  for (const { path, text = '' } of list(/^channels\.ya?ml$/)) {
    channels.push(...readChannels(path, text, groups, ledger));
  }
  const webhooks: ImportedWebhook[] = [];
  const told = { channels: groups.channels, webhooks: new Set<string>() };
  for (const { path, text = '' } of list(/^webhooks\.ya?ml$/)) {
    webhooks.push(...readWebhooks(path, text, told, ledger));
  }
  const laws: ImportedLaw[] = [];
  for (const { path, text = '' } of list(/^clocks\.ya?ml$/)) {
    laws.push(...readLaws(path, text, ledger));
  }
  const byId = (a: { id: string }, b: { id: string }): number => byCode(a.id, b.id);
  const understood = {
    policies,
    audiences: audiences.sort(byId),
    packs: packs.sort(byId),
    terms: terms.sort(byId),
    channels: channels.sort(byId),
    webhooks: webhooks.sort(byId),
    laws: laws.sort(byId),
    incidents,
    messages: withChannel(history, groups.channels, ledger),
  };
  return {
    folder,
    understood,
    counts: count(understood),
    ...ledger.close('no text, list or register that this importer knows'),
  };
}
