import type { Client, Document, Place } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { ModelBackend } from '../testing/backend.js';
import { connect, eventually } from '../testing/page.js';
import { openPanel, openReader, parts, remembered, settled } from '../testing/reader.js';
import { findPlace } from './place.js';
import { PolicyReader } from './policy-reader.js';
import type { Settings } from './settings.js';

PolicyReader.define();

/** Widths at 100 % and at 200 % zoom, which halves them. */
const widths = [1280, 900, 640, 450, 320];
const fonts: Settings['font'][] = ['host', 'serif', 'sans'];
const views: Settings['view'][] = ['scrolled', 'paged'];

describe('policy-reader, the place', () => {
  let backend: ModelBackend;
  let client: Client;
  beforeEach(async () => {
    remembered({});
    scrollTo(0, 0);
    ({ backend, client } = await connect());
  });
  afterEach(async () => {
    client.close();
    await executeServerCommand('host-resize', { width: 800, height: 600 });
  });

  const documents = async (texts: number): Promise<Document[]> => {
    const all: Document[] = [];
    for (const folder of ['iso27001-kit', 'moj-security-guidance', 'datica-hipaa']) {
      const answer = await fetch(`/corpus-policies/${folder}`);
      if (answer.status === 404) return [];
      const policies = (await answer.json()) as {
        versions: { documents: { document: Document }[] }[];
      }[];
      const found = policies.map(({ versions }) => versions.at(-1)!.documents.at(-1)!.document);
      // In a text that fits the window there is no place to lose.
      const long = found.filter(
        ({ sections }) => sections.reduce((sum, { words }) => sum + words, 0) > 1200,
      );
      all.push(...long.slice(0, Math.ceil(texts / 3)));
    }
    return all.slice(0, texts);
  };

  it('stays in the same paragraph, however the text is laid out', async function () {
    this.timeout(1_500_000);
    // `npm run soak -- places` takes twenty.
    const soaks = (await executeServerCommand('host-soaks', {})) as boolean;
    const found = await documents(soaks ? 20 : 1);
    if (!found.length) return this.skip();
    const lost: string[] = [];
    for (const { title, sections } of found) {
      // Each begins as the first one did, not as the one before was left.
      remembered({});
      scrollTo(0, 0);
      await executeServerCommand('host-resize', { width: 800, height: 600 });
      await backend.publish({ id: 'real', documents: { en: { title, sections } } });
      const reader = await openReader(client, { policy: 'real' });
      // A heading may have nothing below it, so there is nothing to see that all is there.
      await settled(1000);
      const paragraphs = parts(reader, '.body :is(p, li)').filter(
        (p) => p.textContent!.length > 60,
      );
      const middle = paragraphs[Math.floor(paragraphs.length / 2)]!;
      const places: Place[] = [];
      reader.addEventListener('place-changed', ({ place }) => places.push(place));
      // The place is where the text can be scrolled to: near the end that is before the paragraph.
      middle.scrollIntoView({ block: 'start' });
      await eventually(() => places.length > 0, 'a place');
      await settled(300);
      const place = places.at(-1)!;
      const [section] = parts(reader, `section[data-id="${place.section}"]`);
      const target = findPlace(section!, place).startContainer.parentElement!.closest(
        'p, li, td, th, dt, dd, pre, [role=heading]',
      )!;
      await openPanel(reader, 'type');
      for (const width of soaks ? widths : [1280, 450]) {
        for (const font of fonts) {
          for (const view of views) {
            await executeServerCommand('host-resize', { width, height: 600 });
            for (const [name, value] of [
              ['font', font],
              ['view', view],
            ] as const) {
              const choice = parts(reader, `#type input[name=${name}]`);
              const index = name === 'font' ? fonts.indexOf(font) : views.indexOf(view);
              (choice[index] as HTMLInputElement).click();
              expect(value).to.be.a('string');
            }
            reader.parentElement!.style.width = `${width - 16}px`;
            await settled(150);
            const boxes = [...target.getClientRects()];
            const seen = boxes.some(
              (r) => r.bottom > 0 && r.top < 600 && r.right > 0 && r.left < innerWidth,
            );
            if (!seen) lost.push(`${title}: ${width} ${font} ${view}`);
          }
        }
      }
      reader.remove();
    }
    expect(lost).to.deep.equal([]);
  });
});
