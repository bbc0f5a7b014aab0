import type { Client } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { answers, cut, type ModelBackend } from '../testing/backend.js';
import { connect, eventually, once, words } from '../testing/page.js';
import { publishSamples, sample } from '../testing/policies.js';
import {
  filled,
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../testing/reader.js';
import { PolicyReader } from './policy-reader.js';

PolicyReader.define();

const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

describe('policy-reader', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
    await publishSamples(backend);
  });
  afterEach(() => client.close());

  const show = (policy: string, until: string): Promise<PolicyReader> => {
    const reader = fixtureSync<PolicyReader>(
      html`<policy-reader policy=${policy} .client=${client}></policy-reader>`,
    );
    return eventually(() => reader.state === until, until).then(async () => {
      await reader.updateComplete;
      return reader;
    });
  };

  describe('the text', () => {
    it('stands under its title, with version, length and sections', async () => {
      const reader = await openReader(client);
      expect(reader.state).to.equal('ready');
      expect(reader.matches(':state(ready)')).to.equal(true);
      expect(text(part(reader, '[part=title]'))).to.equal(
        'Acceptable use of information and devices',
      );
      expect(text(part(reader, '.meta'))).to.contain('Version 3 · about a minute');
      expect(parts(reader, '[part=heading]').map(text)).to.deep.equal([
        'Purpose',
        'Devices',
        'Private devices',
      ]);
      expect(parts(reader, '.body').map(text)).to.deep.equal([
        'This policy says what we may do with the devices we work on.',
        'Lock the screen when you leave it.Report a loss at once.',
        'Private devices may be used for e-mail.',
      ]);
      expect(part(reader, 'article').lang).to.equal('en');
    });

    it('has headings that fit into the page around', async () => {
      const reader = await openReader(client, { headingLevel: 3 });
      const levels = parts(reader, 'article [role=heading]').map((one) => one.ariaLevel);
      expect(levels).to.deep.equal(['3', '4', '4', '4']);
    });

    it('takes another level later on, and keeps the place', async () => {
      const reader = await openReader(client, { section: 'private' });
      let place = '';
      reader.addEventListener('place-changed', (event) => (place = event.place.section));
      reader.headingLevel = 4;
      await eventually(() => part(reader, '.title').ariaLevel === '4', 'the other level');
      await eventually(() => place === 'private', 'the place');
      const levels = parts(reader, 'article [role=heading]').map((one) => one.ariaLevel);
      expect(levels).to.deep.equal(['4', '5', '5', '5']);
      expect(words(reader)).to.contain('Private devices may be used for e-mail.');
    });

    it('opens in the language of the page where there is one', async () => {
      const reader = await openReader(client, {}, { lang: 'de' });
      expect(text(part(reader, '[part=title]'))).to.contain('Zulässiger Gebrauch');
      await eventually(() => words(reader).includes('Fassung 3'));
    });

    it('changes its language, and keeps the place', async () => {
      const reader = await openReader(client, { section: 'private' });
      const select = part<HTMLSelectElement>(reader, 'select');
      expect([...select.options].map((one) => one.text.trim())).to.deep.equal([
        'English',
        'Deutsch',
      ]);
      select.value = 'de';
      const displayed = once(reader, 'policy-displayed');
      let place = '';
      reader.addEventListener('place-changed', (event) => (place = event.place.section));
      select.dispatchEvent(new Event('change'));
      expect((await displayed).document.language).to.equal('de');
      await eventually(() => text(part(reader, 'article')).includes('Melden Sie einen Verlust'));
      expect(part(reader, 'article').lang).to.equal('de');
      await settled();
      expect(place).to.equal('private');
    });

    it('is an older version where one is asked for', async () => {
      await backend.publish({ ...sample, version: 4 });
      const reader = await openReader(client, { version: 3 });
      expect(text(part(reader, '.meta'))).to.contain('Version 3');
    });

    it('does not go on showing a version when another one is asked for that is not there', async () => {
      const reader = await openReader(client);
      reader.version = 99;
      await eventually(() => reader.state === 'missing', 'missing');
    });

    it('is told about: displayed, place, end', async () => {
      const heard: string[] = [];
      const box = fixtureSync<HTMLElement>(html`<div></div>`);
      for (const type of ['policy-displayed', 'place-changed', 'end-reached'] as const) {
        box.addEventListener(type, () => heard.push(type));
      }
      const reader = document.createElement('policy-reader');
      Object.assign(reader, { policy: 'acceptable-use', client });
      const ended = once(reader, 'end-reached');
      box.append(reader);
      const { policy, version } = await ended;
      expect({ policy, version }).to.deep.equal({ policy: 'acceptable-use', version: 3 });
      await settled();
      expect(heard[0]).to.equal('policy-displayed');
      expect(heard).to.include('place-changed');
      expect(heard.filter((type) => type === 'end-reached')).to.have.length(1);
    });

    it('lives under another tag as well', async () => {
      PolicyReader.define('acme-reader');
      const reader = fixtureSync<PolicyReader>(
        html`<acme-reader policy="travel" .client=${client}></acme-reader>`,
      );
      await eventually(() => words(reader).includes('Put papers away'));
      expect(reader).to.be.instanceOf(PolicyReader);
    });

    it('stays where it was when the page moves the element', async () => {
      await backend.publish(longDraft('long', 12));
      const reader = await openReader(client, { policy: 'long', section: 's7' });
      await filled(reader);
      const before = part(reader, 'section[data-id=s7]').getBoundingClientRect().top;
      expect(before).to.be.within(-2, 60);
      reader.parentElement!.append(document.createElement('p'), reader);
      await settled(600);
      const after = part(reader, 'section[data-id=s7]').getBoundingClientRect().top;
      expect(after).to.be.within(-40, 80);
    });
  });

  describe('without a text', () => {
    it('says that it loads', async () => {
      backend.fault = ({ path }) =>
        path.startsWith('/v1/policies') ? new Promise<Response>(() => {}) : undefined;
      const reader = await show('acceptable-use', 'loading');
      expect(words(reader)).to.contain('Loading…');
      await expect(reader).to.be.accessible();
    });

    it('says that there is no such policy', async () => {
      const reader = await show('nothing-like-it', 'missing');
      expect(words(reader)).to.contain('There is no such policy');
      await expect(reader).to.be.accessible();
    });

    it('offers to try again when the service fails, and then shows the text', async () => {
      await eventually(() => client);
      backend.fault = (request) =>
        request.path.startsWith('/v1/policies') ? answers(500, 'internal')(request) : undefined;
      const reader = await show('acceptable-use', 'failed');
      expect(words(reader)).to.contain('could not be loaded');
      await expect(reader).to.be.accessible();
      backend.fault = undefined;
      part(reader, '[part=notice] button').click();
      await eventually(() => words(reader).includes('Lock the screen'));
    });

    it('offers to try again without a network, and then shows the text', async () => {
      backend.fault = cut;
      const reader = await show('acceptable-use', 'failed');
      expect(words(reader)).to.contain('cannot be reached');
      await expect(reader).to.be.accessible();
      backend.fault = undefined;
      part(reader, '[part=notice] button').click();
      await eventually(() => words(reader).includes('Lock the screen'));
    });

    it('keeps the text when the network goes while another language is asked for', async () => {
      const reader = await openReader(client);
      backend.fault = cut;
      const select = part<HTMLSelectElement>(reader, 'select');
      select.value = 'de';
      select.dispatchEvent(new Event('change'));
      await eventually(() => parts(reader, '[part=notice]').length === 1, 'a notice');
      expect(words(reader)).to.contain('Lock the screen');
      backend.fault = undefined;
      part(reader, '[part=notice] button').click();
      await eventually(() => words(reader).includes('Melden Sie einen Verlust'));
      expect(parts(reader, '[part=notice]')).to.have.length(0);
    });
  });

  describe('for everybody', () => {
    for (const view of ['scrolled', 'paged'] as const) {
      for (const theme of ['host', 'light', 'sepia', 'dark'] as const) {
        it(`has no axe finding ${view}, ${theme}, with any panel open`, async () => {
          remembered({ view, theme });
          const reader = await openReader(client);
          await expect(reader).to.be.accessible();
          for (const id of ['search', 'contents', 'type', 'record']) {
            const panel = await openPanel(reader, id);
            await expect(reader).to.be.accessible();
            panel.hidePopover();
          }
        }).timeout(30_000);
      }
    }

    it('goes by the contents panel to a section, which gets the focus', async () => {
      await backend.publish(longDraft('long', 12));
      const reader = await openReader(client, { policy: 'long' });
      part(reader, '.bar [popovertarget=contents]').click();
      await eventually(() => parts(reader, '.contents button').length === 12);
      parts(reader, '.contents button')[7]!.click();
      await settled();
      expect(part(reader, '#contents').matches(':popover-open')).to.equal(false);
      const heading = part(reader, 'section[data-id=s8] [role=heading]');
      expect(reader.shadowRoot!.activeElement).to.equal(heading);
      expect(heading.getBoundingClientRect().top).to.be.within(0, 80);
    });

    it('marks in the contents what was displayed, and where the person is', async () => {
      await backend.publish(longDraft('long', 12, 45));
      const reader = await openReader(client, { policy: 'long' });
      part(reader, '.bar [popovertarget=contents]').click();
      await eventually(() => parts(reader, '.contents button').length === 12);
      const first = (): string => text(parts(reader, '.contents button')[0]!);
      await eventually(() => first() === 'Section 1 displayed', 'the first second');
      const items = parts(reader, '.contents button').map(text);
      expect(items[11]).to.equal('Section 12');
      expect(part(reader, '.contents [aria-current=location]').textContent).to.contain('Section 1');
    });

    it('fits into 320 pixels at 200 % text, and a wide table scrolls by itself', async () => {
      const cells = Array.from({ length: 9 }, (_, i) => `<td>Verantwortlichkeit${i}</td>`).join('');
      const html = `<p>Informationssicherheitsmanagementsystembeauftragte</p><table><tr>${cells}</tr></table>`;
      const section = { id: 'wide', title: 'Wide', level: 2, html, words: 10 };
      await backend.publish({
        id: 'wide',
        documents: {
          de: { title: 'Breit', sections: [section] },
          en: { title: 'Wide', sections: [section] },
        },
      });
      const root = document.documentElement;
      for (const view of ['scrolled', 'paged'] as const) {
        for (const dir of ['ltr', 'rtl']) {
          remembered({ view, size: 4, theme: 'light' });
          root.style.fontSize = '200%';
          const reader = await openReader(client, { policy: 'wide' }, { width: 320, dir });
          const box = reader.parentElement!;
          const right = box.getBoundingClientRect().right + 1;
          const outside = parts(reader, '.reader *:not([popover] *, [popover], table *, table)')
            .filter((one) => !one.matches('.paged article *') && one.getClientRects().length)
            .filter((one) => {
              const rect = one.getBoundingClientRect();
              return rect.right > right || rect.left < box.getBoundingClientRect().left - 1;
            })
            .map((one) => `${one.className || one.tagName} ${view} ${dir}`);
          expect(outside).to.deep.equal([]);
          expect(box.scrollWidth).to.be.at.most(320);
          const region = part(reader, '.scroll');
          expect(region.scrollWidth).to.be.above(region.clientWidth);
          expect(region.getAttribute('role')).to.equal('region');
          expect(region.tabIndex).to.equal(0);
          root.style.fontSize = '';
        }
      }
    });

    it('makes the text larger and smaller', async () => {
      const reader = await openReader(client);
      const size = (): number => parseFloat(getComputedStyle(part(reader, '.body p')).fontSize);
      const before = size();
      await openPanel(reader, 'type');
      const [smaller, larger] = parts(reader, '#type .choices > button') as [
        HTMLElement,
        HTMLElement,
      ];
      larger.click();
      await settled();
      expect(size()).to.be.above(before * 1.05);
      smaller.click();
      await reader.updateComplete;
      smaller.click();
      await settled();
      expect(size()).to.be.below(before * 0.95);
    });

    it('remembers what was chosen on this device', async () => {
      const reader = await openReader(client);
      await openPanel(reader, 'type');
      part<HTMLInputElement>(reader, '#type input[name=theme]:not(:checked)').click();
      await reader.updateComplete;
      const chosen = part(reader, '.reader').dataset['theme'];
      const again = await openReader(client);
      expect(part(again, '.reader').dataset['theme']).to.equal(chosen);
    });
  });

  describe('a resume offer', () => {
    const elsewhere = (section: string): void => {
      const seen = backend.policies.get('long')!.documents[0]!;
      backend.readings.set('elsewhere', {
        policy: 'long',
        version: 1,
        language: 'en',
        contentHash: seen.contentHash,
        sequence: 4,
        startedAt: '2026-11-20T10:00:00.000Z',
        method: 'visual',
        sections: [{ id: 's1', seconds: 20 }],
        last: { section, offset: 0, quote: '' },
        device: 'Firefox, Windows',
      });
    };
    beforeEach(() => backend.publish(longDraft('long', 12)));

    it('names the section, never jumps, and goes there when asked to', async () => {
      elsewhere('s9');
      const reader = await openReader(client, { policy: 'long' });
      expect(text(part(reader, '[part=resume]'))).to.contain('Last time you were at “Section 9”');
      expect(scrollY).to.equal(0);
      await expect(reader).to.be.accessible();
      parts(reader, '[part=resume] button')[0]!.click();
      await settled();
      expect(parts(reader, '[part=resume]')).to.have.length(0);
      const { top } = part(reader, 'section[data-id=s9]').getBoundingClientRect();
      expect(top).to.be.within(-2, 60);
    });

    it('closes when the person stays', async () => {
      elsewhere('s9');
      const reader = await openReader(client, { policy: 'long' });
      parts(reader, '[part=resume] button')[1]!.click();
      await reader.updateComplete;
      expect(parts(reader, '[part=resume]')).to.have.length(0);
      expect(scrollY).to.equal(0);
    });

    it('is not made for the beginning, or a section that is gone', async () => {
      elsewhere('s1');
      expect(parts(await openReader(client, { policy: 'long' }), '[part=resume]')).to.have.length(
        0,
      );
      elsewhere('gone');
      expect(parts(await openReader(client, { policy: 'long' }), '[part=resume]')).to.have.length(
        0,
      );
    });

    it('tells on which device', async () => {
      elsewhere('s9');
      backend.fault = ({ path }) =>
        path.endsWith('/reading')
          ? Response.json({
              policy: 'long',
              version: 1,
              sections: [],
              seconds: 0,
              methods: ['visual'],
              last: {
                section: 's9',
                offset: 0,
                quote: '',
                at: '2026-11-20T10:00:00.000Z',
                device: 'Firefox, Windows',
              },
            })
          : undefined;
      const reader = await openReader(client, { policy: 'long' });
      expect(text(part(reader, '[part=resume]'))).to.contain('on Firefox, Windows');
    });
  });
});
