// The table of `npm run leaks`.
import {METERS} from './measure.mjs';

const NAME = 44;
const cell = (text, width = 14) => String(text).padStart(width);
const sum = (things) => things.reduce((total, [, count]) => total + count, 0);

/** Each cell says what has stayed, and of how much that one mount takes. */
export function printHead(times) {
  console.log(
    `What stayed of ${times.toLocaleString('en')} mounts, and in brackets what one mount has taken while it stands there`,
  );
  const heads = [...METERS, 'nodes', 'heap kB', 'ms each'];
  console.log(`${''.padEnd(NAME)}${heads.map((head) => cell(head)).join('')}`);
}

export function printRow(name, result) {
  const counts = METERS.map((meter) => cell(`${sum(result[meter])} (${result.held[meter]})`));
  const rest = [result.nodes, result.heap.toFixed(0), result.each.toFixed(1)].map((text) => cell(text));
  console.log(`${name.padEnd(NAME)}${counts.join('')}${rest.join('')}`);
}
