// Shows what was said to both sides in a real browser, and says what is wrong with it there.
import {openPage} from './browser/open.mjs';

/** Messages shown together: what stands around a text must not matter to it. */
const TOGETHER = 40;
const SIDES = ['desk', 'page'];

function* inGroups(talks) {
  let [group, count] = [[], 0];
  for (const talk of talks) {
    group.push(talk);
    count += talk.desk.length;
    if (count < TOGETHER) continue;
    yield group;
    [group, count] = [[], 0];
  }
  if (group.length) yield group;
}

/** Shows some talks as one conversation. @returns What is wrong: a side, a message and what. */
async function showGroup(open, talks) {
  const both = {desk: talks.flatMap(({desk}) => desk), page: talks.flatMap(({page}) => page)};
  if (both.desk.length === 0) return [];
  const faults = await open.ask('converse', both);
  const wrong = SIDES.flatMap((side) =>
    Object.entries(faults[side]).flatMap(([what, ids]) => ids.map((id) => ({side, id, what}))),
  );
  if (wrong.length === 0 || talks.length === 1) return wrong;
  const alone = [];
  for (const talk of talks) alone.push(...(await showGroup(open, [talk])));
  // What is right alone and wrong in company is wrong.
  return alone.length ? alone : wrong;
}

/** Asks the page once for each text. */
async function each(open, name, texts) {
  const answers = new Map();
  for (const text of texts) answers.set(text, await open.ask(name, text));
  return answers;
}

/**
 * @param talks What to show to each side as a conversation.
 * @param names Texts to show as a name of a person and of a file.
 * @param drafts Texts to write into the compose box.
 * @returns What is wrong with the messages; with each name; and what became of each draft.
 */
export async function browse(talks, names, drafts) {
  const open = await openPage('scripts/conformance/chat.page.mjs', {width: 1000, height: 4200});
  try {
    await open.ask('prepare');
    const wrong = [];
    for (const group of inGroups(talks)) wrong.push(...(await showGroup(open, group)));
    const named = await each(open, 'call', names);
    const written = await each(open, 'write', drafts);
    if (open.faults.length) throw new Error(open.faults.join('\n'));
    return {wrong, named, written};
  } finally {
    await open.close();
  }
}
