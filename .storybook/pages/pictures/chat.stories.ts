import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/chat-pane/define.js';

import {drop, press, put} from './actors.js';
import {aChatThatIsLeft, aLongerTalk, aTalk, type Chat as Talk} from './chats.js';
import {captioned} from './host.js';
import {find, picture, pictureMeta} from './stage.js';

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Chat', tags: ['!autodocs', 'picture-1280']};
export default meta;

const CAPTIONS = {
  folded: {en: '420 px: assistant folded, attachments', ko: '420 px: 도우미 접음, 첨부'},
  left: {en: 'Customer left', ko: '고객 나감'},
  unfolded: {en: '760 px: assistant unfolded, canned responses', ko: '760 px: 도우미 펼침, 응답 목록'},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

const SAID = {
  files: {en: 'Please see the two files.', ko: '두 파일을 확인해 주세요.'},
  form: {en: 'Here is the form for the account number.', ko: '계좌 번호를 적는 양식입니다.'},
  refund: {en: 'refund', ko: '환불'},
  long: {
    en: 'A refund takes two working days and arrives on the account you name in the form. ',
    ko: '환불은 영업일 기준 이틀이 걸리며 양식에 적어 주신 계좌로 입금됩니다. ',
  },
} as const satisfies Record<string, Record<SampleLanguage, string>>;

interface Chats {
  readonly folded: Talk;
  readonly left: Talk;
  readonly unfolded: Talk;
}

const tell = async (language: SampleLanguage): Promise<Chats> => ({
  folded: await aTalk(language, 2.6),
  left: await aChatThatIsLeft(language),
  unfolded: await aLongerTalk(language),
});

const paneOf = ({stage, chat}: Talk, name: string): TemplateResult =>
  stage.desk('yoon', html`<dw-chat-pane class=${name} .interactionId=${chat}></dw-chat-pane>`);

const view = ({folded, left, unfolded}: Chats): TemplateResult => {
  const {language} = folded.stage;
  return html`<div class="picture chat-columns">
    <div class="stack">
      ${captioned(CAPTIONS.folded[language], paneOf(folded, 'folded'))}
      ${captioned(CAPTIONS.left[language], paneOf(left, 'left'))}
    </div>
    ${captioned(CAPTIONS.unfolded[language], paneOf(unfolded, 'unfolded'))}
  </div>`;
};

const file = (name: string, type: string, size: number): File =>
  new File([new Uint8Array(size)], name, {type});

/** One file is there, one on its way, one of a kind that is not allowed; the text is about them. */
const attach = async (canvas: HTMLElement, {stage}: Talk): Promise<void> => {
  const pane = await find(canvas, 'dw-desk', '.folded');
  drop(pane, file('november-bill.xlsx', 'application/vnd.ms-excel', 384_000));
  await find(canvas, '.folded', '.file, li, [part]', 'november-bill');
  await stage.pass(2);
  drop(
    pane,
    file('refund-form.pdf', 'application/pdf', 1_200_000),
    file('setup.exe', 'application/x-msdownload', 10),
  );
  await find(canvas, '.folded', '.file, li, [part]', 'setup.exe');
  await stage.pass(0.6);
  put(await find<HTMLTextAreaElement>(canvas, '.folded', 'textarea'), SAID.files[stage.language]);
};

/** One message does not get through; the customer writes; the list of responses is open over a long text. */
const writeMore = async (canvas: HTMLElement, {stage, chat}: Talk): Promise<void> => {
  const {simulator, language} = stage;
  (await find(canvas, '.unfolded', '.fold')).click();
  simulator.refusesNext('DW_SERVER_FAILED', 'message.send');
  const box = await find<HTMLTextAreaElement>(canvas, '.unfolded', 'textarea');
  put(box, SAID.form[language]);
  await userEvent.keyboard('{Enter}');
  await find(canvas, '.unfolded', '.delivery.bad');
  simulator.customerTypes(chat);
  put(box, SAID.long[language].repeat(30).slice(0, 904));
  box.scrollTop = 0;
  press(await find(canvas, '.unfolded', 'button, dw-button', /Canned|응답/));
  const search = await find<HTMLInputElement>(canvas, 'dw-canned-list', 'input');
  search.focus();
  await userEvent.keyboard(SAID.refund[language]);
};

/** A chat with a folded assistant and files, one that the customer left, and one with a list of responses over it. */
export const Chat: StoryObj = picture({
  tell,
  view,
  play: async (canvas, {folded, unfolded}) => {
    await find(canvas, '.left', '.state.idle');
    await attach(canvas, folded);
    await writeMore(canvas, unfolded);
    await find(canvas, '.folded', 'dw-timer', '11:38');
    await find(canvas, '.unfolded', '.typing, .meta', /is typing|입력 중/);
    await waitFor(() => expect(canvas.querySelectorAll('dw-chat-pane')).toHaveLength(3));
  },
});
