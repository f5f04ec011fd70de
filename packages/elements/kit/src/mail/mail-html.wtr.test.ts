import {expect} from '@open-wc/testing';

import {cleanMailHtml} from './mail-html.js';

const clean = (html: string): string => {
  const div = document.createElement('div');
  div.append(document.importNode(cleanMailHtml(html, document), true));
  return div.innerHTML;
};

describe('cleanMailHtml', () => {
  it('keeps what people write, with its styles under another name', () => {
    expect(clean('<p style="color:red" class="a">a <b>b</b> style="x"</p>')).to.equal(
      '<p data-dw-style="color:red" class="a">a <b>b</b> style="x"</p>',
    );
  });

  it('takes out what acts: scripts, handlers, forms, frames, foreign markup, names that get in the way', () => {
    const html = `<form action="/x"><p onclick="a()">text</p><button>go</button><input value="x"></form><svg><script>1</script></svg>
      <template><p>t</p></template><object data="x">fallback</object><iframe src="x">y</iframe>
      <img name="body" alt="" onerror="a()"><meta http-equiv="refresh" content="0"><base href="//x"><select><option>o</option></select><math><mi href="javascript:a()">x</mi></math>`;
    const left = clean(html).replace(/\s+/g, ' ').trim();
    expect(left).to.equal('<p>text</p>go fallback <img alt=""> ox');
  });

  it('moves addresses of images to where nothing fetches them', () => {
    expect(clean('<img src="https://x.example/a.png">')).to.equal(
      '<img data-dw-src="https://x.example/a.png">',
    );
    expect(clean('<img src="cid:a%40b">')).to.equal('<img data-cid="a@b">');
    expect(clean('<img src="javascript:a()">')).to.equal('<img>');
    expect(clean('<img src="data:image/svg+xml;base64,AA">')).to.equal('<img>');
    expect(clean('<img src="/a.png" data-x="1">')).to.equal('<img>');
    expect(clean('<img data-dw-src="javascript:a()"><p data-dw-src="https://x.example/">x</p>')).to.equal(
      '<img><p>x</p>',
    );
    expect(clean('<td background="x"><table background="http://x.example/a">')).to.contain(
      'data-dw-background="http://x.example/a"',
    );
  });

  it('lets links lead to web, mail and telephone, apart', () => {
    const link = (href: string): string | null => {
      const fragment = cleanMailHtml(`<a href="${href}">x</a>`, document);
      return fragment.querySelector('a')?.getAttribute('href') ?? null;
    };
    expect(link('https://x.example')).to.equal('https://x.example/');
    expect(link('mailto:a@x.example')).to.equal('mailto:a@x.example');
    expect(link('tel:+82215550142')).to.equal('tel:+82215550142');
    expect(link(' \nhttps://x.example/\n ')).to.equal('https://x.example/');
    expect(link('www.x.example/a')).to.equal('http://www.x.example/a');
    expect(link('#part')).to.equal('#part');
    for (const bad of [
      'javascript:a()',
      'java\tscript:a()',
      'JaVaScRiPt&#58;a()',
      'data:text/html,x',
      'file:///x',
      'vbscript:x',
      'x',
      '//',
    ])
      expect(link(bad), bad).to.equal(null);
    expect(clean('<a href="https://x.example">x</a>')).to.contain(
      'target="_blank" rel="noopener noreferrer"',
    );
    for (const href of ['mailto:a@x.example', 'tel:+8215880420'])
      expect(clean(`<a href="${href}" target="_blank">x</a>`)).to.equal(`<a href="${href}">x</a>`);
  });

  it('gives the same again for what it gave', () => {
    const html =
      '<table width="5"><tr><td bgcolor="#fff">a<br>b</table><ul><li>c</ul><font color="red">d</font>';
    expect(clean(clean(html))).to.equal(clean(html));
    const more =
      '<p style="a:b">x</p><img src="cid:a%25b"><img src="https://x.example/a"><td background="cid:x y"><table background="cid:x%20y">';
    expect(clean(clean(more))).to.equal(clean(more));
  });

  const BROKEN: Readonly<Record<string, readonly [html: string, clean: string]>> = {
    'a contained picture with line breaks': [
      '<img src="data:image/png;base64,AA\nAA\t==">',
      '<img src="data:image/png;base64,AAAA==">',
    ],
    'a base': [
      '<base href="https://x.example/a/"><img src="b.png"><a href="c">d</a><img src="cid:e">',
      '<img data-dw-src="https://x.example/a/b.png"><a href="https://x.example/a/c" target="_blank" rel="noopener noreferrer">d</a><img data-cid="e">',
    ],
    'a base that is a script': ['<base href="javascript:a()//"><a href="b">c</a>', '<a>c</a>'],
    'a background that breaks out': [
      "<td><table background='javascript:a()\"><b>'><tr><td>x",
      '<table><tbody><tr><td>x</td></tr></tbody></table>',
    ],
    'conditional comments of Outlook': [
      'a<!--[if mso]><p>b</p><![endif]--><!--[if !mso]><!--><p>c</p><!--<![endif]-->d',
      'a<p>c</p>d',
    ],
    'comments with tags and arrows in them': ['a<!-- <p>b --> c <!-- > -- > -->d<!-->e<!--->f', 'a c def'],
    'a text area that nobody closed': ['<textarea>a <b>b</b>', 'a <b>b</b>'],
    'end tags with attributes': ['<p>a</p class="b">c', '<p>a</p>c'],
    'lists in lists': ['<ul><li>a</li><ul><li>b</li></ul></ul>', '<ul><li>a</li><ul><li>b</li></ul></ul>'],
    'a title': ['<html><head><title>a</title></head><body>b</body></html>', 'b'],
    'instructions of XML': ['<?xml version="1.0"?><p xmlns:o="x">a<o:p></o:p></p>', '<p>a</p>'],
    'text outside of everything': ['a<html>b<body>c</body>d</html>e', 'abcde'],
    'sections of XML': ['a<![CDATA[<script>b</script>]]>c', 'ab]]&gt;c'],
    'rows in rows': [
      '<table><tr><td>a</td><tr><td>b</td></tr></tr></table>',
      '<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>',
    ],
    'scripts written by halves': ['<scr<script>a</script>ipt>b</script>', 'aipt&gt;b'],
  };
  for (const [name, [html, expected]] of Object.entries(BROKEN))
    it(`makes the best of ${name}`, () => {
      expect(clean(html)).to.equal(expected);
    });

  const HOSTILE: Readonly<Record<string, () => string>> = {
    'a million characters of text': () => 'x '.repeat(600_000),
    'tags nested without an end': () => '<div>'.repeat(200_000),
    'tags of every kind nested': () => '<b><i><font color=1><table><tr><td><span>'.repeat(9_000),
    'formatting that nobody closes': () =>
      Array.from({length: 2_000}, (_, index) => `<b id=${index}>`).join('') + '<p>x'.repeat(40_000),
    'formatting closed where it is not open': () =>
      '<table><tr><td><b>'.repeat(100) +
      '<b id=1><table><td></b></table>'.repeat(3_000) +
      '<p>x'.repeat(20_000),
    'unknown tags nested': () => '<o:p><x-y>'.repeat(40_000),
    'attributes without number': () =>
      `<p ${Array.from({length: 90_000}, (_, index) => `a${index}=1`).join(' ')}>x`,
    'an attribute without end': () => `<p title="${'x'.repeat(900_000)}`,
    'comments without end': () => '<!-- x '.repeat(100_000),
    'raw texts without end': () => '<title>x<textarea>y'.repeat(50_000),
    'links in links': () => '<a href=x>'.repeat(90_000),
    'tables in tables': () => '<table><tr><td>'.repeat(20_000),
  };
  for (const [name, make] of Object.entries(HOSTILE))
    it(`takes ${name} in its stride`, () => {
      const html = make();
      const began = performance.now();
      cleanMailHtml(html, document);
      expect(performance.now() - began).to.be.lessThan(2_000);
    }).timeout(20_000);
});
