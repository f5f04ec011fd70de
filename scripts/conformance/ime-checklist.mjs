// The checklist of Korean input is prose: here is what each of its behaviours comes to in our compose box, our list with a
// search and our words. A behaviour that is not here is reported as such.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {filesBelow, root} from '../lib/packages.mjs';
import {check, notApplicable} from './score.mjs';

const NO_SHORTCUTS = 'is about shortcuts with a letter alone; the desk has none';

const compose = async (typist, ...steps) => {
  for (const step of steps) await typist.compose(step);
};
const press = async (typist, key, code) => (await typist.pressComposing(key, code))();
const filled = (length) => '가'.repeat(length);

/** An open list with something being composed in its search. */
async function searching(typist, ...steps) {
  await typist.ask('openList');
  await compose(typist, ...steps);
  return typist.ask('state');
}

/**
 * A particle right behind what somebody else has named, as our words hold it: it would have to fit any name. Where a word of
 * ours is put in, it can be chosen to fit.
 */
const NAMED =
  'name|names|customer|author|contact|campaign|field|question|queue|site|text|value|number|to|from|who';
const LONE = new RegExp(`\\{(?:${NAMED})\\}(?:을|를|이|가|은|는|과|와|으로|로)(?=[\\s.,'’”)]|$)`);

const isWords = (path) => /\/src\/.*(?:messages|words)[\w.-]*\.ts$/.test(path) && !path.endsWith('.test.ts');

/** Lines of Korean words in which a name is followed by a particle that is right for some names only. */
export const loneParticles = (text) => text.split('\n').filter((line) => LONE.test(line));

const allLoneParticles = () =>
  filesBelow('packages', isWords).flatMap((path) => loneParticles(readFileSync(join(root, path), 'utf8')));

