// What counts as a leak.
import {METERS} from './measure.mjs';

/** The heap breathes: what the engine keeps for itself, in all and for each mount, kB. Whatever holds an element is far above. */
const HEAP = {inAll: 200, each: 0.15};

const SHOWN = 3;
const list = (things) =>
  things
    .slice(0, SHOWN)
    .map(([what, count]) => `${count} × ${what}`)
    .join(', ');

const mostHeap = (times) => HEAP.inAll + (HEAP.each * times) / 2;

/** What has stayed that should not: by which meter, and as a text. */
export function verdict(result, times) {
  const {nodes, jsEventListeners, heap} = result;
  const most = mostHeap(times);
  return [
    ...METERS.filter((meter) => result[meter].length).map((meter) => ({
      meter,
      text: `${meter}: ${list(result[meter])}`,
    })),
    ...(nodes ? [{meter: 'nodes', text: `${nodes} nodes`}] : []),
    ...(jsEventListeners
      ? [{meter: 'jsEventListeners', text: `${jsEventListeners} listeners by the browser's own count`}]
      : []),
    ...(heap > most
      ? [{meter: 'heap', text: `${heap.toFixed(0)} kB of heap in the last half, at most ${most.toFixed(0)}`}]
      : []),
  ];
}
