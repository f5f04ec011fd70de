// Takes every story that was asked for, in every look that was asked for, and compares with what is kept.
import {serve} from '../lib/static-server.mjs';
import {Photographer} from './photographer.mjs';
import {difference, keep} from './picture.mjs';
import {storiesIn} from './storybook.mjs';
import {visitsFor} from './variants.mjs';

/**
 * Compares, or with `update` writes what differs, is missing or is left over. Answers with the counts of the pictures,
 * each of them one test, and how many were written or deleted. Each problem is told as a sentence, and goes into the report.
 *
 * - `browser`: the pinned one, started.
 * - `storybook`: the folder of a built Storybook.
 * - `baselines`, `report`: where pictures are kept, and where problems go.
 * - `filters`: parts of ids, any of which a story has to contain; none: all stories.
 * - `variants`: the looks.
 * - `workers`: how many pages at once.
 * - `tell`: prints a sentence.
 */
export async function compare(options) {
  const {browser, storybook, baselines, filters, variants, workers, update, tell} = options;
  const isWanted = (id) => filters.length === 0 || filters.some((part) => id.includes(part));
  const stories = storiesIn(storybook).filter(({id}) => isWanted(id));
  const run = new Run(options);
  const visits = stories.flatMap(({id, width}) => visitsFor(variants, width).map((visit) => ({id, visit})));
  const known = new Set(
    visits.flatMap(({id, visit}) => Object.keys(visit.schemes).map((variant) => `${id}.${variant}`)),
  );
  const server = await serve(storybook, {unchanging: /^\/(assets|sb-)/});
  try {
    const work = async () => {
      const photographer = await Photographer.open(browser, server.url);
      for (let next; (next = visits.shift());) await run.visit(photographer, next);
    };
    await Promise.all(Array.from({length: workers}, work));
  } finally {
    server.close();
  }
  const leftOver = baselines
    .names()
    .filter((name) => isWanted(name) && variants.some((variant) => name.endsWith(`.${variant}`)))
    .filter((name) => !known.has(name));
  for (const name of leftOver) run.leftOver(name);
  if (update && run.written + run.deleted === 0) tell('Every picture is as it was.');
  const {passed, failed, written, deleted, retaken} = run;
  return {passed, failed, skipped: 0, written, deleted, retaken};
}

/** A picture fails when it differs so many times. */
const ATTEMPTS = 3;

/** The counts of one run, and what is done with each picture. */
class Run {
  passed = 0;
  failed = 0;
  written = 0;
  deleted = 0;
  /** How often a picture differed, and was taken again. */
  retaken = 0;
  #options;

  constructor(options) {
    this.#options = options;
  }

  /**
   * One visit to a story: all its looks are compared, or fail together with it. What differs is taken again before it counts: on
   * a busy machine a browser may be late by a frame, and a change that is real differs every time.
   */
  async visit(photographer, {id, visit}) {
    let names = Object.keys(visit.schemes).map((variant) => ({variant, name: `${id}.${variant}`}));
    for (let attempt = 1; names.length > 0; attempt++) {
      const isLast = attempt === ATTEMPTS;
      let pictures;
      try {
        pictures = await photographer.take(id, visit);
      } catch (error) {
        if (!isLast) continue;
        const reason = error.message.split('\n')[0];
        for (const {name} of names) this.#fail(name, `it could not be taken: ${reason}.`);
        return;
      }
      const again = isLast ? [] : names.filter(({variant, name}) => this.#differs(name, pictures[variant]));
      for (const one of names) if (!again.includes(one)) this.#judge(id, one.name, pictures[one.variant]);
      this.retaken += again.length;
      names = again;
    }
  }

  #differs(name, screenshot) {
    const {baselines, update} = this.#options;
    const kept = update ? undefined : baselines.get(name);
    return kept !== undefined && difference(kept, screenshot) !== undefined;
  }

  #judge(id, name, screenshot) {
    const {baselines, update} = this.#options;
    const kept = baselines.get(name);
    const found = kept ? difference(kept, screenshot) : {reason: 'it is new'};
    if (!found) this.passed++;
    else if (update) this.#write(name, screenshot);
    else if (kept) {
      this.#fail(
        name,
        `${found.reason}. If that is meant, run npm run visual -- --update --filter ${id}; otherwise mend the story or the element.`,
        {kept, now: screenshot, difference: found.picture},
      );
    } else {
      this.#fail(
        name,
        `no picture of it is kept yet. Look at this one, and run npm run visual -- --update --filter ${id} if it is right.`,
        {now: screenshot},
      );
    }
  }

  #write(name, screenshot) {
    this.#options.baselines.set(name, keep(screenshot));
    this.written++;
    this.passed++;
  }

  /** A kept picture of a story, or a look, that is not there any more. */
  leftOver(name) {
    const {baselines, update} = this.#options;
    if (update) {
      baselines.delete(name);
      this.deleted++;
      return;
    }
    const [id] = name.split('.');
    this.#fail(
      name,
      `its picture is left over, there is no such story any more. Run npm run visual -- --update --filter ${id} to delete it.`,
      {kept: baselines.get(name)},
    );
  }

  #fail(name, sentence, pictures) {
    this.failed++;
    this.#options.tell(`${name}: ${sentence}`);
    this.#options.report.add(name, sentence, pictures);
  }
}
