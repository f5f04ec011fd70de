// Opens stories in the pinned browser and takes their pictures, each at the same moment of a time that is told.
import {installStillTime} from './still-time.page.mjs';
/* global document */

/** What the date is when a story begins: a Thursday morning. */
const START = Date.parse('2026-11-19T10:24:00+09:00');
/** How long a story goes on by itself after its play function, milliseconds of its own time. */
const SETTLE_MS = 1000;
/** A story that takes longer than this, in real time, hangs. */
const LIMIT_MS = 60_000;
/** What a story asks the network for may keep it waiting so long, and no longer: some stories ask for what never comes. */
const NETWORK_MS = 5000;
/** So many turns without anything to wait for, and a story has settled. */
const CALM_TURNS = 2;
const HEIGHT = 800;

/** Runs in the page before anything else: drafts that an earlier story left in this tab are none of this one's. */
function forgetEarlierStories() {
  if (globalThis.self !== globalThis.top) return;
  globalThis.sessionStorage.clear();
  globalThis.localStorage.clear();
}

/** A page that visits one story after another. Its world is its own: nothing is shared with another photographer. */
export class Photographer {
  #page;
  #base;
  #inFlight = new Set();

  constructor(page, base) {
    this.#page = page;
    this.#base = base;
    page.on('request', (request) => this.#inFlight.add(request));
    page.on('requestfinished', (request) => this.#inFlight.delete(request));
    page.on('requestfailed', (request) => this.#inFlight.delete(request));
  }

  /** Opens a page of a new context in this browser, for a Storybook that is served at `base`. */
  static async open(browser, base) {
    const context = await browser.newContext({
      viewport: {width: 760, height: HEIGHT},
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'Asia/Seoul',
    });
    await context.addInitScript(installStillTime, {start: START});
    await context.addInitScript(forgetEarlierStories);
    return new Photographer(await context.newPage(), base);
  }

  /** Closes its page, and all that the stories left behind. */
  async close() {
    await this.#page.context().close();
  }

  /**
   * Visits a story and answers with its pictures, name of the look to PNG, as the browser made them.
   * Throws when the story cannot be shown or its play function fails.
   */
  async take(id, {language, width, schemes}) {
    const page = this.#page;
    this.#inFlight.clear();
    await page.setViewportSize({width, height: HEIGHT});
    // No theme named: the stories follow the system, so its scheme can be switched under them.
    await page.emulateMedia({colorScheme: Object.values(schemes)[0]});
    const globals = `theme:auto;language:${language};direction:ltr;a11y.manual:!true`;
    await page.goto(`${this.#base}/iframe.html?id=${id}&viewMode=story&globals=${globals}`, {
      waitUntil: 'commit',
    });
    await this.#playToTheEnd();
    const pictures = {};
    for (const [name, colorScheme] of Object.entries(schemes)) {
      await page.emulateMedia({colorScheme});
      await page.evaluate(shown);
      pictures[name] = await page.screenshot({fullPage: true, animations: 'disabled', caret: 'hide'});
    }
    return pictures;
  }

  async #playToTheEnd() {
    const deadline = performance.now() + LIMIT_MS;
    let end;
    while (!(end = await this.#page.evaluate(howItEnded))) {
      if (performance.now() > deadline) throw new Error('the story did not end within a minute');
      await this.#turn(Infinity);
    }
    if (end.problem) throw new Error(end.problem);
    const latest = end.now + SETTLE_MS;
    // Widgets without a play function may still be loading: their own time begins with the first thing they wait for.
    for (let calm = 0; calm < CALM_TURNS && performance.now() < deadline; calm++) await this.#turn(-Infinity);
    for (let calm = 0; calm < CALM_TURNS && performance.now() < deadline;) {
      calm = (await this.#turn(latest)) ? 0 : calm + 1;
    }
    await this.#page.evaluate((at) => globalThis.deskwireStillTime.stop(at), latest);
  }

  /** Winds the story's time on to its next timer, but not while something is still on its way over the network. */
  async #turn(latest) {
    const patience = performance.now() + NETWORK_MS;
    let waited = false;
    while (this.#inFlight.size > 0 && performance.now() < patience) {
      await this.#page.evaluate(() => globalThis.deskwireStillTime.turn(-Infinity));
      waited = true;
    }
    // What has just come has still to be compiled and run.
    if (waited)
      return this.#page.evaluate(() => globalThis.deskwireStillTime.turn(-Infinity)).then(() => true);
    return this.#page.evaluate((by) => globalThis.deskwireStillTime.turn(by), latest);
  }
}

/** Runs in the page: how the story ended and when, or nothing while it is still at work. */
function howItEnded() {
  const last = (event) => globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last(event)?.[0];
  const error = last('storyThrewException') ?? last('storyErrored');
  if (error) return {problem: `the story could not be rendered: ${error.message ?? error.title}`};
  const thrown = last('playFunctionThrewException');
  if (thrown) return {problem: `its play function failed: ${thrown.message}`};
  const status = last('storyFinished')?.status;
  if (!status) return undefined;
  return status === 'success'
    ? {now: globalThis.deskwireStillTime.now}
    : {problem: `the story ended with ${status}`};
}

/** Runs in the page: everything that is shown is loaded, and drawn. */
async function shown() {
  await globalThis.deskwireStillTime.turn(-Infinity);
  await document.fonts.ready;
  await Promise.allSettled([...document.images].map((image) => image.decode()));
}
