// One scene in a page of its own: what there is before and after so many mounts, when the browser has let go of what it can.

/** Mounts before it counts: what is made once, for all that come, is there by then. */
const WARM_UP = 10;

/** What a page's own code can leave behind: see the meters. */
export const METERS = ['listeners', 'subscriptions', 'timers', 'observers', 'elements', 'handles'];

const letsGo = async (client) => {
  for (let time = 0; time < 3; time += 1) await client.send('HeapProfiler.collectGarbage');
};

/** Everything that is out when the browser has let go of what it can; the heap in kB. */
async function reading(page, client) {
  await page.evaluate(() => globalThis.leaks.rest());
  await letsGo(client);
  const out = await page.evaluate(() => globalThis.meters.read());
  // Once more: only now the meters themselves have forgotten what died, and their own lists are short.
  await letsGo(client);
  const {nodes, jsEventListeners} = await client.send('Memory.getDOMCounters');
  const {usedSize} = await client.send('Runtime.getHeapUsage');
  return {nodes, jsEventListeners, heap: usedSize / 1000, ...out};
}

/** Of what there is more than before, and how much more. */
export function added(before, after) {
  const counts = new Map();
  for (const what of after) counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const what of before) counts.set(what, (counts.get(what) ?? 0) - 1);
  return [...counts].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}

/**
 * What has stayed of so many mounts. The heap is that of the last half: until then the engine makes itself at home. Of its two
 * stretches the lesser counts, twice: what leaks does so in both, while the engine takes a lot at once, and then nothing.
 */
const stayed = (before, [middle, later, after]) => ({
  nodes: Math.max(0, after.nodes - before.nodes),
  jsEventListeners: Math.max(0, after.jsEventListeners - before.jsEventListeners),
  heap: 2 * Math.min(later.heap - middle.heap, after.heap - later.heap),
  ...Object.fromEntries(METERS.map((name) => [name, added(before[name], after[name])])),
});

/** Opens a page with the scripts in it. */
async function open(browser, scripts) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  await page.setContent('<!doctype html><html lang="en"><head></head><body></body></html>');
  for (const content of scripts) await page.addScriptTag({content});
  return {page, context, faults};
}

/** Does something in a page of its own. */
export async function inPage(browser, scripts, work) {
  const {page, context, faults} = await open(browser, scripts);
  try {
    const result = await work(page, await context.newCDPSession(page));
    if (faults.length) throw new Error(faults.join('\n'));
    return result;
  } finally {
    await context.close();
  }
}

/**
 * Mounts a subject so many times in a page that is there.
 * @returns What has stayed, what it consists of and has taken while it stands there, and how long each mount took.
 */
export async function measureIn(page, client, subject, times) {
  const mount = (count) => page.evaluate((many) => globalThis.leaks.mount(many), count);
  const half = Math.ceil(times / 2);
  const quarter = Math.ceil((times - half) / 2);
  await page.evaluate((one) => globalThis.leaks.begin(one), subject);
  await mount(WARM_UP);
  const fullest = await page.evaluate(() => globalThis.leaks.fullest());
  const before = await reading(page, client);
  const each = await mount(half);
  const readings = [await reading(page, client)];
  for (const count of [quarter, times - half - quarter]) {
    await mount(count);
    readings.push(await reading(page, client));
  }
  return {...stayed(before, readings), ...fullest, each};
}

/** The same in a page of its own. */
export const measure = (browser, scripts, subject, times) =>
  inPage(browser, scripts, (page, client) => measureIn(page, client, subject, times));
