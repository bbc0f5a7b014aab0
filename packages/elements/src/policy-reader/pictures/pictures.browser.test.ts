import type { Client } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { createBackend, cut, type ModelBackend } from '../../testing/backend.js';
import { connect, eventually, words } from '../../testing/page.js';
import { openReader, part, parts, remembered } from '../../testing/reader.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

/** A picture of one colour, as a backend keeps it. */
async function picture(width: number, height: number, colour: string, type = 'image/png') {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, width, height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
  return { type, width, height, data: btoa(String.fromCharCode(...bytes)) };
}

describe('pictures in a text', () => {
  let backend: ModelBackend;
  let client: Client;

  /** Publishes a text with a picture of 400 × 300, red, and paragraphs around. */
  async function publish(more = '', version = 1): Promise<string> {
    const hash = await backend.addImage(await picture(400, 300, '#f00'));
    const image = `<img data-image="${hash}" width="400" height="300" alt="The way out">`;
    const html = `<p>Before.</p><p>${image}</p>${more}<p>After.</p>`;
    const sections = [{ id: 's1', title: 'Doors', level: 2, html, words: 5 }];
    await backend.publish({
      id: 'doors',
      version,
      documents: { en: { title: 'Doors', sections } },
    });
    return hash;
  }

  const canvas = (reader: PolicyReader) =>
    part(reader, '.body canvas') as unknown as HTMLCanvasElement;
  const colourOf = (of: HTMLCanvasElement) => [
    ...of.getContext('2d')!.getImageData(9, 9, 1, 1).data,
  ];
  const drawn = (reader: PolicyReader) =>
    eventually(() => parts(reader, '.picture.drawn').length, 'the picture is drawn');

  beforeEach(async () => {
    remembered({});
    ({ backend, client } = await connect(await createBackend()));
  });
  afterEach(() => client.close());

  for (const view of ['scrolled', 'paged'] as const) {
    it(`are drawn where they stand, ${view}`, async () => {
      remembered({ view });
      await publish();
      const reader = await openReader(client, { policy: 'doors' });
      await drawn(reader);
      expect(colourOf(canvas(reader))).to.deep.equal([255, 0, 0, 255]);
      const box = canvas(reader).getBoundingClientRect();
      expect([box.width, box.height]).to.deep.equal([400, 300]);
      await expect(reader).to.be.accessible();
    });
  }

  it('get no wider than the text, and keep their shape', async () => {
    await publish();
    const reader = await openReader(client, { policy: 'doors' }, { width: 320 });
    await drawn(reader);
    const { width, height } = canvas(reader).getBoundingClientRect();
    expect(width).to.be.within(200, 320);
    expect(width / height).to.be.closeTo(4 / 3, 0.02);
  });

  for (const view of ['scrolled', 'paged'] as const)
    it(`that are much larger than their room can be shown as large as they are, ${view}`, async () => {
      remembered({ view });
      await publish();
      const reader = await openReader(client, { policy: 'doors' }, { width: 320 });
      await drawn(reader);
      await eventually(() => parts(reader, '.enlarge').length, 'a way to enlarge it');
      const button = part<HTMLButtonElement>(reader, '.picture .enlarge');
      expect(button.ariaLabel).to.equal('Show as large as it is: The way out');
      expect(button.ariaPressed).to.equal('false');
      button.click();
      const frame = part(reader, '.picture');
      expect(button.ariaPressed).to.equal('true');
      const { width, height } = canvas(reader).getBoundingClientRect();
      expect([width, height]).to.deep.equal([400, 300]);
      expect(frame.scrollWidth).to.be.above(frame.clientWidth);
      await eventually(() => frame.getBoundingClientRect().right <= 330, 'it is on the page');
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      await expect(reader).to.be.accessible();
      button.click();
      expect(canvas(reader).getBoundingClientRect().width).to.be.below(321);
      expect(frame.role).to.equal(null);
      expect(part(reader, '.body').textContent, 'no word of ours').to.equal('Before.After.');
    });

  it('that fit have nothing to enlarge', async () => {
    await publish();
    const reader = await openReader(client, { policy: 'doors' });
    await drawn(reader);
    expect(parts(reader, '.enlarge')).to.deep.equal([]);
  });

  it('have their place before they come, so that nothing moves', async () => {
    const hash = await publish();
    let arrive = (): void => undefined;
    const held = new Promise<undefined>((resolve) => (arrive = () => resolve(undefined)));
    backend.fault = ({ path }) =>
      path.includes('/images/') ? (held as unknown as Promise<Response>) : undefined;
    const reader = await openReader(client, { policy: 'doors' });
    await eventually(() => parts(reader, '.picture').length === 1);
    const last = parts(reader, '.body p').at(-1)!;
    const before = last.getBoundingClientRect().top;
    expect(backend.received.at(-1)?.path).to.equal(
      `/v1/policies/doors/versions/1/images/${encodeURIComponent(hash)}`,
    );
    arrive();
    await drawn(reader);
    expect(last.getBoundingClientRect().top).to.equal(before);
  });

  it('are said by their words, and are one thing for whoever listens', async () => {
    await publish();
    const reader = await openReader(client, { policy: 'doors' });
    await drawn(reader);
    const image = part<HTMLImageElement>(reader, '.body img');
    expect(image.alt).to.equal('The way out');
    expect(image.checkVisibility()).to.equal(true);
    expect(canvas(reader).ariaHidden).to.equal('true');
    const [seen, said] = [canvas(reader), image].map((one) => one.getBoundingClientRect());
    expect([said!.width, said!.height]).to.deep.equal([seen!.width, seen!.height]);
  });

  it('that do not come leave their words, say so, and come when the connection is back', async () => {
    await publish();
    backend.fault = (asked) => (asked.path.includes('/images/') ? cut(asked) : undefined);
    const reader = await openReader(client, { policy: 'doors' });
    await eventually(() => parts(reader, '[data-trouble]').length === 1, 'it says so');
    const frame = part(reader, '.picture');
    expect(frame.dataset['trouble']).to.contain('could not be loaded');
    expect(getComputedStyle(part(reader, '.body img')).opacity).to.equal('1');
    expect(words(reader), 'the text is the text of the policy').not.to.contain('not be loaded');
    backend.fault = undefined;
    dispatchEvent(new Event('online'));
    await drawn(reader);
    expect(frame.dataset['trouble']).to.equal(undefined);
  }).timeout(30_000);

  it('that another hand has changed are not shown', async () => {
    const hash = await publish();
    backend.images.set(hash, await picture(400, 300, '#00f'));
    const reader = await openReader(client, { policy: 'doors' });
    await eventually(() => parts(reader, '[data-trouble]').length === 1);
    expect(colourOf(canvas(reader))).to.deep.equal([0, 0, 0, 0]);
  });

  it('that are no pictures are not shown', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hit = 1"/>';
    const hash = await backend.addImage({
      type: 'image/svg+xml',
      width: 9,
      height: 9,
      data: btoa(svg),
    });
    await publish(`<p><img data-image="${hash}" width="9" height="9" alt="A drawing"></p>`);
    const reader = await openReader(client, { policy: 'doors' });
    await eventually(() => parts(reader, '[data-trouble]').length === 1);
    await drawn(reader);
    expect((window as { hit?: number }).hit).to.equal(undefined);
  });

  it('that changed are flagged, and the ones that are gone keep their words', async () => {
    await publish();
    const other = await backend.addImage(await picture(100, 100, '#0f0'));
    const html = `<p>Before.</p><p><img data-image="${other}" width="100" height="100" alt="The new way"></p><p>After.</p>`;
    const sections = [{ id: 's1', title: 'Doors', level: 2, html, words: 5 }];
    await backend.publish({
      id: 'doors',
      version: 2,
      change: 'Another door.',
      documents: { en: { title: 'Doors', sections } },
      asks: { asks: 'acknowledge', acknowledgedVersion: 1 },
    });
    const reader = await openReader(client, { policy: 'doors' });
    await drawn(reader);
    await eventually(() => parts(reader, '[part=changes] button').length === 1);
    part(reader, '[part=changes] button').click();
    await eventually(() => parts(reader, '.body ins .picture').length === 1);
    await eventually(() => part(reader, '.body ins .picture').matches('.drawn'));
    const gone = part<HTMLImageElement>(reader, '.body del img');
    expect(gone.alt).to.equal('The way out');
    expect(gone.closest('.picture')).to.equal(null);
  });
});
