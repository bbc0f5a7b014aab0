/** WebKit by its own WebDriver (W3C WebDriver 2), in WebKitGTK's MiniBrowser: what Safari's engine is on Linux. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installDebian, installed } from './browsers.mjs';

const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];
const packages = ['webkit2gtk-driver', 'xvfb'];

/** The browser that the driver is to start; it comes with the driver. */
function miniBrowser() {
  for (const folder of libraries.filter((each) => existsSync(each))) {
    const versions = readdirSync(folder).filter((name) => name.startsWith('webkit2gtk-'));
    const found = versions
      .map((name) => join(folder, name, 'MiniBrowser'))
      .find((path) => existsSync(path));
    if (found) return found;
  }
  return undefined;
}

const find = () => {
  const driver = installed({ linux: ['WebKitWebDriver'] });
  const display = installed({ linux: ['Xvfb'] });
  const browser = miniBrowser();
  return driver && display && browser ? { driver, display, browser } : undefined;
};

/**
 * WebKit: installed, or Debian's packages when we are root.
 *
 * @returns {{ driver: string, display: string, browser: string } | { reason: string }}
 */
export function findWebKit() {
  const found = find() ?? (installDebian(...packages) ? find() : undefined);
  return found ?? { reason: `WebKit is not installed (${packages.join(', ')})` };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Waits until the display has said its number. */
function numberOf(display) {
  return new Promise((resolve, reject) => {
    display.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    display.once('exit', () => reject(new Error('Xvfb ended before it had a display.')));
  });
}

/**
 * Starts it on a display that nobody sees.
 *
 * @param {{ driver: string, display: string, browser: string }} found
 */
export async function startWebKit({ driver, display, browser }) {
  const screen = spawn(
    display,
    ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const children = [screen];
  const stop = () => children.reverse().forEach((child) => child.kill());
  try {
    const env = { ...process.env, DISPLAY: await numberOf(screen) };
    const port = await freePort();
    children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
    const ask = async (method, path, body) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = await answer.json();
      if (value?.error) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    const isUp = () =>
      ask('GET', '/status').then(
        () => true,
        () => false,
      );
    for (const end = Date.now() + 20_000; !(await isUp());) {
      if (Date.now() > end) throw new Error('The driver of WebKit does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const options = { binary: browser, args: ['--automation'] };
    const { sessionId } = await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    });
    const session = `/session/${sessionId}`;
    return {
      goto: (url) => ask('POST', `${session}/url`, { url }),
      /** Runs the body of a function in the page; what it returns must be JSON, and cannot be waited for. */
      run: (script, ...args) => ask('POST', `${session}/execute/sync`, { script, args }),
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
