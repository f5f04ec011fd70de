import {expect} from '@open-wc/testing';

import {cleanSheets, cleanStyle, type FrameWindow, type StyleReport} from './mail-css.js';
import {aTimePasses, mountMail, unmountMails} from './mail-body.harness.js';

const report = (remote: StyleReport['remote'] = 'blocked'): StyleReport => ({
  remote,
  blocked: new Set(),
  hasColours: false,
});

const styleOf = (text: string, about = report()): string => {
  const element = document.createElement('p');
  element.style.cssText = text;
  cleanStyle(element.style, about);
  return element.style.cssText;
};
const sheetOf = (text: string, about = report(), elements = 10): string => {
  const [sheet] = cleanSheets(window as FrameWindow, [text], about, elements);
  return [...(sheet?.cssRules ?? [])].map(({cssText}) => cssText.replace(/\s+/g, ' ')).join('\n');
};

describe('styles of a mail', () => {
  it('keep what is only looks', () => {
    expect(
      styleOf('color: red; padding: 1px 2px; position: relative; width: 50%; font-family: "맑은 고딕"'),
    ).to.equal('color: red; padding: 1px 2px; position: relative; width: 50%; font-family: "맑은 고딕";');
  });

  it('fetch nothing, however the address is written, and say what they would have fetched', () => {
    const about = report();
    for (const value of [
      'background: url(https://x.example/a)',
      'background: \\75 r\\l("https://x.example/a")',
      'background-image: image-set("https://x.example/a" 1x)',
      'background-image: cross-fade(url(https://x.example/a), red)',
      'list-style-image: url(//x.example/a)',
      'cursor: url(https://x.example/a), auto',
      'mask-image: url(https://x.example/a)',
      'border-image-source: url(/a)',
      'filter: url(https://x.example/a#f)',
      '--a: url(https://x.example/a)',
      '--a: \\75rl(https://x.example/a)',
      'background: var(--a, url(https://x.example/a))',
      'content: url(https://x.example/a)',
    ])
      expect(styleOf(value, about), value).not.to.match(/x\.example|url|\/a/);
    expect([...about.blocked].sort()).to.deep.equal(['https://x.example/a', 'https://x.example/a#f']);
  });

  it('keep pictures that they contain, and addresses of the web that somebody allowed', () => {
    expect(styleOf('background-image: url(data:image/png;base64,AAAA)')).to.contain('data:image/png');
    expect(styleOf('background-image: url(data:image/svg+xml;base64,AAAA)')).to.equal('');
    expect(styleOf('background-image: url(https://x.example/a)', report('shown'))).to.contain(
      'https://x.example/a',
    );
    expect(styleOf('background-image: url(/a)', report('shown'))).to.equal('');
  });

  it('do not leave their place, measure the window or keep anybody from copying', () => {
    expect(styleOf('position: fixed; top: 0')).to.equal('position: absolute; top: 0px;');
    expect(styleOf('height: calc(100vh + 1px); width: 3vmax; user-select: none')).to.equal('');
  });

  it('know whether the mail has colours of its own', () => {
    const coloured = (text: string): boolean => {
      const about = report();
      styleOf(text, about);
      return about.hasColours;
    };
    expect(['color: red', 'background: #fff', 'background-color: rgb(1,2,3)'].map(coloured)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(['color: inherit', 'background: none', 'font-weight: 700'].map(coloured)).to.deep.equal([
      false,
      false,
      false,
    ]);
  });

  it('keep rules and their conditions; imports, fonts and pages go', () => {
    const text = `@import url(https://x.example/a); @namespace x url(https://x.example/n); @font-face {font-family: f; src: url(https://x.example/f)}
      @media (max-width: 9px) {p {color: red; background-image: url(https://x.example/b)}} @keyframes k {to {background-image: url(https://x.example/c); opacity: 0}}
      @page {margin: 1px} a:has(b) {color: red} b {i {position: fixed; color: red}}`;
    expect(sheetOf(text)).to.equal(
      '@namespace x url("https://x.example/n");\n@media (max-width: 9px) { p { color: red; } }\n@keyframes k { 100% { opacity: 0; } }\nb { & i { position: absolute; color: red; } }',
    );
  });

  it('are bounded by what a browser can match', () => {
    const many = 'p{color:red}'.repeat(5_000);
    expect(sheetOf(many).split('\n')).to.have.length(3_000);
    expect(sheetOf(many, report(), 40_000).split('\n')).to.have.length(500);
    expect(sheetOf('p{color:red}'.repeat(30_000))).to.equal('');
    expect(sheetOf(`${'* '.repeat(60)}{color:red}`)).to.equal('');
  });
});

describe('a hostile mail', () => {
  afterEach(unmountMails);

  const HOSTILE: Readonly<Record<string, () => string>> = {
    'a sheet of many rules over many elements': () =>
      `<style>${Array.from({length: 9_000}, (_, at) => `div p:nth-child(${at}n+1) ~ p b{color:red}`).join('')}</style>${'<p><b>x</b></p>'.repeat(8_000)}`,
    'elements nested as deeply as they can be': () =>
      `${'<div style="padding:1px;display:flex">'.repeat(3_000)}x`,
    'tables nested as deeply as they can be': () => '<table><tr><td>'.repeat(3_000) + 'x',
    'a style at every element': () =>
      '<span style="color:red;background:url(https://x.example/a)">x</span>'.repeat(20_000),
    'images without number': () => '<img src="https://x.example/a.png" width=9 height=9>'.repeat(10_000),
  };
  for (const [name, make] of Object.entries(HOSTILE))
    it(`does not stop the page: ${name}`, async () => {
      const began = performance.now();
      const {told} = await mountMail({html: make()});
      await aTimePasses(0);
      expect(performance.now() - began).to.be.lessThan(2_000);
      expect(told).to.have.length(1);
    }).timeout(20_000);

  it('reaches nobody outside of its frame', async () => {
    const heard: unknown[] = [];
    const hear = (event: MessageEvent): void => {
      heard.push(event.data);
    };
    addEventListener('message', hear);
    const {doc, place} = await mountMail({
      html: `<base target="_top"><script>parent.postMessage(1,'*')</script><p id="outer" onclick="parent.postMessage(2,'*')">x</p>
        <a href="javascript:parent.postMessage(3,'*')">y</a><img src=x onerror="parent.postMessage(4,'*')"><form name="body"><input name="head"></form>`,
    });
    doc.querySelector<HTMLElement>('#outer')?.click();
    doc.querySelector('a')?.click();
    await aTimePasses(50);
    removeEventListener('message', hear);
    expect(heard).to.deep.equal([]);
    expect(document.querySelector('#outer')).to.equal(null);
    expect(doc.body.localName).to.equal('body');
    expect(place.isConnected).to.equal(true);
  });
});
