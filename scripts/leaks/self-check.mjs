// Before anything is believed to leave nothing behind: what does is found, each kind of it, and what does not is not.
import {inPage, measureIn} from './measure.mjs';
import {verdict} from './verdict.mjs';

const TIMES = 20;

/** What is wrong with the meters; nothing where they are right. */
export const selfCheck = (browser, scripts) =>
  inPage(browser, scripts, async (page, client) => {
    const leaks = async (kind) => {
      const subject = {tag: `leaky-${kind}`, index: 0, world: 'bare'};
      return verdict(await measureIn(page, client, subject, TIMES), TIMES);
    };
    const blind = [];
    for (const kind of await page.evaluate(() => globalThis.leaks.leakyKinds)) {
      const found = await leaks(kind);
      if (!found.some(({meter}) => meter === kind))
        blind.push(`self-check: ${kind} that were left behind are not seen`);
    }
    const imagined = await leaks('nothing');
    return [
      ...blind,
      ...imagined.map(({text}) => `self-check: seen, though nothing was left behind: ${text}`),
    ];
  });
