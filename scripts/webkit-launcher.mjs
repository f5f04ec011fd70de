// A Web Test Runner launcher for WebKit, driven through WebKitWebDriver (Debian: webkit2gtk-driver, and xvfb where there
// is no display). It speaks WebDriver itself, so it needs no npm package.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createServer} from 'node:net';
import {onPath} from './lib/executables.mjs';
import {WebDriverPage, WebDriverSession} from './lib/webdriver-page.mjs';

/** The browser that WebKitWebDriver drives, or undefined when it or a display to show it on is missing. */
export function findWebKit() {
  if (!onPath('WebKitWebDriver') || !(process.env.DISPLAY || onPath('Xvfb'))) return undefined;
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [];
  return [...libraries, '/usr/libexec']
    .flatMap((folder) => ['4.1', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find((path) => existsSync(path));
}

/**
 * Where the window stands on a display of our own. There is no window manager to make it the active one: the keys go where the
 * pointer is, which is the middle of the screen, and only an active window knows `:focus`. So its toolbar lies under the pointer.
 */
const PLACE = {x: 1400, y: 1190};

/** The launcher. One window, hence one test file at a time. */
export function webkitLauncher({binary = findWebKit()} = {}) {
  const processes = [];
  const running = new Map();
  let opening;
  let session;
  let page;

  const launch = (command, args, {env, stdio = 'ignore'} = {}) => {
    const child = spawn(command, args, {env: {...process.env, ...env}, stdio});
    child.on('error', (error) => console.error(`${command}: ${error.message}`));
    processes.push(child);
    return child;
  };

  const open = async () => {
    const display = process.env.DISPLAY || (await startDisplay(launch));
    const port = await freePort();
    launch('WebKitWebDriver', [`--port=${port}`], {env: webkitEnvironment(display)});
    session = new WebDriverSession(`http://127.0.0.1:${port}`);
    await answering(session);
    await session.open({'webkitgtk:browserOptions': {binary, args: ['--automation']}});
    if (!process.env.DISPLAY) await session.send('POST', '/window/rect', PLACE);
    page = new WebDriverPage(session);
  };

  return {
    name: 'WebKit',
    // The commands plugin drives pages of this type.
    type: 'puppeteer',
    concurrency: 1,
    async initialize() {},
    async startSession(id, url) {
      await (opening ??= open());
      running.set(id, url);
      await page.setViewport({width: 800, height: 600});
      await page.goto(url);
    },
    isActive: (id) => running.has(id),
    getBrowserUrl: (id) => running.get(id),
    getPage: () => page,
    async stopSession(id) {
      await page.goto('about:blank');
      running.delete(id);
      return {};
    },
    startDebugSession() {
      throw new Error('There is no debug session in WebKit.');
    },
    async stop() {
      await session?.close().catch((error) => console.error(`WebKit did not close: ${error.message}`));
      for (const child of processes.reverse()) child.kill();
    },
  };
}

/** Starts a virtual display on a number that it picks itself, and answers with its name. */
async function startDisplay(launch) {
  const args = ['-displayfd', '3', '-screen', '0', '3200x2400x24', '-nolisten', 'tcp'];
  const xvfb = launch('Xvfb', args, {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  const number = await new Promise((resolve, reject) => {
    xvfb.stdio[3].once('data', (data) => resolve(String(data).trim()));
    xvfb.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  return `:${number}`;
}

function webkitEnvironment(display) {
  return {
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
    // Its sandbox cannot be set up by root, which is what a bare test machine has.
    ...(process.getuid?.() === 0 && {WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1'}),
  };
}

async function answering(session) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await session.request('GET', '/status');
    } catch (error) {
      if (attempt >= 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const {port} = server.address();
        server.close(() => resolve(port));
      });
  });
}
