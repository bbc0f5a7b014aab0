/**
 * Finds the browsers the tests run in, or gets them where this machine allows it. Nothing is downloaded but
 * Debian's own packages (as root) and what `npm ci` has installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isRoot = process.getuid?.() === 0;

const chromiumPlaces = {
  // The same engine without a window around it starts in half the time, and comes first.
  linux: [
    'chromium-headless-shell',
    'chrome-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
};
const firefoxPlaces = {
  linux: ['firefox-esr', 'firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['Mozilla Firefox/firefox.exe'],
};

const quiet = [
  // Nobody looks at it, and drawing in software through a process of its own costs a fifth of the time.
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string[]} args Arguments it needs on this machine.
 * @property {true | 'shell'} headless What puppeteer must be told: the npm build is a headless shell.
 */

/**
 * Chromium: CHROME_PATH, installed, Debian's package when we are root, else the npm build.
 *
 * @returns {Promise<Browser>} Options for `puppeteer.launch`.
 * @throws {Error} when none of the four ways led to a browser.
 */
export async function findChromium() {
  const path =
    process.env.CHROME_PATH ||
    installed(chromiumPlaces) ||
    ((installDebian('chromium-headless-shell') || installDebian('chromium')) &&
      installed(chromiumPlaces));
  if (path) {
    const sandbox = isRoot ? ['--no-sandbox'] : [];
    return {
      executablePath: path,
      args: [...sandbox, '--disable-dev-shm-usage', ...quiet],
      headless: /headless-shell/.test(path) ? 'shell' : true,
    };
  }
  return npmChromium();
}

/**
 * Firefox: installed, or Debian's package when we are root. There is no build of it on npm.
 *
 * @returns {Promise<{ executablePath: string } | { reason: string }>} The reason says why there is none.
 */
export async function findFirefox() {
  const path =
    process.env.FIREFOX_PATH ||
    installed(firefoxPlaces) ||
    (installDebian('firefox-esr') && installed(firefoxPlaces));
  const said = path && spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
  const version = Number(/ (\d+)\./.exec(said ?? '')?.[1]);
  // Before it, nothing can say how large a page is.
  if (version < 144) return { reason: `Firefox ${version} is too old for these tests; 144 is not` };
  if (path) return { executablePath: path };
  return { reason: 'Firefox is not installed; set FIREFOX_PATH to run these tests in it too' };
}

/** The build for serverless machines unpacks itself with all its libraries: no root, no system packages. */
async function npmChromium() {
  // Without this it expects libnss3 and others to be installed.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    // Its own arguments are left out: they switch web security off, and CSP and CORS tests would lie.
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--no-zygote'];
    return {
      executablePath: await chromium.executablePath(),
      args: [...args, ...quiet],
      headless: 'shell',
    };
  } catch (error) {
    throw new Error(
      'No Chromium: none is installed, it could not be installed, and the npm build did not start ' +
        `(${error.message}). Install Chrome or Chromium, or set CHROME_PATH to one.`,
      { cause: error },
    );
  }
}

/** The first of these programs that is on this machine, by its path. */
export function installed(places) {
  const bases = {
    linux: (process.env.PATH ?? '').split(delimiter),
    win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name]),
  }[process.platform] ?? [''];
  for (const place of places[process.platform] ?? []) {
    for (const base of bases) {
      if (base === undefined) continue;
      const path = base === '' ? place : join(base, place);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs packages of Debian where we may; whether they are there now. */
export function installDebian(...names) {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${names.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...names);
}
