import type { Client } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { cut, type ModelBackend } from '../../testing/backend.js';
import { connect, eventually } from '../../testing/page.js';
import { openPanel, openReader, parts, remembered } from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

const section = (id: string, title: string, html: string) => ({
  ...{ id, title, html, level: 2 },
  words: html.split(' ').length,
});
const policy = (id: string, title: string, texts: Record<string, string[]>) => ({
  id,
  documents: Object.fromEntries(
    Object.entries(texts).map(([language, bodies]) => [
      language,
      { title, sections: bodies.map((html, i) => section(`s${i}`, `Part ${i}`, html)) },
    ]),
  ),
});

describe('policy-reader, the search in other policies', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    ({ backend, client } = await connect());
    await backend.publish(policy('here', 'Here', { en: ['<p>The naïve key.</p>'] }));
    await backend.publish(
      policy('doors', 'Doors', {
        en: ['<p>Nothing.</p>', '<p>A <b>ke</b>y for <i>each</i> KEY, key, key.</p>'],
        de: ['<p>Nichts.</p>', '<p>Ein Schlüssel.</p>'],
      }),
    );
    await backend.publish(policy('hebrew', 'שלום', { he: ['<p>מַפְתֵּחַ אחד</p>'] }));
    await backend.publish(policy('chinese', '钥匙', { zh: ['<p>请保管好钥匙。</p>'] }));
  });
  afterEach(() => client.close());

  async function look(reader: PolicyReader, query: string): Promise<HTMLElement> {
    const [open] = parts(reader, '#search:popover-open');
    const panel = open ?? (await openPanel(reader, 'search'));
    const field = panel.querySelector('input')!;
    field.value = query;
    field.dispatchEvent(new Event('input'));
    await eventually(() => panel.querySelector('.elsewhere button'), 'the way to look further');
    panel.querySelector<HTMLElement>('.elsewhere button')!.click();
    await eventually(
      () => /other polic|cannot be reached/.test(said(panel)) && !said(panel).includes('Looked'),
      'how it ended',
    );
    return panel;
  }
  const said = (panel: Element): string =>
    panel.querySelector('.elsewhere [role=status]')!.textContent;
  const found = (panel: Element): string[] =>
    [...panel.querySelectorAll<HTMLElement>('.elsewhere a')].map(({ innerText }) =>
      innerText.replace(/\s+/g, ' '),
    );

  it('finds what the words mean in every script, and says how much', async () => {
    const reader = await openReader(client, { policy: 'here' });
    let panel = await look(reader, 'KEY');
    expect(said(panel)).to.equal('4 hits in 1 other policy.');
    expect(found(panel)).to.deep.equal([
      'Part 1 A key for each KEY, key, key.',
      'Part 1 A key for each KEY, key, key.',
      'Part 1 A key for each KEY, key, key.',
    ]);
    expect(panel.querySelector('.elsewhere')!.textContent).to.include('and 1 more');
    await expect(reader).to.be.accessible();
    for (const [query, title] of [
      ['מפתח', 'שלום'],
      ['钥匙', '钥匙'],
    ] as const) {
      panel = await look(reader, query);
      expect(said(panel)).to.equal('1 hit in 1 other policy.');
      const heading = panel.querySelector('.elsewhere [role=heading]')!;
      expect(heading.textContent).to.equal(title);
      expect(heading.matches(':dir(rtl)')).to.equal(query !== '钥匙');
    }
    panel = await look(reader, 'naive');
    expect(said(panel)).to.equal('Nothing in the 3 other policies.');
  });

  it('asks for no other text before somebody wants it', async () => {
    const reader = await openReader(client, { policy: 'here' });
    const panel = await openPanel(reader, 'search');
    const field = panel.querySelector('input')!;
    field.value = 'key';
    field.dispatchEvent(new Event('input'));
    await eventually(() => panel.querySelector('.elsewhere button'));
    const texts = backend.received.filter(({ path }) => path.includes('/documents/'));
    expect(texts).to.have.length(1);
  });

  it('leads to the passage, and back to the spot', async () => {
    const reader = await openReader(client, { policy: 'here' });
    const panel = await look(reader, 'each');
    panel.querySelector<HTMLElement>('.elsewhere a')!.click();
    await eventually(() => parts(reader, '.title')[0]?.textContent.includes('Doors'), 'the policy');
    expect(panel.matches(':popover-open')).to.equal(false);
    await eventually(() => parts(reader, '.bar button').length > 4, 'the way back');
    parts(reader, '.bar button').at(-1)!.click();
    await eventually(
      () => parts(reader, '.title')[0]?.textContent.includes('Here'),
      'the first one',
    );
  });

  it('is a link where the page has an address for policies', async () => {
    const reader = await openReader(client, {
      policy: 'here',
      hrefTemplate: '/?policy={policy}#{section}',
    });
    const panel = await look(reader, 'each');
    const link = panel.querySelector<HTMLAnchorElement>('.elsewhere a')!;
    expect(link.getAttribute('href')).to.equal('/?policy=doors#s1');
    link.addEventListener('click', (event) => {
      expect(event.defaultPrevented).to.equal(false);
      event.preventDefault();
    });
    link.click();
    expect(reader.policy).to.equal('here');
  });

  it('says what could not be looked through, and when nothing can be reached', async () => {
    const reader = await openReader(client, { policy: 'here' });
    backend.fault = (request) => (request.path.includes('/doors/') ? cut(request) : undefined);
    let panel = await look(reader, 'אחד');
    expect(said(panel)).to.equal(
      '1 hit in 1 other policy. One policy could not be looked through.',
    );
    backend.fault = cut;
    panel = await look(reader, 'each');
    expect(said(panel)).to.equal('Your other policies cannot be reached right now.');
    expect(panel.querySelector('.elsewhere button')).to.not.equal(null);
  });
});