/** By the id of the behaviour: plays it, and says what has to be so. */
export const checklist = {
  'imec-00': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await compose(typist, 'ㅎ', '하', '한');
    await press(typist, 'Enter');
    const {text, sends, seen} = await typist.ask('state');
    return [
      check('the browser says that it composes', 'keydown composing', seen.at(-1)),
      check('sends', [], sends),
      check('text', '한', text),
    ];
  },
  'imec-01': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await typist.word(['ㅎ', '하', '한']);
    const before = await typist.ask('state');
    await typist.press('Enter');
    const after = await typist.ask('state');
    return [
      check('before', [], before.sends),
      check('after', ['한'], after.sends),
      check('text', '', after.text),
    ];
  },
  'imec-02': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await typist.word(['ㅎ', '하', '한']);
    const chromium = await typist.ask('state');
    await typist.ask('start', '', 0, 0);
    await typist.ask('endAsSafari', '한');
    const safari = await typist.ask('state');
    await typist.press('Enter');
    const after = await typist.ask('state');
    return [
      check('in the order of Chromium', [[], '한'], [chromium.sends, chromium.text]),
      check('in the order of Safari', [[], '한'], [safari.sends, safari.text]),
      check('then Enter', ['한'], after.sends),
    ];
  },
  'imec-03': async (typist) => {
    await searching(typist, 'ㄱ', '기');
    await press(typist, 'Escape');
    const {isOpen, query} = await typist.ask('state');
    await typist.commit('기');
    await typist.press('Escape');
    const once = await typist.ask('state');
    await typist.press('Escape');
    const twice = await typist.ask('state');
    return [
      check('open while it composes', [true, '기'], [isOpen, query]),
      check('Escape empties the search', [true, ''], [once.isOpen, once.query]),
      check('Escape closes', false, twice.isOpen),
    ];
  },
  'imec-04': async (typist) => {
    const before = await searching(typist, 'ㄱ');
    for (const key of ['ArrowDown', 'ArrowUp', 'Tab', 'Home', 'End']) await press(typist, key);
    const after = await typist.ask('state');
    return [
      check('the option in hand', before.active, after.active),
      check('what is composed', ['ㄱ', true], [after.query, after.isOpen]),
    ];
  },
  'imec-05': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await typist.type('a');
    await compose(typist, 'ㅎ', '하', '한');
    await typist.ask('blur');
    const {text, shown, sends} = await typist.ask('state');
    return [check('text', 'a한', text), check('the box knows it', 'a한', shown), check('sends', [], sends)];
  },
  'imec-06': async (typist) => {
    await typist.ask('start', 'abc', 1, 1);
    const texts = [];
    for (const step of ['ㅎ', '하', '한', '하ㄴ', '하나']) {
      await typist.compose(step);
      await typist.ask('disturb');
      texts.push((await typist.ask('state')).text);
    }
    await typist.commit('하나');
    const {text, seen} = await typist.ask('state');
    return [
      check('at each step', ['aㅎbc', 'a하bc', 'a한bc', 'a하ㄴbc', 'a하나bc'], texts),
      check('text', 'a하나bc', text),
      check('compositions', 1, seen.filter((type) => type.startsWith('compositionstart')).length),
    ];
  },
  'imec-07': async (typist) => {
    await typist.ask('start', filled(950), 950, 950);
    await compose(typist, 'ㅎ', '하', '한');
    const {counter, text} = await typist.ask('state');
    return [check('counts', '951 / 1,000', counter), check('text', 951, text.length)];
  },
  'imec-08': async (typist) => {
    await typist.ask('start', filled(999), 999, 999);
    await compose(typist, 'ㅂ', '보', '본');
    const at = await typist.ask('state');
    await typist.word(['본', '본ㄴ', '본나']);
    const over = await typist.ask('state');
    return [
      check('at the limit', filled(999) + '본', at.text),
      check('over it', [filled(999) + '본나', '1,001 / 1,000'], [over.text, over.counter]),
    ];
  },
  'imec-09': async (typist) => {
    await typist.ask('openList');
    const found = [];
    for (const step of ['ㄱ', '기', '김', '김ㅊ', '김치']) {
      await typist.compose(step);
      found.push((await typist.ask('state')).options);
    }
    const [onset, open, closed, half, whole] = found.map((options) => options.length);
    return [
      check('ㄱ finds 김치, 기차 and 감사', 3, onset),
      check('기 finds 김치 and 기차', 2, open),
      check('김, 김ㅊ and 김치 find one', [1, 1, 1], [closed, half, whole]),
    ];
  },
  'imec-10': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await compose(typist, 'ㅎ', '하', '한');
    await press(typist, 'Backspace');
    await typist.compose('하');
    const during = await typist.ask('state');
    await typist.word(['하', '한']);
    await typist.press('Backspace');
    const after = await typist.ask('state');
    return [check('while it composes', '하', during.text), check('afterwards', '', after.text)];
  },
  'imec-11': async (typist, {search: {matches, searchable}}) => {
    const names = ['김민수', '값진', 'Müller'];
    const both = names.map((name) => [name.normalize('NFC'), name.normalize('NFD')]);
    return both.flatMap(([nfc, nfd]) => [
      check(`${nfc} finds itself decomposed`, true, matches(nfc)(searchable(nfd)) !== undefined),
      check(`${nfc} is found decomposed`, true, matches(nfd)(searchable(nfc)) !== undefined),
    ]);
  },
  'imec-12': async (typist, {domain: {dialled}}) => [
    check('dials', '01012345678', dialled('０１０－１２３４－５６７８')),
    check('in a search', true, dialled('０３２') === '032'),
  ],
  'imec-13': async () => notApplicable(NO_SHORTCUTS),
  'imec-14': async () => notApplicable(NO_SHORTCUTS),
  'imec-15': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await typist.ask('copy', '붙임');
    await compose(typist, 'ㅎ', '하', '한');
    await typist.press('Control+V');
    const {text, shown, sends} = await typist.ask('state');
    return [check('text', '한붙임', text), check('the box knows it', text, shown), check('sends', [], sends)];
  },
  'imec-16': async (typist) => {
    await typist.ask('start', '', 0, 0);
    await typist.type('a');
    await typist.word(['ㅎ', '하', '한']);
    await typist.word(['ㄱ', '그', '글']);
    const texts = [];
    for (let times = 0; times < 3; times += 1) {
      await typist.press('Control+Z');
      texts.push((await typist.ask('state')).text);
    }
    return [
      check(
        'leaves whole syllables',
        true,
        texts.every((text) => ['a한글', 'a한', 'a', ''].includes(text)),
      ),
      check('undoes something', true, texts[0] !== 'a한글'),
    ];
  },
  'imec-17': async (typist) => {
    const open = await searching(typist, 'ㄱ', '기', '김');
    return [
      check('open', true, open.isOpen),
      check('searched for', '김', open.query),
      check('options', 1, open.options.length),
    ];
  },
  'imec-18': async () => [check('words with a particle that fits some names only', [], allLoneParticles())],
};

/** The judge of what was played, by the id of the row. */
export const checklistJudge =
  (played) =>
  ({id, behaviour}) => {
    const about = {kind: 'theirs-label', input: behaviour};
    const result = played.get(id);
    if (result === undefined)
      return {...about, ...notApplicable('nobody has said yet what it comes to here')};
    if (result.error) throw new Error(result.error);
    return Array.isArray(result) ? {...about, checks: result} : {...about, ...result};
  };
