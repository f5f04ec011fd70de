import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {refuse, type Mail} from '@deskwire/domain';
import type {FileResult} from '@deskwire/stream';
import {fakeStream} from '@deskwire/testing';
import {defineStage} from '@deskwire/testing/stage.js';

import {provideContext} from '../context/provide.js';
import {streamContext} from '../contexts.js';

import {aMail, anImage} from './mail-body.harness.js';
import type {MailBodyElement, RemoteContent} from './mail-body.element.js';
import type {MailBodyState} from './mail-body.events.js';
import {defineMailBody} from './register.js';

defineStage();
defineMailBody();

interface Args {
  readonly mail: Partial<Mail>;
  readonly remote: RemoteContent;
  readonly isQuoteShown: boolean;
}

/** A picture that a mail may bring along: a bill, drawn here. */
const drawing = (): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width: 480, height: 120});
  const paint = canvas.getContext('2d');
  if (paint) {
    paint.fillStyle = '#e8ecf7';
    paint.fillRect(0, 0, 480, 120);
    paint.fillStyle = '#3e4f9e';
    for (const [row, width] of [260, 180, 320].entries()) paint.fillRect(24, 24 + row * 28, width, 12);
  }
  return new Promise((resolve) => {
    canvas.toBlob(resolve);
  });
};

const stream = fakeStream({});
stream.handle.download = async ({attachmentId}): Promise<FileResult> => {
  const file = attachmentId === 'file-1' ? await drawing() : null;
  return file ? {ok: true, file} : {ok: false, refusal: refuse('DW_FILE_UNKNOWN')};
};

const QUOTE = `<div class="gmail_quote"><div class="gmail_attr">On Fri, 20 Nov 2026 at 09:41, Billing &lt;billing@carrier.example&gt; wrote:</div>
  <blockquote class="gmail_quote"><p>Your November bill is ready.</p></blockquote></div>`;
const REQUEST = `<div dir="ltr"><p>Hello, our November bill lists the roaming pack twice for two lines. Please refund one of them before the 27th.</p>
  <p><img src="https://hanbit.example/bill.png" width="480" height="72"></p>
  <p>The lines are in <a href="https://hanbit.example/lines">our list</a>.</p></div>`;
const REQUEST_KO = `<div><p>안녕하세요. 11월 청구서에 회선 두 개의 로밍 요금제가 두 번씩 청구되었습니다. 27일 전까지 하나를 환불해 주세요.</p>
  <p><img src="https://hanbit.example/bill.png" width="480" height="72"></p></div>
  <p>-----Original Message-----<br><b>From:</b> billing@carrier.example<br><b>To:</b> dain.jung@hanbit.example</p><div>11월 청구서</div>`;
const DESIGNED = `<style>.sheet{background:#f2f4f6;padding:24px}.card{background:#fff;max-width:480px;margin:0 auto;padding:24px;font:14px/1.6 Arial}
  .go{background:#22bc66;color:#fff;padding:10px 18px;text-decoration:none;border-radius:3px} @media (max-width:420px){.sheet{padding:8px}}</style>
  <div class="sheet"><div class="card"><h2 style="margin-top:0;color:#333">Your ticket 4711</h2><p style="color:#51545e">We shipped the device on Friday.</p>
  <p><a class="go" href="https://hanbit.example/ticket">Open the ticket</a></p></div></div>`;
const TEXT =
  'Hello, please call 010-4827-1934.\nhttps://hanbit.example/lines\n\nOn Fri, Billing wrote:\n> Your bill is ready.';
const WIDE = `<table border="1" cellpadding="6" cellspacing="0" width="1100"><tr>${Array.from({length: 8}, (_, at) => `<th>Column ${at + 1}</th>`).join('')}</tr>
  <tr>${Array.from({length: 8}, (_, at) => `<td>${12_400 * (at + 1)}</td>`).join('')}</tr></table>`;

