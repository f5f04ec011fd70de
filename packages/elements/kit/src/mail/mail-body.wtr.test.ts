import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {anActive, fakeStream} from '@deskwire/testing';
import {pressKey} from '@deskwire/testing/widgets.js';

import {
  aTimePasses,
  anImage,
  mountMail,
  PICTURE,
  unmountMails,
  type MailBodyStage,
} from './mail-body.harness.js';

const frameOf = ({element}: MailBodyStage): HTMLIFrameElement =>
  element.shadowRoot?.querySelector('iframe') ?? document.createElement('iframe');
const heightOf = (stage: MailBodyStage): number => frameOf(stage).getBoundingClientRect().height;
const styleOf = (stage: MailBodyStage, selector: string): CSSStyleDeclaration =>
  getComputedStyle(stage.doc.querySelector(selector) ?? stage.doc.body);

const picture = async (): Promise<Blob> => (await fetch(`data:image/png;base64,${PICTURE}`)).blob();

/** Hears what would be opened, without opening it. */
const hearOpened = (): {urls: string[]; end: () => void} => {
  const urls: string[] = [];
  const original = window.open;
  window.open = (url, target, features) => {
    urls.push([String(url), target, features].join(' '));
    return null;
  };
  return {urls, end: () => void (window.open = original)};
};

const clickAt = async (
  stage: MailBodyStage,
  selector: string,
  button: 'left' | 'middle' = 'left',
): Promise<void> => {
  const outer = frameOf(stage).getBoundingClientRect();
  const inner = stage.doc.querySelector(selector)?.getBoundingClientRect();
  const position: [number, number] = [
    Math.round(outer.left + (inner?.left ?? 0) + 5),
    Math.round(outer.top + (inner?.top ?? 0) + 5),
  ];
  await sendMouse({type: 'click', position, button});
};

/** WebKit tells of nothing that happens in a frame in which nothing can run: links open by themselves there. */
const isDeaf = !/Chrom|Firefox/.test(navigator.userAgent);

