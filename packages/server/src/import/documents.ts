import { posix } from 'node:path';
import { toSafeHtml } from './html.js';
import type { Ledger } from './ledger.js';
import { oneLine } from './line.js';
import { rewriteLinks, type Complain, type Surroundings } from './links.js';
import type { Page } from './pages.js';
import type { PolicyPlan } from './policies.js';
import { draftAt, isTitle } from './sections.js';
import type { ImportedDocument, ImportedPolicy } from './types.js';

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

function surroundings(
  page: Page,
  plan: PolicyPlan,
  policies: ReadonlyMap<string, [string, Page]>,
  files: ReadonlySet<string>,
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

function toDocument(
  page: Page,
  policy: ImportedPolicy,
  version: number,
  around: Surroundings,
  ledger: Ledger,
): ImportedDocument {
  const complain: Complain = (severity, line, message) => {
    ledger[severity](page.file, line, message);
    if (severity === 'problem') ledger.lose(page.file);
  };
  const sections = page.split.drafts.map(({ id, title, level, children }) => {
    rewriteLinks(children, around, complain);
    return { id, title, level, ...toSafeHtml(children) };
  });
  const change = page.front.fields.change;
  return {
    document: { policy: policy.id, version, language: page.language, title: page.title, sections },
    file: page.file,
    ...(typeof change === 'string' && { change: oneLine(change) }),
  };
}

/** Whether all texts of a policy became documents: one that cannot be understood takes its policy with it. */
function finish(
  plan: PolicyPlan,
  policies: ReadonlyMap<string, [string, Page]>,
  files: ReadonlySet<string>,
  ledger: Ledger,
): boolean {
  const { policy, pages } = plan;
  let good = true;
  policy.versions.forEach((version, index) => {
    for (const page of pages[index] ?? []) {
      ledger.take(page.file, `${policy.id}, version ${version.number}, ${page.language}`);
      try {
        const around = surroundings(page, plan, policies, files);
        version.documents.push(toDocument(page, policy, version.number, around, ledger));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const message = `The text could not be understood, so nothing of ${policy.id} was taken: ${why}.`;
        ledger.problem(page.file, 1, message);
        ledger.doubt(page.file);
        good = false;
      }
    }
  });
  if (good) return true;
  for (const { file } of pages.flat()) ledger.leaveOut(file, 'not all of it could be understood');
  return false;
}

/**
 * Turns the pages of all policies into documents: ids aligned, links resolved, HTML sanitised. Answers the policies
 * of which all could be understood.
 */
export function finishDocuments(
  plans: readonly PolicyPlan[],
  files: ReadonlySet<string>,
  ledger: Ledger,
): ImportedPolicy[] {
  const policies = new Map<string, [string, Page]>();
  for (const plan of plans) {
    alignSections(plan, ledger);
    for (const page of plan.pages.flat()) policies.set(page.file, [plan.policy.id, page]);
  }
  return plans.filter((plan) => finish(plan, policies, files, ledger)).map(({ policy }) => policy);
}
