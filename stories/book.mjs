// A built Storybook in a browser, every story of it in one page: loading it anew takes longer than any story.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../examples/prepare.mjs';
import { serveStories } from './serve.mjs';

/**
 * Builds the Storybook into a folder that is thrown away.
 *
 * @returns {{ folder: string, stories: { id: string, title: string, name: string }[], remove: () => void }}
 * @throws {Error} with Storybook's own words when it cannot be built.
 */
export function buildStories() {
  const folder = mkdtempSync(join(tmpdir(), 'heed-storybook-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['stories/start.mjs', '--build', '--output-dir', folder, '--loglevel', 'warn'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The stories could not be built:\n${stdout}${stderr}`);
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return {
    folder,
    stories: Object.values(entries).filter(({ type }) => type === 'story'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs before the page's own scripts: keeps what Storybook says at the end of a story. */
function listen() {
  window.ended = {};
  const waiting = setInterval(() => {
    const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return;
    clearInterval(waiting);
    let thrown;
    channel.on('playFunctionThrewException', ({ message }) => (thrown = message));
    channel.on('storyFinished', ({ storyId, status, reporters }) => {
      const a11y = reporters.find(({ type }) => type === 'a11y');
      const violations = a11y?.result?.violations?.map(({ id, help }) => `${id}: ${help}`);
      window.ended[storyId] = { status, thrown, violations };
      thrown = undefined;
    });
    window.show = (storyId) => channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, 5);
}

/**
 * Opens the stories in a page.
 *
 * @param {ReturnType<typeof buildStories>} book
 * @param {string} backend Origin of a running backend with `--dev`.
 * @param {import('puppeteer-core').Page} page
 * @returns `show(id)` runs a story and resolves to what Storybook said at its end: its status, what its play
 * function threw, what axe found (nothing where axe did not run), and the errors of the page.
 */
export async function openStories({ folder, stories }, backend, page) {
  const { url, stop } = await serveStories(folder, backend);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.evaluateOnNewDocument(listen);
  const ended = async (id) => {
    const limit = { timeout: 30_000, polling: 50 };
    return (await page.waitForFunction((story) => window.ended[story], limit, id)).jsonValue();
  };
  // A story that is shown already is not run again, so begin with the one whose turn comes last.
  const { id: first } = stories.at(-1);
  await page.goto(`${url}/iframe.html?id=${first}&viewMode=story`);
  await ended(first);
  return {
    stop,
    async show(id) {
      errors.length = 0;
      await page.evaluate((story) => {
        delete window.ended[story];
        window.show(story);
      }, id);
      return { ...(await ended(id)), errors: [...errors] };
    },
  };
}
