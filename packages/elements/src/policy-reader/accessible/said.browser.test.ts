import { expect } from '@open-wc/testing';
import { AckButton } from '../../ack-button/ack-button.js';
import { cut } from '../../testing/backend.js';
import { named } from '../../testing/focus.js';
import { connect, eventually } from '../../testing/page.js';
import {
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../../testing/reader.js';
import { enter, openSearch } from '../../testing/searching.js';
import { openFullPanel, openWhole, showChanges } from '../../testing/whole.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();
AckButton.define();

const text = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();

/** A status that is there; it fails when another element speaks in its place later. */
function region(element: Element, selector: string): { says: () => string } {
  const found = part(element, selector);
  expect(found.closest('[role=status]')).not.to.equal(null);
  expect(found.checkVisibility()).to.equal(true);
  return {
    says: () => {
      expect(found.isConnected, `${selector} is the same`).to.equal(true);
      return text(found);
    },
  };
}

describe('policy-reader, by ear', () => {
  describe('says what happens where it was listened before', () => {
    it('when a page is turned', async () => {
      const { reader, client } = await openWhole({ view: 'paged' });
      const status = region(reader, '.turn [role=status]');
      expect(status.says()).to.match(/^Page 1 of/);
      parts(reader, '.turn button')[1]!.click();
      await eventually(() => status.says().startsWith('Page 2'), 'the next page');
      client.close();
    });

    it('when something is found, or nothing', async () => {
      const { reader, client } = await openWhole();
      await openSearch(reader);
      const status = region(reader, '#search .said');
      expect(status.says()).to.equal('');
      enter(reader, 'screen');
      await eventually(() => /^\d+ hits?$/.test(status.says()), 'hits');
      enter(reader, 'zebra');
      await eventually(() => status.says().includes('zebra'), 'nothing found');
      client.close();
    });

    it('when changes are shown', async () => {
      const { reader, client } = await openWhole();
      const status = region(reader, '[part=changes] [role=status]');
      expect(status.says()).to.equal('');
      await showChanges(reader);
      expect(status.says()).to.match(/changes? (is|are) shown/);
      client.close();
    });

    it('when the act is recorded', async () => {
      const { act, client } = await openWhole();
      const status = region(act, '[part=status]');
      expect(status.says()).to.equal('');
      part(act, '.primary').click();
      await eventually(() => status.says().includes('The receipt is verified'), 'recorded');
      client.close();
    });

    it('when another language cannot be loaded', async () => {
      const { reader, backend, client } = await openWhole();
      const status = region(reader, '.reader > [role=status]');
      expect(status.says()).to.equal('');
      backend.fault = cut;
      const select = part<HTMLSelectElement>(reader, 'select');
      select.value = 'de';
      select.dispatchEvent(new Event('change'));
      await eventually(() => status.says().includes('cannot be reached'), 'the notice');
      client.close();
    });
  });

  describe('is read in the language it is written in', () => {
    const languageOf = (element: Element): string => {
      const at = element.closest('[lang]') ?? (element.getRootNode() as ShadowRoot).host;
      return at.closest('[lang]')!.getAttribute('lang')!;
    };

    it('an English text on a German page', async () => {
      const { reader, act, client } = await openWhole({}, { lang: 'de' });
      const select = part<HTMLSelectElement>(reader, 'select');
      select.value = 'en';
      select.dispatchEvent(new Event('change'));
      await eventually(() => part(reader, 'article').lang === 'en', 'English');
      await settled();
      for (const button of parts(reader, '.bar button')) {
        expect(languageOf(button), named(button)).to.equal('de');
      }
      expect(languageOf(part(reader, '.title'))).to.equal('en');
      expect(languageOf(part(reader, '.meta span'))).to.equal('de');
      expect(parts(reader, 'option').map(languageOf)).to.deep.equal(['en', 'de']);
      await openFullPanel(reader, 'contents');
      const purpose = parts(reader, '.contents span').find((one) => text(one) === 'Purpose')!;
      expect(languageOf(purpose)).to.equal('en');
      expect(languageOf(part(reader, '#contents .top button'))).to.equal('de');
      await eventually(() => parts(act, '.statement').length, 'the statement');
      expect(languageOf(part(act, '.primary'))).to.equal('de');
      client.close();
    });

    it('an English text, and our words, on a page whose language we do not speak', async () => {
      const { reader, act, client } = await openWhole({}, { lang: 'pt' });
      await showChanges(reader);
      await openFullPanel(reader, 'type');
      const ours = ['.bar button', '.meta span', '.resume p', '#type legend', '.changes .muted'];
      for (const one of ours) expect(languageOf(part(reader, one)), one).to.equal('en');
      expect(languageOf(part(act, '.primary'))).to.equal('en');
      expect(languageOf(part(act, '.statement'))).to.equal('en');
      client.close();
    });

    it('the list of changes in a text, and what kind each is', async () => {
      const { reader, client } = await openWhole({}, { lang: 'de' });
      const select = part<HTMLSelectElement>(reader, 'select');
      select.value = 'en';
      select.dispatchEvent(new Event('change'));
      await eventually(() => part(reader, 'article').lang === 'en', 'English');
      await eventually(() => parts(reader, '.acts button').length, 'the offer');
      await settled();
      await showChanges(reader);
      expect(languageOf(part(reader, '.changes .muted'))).to.equal('de');
      expect(languageOf(part(reader, '.changes bdi'))).to.equal('en');
      expect(languageOf(part(reader, '.changes ins'))).to.equal('en');
      client.close();
    });
  });

  it('has names that hold what is written on the controls', async () => {
    const { reader, act, client } = await openWhole({ view: 'paged' });
    await openFullPanel(reader, 'search');
    for (const one of [...parts(reader, '[aria-label]'), ...parts(act, '[aria-label]')]) {
      if (!one.matches('button, input, a, summary')) continue;
      const written = text(one).replace(/[‹›↑↓]/g, '');
      expect(one.ariaLabel!.includes(written), named(one)).to.equal(true);
      expect(one.ariaLabel!.length, named(one)).to.be.above(2);
    }
    client.close();
  });

  it('keeps the words that stand for a picture', async () => {
    const { backend, client } = await connect();
    const body = '<p>Like this:</p><p><img alt="A locked screen" /></p>';
    const sections = [{ id: 's1', title: 'Screen', level: 2, html: body, words: 5 }];
    await backend.publish({ id: 'made', documents: { en: { title: 'Made', sections } } });
    const reader = await openReader(client, { policy: 'made' });
    expect(part<HTMLImageElement>(reader, '.body img').alt).to.equal('A locked screen');
    client.close();
  });

  it('reaches every section from the contents, also what pages do not lay out yet', async () => {
    remembered({ view: 'paged' });
    const { backend, client } = await connect();
    await backend.publish(longDraft('long', 36));
    const reader = await openReader(client, { policy: 'long' });
    const hidden = parts(reader, 'article > section').filter((one) => !one.checkVisibility());
    expect(hidden.length).to.be.above(0);
    for (const n of [35, 30, 20, 0]) {
      await openPanel(reader, 'contents');
      await eventually(() => parts(reader, '.contents button').length === 36, 'all of them');
      parts(reader, '.contents button')[n]!.click();
      await settled(60);
      const section = parts(reader, 'article > section')[n]!;
      expect(section.checkVisibility()).to.equal(true);
      expect(section.querySelectorAll('p')).to.have.length(3);
      expect(section.contains(reader.shadowRoot!.activeElement)).to.equal(true);
    }
    client.close();
  });
});
