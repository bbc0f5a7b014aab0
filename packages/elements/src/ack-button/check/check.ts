import type { Assignment, CheckAttempt, IsmsError, KnowledgeCheck } from '@heed/sdk';
import { render, type LitElement } from 'lit';
import type { Connection } from '../../connection.js';
import { bestLanguage, bestText } from '../../language.js';
import { learnTool } from '../../tool-words.js';
import { strings } from './check.strings.js';
import { styles } from './check.styles.js';
import { view } from './check.view.js';

/** Where the person is: what they were told last stays until the next thing they do. */
export interface Sitting {
  /** The questions, once they are there. */
  asked: KnowledgeCheck | undefined;
  /** Ids of the chosen choices by question. */
  readonly chosen: Map<string, Set<string>>;
  /** What came of the last try; nothing while it is answered anew. */
  told: CheckAttempt | undefined;
  /** What is to be said beside the button: words that stand there for themselves. */
  note: string;
  busy: boolean;
}

/** What a person can do in it. */
export interface Acts {
  choose(question: string, choice: string, isChosen: boolean): void;
  hand(): void;
  retry(): void;
  load(): void;
  close(): void;
}

/** What was chosen, for whoever closes the questions to look something up: nobody else has the same assignment. */
interface Kept {
  readonly assignment: string;
  readonly chosen: Sitting['chosen'];
  /** Of the questions. */
  hash?: string;
}

const kept = new WeakMap<LitElement, Kept>();

/**
 * Asks the questions of an assignment in a dialog over the page, and tells at once what was right and why.
 * Passed, everything on the page that shows the assignment asks for it again.
 */
export async function openCheck(
  host: LitElement,
  { client, session, language }: Pick<Connection, 'client' | 'session' | 'language'>,
  assignment: Assignment,
): Promise<void> {
  if (!client || !session) return;
  const words = await learnTool(strings, language);
  const root = host.renderRoot as ShadowRoot;
  // Pressed twice before its code was there.
  if (root.querySelector('dialog')) return;
  const before = kept.get(host);
  const mine: Kept =
    before?.assignment === assignment.id
      ? before
      : { assignment: assignment.id, chosen: new Map() };
  kept.set(host, mine);
  const sheet = styles.styleSheet!;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('part', 'panel');
  dialog.setAttribute('aria-labelledby', 'check');
  const now: Sitting = {
    asked: undefined,
    chosen: mine.chosen,
    told: undefined,
    note: '',
    busy: false,
  };
  const { title } = bestText(assignment.documents, language) ?? assignment.policy;
  // A try that did not get through is sent again under its own id, so that it counts once.
  let sent = { body: '', id: '' };

  const show = (more: Partial<Sitting> = {}): void => {
    Object.assign(now, more);
    render(view(now, acts, { words, language, title }), dialog);
  };
  const focus = (selector: string): void => dialog.querySelector<HTMLElement>(selector)?.focus();

  const ask = async (note = ''): Promise<void> => {
    show({ note: words.loading, busy: true });
    try {
      const asked = await client.checks.read({ assignment: assignment.id });
      if (asked.hash !== mine.hash) mine.chosen.clear();
      mine.hash = asked.hash;
      show({ asked, note, busy: false, told: undefined });
    } catch (thrown) {
      const error = thrown as IsmsError;
      if (error.kind === 'problem' && error.status === 404) {
        // It is not asked any more: the page shows what is.
        dialog.close();
        return session.refresh();
      }
      show({ note: words.unloaded, busy: false });
    }
  };

  const hand = async (): Promise<void> => {
    const { asked, chosen, busy } = now;
    if (!asked || busy) return;
    const open = asked.questions.findIndex(({ id }) => !chosen.get(id)?.size);
    if (open >= 0) {
      show({ note: words.unanswered(open + 1) });
      return focus(`fieldset:nth-of-type(${open + 1}) input`);
    }
    const draft = {
      ...{ assignment: assignment.id, hash: asked.hash },
      // As the view shows them: a page may speak a language that they do not, or name one that is none.
      language: bestLanguage(Object.keys(asked.questions[0]!.texts), language)!,
      answers: asked.questions.map(({ id }) => ({
        question: id,
        choices: [...chosen.get(id)!].sort(),
      })),
    };
    const body = JSON.stringify(draft);
    if (sent.body !== body)
      sent = { body, id: crypto.getRandomValues(new Uint32Array(4)).join('-') };
    show({ note: words.handing, busy: true });
    try {
      const told = await client.attempts.record({ attempt: sent.id, ...draft });
      sent = { body: '', id: '' };
      const { triesLeft, againAt } = told;
      show({ told, note: '', busy: false, asked: { ...asked, triesLeft, againAt } });
      focus('.outcome');
      dialog.scrollTop = 0;
      if (told.passed) session.refresh();
    } catch (thrown) {
      const error = thrown as IsmsError;
      if (error.kind === 'problem' && error.status === 409) {
        return ask(error.code === 'check-mismatch' ? words.changed : '');
      }
      const isRefused = error.kind === 'problem' && error.status < 500 && error.status !== 429;
      const reference = isRefused ? (error.requestId ?? error.code) : undefined;
      show({ note: reference ? words.refused(reference) : words.lost, busy: false });
    }
  };

  const acts: Acts = {
    choose(question, choice, isChosen) {
      const { several } = now.asked!.questions.find(({ id }) => id === question)!;
      const before = several ? [...(now.chosen.get(question) ?? [])] : [];
      const others = before.filter((id) => id !== choice);
      now.chosen.set(question, new Set(isChosen ? [...others, choice] : others));
      show({ note: '' });
    },
    hand: () => void hand(),
    retry() {
      const wrong = now.told!.results.findIndex(({ right }) => !right);
      show({ told: undefined });
      focus(`fieldset:nth-of-type(${wrong + 1}) input`);
    },
    load: () => void ask(),
    close: () => dialog.close(),
  };

  // What is shown was asked of the person before.
  session.addEventListener('left', acts.close);
  dialog.addEventListener('close', () => {
    session.removeEventListener('left', acts.close);
    dialog.remove();
    // Safari focuses no button that is clicked, so it would have nothing to give the focus back to.
    root.querySelector<HTMLElement>('[part=primary]')?.focus();
  });
  root.append(dialog);
  show();
  dialog.showModal();
  await ask();
}
