// npm run visual: a picture of every story in light, dark, Korean and narrow, compared with those kept in visual/.
//
//   npm run visual                                    builds Storybook where it has changed, and compares all
//   npm run visual -- --filter wrap-up --variant ko   only stories whose id contains this, only this look
//   npm run visual -- --update                        keeps what differs or is new, deletes what is left over
//
//   --filter     may be given several times
//   --variant    light, dark, ko, narrow; default all
//   --update     looks at what changed are yours to take before you commit it
//   --storybook  the folder of a built Storybook; default: one in node_modules/.cache/visual, built when needed
//   --baselines  the folder of the kept pictures; default visual
//   --report     where to write what is wrong; default node_modules/.cache/visual/report
//   --workers    pages at once; default 2
//
// A picture that differs, is not kept yet, or is left over fails, each with a sentence that says what to do, and stands
// in one page with what was kept and what is different. Every picture is one test in the closing line.
//
// The pictures are those of the one browser that comes with npm, with its own fonts, so they are the same on every machine
// that it runs on; elsewhere nothing is compared, and all pictures count as skipped. A story is taken when its play
// function is done and a second of its own time has passed: its clock is told, not read (see visual/still-time.page.mjs).
// A story that is made for one width has the tag `picture-1280` (or another), and no narrow look.
// A story that cannot stand still all the same has the tag `no-picture`, and a comment that says why.
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {chromiumLaunch} from './browser.mjs';
import {root} from './lib/packages.mjs';
import {shippedChromium} from './lib/shipped-chromium.mjs';
import {printAtExit} from './reporters/closing-line.mjs';
import {Baselines} from './visual/baselines.mjs';
import {compare} from './visual/compare.mjs';
import {Report} from './visual/report.mjs';
import {prepareStorybook, storiesIn} from './visual/storybook.mjs';
import {VARIANTS} from './visual/variants.mjs';

const cache = join(root, 'node_modules/.cache/visual');
const {values: options} = parseArgs({
  options: {
    filter: {type: 'string', multiple: true, default: []},
    variant: {type: 'string', multiple: true, default: []},
    update: {type: 'boolean', default: false},
    storybook: {type: 'string'},
    baselines: {type: 'string', default: join(root, 'visual')},
    report: {type: 'string', default: join(cache, 'report')},
    workers: {type: 'string', default: '2'},
  },
});
const list = (values) => values.flatMap((value) => value.split(',')).filter(Boolean);

/** The looks that were asked for. Stops at one that there is not. */
function chosenVariants() {
  const chosen = list(options.variant);
  const unknown = chosen.filter((name) => !VARIANTS.includes(name));
  if (unknown.length) stop(`No such look: ${unknown.join(', ')}. There are ${VARIANTS.join(', ')}.`);
  return chosen.length ? chosen : VARIANTS;
}

function stop(reason) {
  console.error(reason);
  process.exit(2);
}

/** Starts the pinned browser, whatever this machine prefers otherwise. */
async function pinnedBrowser() {
  delete process.env.CHROME_PATH;
  process.env.BROWSER_FROM = 'npm';
  return chromium.launch(await chromiumLaunch());
}

const variants = chosenVariants();
const filters = list(options.filter);
const baselines = new Baselines(resolve(options.baselines));
if (!(await shippedChromium())) {
  const skipped = baselines.names().length;
  printAtExit({passed: 0, failed: 0, skipped}, [
    'The pictures belong to the browser that comes with npm, which runs on 64-bit Linux only: none was compared.',
  ]);
} else {
  const storybook = resolve(options.storybook ?? join(cache, 'storybook'));
  if (!options.storybook) prepareStorybook(storybook);
  if (!storiesIn(storybook).some(({id}) => filters.length === 0 || filters.some((part) => id.includes(part))))
    stop(`No story's id contains ${filters.join(' or ')}.`);
  const report = new Report(resolve(options.report));
  const browser = await pinnedBrowser();
  try {
    const workers = Number(options.workers);
    const counts = await compare({
      ...{browser, storybook, baselines, report, filters, variants, workers},
      update: options.update,
      tell: (sentence) => console.log(sentence),
    });
    report.write();
    const {passed, failed, skipped, written, deleted, retaken} = counts;
    const done = options.update ? [`${written} pictures written, ${deleted} deleted`] : [];
    if (retaken) done.push(`${retaken} pictures differed, and were taken again`);
    printAtExit({passed, failed, skipped}, [...done, ...(failed ? [`See ${report.page}`] : [])]);
  } finally {
    await browser.close();
  }
}
