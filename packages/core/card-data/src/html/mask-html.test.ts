import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {findCards} from '../find.js';
import {CARD_MASK, maskCards} from '../mask.js';
import {maskCardsInHtml, textOfHtml} from './mask-html.js';
import {readHtml} from './read-html.js';

const M = CARD_MASK;
const CARD = '4111 1111 1111 1111';

describe('a card number in an HTML source', () => {
  it.each([
    ['as text', `<p>Card ${CARD}, thanks</p>`, `<p>Card ${M}, thanks</p>`],
    ['split by tags', '<p>4111<b>1111</b><i> 1111</i>1111.</p>', `<p>${M}<b></b><i></i>.</p>`],
    ['in the middle of a group', '4<b>111 1111 1111 11</b>11', `${M}<b></b>`],
    ['over lines', '4111 1111<br>\n   1111 1111', `${M}<br>`],
    ['over blocks', '<div>4111 1111</div>\n\n    <div>1111 1111</div>', `<div>${M}</div><div></div>`],
    ['over cells', '<tr><td>4111<td>1111<td>1111<td>1111</tr>', `<tr><td>${M}<td><td><td></tr>`],
    ['over a comment', '4111 1111<!-- x --> 1111 1111', `${M}<!-- x -->`],
    ['over a style', '4111 1111 <style>p{}</style>1111 1111', `${M}<style>p{}</style>`],
    ['as references', '&#52;111&nbsp;1111&#x2d;1111&ensp;111&#49;', M],
    ['as references without an end', '4111&nbsp1111 1111 111&#49', M],
    ['with what nobody sees', '4111&shy;1111&ZeroWidthSpace;1111&#8203;1111', M],
    ['with digits of another script', '<b>４１１１</b>&#xFF11;１１１１１１１１１１１', `<b>${M}</b>`],
    ['with dashes of Windows', '4111&#150;1111&#151;1111-1111', M],
    ['in a title', `<title>${CARD}</title>`, `<title>${M}</title>`],
    ['in a value', `<img alt="Card ${CARD}">`, `<img alt="Card ${M}">`],
    ['in a value without quotes', '<a href=/pay/4111111111111111>', `<a href=/pay/${M}>`],
    ['in a value as references', "<a title='4&#49;11-1111-1111-1111'>", `<a title='${M}'>`],
    ['in a name', '<p 4111111111111111=x>', `<p ${M}=x>`],
    ['in a comment', `<!-- ${CARD} -->`, `<!-- ${M} -->`],
    ['in a script', `<script>a="${CARD}<b>"</script>`, `<script>a="${M}<b>"</script>`],
    ['in a style', `<style>/* ${CARD} */</style>`, `<style>/* ${M} */</style>`],
    ['in a tag that never ends', '<p>x<b 4111111111111111', `<p>x<b ${M}`],
    ['in a reference that is none', '&#4111111111111111;', `&#${M};`],
    ['beside a sign', `1 < ${CARD} > 0`, `1 < ${M} > 0`],
  ])('%s', (_, html, expected) => {
    expect(maskCardsInHtml(html)).toEqual({html: expected, found: true});
  });

  it.each([
    '<p>Order 1234 5678 9012 3456</p>',
    '<td width=4111 height="1111">1111<td>11111</td>',
    '4111 1111 <b>and</b> 1111 1111',
    '<img src="cid:a1b2">4111 1111<hr>  <p>but</p> 1111 1111',
    '',
    '<',
    '</',
    '<!--',
    '<!-->',
    '&#;&#x;&x;&',
    "<p a='",
  ])('is not seen where there is none: %s', (html) => {
    expect(maskCardsInHtml(html)).toEqual({html, found: false});
  });
});

describe('the text of an HTML source', () => {
  it('is what somebody reads', () => {
    expect(textOfHtml('<p>One  &amp;\n two</p>\n<p>th<b>re</b>e<br>4')).toBe('\nOne & two\nthree\n4');
  });
});

