// Topic cards: which digits of a text are taken for a card number. Every digit of a card has to be hidden, nothing beside it.
import {check, notApplicable} from './score.mjs';

const SHAPE = 'asks for the shape of a card alone; a number that fails the check digit is none';
const SHORT = 'has fewer than 13 digits, which are not looked for';
const MADE_UP = 'is labelled a card and fails the check digit: people made it up';
const OTHER = 'says nothing about cards';

const MIN_DIGITS = 13;

const spansOf = (cell) => (cell === '' || cell === '-' ? [] : cell.split(/[,; ]+/).sort());
const digitsIn = (text, spans) =>
  Math.max(
    0,
    ...spans.map((span) => {
      const [start, end] = span.split('-').map(Number);
      return text.slice(start, end).normalize('NFKC').replace(/\D/g, '').length;
    }),
  );

/** The judges of the topic by file name. `cards` is the real module. */
export function cardJudges({cards: {findCards, maskCards, CARD_MASK}}) {
  const found = (text) =>
    findCards(text)
      .map(({start, end}) => `${start}-${end}`)
      .sort();
  const judged = (text, expected) => [
    check('spans', expected, found(text)),
    check('nothing is left to find', [], findCards(maskCards(text).text)),
    check('masks', expected.length, maskCards(text).text.split(CARD_MASK).length - 1),
  ];

  const labelled = ({text, expected_redacted_spans: cell, category, ambiguous, origin, note}) => {
    const expected = spansOf(cell);
    const group = `${expected.length ? 'card' : 'no card'}: ${category}${ambiguous === 'yes' ? ' (ambiguous)' : ''}`;
    const kind = origin.startsWith('theirs-label') ? 'theirs-label' : origin;
    const about = {kind, input: text, group};
    if (category === 'shape-only') return {...about, ...notApplicable(SHAPE)};
    if (expected.length && digitsIn(text, expected) < MIN_DIGITS && note === 'luhn-ok')
      return {...about, ...notApplicable(SHORT)};
    return {...about, checks: judged(text, expected)};
  };

  const typed = ({text, labelled_card_spans: cell, verdict, note}) => {
    const expected = spansOf(cell);
    const about = {kind: 'theirs-label', input: text, group: `typed by people: ${verdict}`};
    if (expected.length === 0) return {...about, checks: judged(text, [])};
    if (!note.startsWith('luhn-ok')) return {...about, ...notApplicable(note ? MADE_UP : OTHER)};
    return {...about, checks: [check('spans', expected, found(text))]};
  };

  return {
    'cards.tsv': labelled,
    'presidio-synth.CC-BY-SA.tsv': labelled,
    'multidogo_customer_numbers.tsv': typed,
  };
}
