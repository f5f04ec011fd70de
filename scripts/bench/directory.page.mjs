// The page of the directory bench: a transfer dialog with an address book of many rows, typed into.
import {dialled} from '@deskwire/domain';
import {haystackOf, provideContext, streamContext, TextIndex} from '@deskwire/kit';
import {fakeStream} from '@deskwire/testing/fake-stream.js';
import {anActive, FakeDirectory, manyNumbers} from '@deskwire/testing/fixtures.js';
import '@deskwire/transfer-dialog/define.js';

const {document, requestAnimationFrame, InputEvent} = globalThis;

/** Resolves after the next frame is painted. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new globalThis.MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  });

const pause = (duration) => new Promise((resolve) => globalThis.setTimeout(resolve, duration));

async function openNumbers(numbers) {
  const directory = new FakeDirectory({numbers});
  const {handle} = fakeStream({interactions: [anActive()], answer: directory.answer});
  provideContext(document.body, streamContext, handle);
  const dialog = document.createElement('dw-transfer-dialog');
  document.body.append(dialog);
  dialog.open('voice-1');
  for (;;) {
    const picker = dialog.shadowRoot.querySelector('dw-directory-picker');
    const tab = picker?.shadowRoot?.querySelector('#tab-numbers');
    tab?.click();
    if (tab) return picker;
    await pause(5);
  }
}

/** Until all rows are there: the picker says so with "n of m". */
async function loaded(picker, count) {
  const total = count.toLocaleString('ko');
  while (!picker.shadowRoot.querySelector('.count')?.textContent.includes(total)) await pause(5);
}

function time(work) {
  const before = performance.now();
  work();
  return performance.now() - before;
}

const nodesBelow = (node) =>
  [...node.querySelectorAll('*')].reduce(
    (sum, one) => sum + 1 + (one.shadowRoot ? nodesBelow(one.shadowRoot) : 0),
    0,
  );

const bench = {numbers: [], haystacks: [], index: undefined, picker: undefined};

/** Makes the data, before anything is measured. */
function prepare({rows}) {
  bench.numbers = manyNumbers(rows);
  bench.haystacks = bench.numbers.map(({name, number}) => haystackOf(name, '', number, dialled(number)));
  bench.index = new TextIndex(bench.haystacks);
}

/** Opens the dialog on its address book. @returns How long it took until all rows were there, ms. */
async function open() {
  const before = performance.now();
  bench.picker = await openNumbers(bench.numbers);
  await loaded(bench.picker, bench.numbers.length);
  return performance.now() - before;
}

async function type(text) {
  const {picker} = bench;
  const input = picker.shadowRoot.querySelector('input');
  await painted();
  const start = performance.now();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, isComposing: true}));
  await picker.updateComplete;
  // Reading a length makes the browser lay out what was rendered.
  void picker.shadowRoot.querySelector('.list').offsetHeight;
  const keystroke = performance.now() - start;
  await painted();
  return {keystroke, paint: performance.now() - start};
}

/** Finds the same without a page around it: with the index, and with `includes`. Each in a task of its own. */
async function find(text) {
  const lower = text.toLowerCase();
  let found = 0;
  await pause(0);
  const own = time(() => {
    found = bench.index.find(text).length;
  });
  await pause(0);
  const plain = time(() => bench.haystacks.filter((haystack) => haystack.includes(lower)));
  return {own, plain, found};
}

/** Types as an input method does, and measures each key. The first round warms up. */
async function typeAll({rounds, typed}) {
  const samples = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const steps of typed) {
      for (const text of steps) {
        const sample = {...(await type(text)), ...(await find(text))};
        if (round >= 0) samples.push(sample);
      }
      await type('');
    }
  }
  return {samples, nodes: nodesBelow(bench.picker.shadowRoot)};
}

globalThis.directoryBench = {prepare, open, typeAll};
