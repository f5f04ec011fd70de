import {expect} from '@open-wc/testing';

import {aTimePasses, mountMail, PICTURE, unmountMails, type MailBodyStage} from './mail-body.harness.js';
import type {StrictPage} from './mail-strict.harness.js';

let count = 0;
/** An address that nobody was asked for before. */
const address = (): string => `${location.origin}/remote-${(count += 1)}.png`;

/** Every way in which a mail can make a browser ask for something. */
const VECTORS: Readonly<Record<string, (url: string) => string>> = {
  img: (url) => `<img src="${url}" width="100" height="50">`,
  srcset: (url) => `<img srcset="${url} 1x, ${url} 2x">`,
  picture: (url) => `<picture><source srcset="${url}"><img src="${url}"></picture>`,
  poster: (url) => `<video poster="${url}" src="${url}" autoplay></video>`,
  'svg image': (url) =>
    `<svg width="9" height="9"><image href="${url}" xlink:href="${url}" width="9" height="9"/></svg>`,
  'input image': (url) => `<input type="image" src="${url}">`,
  'table background': (url) => `<table background="${url}"><tr><td background="${url}">x</td></tr></table>`,
  'style url': (url) => `<p style="background: url(${url}); list-style-image: url(${url})">x</p>`,
  'sheet url': (url) =>
    `<style>p { background-image: url(${url}) } p::before { content: url(${url}) }</style><p>x</p>`,
  import: (url) =>
    `<style>@import url(${url});@font-face{font-family:f;src:url(${url})} p{font-family:f}</style><p>x</p>`,
  link: (url) =>
    `<link rel="stylesheet" href="${url}"><link rel="prefetch" href="${url}"><link rel="dns-prefetch" href="${url}"><p>x</p>`,
  frames: (url) =>
    `<iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}"><frameset><frame src="${url}"></frameset>`,
  'meta refresh': (url) => `<meta http-equiv="refresh" content="0;url=${url}"><base href="${url}"><p>x</p>`,
  'sheet escapes': (url) =>
    `<style>p{background:\\75rl(${url})}:root{--u:url(${url})}b{background:var(--u)}</style><p>x<b>b</b>`,
  'style functions': (url) =>
    `<p style="background:image-set('${url}' 1x);cursor:url(${url}),auto;mask:url(${url});border-image:url(${url}) 1;--a:url(${url})">x</p>`,
  body: (url) => `<body background="${url}" style="background-image:url('${url}')"><p>x</p></body>`,
  audio: (url) =>
    `<audio src="${url}" autoplay></audio><video><source src="${url}"><track src="${url}" default></video>`,
  'protocol-relative': (url) => `<img src="${url.replace(/^https?:/, '')}">`,
};

/** What was fetched, or would have been but for the frame's policy: neither may be. */
const watch = ({doc}: MailBodyStage): {seen: () => readonly string[]} => {
  const refused: string[] = [];
  doc.addEventListener('securitypolicyviolation', ({blockedURI}) => refused.push(`refused ${blockedURI}`));
  const view = doc.defaultView;
  return {
    seen: () => [
      ...refused,
      ...(view?.performance.getEntriesByType('resource') ?? []).map(({name}) => name),
      ...performance
        .getEntriesByType('resource')
        .map(({name}) => name)
        .filter((name) => name.includes('/remote-')),
    ],
  };
};

