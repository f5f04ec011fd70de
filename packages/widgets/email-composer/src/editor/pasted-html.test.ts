import {describe, expect, it} from 'vitest';

import {readableHtml} from './pasted-html.js';

describe('clipboard HTML', () => {
  it('is what was copied, without what word processors add', () => {
    const html = `<html><head><style>p{}</style></head><body><!--StartFragment--><p>a<![if !vml]>b<![endif]></p><!--[if gte mso 9]><xml>x</xml><![endif]--><XML>y</XML><!--EndFragment--></body>`;
    expect(readableHtml(html)).toBe('<p>ab</p>');
  });

  it('drops to the end what nobody closed', () => {
    expect(readableHtml('<p>a</p><style>p{}')).toBe('<p>a</p>');
    expect(readableHtml('<p>a</p><!-- b')).toBe('<p>a</p>');
  });

  it('is none where it is too long, unless that is junk', () => {
    expect(readableHtml('<p>x</p>'.repeat(30_000))).toBeUndefined();
    expect(readableHtml(`<p>x</p><style>${'p{}'.repeat(200_000)}</style>`)).toBe('<p>x</p>');
  });

  it('is read in one pass, however often something begins', () => {
    const started = performance.now();
    expect(readableHtml('<!--'.repeat(900_000))).toBe('');
    readableHtml(`${'<style></style>'.repeat(250_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
