import type { Document, Place } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { openGate, type Gate } from '../../foreign-html.js';
import { connect, eventually } from '../../testing/page.js';
import {
  filled,
  longDraft,
  openReader,
  part,
  parts,
  readTo,
  remembered,
  settled,
} from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';
import { share } from './align.js';
import { blocksIn, holdsBlocks, wordsOf, type Block } from './blocks.js';
import { carry } from './carry.js';

interface Passage {
  readonly place: Place;
  readonly text: string;
  readonly block: Block;
}

const leaves = (parent: ParentNode & Node): Block[] =>
  blocksIn(parent).flatMap((block) =>
    block.element && holdsBlocks(block.element) ? leaves(block.element) : [block],
  );
const textOf = ({ nodes }: Block): string => nodes.map((n) => n.textContent).join('');

/** Every passage of a document, with the place that a reader would tell of its beginning. */
const passagesOf = ({ sections }: Document, gate: Gate): Passage[] =>
  sections.flatMap(({ id, title, html }) => {
    const fragment = gate(html);
    const all = title + (fragment.textContent ?? '');
    let from = title.length;
    return leaves(fragment).map((block) => {
      const text = textOf(block);
      const offset = Math.max(0, all.indexOf(text, from));
      from = offset + text.length;
      return { text, block, place: { section: id, offset, quote: all.slice(offset, offset + 80) } };
    });
  });

describe('carrying a place into another version', () => {
  let gate: Gate;
  before(async () => {
    gate = await openGate();
  });

  it('finds every passage that survives in real policies, and none where it is not', async function () {
    this.timeout(300_000);
    const answer = await fetch('/corpus-policies/moj-security-guidance');
    if (answer.status === 404) return this.skip();
    interface Version {
      documents: { document: Document }[];
    }
    const policies = (await answer.json()) as { versions: Version[] }[];
    const soaks = (await executeServerCommand('host-soaks', {})) as boolean;
    // Some of each version: the next version of a policy has nearly the same ones. The soak takes more.
    const step = soaks ? 3 : 23;
    const seen = { same: 0, edited: 0, gone: 0 };
    const wrong: string[] = [];
    for (const { versions } of policies.filter((policy) => policy.versions.length > 1)) {
      const texts = versions.map(({ documents }) => documents[0]!.document);
      const now = texts.at(-1)!;
      const after = passagesOf(now, gate);
      for (const was of texts.slice(0, -1)) {
        const all = passagesOf(was, gate);
        for (const { text, place, block } of all.filter(
          (_, i) => i % step === versions.length % step,
        )) {
          const found = await carry(was, now, gate, place);
          const there = after.filter((one) => one.text === text);
          const here = all.filter((one) => one.text === text);
          const landed =
            found &&
            after
              .filter(
                (one) => one.place.section === found.section && one.text.startsWith(found.quote),
              )
              .sort(
                (a, b) =>
                  Math.abs(a.place.offset - found.offset) - Math.abs(b.place.offset - found.offset),
              )[0];
          const likest = Math.max(...after.map((one) => share(wordsOf(block), wordsOf(one.block))));
          if (there.length === 1 && here.length === 1) {
            seen.same++;
            if (landed !== there[0])
              wrong.push(`${text.slice(0, 60)} → ${landed?.text.slice(0, 60)}`);
          } else if (landed) {
            seen.edited++;
            if (share(wordsOf(block), wordsOf(landed.block)) < 0.5) {
              wrong.push(`${text.slice(0, 60)} ⇒ ${landed.text.slice(0, 60)}`);
            }
          } else {
            seen.gone++;
            if (there.length === 1 || likest > 0.9) wrong.push(`${text.slice(0, 60)} is not gone`);
          }
        }
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(seen.same).to.be.greaterThan(40);
    expect(seen.edited).to.be.greaterThan(0);
    expect(seen.gone).to.be.greaterThan(0);
  });

  it('keeps the place when a version is published in mid-read', async () => {
    PolicyReader.define();
    remembered({});
    const { backend, client } = await connect();
    const draft = longDraft('long', 12);
    await backend.publish(draft);
    const reader = await openReader(client, { policy: 'long' });
    await filled(reader);
    const target = part(reader, 'section[data-id=s8] .body p:nth-of-type(2)');
    const { textContent } = target;
    await readTo(reader, target);
    const { title, sections } = draft.documents['en']!;
    const moved = sections[7]!;
    const now = sections.filter((one) => one !== moved && one.id !== 's2');
    const html = `<p>In front of it.</p>${moved.html}`;
    now.splice(-3, 0, { ...moved, id: 'annex', title: 'Annex', html });
    await backend.publish({ id: 'long', version: 2, documents: { en: { title, sections: now } } });
    reader.refresh();
    await eventually(() => parts(reader, 'section[data-id=annex]').length > 0, 'the new version');
    const top = (): number =>
      parts(reader, '.body p')
        .find((one) => one.textContent === textContent)!
        .getBoundingClientRect().top;
    await eventually(() => top() > -40 && top() < 100, 'the paragraph at the top');
    await settled(1000);
    expect(top()).to.be.within(-40, 100);
    expect(parts(reader, '.gone p')).to.have.length(0);
    client.close();
  });

  for (const view of ['scrolled', 'paged'] as const) {
    for (const gone of ['the passage', 'its section'] as const) {
      it(`says so in view when ${gone} is not in the new version, ${view}`, async () => {
        PolicyReader.define();
        remembered({});
        const { backend, client } = await connect();
        const draft = longDraft('long', 12);
        await backend.publish(draft);
        const reader = await openReader(client, { policy: 'long' });
        await filled(reader);
        await readTo(reader, part(reader, 'section[data-id=s8] .body p:nth-of-type(2)'));
        reader.view = view;
        await settled(300);
        const { title, sections } = draft.documents['en']!;
        const html = '<p>Something else altogether.</p>';
        const now =
          gone === 'its section'
            ? sections.filter(({ id }) => id !== 's8')
            : sections.map((one) => (one.id === 's8' ? { ...one, html } : one));
        await backend.publish({
          id: 'long',
          version: 2,
          documents: { en: { title, sections: now } },
        });
        reader.refresh();
        await eventually(() => parts(reader, '.gone p').length, 'a word about it');
        await settled(300);
        const notice = part(reader, '.gone');
        expect(notice.innerText).to.include('not found in this version');
        const { top, bottom } = notice.getBoundingClientRect();
        expect(top).to.be.at.least(0);
        expect(bottom).to.be.at.most(innerHeight);
        await expect(reader).to.be.accessible();
        if (gone === 'the passage') {
          const heading = part(reader, 'section[data-id=s8] [role=heading]');
          expect(heading.getBoundingClientRect().top).to.be.within(0, innerHeight);
        }
        part(reader, '.gone button').click();
        await reader.updateComplete;
        expect(parts(reader, '.gone p')).to.have.length(0);
        client.close();
      });
    }
  }
});
