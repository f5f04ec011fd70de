// The sizes as rows of the page of figures, with the peer's card where it can be had.
import {sizes} from '../size/measure.mjs';
import {peerCard} from '../size/peer.mjs';
import {times} from './stats.mjs';

const CARD = 'incoming-call';
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function rowsOf({name, gzip, later, budget, holds, laterHolds}, card) {
  const [first, rest] = budget;
  const what = name.startsWith('whole') ? name : `${name}, alone on a page`;
  const peer = card?.ok ? {rival: card.name, theirs: kilobytes(card.gzip), ratio: card.gzip / gzip} : {};
  return [
    {what, budget: `${first} kB`, own: kilobytes(gzip), holds, ...peer},
    ...(later
      ? [{what: 'and later, when it is used', budget: `${rest} kB`, own: kilobytes(later), holds: laterHolds}]
      : []),
  ];
}

/** Weighs, prints, and gives back the rows of the budget. A quick look installs nothing. */
export async function bench({quick = false} = {}) {
  const card = quick ? undefined : await peerCard();
  if (card && !card.ok) console.log(`no peer beside it: ${card.why}`);
  const rows = [];
  for await (const one of sizes()) {
    const own = rowsOf(one, one.name === CARD ? card : undefined);
    rows.push(...own);
    console.log(
      `${one.name.padEnd(32)}${own[0].own.padStart(10)}${own[0].ratio ? `  ${own[0].theirs}, ${times(own[0].ratio)}` : ''}`,
    );
  }
  return rows;
}