describe('remote content of a mail', () => {
  afterEach(unmountMails);

  for (const [name, vector] of Object.entries(VECTORS))
    it(`[MAIL-1] asks for nothing before somebody allowed it: ${name}`, async () => {
      performance.clearResourceTimings();
      const stage = await mountMail({html: `<p>Hello</p>${vector(address())}`});
      const {seen} = watch(stage);
      await aTimePasses(60);
      expect(seen()).to.deep.equal([]);
      expect(stage.text).to.contain('Hello');
    });

  it('fetches images and backgrounds once somebody allowed it, and then tells that nothing is kept back', async () => {
    const [image, sheet, style, table] = [address(), address(), address(), address()];
    const html = `<img src="${image}"><style>p{background:url(${sheet})}</style><p>x</p><div style="background-image:url(${style})">y</div>
      <table background="${table}"><tr><td>z</td></tr></table>`;
    const stage = await mountMail({html});
    expect(stage.told).to.deep.equal([{blocked: 4, hasQuote: false}]);
    stage.element.remote = 'shown';
    await stage.element.updateComplete;
    const {seen} = watch(stage);
    await aTimePasses(150);
    expect([...seen()].sort()).to.deep.equal([image, sheet, style, table].sort());
    expect(stage.told.at(-1)).to.deep.equal({blocked: 0, hasQuote: false});
    expect(stage.doc.querySelector('img')?.referrerPolicy).to.equal('no-referrer');
  });

  it('fetches no font, style sheet or frame even then', async () => {
    const html = ['import', 'link', 'frames', 'meta refresh', 'audio', 'svg image']
      .map((name) => VECTORS[name]?.(address()) ?? '')
      .join('');
    const stage = await mountMail({html: `<p>Hello</p>${html}`}, {set: {remote: 'shown'}});
    const {seen} = watch(stage);
    await aTimePasses(60);
    expect(seen()).to.deep.equal([]);
  });

  it('shows where an image was, how large it is and what it shows; what only counts readers leaves no trace', async () => {
    const {doc, told} = await mountMail({
      html: `<img src="${address()}" width="480" height="72" alt="Bill"><img src="${address()}" alt="Logo"><img src="${address()}" width="1" height="1">`,
    });
    const boxes = [...doc.querySelectorAll<HTMLElement>('[role="img"]')];
    expect(boxes.map((box) => box.getAttribute('aria-label'))).to.deep.equal([
      'Image blocked · 480 × 72 · Bill',
      'Image blocked · Logo',
    ]);
    const {width, height} = boxes[0]?.getBoundingClientRect() ?? {};
    expect([width, height]).to.deep.equal([480, 72]);
    expect(doc.querySelector('img')).to.equal(null);
    expect(told.at(-1)?.blocked).to.equal(3);
  });

  it('says so in the language of the page, also when that changes', async () => {
    const {doc, place, element} = await mountMail(
      {html: `<img src="${address()}" width="480" height="72">`},
      {locale: 'ko'},
    );
    expect(doc.body.innerText.trim()).to.equal('이미지 차단됨 · 480 × 72');
    expect(element.shadowRoot?.querySelector('iframe')?.title).to.equal('이메일 본문');
    place.lang = 'en';
    await aTimePasses(20);
    expect(doc.body.innerText.trim()).to.equal('Image blocked · 480 × 72');
  });

  it('shows images that the mail contains itself', async () => {
    const {doc, told} = await mountMail({html: `<img alt="" src="data:image/png;base64,\n${PICTURE}">`});
    await doc.querySelector('img')?.decode();
    expect(doc.querySelector('img')?.naturalWidth).to.equal(1);
    expect(told.at(-1)?.blocked).to.equal(0);
  });
});

// The origin by its name: to Firefox, a document of `srcdoc` has no 'self'.
const {origin} = location;
const POLICY = [
  `default-src 'none'`,
  `script-src ${origin}`,
  `style-src ${origin}`,
  `img-src ${origin} data: blob:`,
  `connect-src ${origin}`,
  `require-trusted-types-for 'script'`,
  `trusted-types lit-html dompurify 'allow-duplicates'`,
];

const openStrict = async (policy: readonly string[]): Promise<StrictPage> => {
  const frame = document.createElement('iframe');
  const script = new URL('./mail-strict.harness.ts', import.meta.url).href;
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy.join('; ')}">
    <body><script type="module" src="${script}"></script></body>`;
  document.body.append(frame);
  for (let turn = 0; turn < 400; turn += 1) {
    const page = (frame.contentWindow as {strictPage?: StrictPage} | null)?.strictPage;
    if (page) return page;
    await aTimePasses(10);
  }
  throw new Error('The page did not come.');
};

describe('a mail under a strict policy', () => {
  afterEach(() => {
    for (const frame of document.querySelectorAll('body > iframe')) frame.remove();
  });

  it('looks as it was written, inside two shadow roots, under a strict CSP with Trusted Types, without a violation', async () => {
    const page = await openStrict(POLICY);
    const seen = await page.show(
      `<style>p{font-weight:700}</style><p style="color:rgb(200, 0, 0)">Hello</p><img src="https://x.example/a.png"><script>1</script>`,
    );
    expect(seen.color).to.equal('rgb(200, 0, 0)');
    expect(seen.weight).to.equal('700');
    expect(seen.text).to.contain('Hello');
    expect(seen.violations).to.deep.equal([]);
  });

  it('is shown as text where the page lets no HTML be parsed', async function (this: Mocha.Context) {
    // Only Trusted Types can forbid it; Firefox 140 has none.
    if (!('trustedTypes' in window)) this.skip();
    const page = await openStrict([...POLICY.slice(0, -1), 'trusted-types lit-html']);
    const {text} = await page.show('<p>Hello</p>');
    expect(text).to.contain('As text').and.to.contain('cannot be shown here');
  });
});
