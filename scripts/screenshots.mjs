// npm run screenshots: pictures of stories for people to look at. Run `npm run build-storybook` first.
//
//   npm run screenshots -- --filter incoming-call --theme dark --lang ko --width 320
//
//   --filter   only stories whose id contains this (may be given several times)
//   --theme    light, dark, forced (the system's high-contrast colours); default light,dark
//   --lang     ko, en; default both
//   --width    in px; default 320,760
//   --dir      ltr, rtl; default ltr
//   --out      a folder; default node_modules/.cache/screenshots
//
// A story is taken after its play function has run. One that throws is reported, and the run fails.
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {chromiumLaunch} from './browser.mjs';
import {exists, readJson, root} from './lib/packages.mjs';
import {serve} from './lib/static-server.mjs';

const built = 'storybook-static';

const several = (fallback) => ({type: 'string', multiple: true, default: fallback});
const {values: options} = parseArgs({
  options: {
    filter: several([]),
    theme: several(['light,dark']),
    lang: several(['ko,en']),
    width: several(['320,760']),
    dir: several(['ltr']),
    out: {type: 'string', default: join(root, 'node_modules/.cache/screenshots')},
  },
});
const list = (name) => options[name].flatMap((value) => value.split(',')).filter(Boolean);

/** Every combination of theme, language, direction and width that was asked for. */
function variants() {
  return list('theme').flatMap((theme) =>
    list('lang').flatMap((lang) =>
      list('dir').flatMap((dir) => list('width').map((width) => ({theme, lang, dir, width: Number(width)}))),
    ),
  );
}

function chosenStories() {
  const filters = list('filter');
  return Object.values(readJson(`${built}/index.json`).entries)
    .filter(({type}) => type === 'story')
    .map(({id}) => id)
    .filter((id) => filters.length === 0 || filters.some((part) => id.includes(part)));
}

/** Opens a story in a page of that variant, waits until it is done, and takes its picture. Answers with what went wrong. */
async function take(browser, base, id, {theme, lang, dir, width}) {
  const page = await browser.newPage({
    viewport: {width, height: 640},
    reducedMotion: 'reduce',
    ...(theme === 'forced' && {forcedColors: 'active'}),
  });
  try {
    const globals = `theme:${theme === 'forced' ? 'light' : theme};language:${lang};direction:${dir}`;
    await page.goto(`${base}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
    const end = await page.waitForFunction(howItEnded).then((handle) => handle.jsonValue());
    await page.evaluate('document.fonts.ready');
    const name = [id, theme, lang, ...(dir === 'rtl' ? [dir] : []), width].join('.');
    await page.screenshot({
      path: join(resolve(options.out), `${name}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    return end === 'success' ? undefined : `${name}: ${end}`;
  } finally {
    await page.close();
  }
}

/** Runs in the page: how the story ended, or nothing while it is still at work. */
function howItEnded() {
  const last = (event) => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last(event)?.[0];
  if (last('storyThrewException') || last('storyErrored')) return 'the story could not be rendered';
  if (last('playFunctionThrewException')) return 'the play function threw';
  return last('storyFinished')?.status;
}

if (!exists(`${built}/index.json`)) {
  console.error('There is no built Storybook: run npm run build-storybook first.');
  process.exit(1);
}
const stories = chosenStories();
if (stories.length === 0) {
  console.error(`No story's id contains ${list('filter').join(' or ')}.`);
  process.exit(1);
}
mkdirSync(resolve(options.out), {recursive: true});
const server = await serve(join(root, built));
const browser = await chromium.launch(await chromiumLaunch());
const problems = [];
let taken = 0;
try {
  for (const id of stories) {
    for (const variant of variants()) {
      const problem = await take(browser, server.url, id, variant);
      if (problem) problems.push(problem);
      taken++;
    }
  }
} finally {
  await browser.close();
  server.close();
}
for (const problem of problems) console.error(problem);
console.log(`${taken} pictures in ${resolve(options.out)}`);
process.exitCode = problems.length ? 1 : 0;