const meta: Meta<Args> = {
  title: 'Kit/dw-mail-body',
  component: 'dw-mail-body',
  args: {mail: {html: REQUEST + QUOTE}, remote: 'blocked', isQuoteShown: false},
  decorators: [
    (story, {canvasElement}) => {
      provideContext(canvasElement, streamContext, stream.handle);
      return story() as TemplateResult;
    },
  ],
  render: ({mail, remote, isQuoteShown}) =>
    html`<dw-stage>
      <dw-mail-body
        .interactionId=${'email-1'}
        .mail=${aMail(mail)}
        .remote=${remote}
        .isQuoteShown=${isQuoteShown}
      ></dw-mail-body>
    </dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

const bodyIn = async (canvas: HTMLElement): Promise<MailBodyElement> => {
  const body = canvas.querySelector('dw-mail-body');
  if (!body) throw new Error('There is no mail.');
  await body.updateComplete;
  return body;
};
const docOf = (body: MailBodyElement): Document | null | undefined =>
  body.shadowRoot?.querySelector('iframe')?.contentDocument;

/** An HTML mail: a remote image is kept back, and the mail that it answers is folded. */
export const Playground: Story = {};

/** The same in Korean, as Naver writes an answer. */
export const Korean: Story = {args: {mail: {html: REQUEST_KO}}, globals: {language: 'ko'}};

/** With the mail that it answers. */
export const QuoteShown: Story = {args: {isQuoteShown: true}};

/** A mail that brings its picture along, and one that it should have brought. */
export const Pictures: Story = {
  args: {
    mail: {
      html: '<p>The bill:</p><p><img src="cid:picture@hanbit.example" alt="Bill" width="480"></p><p><img src="cid:lost"> <img src="cid:gone" alt="Receipt"></p>',
      attachments: [anImage(), anImage({id: 'file-2', contentId: 'gone'})],
    },
  },
  play: async ({canvasElement}) => {
    const doc = docOf(await bodyIn(canvasElement));
    await waitFor(() => expect(doc?.querySelector('img')?.naturalWidth).toBe(480));
  },
};

/** Designed for white paper, which it has in a dark page too. */
export const Designed: Story = {args: {mail: {html: DESIGNED}}};

/** Wider than the place: it scrolls to the side. */
export const Wide: Story = {args: {mail: {html: WIDE}}};

/** Images of every size that are kept back, with what they show. */
export const Blocked: Story = {
  args: {
    mail: {
      html: `<img src="https://x.example/a.png" width="640" height="90" alt="Hanbit Logistics"><br><img src="https://x.example/b.png" width="120" height="40">
        <img src="https://x.example/c.png" width="24" height="24"><img src="https://x.example/d.png" width="1" height="1"><p>Text</p><img src="https://x.example/e.png">`,
    },
  },
};

/** Somebody allowed it, and the sender's server is gone: nothing is left but the words. */
export const BrokenImages: Story = {
  args: {
    mail: {html: '<p>Hello <img src="data:image/png;base64,AAAA" alt="Company logo"></p>'},
    remote: 'shown',
  },
};

/** A mail without HTML. */
export const Text: Story = {args: {mail: {text: TEXT, quoteAt: TEXT.indexOf('On Fri')}}};

/** More than can be shown. */
export const TooLong: Story = {
  args: {mail: {html: `<p>Begin</p>${'<i>line</i><br>'.repeat(300)}${'<i></i>'.repeat(60_000)}`}},
};

/** What is kept back is told; shown, it is asked for; the quote comes and goes without the mail being put up again. */
export const Behaviours: Story = {
  play: async ({canvasElement}) => {
    const body = await bodyIn(canvasElement);
    await expect(body.state).toEqual({blocked: 1, hasQuote: true});
    const told: MailBodyState[] = [];
    body.addEventListener('dw-mail-body-state', ({detail}) => told.push(detail));
    const frame = body.shadowRoot?.querySelector('iframe');
    body.isQuoteShown = true;
    await body.updateComplete;
    await expect(docOf(body)?.body.innerText).toContain('Your November bill is ready.');
    await expect(body.shadowRoot?.querySelector('iframe')).toBe(frame);
    body.remote = 'shown';
    await waitFor(() => expect(told).toEqual([{blocked: 0, hasQuote: true}]));
  },
};

/** The frame has a name; its links are on the way of Tab, which goes on behind it. */
export const Accessibility: Story = {
  play: async ({canvasElement}) => {
    const body = await bodyIn(canvasElement);
    await expect(body.shadowRoot?.querySelector('iframe')?.title).toMatch(/Email text|이메일 본문/);
    await expect(docOf(body)?.documentElement.lang).toMatch(/^(?:en|ko)/);
    await expect(docOf(body)?.querySelector('[role="img"]')?.getAttribute('aria-label')).toMatch(/480 × 72/);
    docOf(body)?.querySelector('a')?.focus();
    await userEvent.tab();
  },
};
