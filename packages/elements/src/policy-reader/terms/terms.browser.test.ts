import type { Client, Section, Term, TermText } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { cut, type ModelBackend } from '../../testing/backend.js';
import { contrast } from '../../testing/colours.js';
import { connect, eventually } from '../../testing/page.js';
import {
  filled,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../../testing/reader.js';
import { prefer } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

const term = (id: string, text: Partial<TermText> = {}, more: Partial<Term> = {}): Term => ({
  id,
  texts: { en: { name: id, also: [], meaning: `What ${id} means.`, ...text } },
  ...more,
});

const section = (id: string, html: string): Section => ({
  ...{ id, title: `All about phishing in ${id}`, level: 2, html },
  words: 40,
});

const rangeOf = (at: AbstractRange): Range => {
  const range = new Range();
  range.setStart(at.startContainer, at.startOffset);
  range.setEnd(at.endContainer, at.endOffset);
  return range;
};

/** What is painted, by section, in the order of the text. */
const painted = (name = 'isms-term'): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((at) => {
    const { id } = at.startContainer.parentElement!.closest('section')!.dataset;
    return `${id}: ${rangeOf(at).toString().replace(/\s+/g, ' ')}`;
  });

/** Where an underlined word is in the window. */
const boxOf = (word: string): DOMRect => {
  const at = [...CSS.highlights.get('isms-term')!][painted().indexOf(word)];
  return rangeOf(at!).getBoundingClientRect();
};

/** Presses the middle of a word as a person does, with the mouse. */
const press = (word: string, below = 0): Promise<void> => {
  const { left, right, top, bottom } = boxOf(word);
  const position = [(left + right) / 2, (top + bottom) / 2 + below].map(Math.round);
  return sendMouse({ type: 'click', position: position as [number, number] });
};

const all = [
  'a: Phishing',
  'b: MFA',
  'b: Phishing',
  'c: multi-factor authentication',
  'd: near miss',
];

describe('policy-reader, terms of the organisation', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    ({ backend, client } = await connect());
    backend.terms = [
      term('phishing', { meaning: 'A message that wants you to act before you think.' }),
      term('second factor', { also: ['MFA', 'multi-factor authentication'] }),
      term('near miss', {}, { policy: { id: 'reporting', title: 'Reporting events' } }),
      term('unheard-of'),
    ];
    const sections = [
      section(
        'a',
        '<h3>Phishing</h3><p><code>phishing</code> Phish<b>ing</b> is when phishing comes.</p>',
      ),
      section(
        'b',
        `<p>See <a href="#a">phishing</a>, anti-phishing and spearphishing; mfa is no MFA.</p>
         <ul><li>Phishing, and MFA.</li></ul>`,
      ),
      section(
        'c',
        `<p>So multi-factor<br>authentication is no word, and multi-factor
         authentication is one.</p>`,
      ),
      section('d', `${'<p>Nothing in particular.</p>'.repeat(40)}<p>A near miss; a near-miss.</p>`),
    ];
    await backend.publish({
      id: 'mail',
      documents: {
        en: { title: 'Mail and phishing', sections },
        he: { title: 'דואר', sections: [section('a', '<p>זהו דיוג מובהק.</p>')] },
      },
    });
    const more = [section('r', '<p>Report a near miss.</p>')];
    await backend.publish({
      id: 'reporting',
      documents: { en: { title: 'Reporting events', sections: more } },
    });
  });
  afterEach(async () => {
    client.close();
    await prefer();
    await setViewport({ width: 800, height: 600 });
  });

  const open = async (
    set: Partial<PolicyReader> = {},
    box: Parameters<typeof openReader>[2] = {},
    words = all,
  ): Promise<PolicyReader> => {
    const reader = await openReader(client, { policy: 'mail', ...set }, box);
    await eventually(() => painted().join() === words.join(), words.join());
    return reader;
  };
  const boxes = (reader: PolicyReader): HTMLElement[] => parts(reader, '.term:popover-open');
  const opened = async (reader: PolicyReader): Promise<HTMLElement> => {
    await eventually(() => boxes(reader).length === 1, 'the meaning');
    return boxes(reader)[0]!;
  };
  const closed = (reader: PolicyReader): Promise<void> =>
    eventually(() => parts(reader, '.term').length === 0, 'that it is closed');
  const listed = (panel: HTMLElement): string[] =>
    [...panel.querySelectorAll<HTMLElement>('dt > span')].map((one) => one.innerText);

  it('are underlined as whole words where they first stand in a section, and the text stays as it is', async () => {
    const reader = await openReader(client, { policy: 'mail' });
    await filled(reader);
    const text = part(reader, 'article').innerHTML;
    await eventually(() => painted().length >= all.length, 'the words');
    await settled();
    expect(painted()).to.deep.equal(all);
    expect(part(reader, 'article').innerHTML).to.equal(text);
    const style = getComputedStyle(part(reader, 'article p'), '::highlight(isms-term)');
    expect([style.textDecorationLine, style.textDecorationStyle]).to.deep.equal([
      'underline',
      'dotted',
    ]);
    await expect(reader).to.be.accessible();
    reader.remove();
    expect(painted()).to.deep.equal([]);
  });

  it('show what they mean beside the word, and never over it', async () => {
    const reader = await open();
    await press('a: Phishing');
    const box = await opened(reader);
    expect(box.innerText).to.include('phishing').and.include('act before you think');
    expect(box.getAttribute('aria-label')).to.equal('phishing');
    await expect(reader).to.be.accessible();
    const word = boxOf('a: Phishing');
    const { top, bottom, left, right, height } = box.getBoundingClientRect();
    expect(top >= word.bottom || bottom <= word.top, `${top} to ${bottom}`).to.equal(true);
    expect([top >= 0, left >= 0, bottom <= innerHeight, right <= innerWidth, height > 40])
      .to.deep //
      .equal([true, true, true, true, true]);
    const { width, height: high } = part(reader, '.term button').getBoundingClientRect();
    expect(Math.min(width, high)).to.be.at.least(24);
    part(reader, '.term button').click();
    await closed(reader);
    // Where a finger comes down beside a thin line of text, it is meant.
    await press('a: Phishing', 11);
    await opened(reader);
  });

  it('close by Escape, by a press elsewhere, by a press on the word again, and when the text moves on', async () => {
    const reader = await open();
    const ways = {
      Escape: () => sendKeys({ press: 'Escape' }),
      'a press elsewhere': () => sendMouse({ type: 'click', position: [780, 590] }),
      'a press on the word': () => press('b: MFA'),
      'a scroll': () => scrollBy(0, 40),
    };
    for (const [way, go] of Object.entries(ways)) {
      await press('b: MFA');
      await opened(reader);
      await go();
      await closed(reader);
      await settled(50);
      expect(boxes(reader), way).to.have.length(0);
    }
    await press('a: Phishing');
    await opened(reader);
    await press('b: MFA');
    await eventually(() => boxes(reader)[0]?.innerText.includes('second factor'), 'the other');
    expect(boxes(reader)).to.have.length(1);
  });

  it('leave headings, links, code and all other words alone', async () => {
    const reader = await open();
    for (const quiet of ['h3', 'code', '[role=heading]', 'a[href="#a"]', 'section[data-id=d] p']) {
      const { left, top } = part(reader, `article ${quiet}`).getBoundingClientRect();
      part(reader, `article ${quiet}`).dispatchEvent(
        new MouseEvent('click', {
          ...{ bubbles: true, composed: true, cancelable: true },
          ...{ clientX: left + 4, clientY: top + 4 },
        }),
      );
    }
    await settled();
    expect(boxes(reader)).to.have.length(0);
  });

  it('give way to what a person has marked themselves', async () => {
    const reader = await open();
    const item = part(reader, 'section[data-id=b] li').firstChild as Text;
    item.parentElement!.dispatchEvent(new Event('selectstart', { bubbles: true, composed: true }));
    document.getSelection()!.setBaseAndExtent(item, 0, item, 8);
    await eventually(() => parts(reader, '.marking:popover-open').length, 'the acts');
    part(reader, '.marking button').click();
    await press('b: Phishing');
    await eventually(() => parts(reader, '.mark:popover-open').length, 'the mark');
    expect(boxes(reader)).to.have.length(0);
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('isms-marks:')) localStorage.removeItem(name);
    }
  });

  it('stand in the contents with what they mean, and lead to their first place, by keyboard', async () => {
    const reader = await open();
    const contents = await openPanel(reader, 'contents');
    await eventually(() => listed(contents).length, 'the terms');
    expect(listed(contents)).to.deep.equal(['near miss', 'phishing', 'second factor']);
    expect(contents.innerText).to.include('Terms in this text');
    expect(contents.querySelector('dd')!.innerText).to.equal('What near miss means.');
    await expect(reader).to.be.accessible();
    const [button] = [...contents.querySelectorAll<HTMLElement>('dt button')];
    expect(button!.ariaLabel).to.equal('Show in the text: near miss');
    button!.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => !contents.matches(':popover-open'), 'the text');
    await eventually(
      () => reader.shadowRoot!.activeElement?.textContent === 'All about phishing in d',
      'the focus',
    );
    expect(painted('isms-term-gone-to')).to.deep.equal(['d: near miss']);
    const { top, bottom } = boxOf('d: near miss');
    expect(top >= 0 && bottom <= innerHeight, `${top} to ${bottom}`).to.equal(true);
    await sendMouse({ type: 'click', position: [780, 590] });
    expect(painted('isms-term-gone-to')).to.deep.equal([]);
  });

  it('lead to the policy that says more, and back', async () => {
    const reader = await open();
    const contents = await openPanel(reader, 'contents');
    await eventually(() => listed(contents).length, 'the terms');
    const [link, ...others] = [...contents.querySelectorAll<HTMLElement>('dd a')];
    expect([link!.innerText, others.length]).to.deep.equal(['More in “Reporting events”', 0]);
    link!.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => painted().join() === 'r: near miss', 'the terms of the other policy');
    expect(part(reader, '.title').innerText).to.equal('Reporting events');
    await press('r: near miss');
    const box = await opened(reader);
    expect(box.querySelector('a'), 'it is open already').to.equal(null);
    await sendKeys({ press: 'Escape' });
    parts(reader, '.bar button')
      .find(({ innerText }) => innerText.includes('Mail and phishing'))!
      .click();
    await eventually(() => painted().join() === all.join(), 'the terms of the first');
  });

  it('lead where the page says', async () => {
    const reader = await open({ hrefTemplate: '/policy?id={policy}#{section}' });
    const contents = await openPanel(reader, 'contents');
    await eventually(() => listed(contents).length, 'the terms');
    expect(contents.querySelector('dd a')!.getAttribute('href')).to.equal('/policy?id=reporting#');
  });

  it('are shown from right to left, in the language of the text', async () => {
    backend.terms = [
      { id: 'p', texts: { he: { name: 'דיוג', also: [], meaning: 'הודעה שרוצה שתפעל מהר.' } } },
    ];
    const box = { dir: 'rtl', lang: 'he' };
    const reader = await open({}, box, ['a: דיוג']);
    await press('a: דיוג');
    const meaning = await opened(reader);
    const word = boxOf('a: דיוג');
    const { right } = meaning.getBoundingClientRect();
    expect(Math.abs(right - word.right)).to.be.below(2);
    const paragraph = meaning.querySelector('p')!;
    expect([paragraph.lang, getComputedStyle(paragraph).direction]).to.deep.equal(['he', 'rtl']);
    const [asked] = backend.received.filter(({ path }) => path.startsWith('/v1/terms'));
    expect(asked?.path).to.include('language=he');
  });

  for (const [width, height] of [
    [320, 640],
    [320, 256],
  ] as const) {
    it(`fit beside their word at ${width} × ${height}, in pages too`, async () => {
      await setViewport({ width, height });
      for (const view of ['scrolled', 'paged'] as const) {
        const reader = await open({ view }, { width });
        part(reader, 'article').scrollIntoView();
        await settled();
        await press('a: Phishing');
        const box = (await opened(reader)).getBoundingClientRect();
        const word = boxOf('a: Phishing');
        expect(box.top >= word.bottom || box.bottom <= word.top, view).to.equal(true);
        expect(box.left >= 0 && box.right <= width, view).to.equal(true);
        expect(box.top >= 0 && box.bottom <= height, view).to.equal(true);
        reader.remove();
      }
    });
  }

  it('are the same after the changes are shown, but for what is gone', async () => {
    const sections = [
      section('a', '<p>Phishing is bad, and a near miss counts.</p>'),
      section('b', '<p>Nothing else is to be said here.</p>'),
    ];
    await backend.publish({
      ...{ id: 'mail', version: 2, material: true },
      documents: { en: { title: 'Mail', sections } },
    });
    const later = [
      section('a', '<p>A near miss counts.</p>'),
      section('b', '<p>Nothing else but phishing is to be said here.</p>'),
    ];
    await backend.publish({
      ...{ id: 'mail', version: 3, material: true },
      documents: { en: { title: 'Mail', sections: later } },
      asks: { asks: 'acknowledge', acknowledgedVersion: 2 },
    });
    const reader = await open({}, {}, ['a: near miss', 'b: phishing']);
    await eventually(() => parts(reader, '[part=changes] button').length, 'the offer');
    part(reader, '[part=changes] button').click();
    await eventually(() => parts(reader, 'ins[data-changed]').length, 'the changes');
    await eventually(() => painted().length === 2, 'the terms');
    expect(painted()).to.deep.equal(['a: near miss', 'b: phishing']);
    expect(boxOf('b: phishing').width).to.be.above(0);
  });

  const nothing = {
    'an older backend': () => void (backend.terms = undefined),
    'a backend without a glossary': () => void (backend.terms = []),
    'a glossary of other words': () => void (backend.terms = [term('unheard-of')]),
    'a glossary that cannot be had': () => {
      backend.fault = (request) =>
        request.path.startsWith('/v1/terms') ? cut(request) : undefined;
    },
    'a backend that says it has one, and has none': () => {
      backend.terms = undefined;
      backend.discovery.terms = true;
    },
  };
  for (const [what, prepare] of Object.entries(nothing)) {
    it(`are nothing to be seen of with ${what}`, async () => {
      prepare();
      const reader = await openReader(client, { policy: 'mail' });
      await filled(reader);
      await settled(300);
      const asked = backend.received.some(({ path }) => path.startsWith('/v1/terms'));
      expect(asked, 'it is asked for only where there is one').to.equal(
        !!backend.terms?.length || !!backend.discovery.terms,
      );
      const contents = await openPanel(reader, 'contents');
      expect(contents.querySelectorAll('dl, dt, .terms')).to.have.length(0);
      expect(contents.innerText).to.not.include('Terms');
      expect([painted(), parts(reader, '.notice').length]).to.deep.equal([[], 0]);
      expect(reader.state).to.equal('ready');
    });
  }

  it('are underlined in the colour of the text where colours are forced', async function () {
    if (!(await prefer({ 'forced-colors': 'active' }))) this.skip();
    const reader = await open();
    const paragraph = part(reader, 'section p');
    const style = getComputedStyle(paragraph, '::highlight(isms-term)');
    expect(style.textDecorationLine).to.equal('underline');
    expect(contrast(style.textDecorationColor, paragraph)).to.be.above(3);
    // Else the browser paints it as if it were selected.
    const { forcedColorAdjust } = getComputedStyle(paragraph) as unknown as Record<string, string>;
    expect(forcedColorAdjust).to.equal('none');
    expect(contrast(getComputedStyle(paragraph).color, paragraph)).to.be.above(7);
    await press('a: Phishing');
    const { borderTopColor, borderTopWidth } = getComputedStyle(await opened(reader));
    expect(parseFloat(borderTopWidth)).to.be.at.least(1);
    expect(contrast(borderTopColor, reader)).to.be.above(3);
  });
});
