import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {userEvent} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/email-composer/define.js';

import {drop, press} from './actors.js';
import {captioned} from './host.js';
import {aRefundMail, type Letter} from './mails.js';
import {find, picture, pictureMeta} from './stage.js';

const meta: Meta = {
  ...pictureMeta,
  title: 'Design/Pictures/Email',
  tags: ['!autodocs', 'picture-1280'],
};
export default meta;

const CAPTIONS = {
  reply: {en: 'Original and reply', ko: '원본과 회신'},
  quick: {en: 'Quick reply', ko: '빠른 회신'},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

const SAID = {
  quick: {
    en: 'We refund the second charge on both lines within two working days.',
    ko: '두 회선의 중복 청구 금액을 영업일 기준 이틀 안에 환불해 드립니다.',
  },
  card: {en: 'Card 4539 1488 0343 6467. ', ko: '카드 4539 1488 0343 6467. '},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

interface Letters {
  readonly reply: Letter;
  readonly quick: Letter;
}

const tell = async (language: SampleLanguage): Promise<Letters> => ({
  reply: await aRefundMail(language),
  quick: await aRefundMail(language),
});

const paneOf = ({stage, mail}: Letter, name: string): TemplateResult =>
  stage.desk('yoon', html`<dw-email-composer class=${name} .interactionId=${mail}></dw-email-composer>`);

const view = ({reply, quick}: Letters): TemplateResult => {
  const {language} = reply.stage;
  return html`<div class="picture email-columns">
    ${captioned(CAPTIONS.reply[language], paneOf(reply, 'replied'))}
    ${captioned(CAPTIONS.quick[language], paneOf(quick, 'quick'))}
  </div>`;
};

const paste = (place: HTMLElement, text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  place.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
};

const languageHere = (): SampleLanguage => (document.documentElement.lang === 'ko' ? 'ko' : 'en');

/** The reply begins with its template; a copy goes to somebody who has no address, a file goes along, a card stands in it. */
const reply = async (canvas: HTMLElement, {stage}: Letter): Promise<void> => {
  const {language} = stage;
  await find(canvas, '.replied', '.seg input');
  const pane = canvas.querySelector<HTMLElement>('.replied');
  if (!pane) throw new Error('no pane');
  pane.shadowRoot?.querySelectorAll<HTMLElement>('.seg input')[1]?.click();
  const text = await find(canvas, 'dw-mail-editor', '[role="textbox"]', /24,800/);
  paste(await find(canvas, 'dw-cc-field', 'input'), 'ops@hanbit.example\nfinance@hanbit\n');
  drop(pane, new File([new Uint8Array(1_200_000)], 'refund-form.pdf', {type: 'application/pdf'}));
  await find(canvas, '.replied', '*', 'refund-form.pdf');
  await stage.pass(2);
  text.focus();
  paste(text, SAID.card[language]);
  await find(canvas, '.replied', '.cards .note');
};

/** A picture of the reply with something open over it. */
const withOpen = (open: (canvas: HTMLElement) => Promise<unknown>): StoryObj =>
  picture({
    tell,
    view,
    play: async (canvas, letters) => {
      await reply(canvas, letters.reply);
      await letters.quick.stage.pass(2);
      for (const name of ['.replied', '.quick']) await find(canvas, name, 'dw-timer', '26:05');
      await open(canvas);
    },
  });

const pressTool = async (canvas: HTMLElement, tool: string): Promise<void> => {
  (await find(canvas, 'dw-mail-editor', `[data-tool="${tool}"]`)).click();
};

/** The original above the reply, and beside it a quick reply to the same mail. */
export const Email: StoryObj = withOpen(async (canvas) => {
  (await find(canvas, '.quick', 'dw-text-area')).focus();
  await userEvent.keyboard(SAID.quick[languageHere()]);
});

/** The templates. */
export const Templates: StoryObj = withOpen(async (canvas) => {
  press(await find(canvas, '.replied', '.send .anchor'));
  await find(canvas, '.replied', '[role="menuitemradio"]', /Apology|사과/);
});

/** The address of a link. */
export const Link: StoryObj = withOpen(async (canvas) => {
  await pressTool(canvas, 'link');
  await userEvent.type(await find(canvas, 'dw-mail-editor', '#address'), 'https://carrier.example/refund');
});

/** The tools of a table, beside the caret. */
export const TableTools: StoryObj = withOpen(async (canvas) => {
  canvas.querySelector('.replied')?.shadowRoot?.querySelector('dw-mail-editor')?.focus();
  await userEvent.click(await find(canvas, 'dw-mail-editor', 'td'));
  await find(canvas, 'dw-mail-editor', '.caret-bar');
});
