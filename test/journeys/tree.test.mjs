// What assistive technology is given of the page: the tree that Chromium hands to it, in its order.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../setup/server.mjs';
import { inside, openPage, startBrowser, waitForState } from './browser.mjs';
import { unusedPerson } from './people.mjs';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const plain = (html) =>
  html.replace(/<[^>]*>/g, '').replace(/&(#39|\w+);/g, (_, name) => entities[name]);
/** Words without the space between them, which is another one in every tree. */
const bare = (text) => text.replace(/\s/g, '');

/** The nodes of the page in reading order; what is ignored stands aside for its children. */
async function readingOrder(devtools) {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const flat = [];
  const walk = (node, within) => {
    const role = node.role?.value;
    if (role === 'ListMarker' || role === 'InlineTextBox') return;
    const entry = { role, name: node.name?.value ?? '', within };
    entry.level = node.properties?.find(({ name }) => name === 'level')?.value.value;
    if (!node.ignored) flat.push(entry);
    for (const id of node.childIds ?? []) {
      if (byId.has(id)) walk(byId.get(id), node.ignored ? within : [...within, entry]);
    }
  };
  walk(nodes[0], []);
  return flat;
}

const isIn = (role) => (node) => node.within.some((one) => one.role === role);
const textIn = (tree, role) =>
  bare(
    tree
      .filter((node) => node.role === 'StaticText' && isIn(role)(node))
      .map(({ name }) => name)
      .join(''),
  );
const headings = (tree) =>
  tree
    .filter((node) => node.role === 'heading' && isIn('article')(node))
    .map(({ name, level }) => [level, name]);

describe('the tree for assistive technology', () => {
  let heed, browser;
  before(async () => {
    heed = await startServer({ args: ['--dev'] });
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await heed?.stop();
  });

  for (const view of ['scrolled', 'paged']) {
    it(`has every heading and every word in the order of the text, ${view}`, async () => {
      const context = await browser.createBrowserContext();
      const page = await openPage(context);
      const devtools = await page.createCDPSession();
      await page.evaluateOnNewDocument((chosen) => {
        localStorage.setItem('isms-reader', JSON.stringify({ view: chosen }));
      }, view);
      const answered = page.waitForResponse((response) => /\/documents\//.test(response.url()));
      await page.goto(
        `${heed.url}/policy.html?policy=acceptable-use&lang=en&persona=${unusedPerson()}`,
      );
      const { title, sections } = await (await answered).json();
      await inside(page, 'policy-reader', 'section:last-of-type .body > *');
      await waitForState(page, 'draft');

      const tree = await readingOrder(devtools);
      const titled = sections.filter((section) => section.title);
      const base = Math.min(...titled.map(({ level }) => level));
      assert.deepEqual(headings(tree), [
        [1, title],
        ...titled.map((section) => [2 + section.level - base, section.title]),
      ]);
      const words = textIn(tree, 'article');
      let at = 0;
      for (const section of sections) {
        const wanted = bare(section.title + plain(section.html));
        const found = words.indexOf(wanted, at);
        assert.ok(found >= at, `${section.title} is whole, and in its place`);
        at = found + wanted.length;
      }
      assert.ok(at > 2000, `${at} letters`);
      assert.equal(at, words.length, 'the text ends with its last section');

      const order = tree.map(({ role, name }) => `${role} ${name}`);
      const places = ['button Search', 'progressbar Place in the text', `article ${title}`];
      if (view === 'scrolled') places.push('button I acknowledge this');
      const found = places.map((one) => order.indexOf(one));
      assert.ok(!found.includes(-1), `${places} in ${order.filter((one) => /^b|^p/.test(one))}`);
      assert.deepEqual(
        found,
        [...found].sort((a, b) => a - b),
      );

      for (const [id, name] of [
        ['search', 'Search'],
        ['contents', 'Contents'],
        ['type', 'Type and page'],
        ['record', 'What your employer can see of this reading'],
      ]) {
        const opener = await inside(page, 'policy-reader', `.bar [popovertarget=${id}]`);
        await opener.click();
        await inside(page, 'policy-reader', `#${id} .top button`);
        const open = await readingOrder(devtools);
        const dialogs = open.filter(({ role }) => role === 'dialog');
        assert.deepEqual(
          dialogs.map((one) => one.name),
          [name],
        );
        assert.ok(open.some((node) => node.role === 'heading' && isIn('dialog')(node)));
        await page.keyboard.press('Escape');
      }
      assert.deepEqual(page.errors, []);
      await context.close();
    });
  }
});
