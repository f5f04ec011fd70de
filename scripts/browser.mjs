// Which Chromium the tests, the stories and the screenshots run in, and how it is started.
//
//   CHROME_PATH=/some/chrome     exactly that one
//   BROWSER_FROM=npm             the pinned one from npm (the default where it exists: the same pixels everywhere)
//   BROWSER_FROM=installed       one that the system has
//   BROWSER_FROM=apt             Debian's, installed when missing
//
// Run by itself it prepares the browser and prints where it is.
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {aptInstall, aptObstacle, executable, isRoot, onPath} from './lib/executables.mjs';
import {shippedChromium} from './lib/shipped-chromium.mjs';

/** Flags for a closed network, for root, and for the same pixels everywhere. */
const args = [
  ...(isRoot || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

const sources = {npm: shippedChromium, installed: installedChromium, apt: debianChromium};

/** Launch options that playwright-core and puppeteer-core both take. Throws when there is no browser to be had. */
export async function chromiumLaunch() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!executable(chosen)) throw new Error(`CHROME_PATH names nothing that can be started: ${chosen}`);
    return {executablePath: chosen, args};
  }
  const wanted = process.env.BROWSER_FROM;
  if (wanted && !(wanted in sources)) {
    throw new Error(`BROWSER_FROM is one of ${Object.keys(sources).join(', ')}, not ${wanted}.`);
  }
  for (const source of wanted ? [sources[wanted]] : Object.values(sources)) {
    const found = await source();
    if (found) return {...found, args};
  }
  throw new Error('No Chromium or Chrome found: install one, or point CHROME_PATH at it.');
}

function installedChromium() {
  const path =
    onPath(
      'chromium',
      'chromium-browser',
      'chromium-headless-shell',
      'google-chrome-stable',
      'google-chrome',
    ) ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ].find(executable);
  return path && {executablePath: path};
}

function debianChromium() {
  if (aptObstacle()) return undefined;
  console.error("No Chromium here: installing Debian's and a Korean font with apt-get …");
  aptInstall(['chromium', 'fonts-noto-cjk']);
  return installedChromium();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {executablePath, env} = await chromiumLaunch();
  const {stdout} = spawnSync(executablePath, ['--version'], {env: env ?? process.env, encoding: 'utf8'});
  console.log(`${stdout.trim()} at ${executablePath}`);
}