describe('MailBodyElement', () => {
  afterEach(unmountMails);

  it('shows the text of a mail that has no HTML, and tells that nothing is kept back', async () => {
    const {element, told} = await mountMail({text: 'Hello <b>there</b>\nhttps://carrier.example'});
    const text = element.shadowRoot?.querySelector('.text');
    expect(text?.textContent).to.equal('Hello <b>there</b>\nhttps://carrier.example');
    expect(text?.querySelector('a')?.href).to.equal('https://carrier.example/');
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
  });

  it('folds what a text quotes, and marks what was taken out where it was', async () => {
    const text = 'My card is ****.\n\n> Yours is ****.';
    const redactions = [11, text.lastIndexOf('****')].map((at) => ({kind: 'card' as const, at, length: 4}));
    const {element, told} = await mountMail({text, quoteAt: 18, redactions});
    const seen = (): string =>
      element.shadowRoot?.querySelector('div')?.innerText.replace(/\s+/g, ' ').trim() ?? '';
    expect(seen()).to.equal('My card is Card number removed.');
    expect(told).to.deep.equal([{blocked: 0, hasQuote: true}]);
    element.isQuoteShown = true;
    await element.updateComplete;
    expect(seen()).to.equal('My card is Card number removed. > Yours is Card number removed.');
  });

  it('shows the text where there is nothing in the HTML', async () => {
    const {element, told} = await mountMail({
      html: '<html><body> <p>&nbsp;</p></body></html>',
      text: 'Hello',
    });
    expect(element.shadowRoot?.querySelector('.text')?.textContent).to.equal('Hello');
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
  });

  it('[MAIL-1] shows HTML as its writer meant it, in a frame in which nothing can run', async () => {
    const stage = await mountMail({
      html: '<p style="color: red">Red</p><style>.a{font-weight:700}</style><b class="a">B</b><script>top.ran=1</script>',
    });
    const {text, told} = stage;
    expect(frameOf(stage).getAttribute('sandbox')).to.equal(
      isDeaf ? 'allow-same-origin allow-popups allow-popups-to-escape-sandbox' : 'allow-same-origin',
    );
    expect(text.trim()).to.equal('Red\n\nB');
    expect(styleOf(stage, 'p').color).to.equal('rgb(255, 0, 0)');
    expect(styleOf(stage, '.a').fontWeight).to.equal('700');
    expect('ran' in window).to.equal(false);
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
  });

  it('applies media queries of a mail to its own width, and nothing of it to the page', async () => {
    const html =
      '<style>@media (max-width:400px){p{color:rgb(1,2,3)}} *{letter-spacing:9px !important} #host{display:none}</style><p id="host">x</p>';
    const narrow = await mountMail({html}, {width: 320});
    const wide = await mountMail({html}, {width: 720});
    expect(styleOf(narrow, 'p').color).to.equal('rgb(1, 2, 3)');
    expect(styleOf(wide, 'p').color).not.to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(narrow.place).letterSpacing).to.equal('normal');
    expect(document.querySelector('#host')).to.equal(null);
  });

  it('is as high as the mail, follows it when the width changes, and scrolls to the side what is wider', async () => {
    const stage = await mountMail({
      html: `<p>${'word '.repeat(400)}</p><table width="900"><tr><td>wide</td></tr></table>`,
    });
    const before = heightOf(stage);
    expect(stage.doc.documentElement.scrollHeight).to.be.at.most(before);
    stage.place.style.width = '320px';
    await aTimePasses(100);
    expect(heightOf(stage)).to.be.greaterThan(before);
    expect(stage.doc.documentElement.scrollWidth).to.be.greaterThan(320);
    expect(stage.place.scrollWidth).to.equal(320);
    stage.place.style.width = '720px';
    await aTimePasses(100);
    expect(heightOf(stage)).to.equal(before);
  });

  it('does not grow for ever where a mail wants to be higher than its window', async () => {
    const stage = await mountMail({
      html: `<style>html,body,.x{height:110% !important;min-height:110vh}.y{height:calc(100vh + 9px)}@media (min-height:50px){.z{height:60px}}</style>
        <body style="height:100%"><div class="x y z" style="min-height:200vh;position:fixed;top:0">x</div><p>y</p></body>`,
    });
    await aTimePasses(300);
    expect(heightOf(stage)).to.be.within(30, 200);
    expect(styleOf(stage, '.x').position).to.equal('absolute');
  });

  it('[MAIL-1] shows inline images once they were fetched, each once, and lets go of them', async () => {
    const asked: string[] = [];
    const stream = fakeStream({interactions: [anActive({id: 'email-1', channel: 'email'})]});
    stream.handle.download = async ({interactionId, attachmentId}) => {
      asked.push(`${interactionId} ${attachmentId}`);
      return {ok: true, file: await picture()};
    };
    const html =
      '<img src="cid:picture@hanbit.example" alt="A"><img src="CID:picture%40hanbit.example" alt="B">';
    const {doc, element, told} = await mountMail({html, attachments: [anImage()]}, {stream});
    const images = [...doc.querySelectorAll('img')];
    for (let turn = 0; turn < 50 && images.some(({src}) => !src); turn += 1) await aTimePasses(10);
    await Promise.all(images.map((image) => image.decode()));
    expect(asked).to.deep.equal(['email-1 file-1']);
    const [url = ''] = images.map(({src}) => src);
    expect(url).to.match(/^blob:/);
    expect((await fetch(url)).ok).to.equal(true);
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
    element.remove();
    const gone = await fetch(url).then(
      () => 'there',
      () => 'gone',
    );
    expect(gone).to.equal('gone');
  });

  it('shows the words of an image that cannot be had, or that there is one', async () => {
    const html =
      '<img src="cid:held" alt="A bill"><img src="cid:nobody"><img src="cid:picture@hanbit.example" alt=""><img src="cid:broken">';
    const stream = fakeStream({interactions: [anActive({id: 'email-1', channel: 'email'})]});
    stream.handle.download = ({attachmentId}) =>
      Promise.resolve(
        attachmentId === 'file-9'
          ? {ok: true, file: new Blob(['no picture'])}
          : {ok: false, refusal: {code: 'DW_FILE_GONE', kind: 'rule'} as never},
      );
    const attachments = [
      anImage(),
      anImage({id: 'file-2', contentId: 'held', held: true}),
      anImage({id: 'file-9', contentId: 'broken'}),
    ];
    const {doc} = await mountMail({html, attachments}, {stream, locale: 'ko'});
    await aTimePasses(100);
    const alts = [...doc.querySelectorAll('img')].map(({alt, src}) => `${alt}${src}`);
    const missing = '이미지를 표시할 수 없음';
    expect(alts).to.deep.equal(['A bill', missing, missing, missing]);
  });

  it('leaves links to a browser that tells of no click in a frame, and has none into the mail there', async function (this: Mocha.Context) {
    if (!isDeaf) this.skip();
    const {doc} = await mountMail({
      html: '<a href="https://carrier.example/a" target="_top">web</a><a href="#p">place</a><p id="p">x</p>',
    });
    const [web, place] = doc.querySelectorAll('a');
    expect([web?.target, web?.rel, web?.href]).to.deep.equal([
      ...['_blank', 'noopener noreferrer', 'https://carrier.example/a'],
    ]);
    expect(place?.hasAttribute('href')).to.equal(false);
  });

  it('opens links apart, when a person clicks them or presses Enter, and nothing else', async function (this: Mocha.Context) {
    if (isDeaf) this.skip();
    const opened = hearOpened();
    const inPage: string[] = [];
    const hear = (event: MouseEvent): void => {
      const [link] = event.composedPath();
      if (link instanceof HTMLAnchorElement) inPage.push(`${link.href}${link.target}`);
      event.preventDefault();
    };
    document.addEventListener('click', hear);
    try {
      const stage = await mountMail({
        html: '<p><a id="w" href="https://carrier.example/a">web</a></p><p><a id="m" href="mailto:a@carrier.example">mail</a></p>',
      });
      const link = stage.doc.querySelector<HTMLAnchorElement>('#w');
      link?.click();
      expect(opened.urls).to.deep.equal([]);
      await clickAt(stage, '#w');
      await clickAt(stage, '#m', 'middle');
      link?.focus();
      await sendKeys({press: 'Enter'});
      const apart = '_blank noopener,noreferrer';
      expect(opened.urls).to.deep.equal([
        `https://carrier.example/a ${apart}`,
        `https://carrier.example/a ${apart}`,
      ]);
      // A mailbox is no page. The page gets the click, and may write or dial by itself.
      expect(inPage).to.deep.equal(['mailto:a@carrier.example']);
      expect(stage.element.renderRoot.querySelector('a')).to.equal(null);
      expect(stage.doc.URL).to.equal('about:srcdoc');
    } finally {
      document.removeEventListener('click', hear);
      opened.end();
    }
  });

  it('is reached and left by Tab, and its links on the way', async () => {
    const stage = await mountMail({html: '<p><a id="w" href="https://carrier.example/a">web</a></p>'});
    const [first, last] = [document.createElement('button'), document.createElement('button')];
    stage.place.before(first);
    stage.place.after(last);
    first.focus();
    const way: (string | undefined)[] = [];
    for (let turn = 0; turn < 4 && document.activeElement !== last; turn += 1) {
      await pressKey('Tab');
      if (document.activeElement !== last) way.push(stage.doc.activeElement?.id);
    }
    expect(document.activeElement).to.equal(last);
    expect(way).to.include('w');
    await pressKey('Shift+Tab');
    expect(stage.doc.activeElement?.id).to.equal('w');
    first.remove();
    last.remove();
  });

  it('scrolls a wide mail with the keyboard', async () => {
    const stage = await mountMail({html: '<table width="1800"><tr><td>wide</td></tr></table>'}, {width: 320});
    const first = document.createElement('button');
    stage.place.before(first);
    first.focus();
    await sendKeys({press: 'Tab'});
    expect(stage.element.shadowRoot?.activeElement).to.equal(frameOf(stage));
    for (let turn = 0; turn < 3; turn += 1) await sendKeys({press: 'ArrowRight'});
    await aTimePasses(300);
    expect(stage.doc.documentElement.scrollLeft).to.be.greaterThan(0);
    first.remove();
  });

  it('has a name, in the language of the page, that says nothing about the customer', async () => {
    const stage = await mountMail({html: '<p>안녕하세요</p>'}, {locale: 'ko'});
    expect(frameOf(stage).title).to.equal('이메일 본문');
    expect(stage.doc.documentElement.lang).to.equal('ko');
    const english = await mountMail({html: '<html lang="de"><p>Guten Tag</p></html>'});
    expect(frameOf(english).title).to.equal('Email text');
    expect(english.doc.documentElement.lang).to.equal('de');
    const unsaid = await mountMail({html: '<p>Hello</p>'});
    expect(unsaid.doc.documentElement.lang).to.equal('en');
  });

  it('runs from right to left where the mail does', async () => {
    const stage = await mountMail({html: '<p>שלום לכולם</p>'});
    expect(styleOf(stage, 'body').direction).to.equal('rtl');
    const left = await mountMail({html: '<p>Hello</p>'});
    expect(styleOf(left, 'body').direction).to.equal('ltr');
    const pictured = await mountMail({html: '<img src="https://x.example/a.png"><p>שלום לכולם</p>'});
    expect(pictured.text).to.contain('Image blocked');
    expect(styleOf(pictured, 'body').direction).to.equal('rtl');
  });

  it('is dark with the page, on white paper where the mail has colours of its own', async () => {
    const plain = await mountMail({html: '<p>Hello</p>'}, {theme: 'dark'});
    const coloured = await mountMail({html: '<p style="color:#1f497d">Hello</p>'}, {theme: 'dark'});
    const lightness = (stage: MailBodyStage, selector: string): number =>
      Number(/oklch\(([\d.]+)/.exec(styleOf(stage, selector).color)?.[1]);
    expect(lightness(plain, 'p')).to.be.greaterThan(0.9);
    expect(plain.element.shadowRoot?.querySelector('.paper')).to.equal(null);
    const paper = coloured.element.shadowRoot?.querySelector('.paper');
    expect(paper && getComputedStyle(paper).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(lightness(coloured, 'body')).to.be.lessThan(0.4);
    plain.place.dataset['dwTheme'] = 'light';
    await aTimePasses(30);
    expect(lightness(plain, 'p')).to.be.lessThan(0.4);
  });

  it('is put up once for a mail, however often a fact brings it, and anew for another one', async () => {
    const stage = await mountMail({html: '<p>One</p>'});
    const first = frameOf(stage);
    const {mail} = stage.element;
    if (mail) stage.element.mail = {...mail, delivery: 'sent'};
    await stage.element.updateComplete;
    expect(frameOf(stage)).to.equal(first);
    if (mail)
      stage.element.mail = {...mail, id: 'mail-2', html: '<p>Two</p><img src="https://x.example/a.png">'};
    await stage.element.updateComplete;
    expect(stage.text).to.contain('Two');
    expect(stage.told).to.deep.equal([
      {blocked: 0, hasQuote: false},
      {blocked: 1, hasQuote: false},
    ]);
    stage.element.mail = undefined;
    await stage.element.updateComplete;
    expect(stage.element.shadowRoot?.querySelector('iframe')).to.equal(null);
  });

  it('is there again when the element was moved', async () => {
    const stage = await mountMail({html: '<p>One</p>'});
    const other = document.createElement('div');
    document.body.append(other);
    other.append(stage.place);
    await stage.element.updateComplete;
    expect(stage.text.trim()).to.equal('One');
    expect(heightOf(stage)).to.be.greaterThan(20);
    other.remove();
  });

  it('says that a mail is too long, and shows its beginning', async () => {
    const stage = await mountMail({html: `<p>Begin</p>${'<i>x</i> '.repeat(60_000)}`});
    expect(stage.text).to.contain('Begin');
    expect(stage.element.shadowRoot?.querySelector('.note')?.textContent).to.contain(
      'Only its beginning is shown',
    );
  }).timeout(20_000);

  it('gives what is selected to be copied', async () => {
    const stage = await mountMail({html: '<p style="user-select:none">Copy <b>me</b></p>'});
    const selection = stage.doc.getSelection();
    selection?.selectAllChildren(stage.doc.body);
    expect(selection?.toString().trim()).to.equal('Copy me');
    // WebKit knows it by its own name only.
    const style = styleOf(stage, 'p');
    expect(
      style.getPropertyValue('user-select') || style.getPropertyValue('-webkit-user-select'),
    ).to.be.oneOf(['auto', 'text']);
  });
});
