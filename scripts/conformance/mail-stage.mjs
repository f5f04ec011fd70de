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

/** One mail: as the desk shows it, and what its HTML says where nobody cleaned it. A page that breaks is opened anew. */
async function show(pages, {mail, bytes = {}}) {
  try {
    const {ask, asked, faults} = await pages.open();
    asked.length = 0;
    const seen = await ask('show', mail, bytes);
    const fetched = asked.splice(0);
    const raw = mail.html === undefined ? undefined : await ask('raw', mail.html);
    return {...seen, raw, fetched, faults: faults.splice(0)};
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
