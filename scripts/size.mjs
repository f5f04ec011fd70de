// npm run size: what each widget costs a host page when it is alone there, everything it needs included. Fails over budget.
//
//   npm run size -- --peers    and what a peer's card costs; it is installed into node_modules/.cache/peers at the first time
import {parseArgs} from 'node:util';
import {missing, sizes} from './size/measure.mjs';
import {peerCard} from './size/peer.mjs';

const {values} = parseArgs({options: {peers: {type: 'boolean', default: false}}});

const KB = 1000;
const CARD = 'incoming-call';

const kilobytes = (bytes) => `${(bytes / KB).toFixed(1)} kB`;
const row = (...cells) =>
  console.log(cells.map((cell, i) => (i ? cell.padStart(11) : cell.padEnd(32))).join(''));
const verdict = (holds) => (holds ? 'ok' : 'OVER');

async function comparePeer(own) {
  const card = await peerCard();
  if (!card.ok) return console.log(`\nno peer beside it: ${card.why}`);
  const {name, min, gzip} = card;
  console.log(`\na card for an incoming call, min and gzip`);
  row(CARD, kilobytes(own.min), kilobytes(own.gzip));
  row(name, kilobytes(min), kilobytes(gzip), `${(gzip / own.gzip).toFixed(0)}x`);
}

let over = 0;
let card;
row('alone on a page', 'min', 'gzip', 'budget', '', 'later', 'budget', '');
for await (const one of sizes()) {
  const {name, min, gzip, later, budget, holds, laterHolds} = one;
  if (name === CARD) card = one;
  over += [holds, laterHolds].filter((isHeld) => !isHeld).length;
  const [atFirst, whenNeeded] = budget.map((limit) => kilobytes(limit * KB));
  const rest = later || !laterHolds ? [kilobytes(later), whenNeeded, verdict(laterHolds)] : [];
  row(name, kilobytes(min), kilobytes(gzip), atFirst, verdict(holds), ...rest);
}
for (const name of missing()) console.log(`${name}: nothing to measure yet`);
if (values.peers) await comparePeer(card);
if (over) console.error(`${over} over budget`);
process.exitCode = over ? 1 : 0;
