import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import {docOfHtml, docOfTemplate, sliceOfHtml} from './doc-of-html.js';
import type {MailDoc, MailNode} from './editor.types.js';
import {mailHtmlOf} from './mail-html.js';
import {mailTextOf} from './mail-text.js';
import {schema} from './schema.js';

const MARKS = [
  {type: 'link', attrs: {href: 'https://carrier.example/a?b=1&c=2'}},
  {type: 'colour', attrs: {value: '#b3261e'}},
  {type: 'strong'},
  {type: 'em'},
  {type: 'underline'},
  {type: 'strike'},
];

const marked = fc.subarray(MARKS, {minLength: 0, maxLength: 3});
const textOf = fc.tuple(fc.stringMatching(/^[a-z가-힣 <>&"'{}א]{1,9}$/), marked).map(([text, marks]) => ({
  type: 'text',
  text,
  ...(marks.length ? {marks} : {}),
}));
const image = fc.record({
  type: fc.constant('image'),
  attrs: fc.record({
    id: fc.stringMatching(/^[\w-]{1,12}$/),
    alt: fc.stringMatching(/^[a-z가-힣"<]{0,8}$/),
    width: fc.constantFrom(null, 120),
    height: fc.constantFrom(null, 80),
  }),
});
const inline = fc.array(fc.oneof({weight: 6, arbitrary: textOf}, image, fc.constant({type: 'hard_break'})), {
  maxLength: 4,
});
const block = (type: string, indent: fc.Arbitrary<number>) =>
  fc.record({type: fc.constant(type), attrs: fc.record({indent}), content: inline});
const still = fc.constant(0);
const paragraph = block('paragraph', still);
const indented = fc.integer({min: 0, max: 8});

const {tree} = fc.letrec((tie) => ({
  tree: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    block('paragraph', indented),
    block('heading', indented),
    tie('list'),
    tie('quote'),
    tie('table'),
  ),
  item: fc
    .tuple(paragraph, fc.array(fc.oneof(paragraph, tie('list'), tie('quote')), {maxLength: 2}))
    .map(([first, rest]) => ({
      type: 'list_item',
      content: [first, ...rest],
    })),
  list: fc
    .tuple(fc.boolean(), fc.integer({min: 1, max: 9}), fc.array(tie('item'), {minLength: 1, maxLength: 3}))
    .map(([isOrdered, order, content]) =>
      isOrdered ? {type: 'ordered_list', attrs: {order}, content} : {type: 'bullet_list', content},
    ),
  quote: fc
    .array(fc.oneof(paragraph, tie('list')), {minLength: 1, maxLength: 2})
    .map((content) => ({type: 'blockquote', content})),
  table: fc.integer({min: 2, max: 3}).chain((columns) =>
    fc
      .array(
        fc.array(
          fc.record({
            type: fc.constantFrom('table_cell', 'table_header'),
            attrs: fc.record({background: fc.constantFrom(null, '#fff2cc')}),
            content: fc.array(fc.oneof(paragraph, tie('list')), {minLength: 1, maxLength: 2}),
          }),
          {minLength: columns, maxLength: columns},
        ),
        {minLength: 1, maxLength: 3},
      )
      .map((rows) => ({type: 'table', content: rows.map((content) => ({type: 'table_row', content}))})),
  ),
}));

/** As the editor itself holds it: neighbours with the same marks are one text, two lists in a row are two. */
const docs = fc
  .array(tree, {minLength: 1, maxLength: 4})
  .map((content) => schema.nodeFromJSON({type: 'doc', content: content as unknown[]}));

const read = (html: string): MailDoc => docOfHtml(html, document);
const reads = (html: string): string => mailHtmlOf(read(html));

describe('the HTML of a mail, read back', () => {
  it('is the same document', () => {
    fc.assert(
      fc.property(docs, (node) => {
        const doc = node.toJSON() as MailDoc;
        const html = mailHtmlOf(doc);
        expect(mailHtmlOf(read(html))).to.equal(html);
        expect(schema.nodeFromJSON(read(html)).toString()).to.equal(node.toString());
      }),
      {numRuns: 150},
    );
  }).timeout(30_000);

  it('has its attributes too', () => {
    const html = reads(
      '<p style="margin-left:80px">a</p><ol start="3"><li>b</li></ol><p><img src="cid:a%20b" alt="x" width="9" height="8"></p>',
    );
    expect(html).to.contain('margin-left:80px').and.contain('<ol start="3">');
    expect(html).to.contain('src="cid:a%20b" alt="x" width="9" height="8"');
  });
});

describe('HTML from elsewhere', () => {
  it('keeps how Gmail, Outlook and web pages write what it can say', () => {
    expect(reads('<div>one</div><div><br></div><div>two<br></div>')).to.equal(
      '<p>one</p><p><br></p><p>two</p>',
    );
    expect(reads('<b style="font-weight:normal"><span style="font-weight:700">x</span></b>')).to.equal(
      '<p><strong>x</strong></p>',
    );
    expect(
      reads('<p><span style="text-decoration:underline line-through;font-style:italic">x</span></p>'),
    ).to.equal('<p><em><u><s>x</s></u></em></p>');
    expect(reads('<p><font color="#0070C0">x</font></p>')).to.equal(
      '<p><span style="color:#0070c0">x</span></p>',
    );
    expect(reads('<h2>a</h2><h5>b</h5>')).to.match(/^<h1[^>]*>a<\/h1><p><strong>b<\/strong><\/p>$/);
    expect(reads('<pre>a\n  b</pre>')).to.equal('<p>a<br>&nbsp;&nbsp;b</p>');
    expect(reads('<p style="margin-left:30pt">a</p>')).to.equal('<p style="margin-left:40px">a</p>');
  });

  it('drops what cannot be read on white, what is hidden and what is not a link', () => {
    expect(reads('<p><span style="color:#ffff00">a</span><span style="display:none">b</span></p>')).to.equal(
      '<p>a</p>',
    );
    expect(reads('<p><a href="javascript:alert(1)">a</a> <a href="https://a.example/">b</a></p>')).to.equal(
      '<p>a <a href="https://a.example/">b</a></p>',
    );
    expect(
      reads('<p onclick="x()">a<script>b</script><style>c</style><svg><text>d</text></svg></p>'),
    ).to.equal('<p>a</p>');
  });

  it('lays nothing out with tables, and keeps real ones with their cells', () => {
    expect(reads('<table><tr><td>only</td></tr></table>')).to.equal('<p>only</p>');
    expect(reads('<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td></tr></table>')).to.contain(
      'text-align:start">a</td>',
    );
    const table = reads(
      '<table><caption>C</caption><tr><th>h</th><td colspan="2" bgcolor="#FFF2CC">x</td></tr></table>',
    );
    expect(table)
      .to.match(/^<p>C<\/p><table/)
      .and.contain('colspan="2"')
      .and.contain('bgcolor="#fff2cc"');
    expect(reads('<table><tr><td colspan="9999">a</td><td>b</td></tr></table>')).not.to.contain('9999');
  });

  it('leaves images out that nobody keeps, and says how many', () => {
    const html =
      '<p>a<img src="https://t.example/1.png"><img src="https://t.example/dot.gif" width="1" height="1"></p>';
    expect(sliceOfHtml(html, document, () => undefined).lost).to.equal(1);
    expect(reads(html)).to.equal('<p>a</p>');
  });

  it('keeps lists of Word in their levels', () => {
    const item = (level: number, mark: string, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${mark}<span>&nbsp; </span></span>${text}</p>`;
    expect(
      reads(
        item(1, '1.', 'a') +
          item(2, 'a)', 'b') +
          item(3, '·', 'c') +
          item(1, '2.', 'd') +
          '<p>e</p>' +
          item(1, '·', 'f'),
      ),
    ).to.equal(
      '<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ol><p>e</p><ul><li>f</li></ul>',
    );
  });
});

describe('a template', () => {
  const values = new Map([
    ['customername', '정<b>다인'],
    ['agentname', 'Park'],
  ]);

  it('[MAIL-5] has its places filled with text, whatever it looks like', () => {
    const doc = docOfTemplate(
      {id: 't', title: 'T', text: '', html: '<p>Dear <b>{{customer.name}}</b>,</p><p>{{ Agent name }}</p>'},
      values,
      document,
    );
    expect(mailHtmlOf(doc)).to.equal('<p>Dear <strong>정&lt;b&gt;다인</strong>,</p><p>Park</p>');
  });

  it('keeps the places that it has no value for', () => {
    const doc = docOfTemplate(
      {id: 't', title: 'T', text: 'Order {{order.id}}\n\n{{agent.name}}'},
      values,
      document,
    );
    expect(mailTextOf(doc)).to.equal('Order {{order.id}}\n\nPark');
    expect((doc.content as readonly MailNode[]).length).to.equal(2);
  });
});
