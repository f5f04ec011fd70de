// What counts as a leak.
import {METERS} from './measure.mjs';

/** The heap breathes: what the engine keeps for itself, in all and for each mount, kB. Whatever holds an element is far above. */
const HEAP = {inAll: 300, each: 0.2};

const SHOWN = 3;
const list = (things) =>
  things
    .slice(0, SHOWN)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ');

/** What has stayed that should not, each as a sentence. */
export function verdict(result, times) {
  const {nodes, jsEventListeners, heap} = result;
  const most = HEAP.inAll + (HEAP.each * times) / 2;
  return [
    ...METERS.filter((name) => result[name].length).map((name) => `${name}: ${list(result[name])}`),
    ...(nodes ? [`${nodes} nodes`] : []),
    ...(jsEventListeners ? [`${jsEventListeners} listeners that the browser counts`] : []),
    ...(heap > most ? [`${heap.toFixed(0)} kB of heap, at most ${most.toFixed(0)}`] : []),
  ];
}