const PIECES = [
  '4111',
  '1111',
  '411111',
  '1111 1111',
  '4111-1111-1111-1111',
  '５５５５',
  '378282246310005',
  ' ',
  '\n',
  '-',
  'a',
  'é',
  '<b>',
  '</b>',
  '<br>',
  '<p class="4111 1111 1111 1111">',
  '</p>',
  '<td>',
  '<!--',
  '-->',
  '--!>',
  '<style>',
  '</style>',
  '<script>',
  '</script>',
  '<title>',
  '</title>',
  '<a href=',
  '"',
  "'",
  '>',
  '<',
  '/',
  '=',
  '&',
  '#',
  ';',
  '&#49;',
  '&#x31',
  '&nbsp;',
  '&nbsp',
  '&shy;',
  '•',
  'GB82 WEST',
  '\u200b',
  '<img src="cid:x" alt=\'4111111111111111\'>',
];

const source = fc.array(fc.constantFrom(...PIECES), {maxLength: 40}).map((parts) => parts.join(''));
const check = (body: (html: string) => void): void =>
  fc.assert(fc.property(source, body), {seed: 6, numRuns: 5_000});

const tagsOf = (html: string): readonly string[] =>
  [...readHtml(html)].flatMap((piece) =>
    piece.kind === 'tag' ? [(piece.isEnd ? '/' : '') + piece.name] : [],
  );

const solid = (text: string): string => text.replace(/\s/g, '');

describe('for any source', () => {
  it('every unit stands in one piece', () => {
    check((html) => {
      expect([...readHtml(html)].map(({start, end}) => html.slice(start, end)).join('')).toBe(html);
    });
  });

  it('the masked one has the same tags', () => {
    check((html) => {
      expect(tagsOf(maskCardsInHtml(html).html)).toEqual(tagsOf(html));
    });
  });

  it('to mask it again changes nothing', () => {
    check((html) => {
      const once = maskCardsInHtml(html).html;
      expect(maskCardsInHtml(once)).toEqual({html: once, found: false});
    });
  });

  it('its text is masked as any text is', () => {
    check((html) => {
      const text = textOfHtml(maskCardsInHtml(html).html);
      expect(solid(text)).toBe(solid(maskCards(textOfHtml(html)).text));
      expect(findCards(text)).toEqual([]);
    });
  });

  it('none is left where somebody could read it', () => {
    const number = '4111111111111111';
    const split = fc.array(
      fc.constantFrom('', '<b>', '</b>', '<!-- -->', '&shy;', '<span a="b">', '&#8203;'),
      {
        minLength: number.length,
        maxLength: number.length,
      },
    );
    fc.assert(
      fc.property(split, (between) => {
        const html = [...number].map((digit, at) => (at === 0 ? '' : (between[at] ?? '')) + digit).join('');
        expect(textOfHtml(maskCardsInHtml(`<p>x ${html} y</p>`).html)).toBe(`\nx ${M} y\n`);
      }),
      {seed: 6},
    );
  });
});

describe('however large the source is', () => {
  const SIZE = 1_000_000;
  it.each([
    '<',
    '<a ',
    '<a b="',
    '</',
    '<!--',
    '<!',
    '<script>',
    '<title>',
    '</title',
    '&',
    '&#',
    '&nbsp',
    '4',
    '4 ',
    '4111 ',
    '4111111111111111 ',
    'GB82WEST12345698765432 4111111111111111 ',
    '<b>4</b>',
    '<b>4111111111111111</b>',
    '<p> ',
    '<a b=4111111111111111 c="4&#49;11111111111111">',
    '&#52;',
    "='",
    '<a\n=',
    '\u200b',
    '<!---',
    '--!',
    '１ ',
  ])('it takes no longer than its size: %j', (part) => {
    const run = (size: number): number => {
      const html = part.repeat(Math.ceil(size / part.length));
      const start = performance.now();
      maskCardsInHtml(html);
      return performance.now() - start;
    };
    run(SIZE / 20);
    // A hundred times what it may take, so that a busy machine does not matter: twice the size squared would be hours.
    expect(run(SIZE)).toBeLessThan(15_000);
  });
});
