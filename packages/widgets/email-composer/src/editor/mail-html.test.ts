import {describe, expect, it} from 'vitest';

import type {MailDoc, MailMark, MailNode} from './editor.types.js';
import {mailHtmlOf, partHtmlOf} from './mail-html.js';
import {mailTextOf, partTextOf} from './mail-text.js';

const text = (value: string, ...marks: readonly MailMark[]): MailNode =>
  marks.length ? {type: 'text', text: value, marks} : {type: 'text', text: value};
const node = (type: MailNode['type'], ...content: readonly MailNode[]): MailNode => ({type, content});
const p = (...content: readonly (MailNode | string)[]): MailNode =>
  node('paragraph', ...content.map((one) => (typeof one === 'string' ? text(one) : one)));
const doc = (...content: readonly MailNode[]): MailDoc => ({type: 'doc', content});
const br: MailNode = {type: 'hard_break'};
const link = (href: string): MailMark => ({type: 'link', attrs: {href}});
const html = (...content: readonly MailNode[]): string => mailHtmlOf(doc(...content));
const plain = (...content: readonly MailNode[]): string => mailTextOf(doc(...content));

const table = node(
  'table',
  node('table_row', node('table_header', p('회선')), node('table_header', p('Refund'))),
  node('table_row', node('table_cell', p('010')), {
    type: 'table_cell',
    attrs: {background: '#fff2cc', colspan: 1, rowspan: 1},
    content: [p('12,400')],
  }),
);

describe('the HTML of a mail', () => {
  it('escapes what is text, in text and in attributes', () => {
    expect(html(p('<b>&"'))).toBe('<p>&lt;b&gt;&amp;&quot;</p>');
    expect(html(p(text('x', link('https://a.example/?q="><script>'))))).toBe(
      '<p><a href="https://a.example/?q=&quot;&gt;&lt;script&gt;">x</a></p>',
    );
    expect(html(p({type: 'image', attrs: {id: 'a"b', alt: '"<'}}))).toContain(
      'src="cid:a%22b" alt="&quot;&lt;"',
    );
  });

  it('nests marks, and one that goes on stays one', () => {
    const strong: MailMark = {type: 'strong'};
    expect(html(p(text('a', strong), text('b', strong, {type: 'em'}), 'c'))).toBe(
      '<p><strong>a<em>b</em></strong>c</p>',
    );
  });

  it('keeps spaces and breaks that HTML would swallow', () => {
    expect(html(p(' a  b '))).toBe('<p>&nbsp;a &nbsp;b&nbsp;</p>');
    expect(html(p('a ', text('b', {type: 'strong'})))).toBe('<p>a <strong>b</strong></p>');
    expect(html(p())).toBe('<p><br></p>');
    expect(html(p('a', br))).toBe('<p>a<br><br></p>');
  });

  it('says borders, colours and indents so that every mail client knows them', () => {
    const shown = html(table);
    expect(shown).toMatch(
      /^<table border="1" cellpadding="6" cellspacing="0" style="border-collapse:collapse/,
    );
    expect(shown).toContain('bgcolor="#fff2cc"');
    expect(shown).toContain('background-color:#fff2cc');
    expect(html({type: 'paragraph', attrs: {indent: 2}, content: [text('in')]})).toBe(
      '<p style="margin-left:80px">in</p>',
    );
    expect(html(p(text('late', {type: 'colour', attrs: {value: '#b3261e'}})))).toBe(
      '<p><span style="color:#b3261e">late</span></p>',
    );
    expect(html(p('שלום'))).toBe('<p dir="rtl">שלום</p>');
    expect(shown + html(p('x'))).not.toMatch(/class=|var\(|oklch/);
  });

  it('writes lists without paragraphs as long as each item is one', () => {
    const item = (...content: readonly MailNode[]): MailNode => node('list_item', ...content);
    expect(
      html(node('bullet_list', item(p('a'), node('ordered_list', item(p('b')))), item(p('c'), p('d')))),
    ).toBe('<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>');
  });
});

describe('the text of a mail', () => {
  it('parts paragraphs, and marks lists, quotes and headings so that they are read as such', () => {
    const item = (value: string, ...rest: readonly MailNode[]): MailNode =>
      node('list_item', p(value), ...rest);
    expect(
      plain(
        node('heading', text('Refund')),
        p('one', br, 'two'),
        node('ordered_list', item('first', node('bullet_list', item('deep'))), item('second')),
        node('blockquote', p('said'), p('more')),
      ),
    ).toBe('Refund\n\none\ntwo\n\n1. first\n   - deep\n2. second\n\n> said\n>\n> more');
  });

  it('draws tables in columns, Hangul two wide', () => {
    expect(plain(table)).toBe('회선 | Refund\n-----+-------\n010  | 12,400');
  });

  it('does not draw a table that would wrap', () => {
    const long = 'x'.repeat(60);
    expect(
      plain(node('table', node('table_row', node('table_cell', p(long)), node('table_cell', p(long))))),
    ).toBe(`${long} | ${long}`);
  });

  it('says where links lead where they do not say it themselves, and what images show', () => {
    expect(plain(p(text('here', link('https://a.example/x'))))).toBe('here <https://a.example/x>');
    expect(plain(p(text('a.example', link('https://a.example/'))))).toBe('a.example');
    expect(plain(p(text('x@a.example', link('mailto:x@a.example'))))).toBe('x@a.example');
    expect(
      plain(
        p({type: 'image', attrs: {id: '1', alt: 'The bill'}}, {type: 'image', attrs: {id: '2', alt: ''}}),
      ),
    ).toBe('[The bill]');
  });
});

describe('the clipboard', () => {
  it('has only the words of what was copied within a paragraph', () => {
    expect(partHtmlOf([p('a ', text('b', {type: 'strong'}))], true)).toBe('a <strong>b</strong>');
    expect(partHtmlOf([p('a'), p('b')], true)).toBe('<p>a</p><p>b</p>');
  });

  it('has rows as a table, and as tab-separated text', () => {
    const rows = table.content ?? [];
    expect(partHtmlOf(rows, false)).toMatch(/^<table .*<\/table>$/);
    expect(partTextOf(rows)).toBe('회선\tRefund\n010\t12,400');
  });
});
