import type { Client, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { connect, eventually, words } from '../../testing/page.js';
import { publishSamples } from '../../testing/policies.js';
import {
  filled,
  longDraft,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../../testing/reader.js';
import {
  enter,
  field,
  listed,
  openSearch,
  painted,
  paintedWords,
  said,
  search,
  type,
} from '../../testing/searching.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

describe('policy-reader, searching', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const publish = async (language: string, ...bodies: string[]): Promise<void> => {
    const sections = bodies.map((body, i): Section => ({
      id: `s${i + 1}`,
      title: `Section ${i + 1}`,
      level: 2,
      html: body,
      words: body.split(' ').length,
    }));
    await backend.publish({ id: 'made', documents: { [language]: { title: 'Made', sections } } });
  };
  const show = (set: Partial<PolicyReader> = {}, box = {}): Promise<PolicyReader> =>
    openReader(client, { policy: 'made', ...set }, box);
  const isOpen = (reader: Element): boolean => part(reader, '#search').matches(':popover-open');

  describe('finds', () => {
    const cases: [what: string, language: string, body: string, query: string, hits: string[]][] = [
      ['letters with accents', 'en', '<p>A résumé, a resume</p>', 'RESUME', ['résumé', 'resume']],
      ['ß as ss', 'de', '<p>Straße und STRASSE</p>', 'strasse', ['Straße', 'STRASSE']],
      ['Arabic with harakat', 'ar', '<p>غَيِّرْ كَلِمَةَ السِّرِّ</p>', 'كلمة السر', ['كَلِمَةَ السِّرِّ']],
      ['Arabic without harakat', 'ar', '<p>غير كلمة السر</p>', 'كَلِمَةَ', ['كلمة']],
      ['Hebrew', 'he', '<p>סִיסְמָה חדשה</p>', 'סיסמה', ['סִיסְמָה']],
      ['Japanese', 'ja', '<p>情報セキュリティ方針を守る</p>', 'ｾｷｭﾘﾃｨ', ['セキュリティ']],
      ['Chinese', 'zh', '<p>信息安全，安全第一</p>', '安全', ['安全', '安全']],
      [
        'words across elements',
        'en',
        '<p>Never <strong>sh</strong>are <em>it</em>.</p>',
        'share it',
        ['share it'],
      ],
      ['words across a line break', 'en', '<p>Lock<br>it</p>', 'lock it', ['Lock it']],
      [
        'what stands in a table',
        'en',
        '<p>Who:</p><table><tr><th>Who</th><td>The officer</td></tr></table>',
        'officer',
        ['officer'],
      ],
      [
        'what stands in a list',
        'en',
        '<p>Who:</p><ul><li>One<ol><li>The officer</li></ol></li></ul>',
        'officer',
        ['officer'],
      ],
      [
        'nothing across paragraphs and cells',
        'en',
        '<p>one</p><p>two</p><table><tr><td>one</td><td>two</td></tr></table>',
        'one two',
        [],
      ],
      ['headings', 'en', '<p>Text</p>', 'section 1', ['Section 1']],
    ];
    for (const [what, language, body, query, hits] of cases) {
      it(what, async () => {
        await publish(language, body);
        const reader = await show();
        await search(reader, query);
        expect(listed(reader)).to.deep.equal(hits);
        const spaced = hits.map((hit) =>
          what.includes('line break') ? hit.replace(' ', '') : hit,
        );
        expect(paintedWords()).to.deep.equal(spaced);
      });
    }

    it('what is not on the page yet, in the order of the text, by section', async () => {
      await publish('en', '<p>A first badge</p>', '<p>No</p>', '<p>Badge</p><p>the badge</p>');
      const reader = await show();
      await search(reader, 'badge');
      expect(said(reader)).to.equal('3 hits');
      const headings = parts(reader, '#search .hits [role=heading]').map((one) => one.textContent);
      expect(headings).to.deep.equal(['Section 1', 'Section 3']);
      const snippets = parts(reader, '#search .hits button').map((one) => one.textContent!.trim());
      expect(snippets).to.deep.equal(['A first badge', 'Badge', 'the badge']);
    });

    it('nothing, and says calmly what to try', async () => {
      const reader = await openReader(client);
      await search(reader, 'xylophone');
      expect(said(reader)).to.contain('“xylophone” is not in this document. Try fewer letters');
      expect(listed(reader)).to.deep.equal([]);
      await expect(reader).to.be.accessible();
    });

    it('nothing for white space, and says nothing', async () => {
      const reader = await openReader(client);
      await search(reader, ' \u00a0 ');
      expect(said(reader)).to.equal('');
      expect(listed(reader)).to.deep.equal([]);
      expect(paintedWords()).to.deep.equal([]);
    });

    it('many, lists the first of them, and says so', async () => {
      await publish('en', `<p>${'badge '.repeat(450)}</p>`);
      const reader = await show();
      await search(reader, 'badge');
      expect(said(reader)).to.equal('450 hits');
      expect(listed(reader)).to.have.length(200);
      expect(part(reader, '#search .results').textContent).to.contain('The first 200 are listed');
    });

    it('the newest query, whatever is still being looked for', async () => {
      const reader = await openReader(client);
      await openSearch(reader);
      for (const query of ['s', 'sc', 'scr', 'screen']) enter(reader, query);
      await eventually(() => said(reader) === '1 hit', 'the last query');
      expect(listed(reader)).to.deep.equal(['screen']);
    });

    it('nothing of another text that has come in its place', async () => {
      const reader = await openReader(client);
      await search(reader, 'screen');
      enter(reader, 'device');
      reader.policy = 'travel';
      await eventually(() => words(reader).includes('Put papers away'), 'the other text');
      await settled();
      expect(paintedWords()).to.deep.equal([]);
      expect(field(reader).value).to.equal('');
      await search(reader, 'papers');
      expect(listed(reader)).to.deep.equal(['papers']);
    });
  });

  describe('speaks', () => {
    it('German on a German page', async () => {
      const reader = await openReader(client, {}, { lang: 'de' });
      await search(reader, 'gerät');
      expect(part(reader, '.bar [popovertarget=search]').textContent).to.equal('Suchen');
      expect(part(reader, '#search [role=heading]').textContent).to.equal('Im Dokument suchen');
      expect(said(reader)).to.match(/^\d Fundstellen$/);
    });

    it('and looks the same to axe in every state', async () => {
      for (const dir of ['ltr', 'rtl']) {
        const reader = await openReader(client, {}, { dir, width: 320 });
        await search(reader, 'device');
        await expect(reader).to.be.accessible();
        await sendKeys({ press: 'Enter' });
        await eventually(() => said(reader) === 'Hit 1 of 4', 'the first hit');
        await expect(reader).to.be.accessible();
        await sendKeys({ press: 'Escape' });
      }
    }).timeout(30_000);
  });

  describe('paints', () => {
    it('without a change to the text', async () => {
      const body =
        '<p>Never <strong>sh</strong>are a badge.</p><table><tr><td>share</td></tr></table>';
      await publish('en', body);
      const reader = await show();
      await filled(reader);
      const texts = (): string[] => parts(reader, '.body').map((body) => body.innerHTML);
      const before = texts();
      const nodes = [...part(reader, 'article').querySelectorAll('*')];
      await search(reader, 'share');
      expect(paintedWords()).to.deep.equal(['share', 'share']);
      await sendKeys({ press: 'Enter' });
      await eventually(() => painted('isms-current-hit').length === 1, 'a current hit');
      expect(texts()).to.deep.equal(before);
      expect([...part(reader, 'article').querySelectorAll('*')]).to.deep.equal(nodes);
    });

    it('until the search is emptied, or closed by Escape or its button', async () => {
      const reader = await openReader(client);
      await search(reader, 'screen');
      expect(paintedWords()).to.deep.equal(['screen']);
      await type(reader, '');
      expect(paintedWords()).to.deep.equal([]);
      await type(reader, 'screen');
      await sendKeys({ press: 'Escape' });
      await settled(60);
      expect([isOpen(reader), paintedWords()]).to.deep.equal([false, []]);
      await openSearch(reader);
      await eventually(() => paintedWords().length === 1, 'painted again');
      part(reader, '#search .top button').click();
      await settled(60);
      expect([isOpen(reader), paintedWords()]).to.deep.equal([false, []]);
    });

    it('each of two readers, and nothing of one that is gone', async () => {
      const one = await openReader(client);
      await search(one, 'screen');
      part(one, '#search').hidePopover();
      const two = await openReader(client);
      await search(two, 'purpose');
      expect(paintedWords()).to.deep.equal(['screen', 'Purpose']);
      one.remove();
      await settled(60);
      expect(paintedWords()).to.deep.equal(['Purpose']);
    });

    it('nothing where the browser cannot, and all else works', async () => {
      const highlights = Object.getOwnPropertyDescriptor(CSS, 'highlights')!;
      delete (CSS as { highlights?: unknown }).highlights;
      try {
        const reader = await openReader(client);
        await search(reader, 'screen');
        expect(listed(reader)).to.deep.equal(['screen']);
        await sendKeys({ press: 'Enter' });
        await eventually(() => said(reader) === 'Hit 1 of 1', 'the hit');
      } finally {
        Object.defineProperty(CSS, 'highlights', highlights);
      }
    });
  });
});

describe('policy-reader, searching in a long document', () => {
  it('finds what is not on the page yet, and holds up nobody', async () => {
    remembered({});
    const { backend, client } = await connect();
    const draft = longDraft('long', 2787, 80);
    const text = draft.documents['en']!.sections.map(({ html }) => html).join('');
    const supplierWords = text.split('supplier').length - 1;
    await backend.publish(draft);
    const reader = await openReader(client, { policy: 'long' });
    expect(parts(reader, '.body').some((body) => !body.firstChild)).to.equal(true);
    await openSearch(reader);
    let turns = 0;
    const others = setInterval(() => turns++);
    enter(reader, 'desk');
    await settled(200);
    enter(reader, 'supplier');
    await eventually(() => said(reader).endsWith('hits'), 'hits');
    clearInterval(others);
    expect(said(reader)).to.equal(`${supplierWords.toLocaleString('en')} hits`);
    expect(turns, 'turns of others while it searched').to.be.above(20);
    expect(painted('isms-hit').length).to.be.within(1, 2000);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await eventually(() => painted('isms-current-hit').length === 1, 'the last hit');
    await eventually(() => {
      const { top, bottom } = painted('isms-current-hit')[0]!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'the last hit in view');
    expect(field(reader).matches(':focus')).to.equal(true);
    client.close();
  }).timeout(60_000);
});
