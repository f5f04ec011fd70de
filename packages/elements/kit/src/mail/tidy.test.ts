import {describe, expect, it} from 'vitest';

import {tidyHtml} from './tidy.js';

const tidy = (html: string): string => tidyHtml(html).html;

describe('tidyHtml', () => {
  it('gives styles another name, in tags alone', () => {
    expect(tidy(`<p STYLE="a" class='b'>style="c" <i style=d>x</i>`)).toBe(
      `<p data-dw-style="a" class='b' >style="c" <i data-dw-style=d >x</i>`,
    );
    expect(tidy('<a title="<p style=x>" style="y">')).toBe('<a title="<p style=x>" data-dw-style="y" >');
  });

  it('takes out scripts, comments, handlers, and the tags of what is not shown, but not what is in them', () => {
    expect(tidy('a<script>1<b>2</script>b<!-- c -->d<!>e<?f?>g')).toBe('abdeg');
    expect(tidy('<form onsubmit="x"><p onclick="y" data-z="z">text</p></form>')).toBe('<p >text</p>');
    expect(tidy('<object data="x"><p>instead</p></object><o:p>&nbsp;</o:p>')).toBe('<p >instead</p>&nbsp;');
  });

  it('loses no text to what was never closed', () => {
    expect(tidy('a <!-- b > c')).toBe('a  b > c');
    expect(tidy('a <title>b')).toBe('a b');
    expect(tidy('a < b <3')).toBe('a &lt; b &lt;3');
    expect(tidy('<textarea>a <b>c</textarea>d')).toBe('<pre >a &lt;b>c</pre>d');
  });

  it('collects style sheets with their media, and the base', () => {
    const found = tidyHtml(
      '<base href="https://x.example/"><style media="screen and (max-width:9px)">a{}</style><style media="x){">b{}</style>',
    );
    expect(found.sheets).toEqual(['@media screen and (max-width:9px) {\na{}\n}', 'b{}']);
    expect(found.base).toBe('https://x.example/');
  });

  it('keeps within its bounds, and says where it had to cut', () => {
    expect(tidyHtml('x'.repeat(1_000_000)).isCut).toBe(false);
    expect(tidyHtml('x'.repeat(1_000_001))).toMatchObject({isCut: true, html: 'x'.repeat(1_000_000)});
    const many = tidyHtml('<br>'.repeat(60_000));
    expect(many.isCut).toBe(true);
    expect(many.html.match(/<br/g)).toHaveLength(50_000);
    expect(tidy('<div>'.repeat(300)).match(/<div/g)).toHaveLength(200);
    expect(tidy('<p>'.repeat(300)).match(/<p/g)).toHaveLength(300);
    const nested = tidy(`${'<div>'.repeat(300)}x${'</div>'.repeat(300)}<p>y`);
    expect(nested.match(/<\/div>/g)).toHaveLength(200);
    expect(nested).toMatch(/<p >y$/);
    expect(
      tidy(`<p ${Array.from({length: 200}, (_, at) => `a${at}`).join(' ')}>`).match(/ a\d+/g),
    ).toHaveLength(60);
  });

  it('stops before a parser would make formatting again without end', () => {
    const html = Array.from({length: 200}, (_, at) => `<b id=${at}>`).join('') + '<p>x'.repeat(10_000);
    const found = tidyHtml(html);
    expect(found.isCut).toBe(true);
    expect(found.html.match(/<p/g)?.length).toBeLessThan(2_600);
  });
});
