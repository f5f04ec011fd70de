// Shows mails in a real browser, one after the other, and tells what was to be seen.
import {openPage} from './browser/open.mjs';
import {watch} from './browser/watch.mjs';

/** The page, opened when it is wanted, and again after it was closed. */
function makePages() {
  let opened;
  const make = async () => {
    const open = await openPage('scripts/conformance/mails.page.mjs', {width: 800, height: 1000, watch});
    await open.ask('prepare');
    return open;
  };
  return {
    open: () => (opened ??= make()),
    async close() {
      const open = await opened?.catch(() => undefined);
      opened = undefined;
      await open?.close();
    },
  };
}

const UNSEEN = {whole: '', strange: [], twice: ''};

/** Shows hostile HTML as mails, all at once; where anything came of it, one by one, to know which of them it was. */
async function attack(pages, texts) {
  let result;
  try {
    const {ask, asked, page} = await pages.open();
    asked.length = 0;
    result = await ask('attack', texts);
    await page.mouse.click(180, 420);
    result.fired = [...result.alarms.map(({what, detail}) => `${what} ${detail}`), ...asked.splice(0)];
  } catch (error) {
    await pages.close();
    const fired = [`breaks the page: ${String(error).split('\n', 1)[0]}`];
    result = {seen: texts.map(() => UNSEEN), style: [], fired};
  }
  const {seen, style, fired} = result;
  if (texts.length === 1 || style.length + fired.length === 0)
    return seen.map((one) => ({...one, style, fired}));
  const alone = [];
  for (const text of texts) alone.push(...(await attack(pages, [text])));
  return alone;
}

/** How many are shown at once: as many as the page has places for. */
const TOGETHER = 10;

/**
 * Shows hostile HTML as mails.
 * @returns By text: what came of it, and what of it can be read where nobody cleaned it.
 */
export async function attackMails(texts) {
  const pages = makePages();
  const byText = new Map();
  try {
    for (let at = 0; at < texts.length; at += TOGETHER) {
      const batch = texts.slice(at, at + TOGETHER);
      for (const [index, result] of (await attack(pages, batch)).entries()) byText.set(batch[index], result);
    }
    for (const [text, result] of byText) {
      const {ask} = await pages.open();
      result.raw = await ask('raw', text).catch(() => '');
    }
    return byText;
  } finally {
    await pages.close();
  }
}

/** One mail: as the desk shows it, and what its HTML says where nobody cleaned it. A page that breaks is opened anew. */
async function show(pages, {mail, bytes = {}}) {
  try {
    const {ask, asked, faults} = await pages.open();
    asked.length = 0;
    const seen = await ask('show', mail, bytes);
    const fetched = asked.splice(0);
    const raw = mail.html === undefined ? undefined : await ask('raw', mail.html);
    return {...seen, raw, fetched, wanted: asked.splice(0), faults: faults.splice(0)};
  } catch (error) {
    await pages.close();
    return {broken: String(error).split('\n', 1)[0]};
  }
}

/**
 * Shows each of them once.
 * @param mails `{mail, bytes}` each: what the desk is told, and the bytes of its files by their ids.
 * @returns What was seen of each, in their order.
 */
export async function showMails(mails) {
  const pages = makePages();
  const seen = [];
  try {
    for (const one of mails) seen.push(one && (await show(pages, one)));
    return seen;
  } finally {
    await pages.close();
  }
}
