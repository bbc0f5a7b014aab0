import { posix } from 'node:path';
import { toSafeHtml } from './html.js';
import type { Ledger } from './ledger.js';
import { SHOWN, type SourceFile } from './folder.js';
import { oneLine } from './line.js';
import { rewriteLinks, type Complain, type Surroundings } from './links.js';
import type { Page } from './pages.js';
import { NOT_SHOWN, placePictures, type Album } from './pictures.js';
import type { PolicyPlan } from './policies.js';
import { draftAt, isTitle } from './sections.js';
import type { ImportedDocument, ImportedImage, ImportedPolicy } from './types.js';

/** Gives the sections of a translation the ids of the leading text when both have the same headings. */
function alignSections(plan: PolicyPlan, ledger: Ledger): void {
  for (const [lead, ...others] of plan.pages) {
    for (const page of others) {
      const levels = (one: Page | undefined): string =>
        one?.split.drafts.map(({ level, title }) => (title === '' ? 0 : level)).join() ?? '';
      if (lead === undefined || levels(page) !== levels(lead)) {
        const message = `Its headings differ from ${lead?.file}: places do not carry over between them.`;
        ledger.note(page.file, undefined, message);
        continue;
      }
      // Anchors lead to places in the list, so links by the old names still arrive.
      page.split.drafts.forEach((draft, index) => {
        draft.id = lead.split.drafts[index]?.id ?? draft.id;
      });
    }
  }
}

/** Section id by anchor as other documents see it: empty when the whole document is meant. */
function seenFrom(of: Page, anchor: string): string | undefined {
  return isTitle(of.split, anchor) ? '' : section(of, anchor);
}

function section(of: Page, anchor: string): string | undefined {
  const index = draftAt(of.split, anchor);
  return index === undefined ? undefined : of.split.drafts[index]?.id;
}

/** An earlier text was moved away from where its links were written: its successor still stands there. */
function foldersOf(page: Page, plan: PolicyPlan): string[] {
  const current = plan.pages.at(-1)?.find(({ language }) => language === page.language);
  return [...new Set([page, ...(current ? [current] : [])].map(({ file }) => posix.dirname(file)))];
}

/** What the folder holds, by path. */
type Files = ReadonlyMap<string, SourceFile>;

function surroundings(
  page: Page,
  plan: PolicyPlan,
  policies: ReadonlyMap<string, [string, Page]>,
  files: Files,
): Surroundings {
  return {
    folders: foldersOf(page, plan),
    own: (anchor) => section(page, anchor),
    elsewhere: (anchor) => {
      const found = [...policies.values()].flatMap(([policy, other]) => {
        const id =
          other === page || other.language !== page.language ? undefined : seenFrom(other, anchor);
        return id === undefined ? [] : [{ policy, section: id }];
      });
      return found.length === 1 ? found[0] : undefined;
    },
    at: (file) => {
      const found = policies.get(file);
      if (found === undefined) return undefined;
      return { policy: found[0], section: (anchor) => seenFrom(found[1], anchor) };
    },
    exists: (file) => files.has(file),
  };
}

/** Where the pictures of a page are: inside the Word document, or in the folder, where each is taken into account. */
function albumOf(
  { file, pictures }: Page,
  folders: readonly string[],
  files: Files,
  ledger: Ledger,
): Album {
  if (pictures) return { folders: [''], at: (name) => pictures(name) };
  return {
    folders,
    at(path) {
      const found = files.get(path);
      if (!found) return undefined;
      if (!found.bytes || !SHOWN.test(path)) return { why: found.unread ?? NOT_SHOWN };
      ledger.take(path, `a picture in ${file}`);
      return { bytes: found.bytes };
    },
  };
}

function toDocument(
  page: Page,
  policy: ImportedPolicy,
  version: number,
  around: Surroundings,
  files: Files,
  ledger: Ledger,
): { document: ImportedDocument; images: ImportedImage[] } {
  const complain: Complain = (severity, line, message) => {
    ledger[severity](page.file, line, message);
    if (severity === 'problem') ledger.lose(page.file);
  };
  const album = albumOf(page, around.folders, files, ledger);
  const images: ImportedImage[] = [];
  const sections = page.split.drafts.map(({ id, title, level, children }) => {
    rewriteLinks(children, around, complain);
    images.push(...placePictures(children, album, complain));
    return { id, title, level, ...toSafeHtml(children) };
  });
  const change = page.front.fields.change;
  const { language, title, file } = page;
  const document = { policy: policy.id, version, language, title, sections };
  const said = typeof change === 'string' && { change: oneLine(change) };
  return { document: { document, file, ...said }, images };
}

/** Whether all texts of a policy became documents: one that cannot be understood takes its policy with it. */
function finish(
  plan: PolicyPlan,
  policies: ReadonlyMap<string, [string, Page]>,
  files: Files,
  ledger: Ledger,
): boolean {
  const { policy, pages } = plan;
  let good = true;
  policy.versions.forEach((version, index) => {
    const images = new Map<string, ImportedImage>();
    for (const page of pages[index] ?? []) {
      ledger.take(page.file, `${policy.id}, version ${version.number}, ${page.language}`);
      try {
        const around = surroundings(page, plan, policies, files);
        const read = toDocument(page, policy, version.number, around, files, ledger);
        version.documents.push(read.document);
        for (const image of read.images) images.set(image.contentHash, image);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const message = `The text could not be understood, so nothing of ${policy.id} was taken: ${why}.`;
        ledger.problem(page.file, 1, message);
        ledger.doubt(page.file);
        good = false;
      }
    }
    if (images.size > 0) version.images = [...images.values()];
  });
  if (good) return true;
  for (const { file } of pages.flat()) ledger.leaveOut(file, 'not all of it could be understood');
  return false;
}

/**
 * Turns the pages of all policies into documents: ids aligned, links and pictures resolved, HTML sanitised. Answers the policies
 * of which all could be understood.
 */
export function finishDocuments(
  plans: readonly PolicyPlan[],
  files: Files,
  ledger: Ledger,
): ImportedPolicy[] {
  const policies = new Map<string, [string, Page]>();
  for (const plan of plans) {
    alignSections(plan, ledger);
    for (const page of plan.pages.flat()) policies.set(page.file, [plan.policy.id, page]);
  }
  return plans.filter((plan) => finish(plan, policies, files, ledger)).map(({ policy }) => policy);
}
