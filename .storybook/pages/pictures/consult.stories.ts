import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import {defineDirectoryPicker} from '@deskwire/kit';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/wrap-up/define.js';

import {paneOf, type Call} from './calls.js';
import {aConference, aConsult, aRequestedConsult} from './consult-calls.js';
import {aCallInALargeHouse, aWrapUp} from './consult-parts.js';
import {captioned} from './host.js';
import {aMissedCall} from './missed-call.js';
import {find, picture, pictureMeta, type Stage} from './stage.js';

defineDirectoryPicker();

const meta: Meta = {...pictureMeta, title: 'Design/Pictures/Consult', tags: ['!autodocs', 'picture-1280']};
export default meta;

const CAPTIONS = {
  consult: {
    en: 'Consult: one pane per party; the held one is amber, the speaking one carries the outline',
    ko: '상담: 상대마다 창 하나. 보류 중은 황색, 통화 중은 테두리',
  },
  conference: {en: 'Conference', ko: '전화회의'},
  requested: {
    en: 'Consult requested, a queue still looks for an agent',
    ko: '상담 요청됨, 대기열에서 상담사를 찾는 중',
  },
  rona: {en: 'RONA popover', ko: 'RONA 알림창'},
  refused: {en: 'Dial number, refused', ko: '다이얼 번호, 거부됨'},
  dialog: {en: 'Consult dialog; search by initial consonants', ko: '상담 요청 창, 초성 검색'},
  wrapUp: {en: 'Wrap-up dialog with automatic submit', ko: '후속 작업 창, 자동 제출'},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

interface Consults {
  readonly consult: Call;
  readonly conference: Call;
  readonly requested: Call;
  readonly house: Call;
  readonly missed: Stage;
  readonly wrapUp: Awaited<ReturnType<typeof aWrapUp>>;
}

const tell = async (language: SampleLanguage): Promise<Consults> => ({
  consult: await aConsult(language),
  conference: await aConference(language),
  requested: await aRequestedConsult(language),
  house: await aCallInALargeHouse(language),
  missed: await aMissedCall(language),
  wrapUp: await aWrapUp(language),
});

const refusedNumber = ({stage, call}: Call): TemplateResult => {
  const picker = html`<dw-directory-picker
    class="refused-number"
    command="consult.start"
    .interactionId=${call}
  ></dw-directory-picker>`;
  return html`<div class="surface">${stage.desk('yoon', picker)}</div>`;
};

const view = ({consult, conference, requested, house, missed, wrapUp}: Consults): TemplateResult => {
  const {language} = consult.stage;
  return html`<div class="picture consult-columns">
    <div class="stack">
      ${captioned(CAPTIONS.consult[language], paneOf(consult))}
      ${captioned(CAPTIONS.conference[language], paneOf(conference))}
      ${captioned(CAPTIONS.requested[language], paneOf(requested))}
      <div class="pair">
        ${captioned(
          CAPTIONS.rona[language],
          missed.desk('yoon', html`<dw-incoming-call placement="inline" muted quiet></dw-incoming-call>`),
        )}
        ${captioned(CAPTIONS.refused[language], refusedNumber(house))}
      </div>
    </div>
    <div class="stack">
      <div class="dialog-place">
        ${captioned(
          CAPTIONS.dialog[language],
          house.stage.desk(
            'yoon',
            html`<dw-consult-dialog .interactionId=${house.call}></dw-consult-dialog>`,
          ),
        )}
      </div>
      ${captioned(
        CAPTIONS.wrapUp[language],
        wrapUp.stage.desk('yoon', html`<dw-wrap-up .interactionId=${wrapUp.chat}></dw-wrap-up>`),
      )}
    </div>
  </div>`;
};

const searchReasons = async (canvas: HTMLElement): Promise<void> => {
  for (const reason of [/Refund promised|환불 약속/, /Charge explained|요금 설명/]) {
    (await find(canvas, 'dw-wrap-up', '[role="option"]', reason)).click();
  }
  const search = await find<HTMLInputElement>(canvas, 'dw-wrap-up', 'input');
  search.focus();
  await userEvent.keyboard(document.documentElement.lang === 'ko' ? '환불' : 'refund');
};

const refuseNumber = async (canvas: HTMLElement): Promise<void> => {
  (await find(canvas, '.refused-number', '[role="tab"]', /Dial number|다이얼 번호/)).click();
  const picker = canvas.querySelector<HTMLElementTagNameMap['dw-directory-picker']>('.refused-number');
  const number = await find<HTMLInputElement>(canvas, '.refused-number', 'input');
  await waitFor(() => expect(number.closest('[aria-busy="true"]')).toBeNull());
  picker?.enter('+1 415');
  picker?.require();
};

/** A consult in all its phases, and the dialogs around it. */
export const Consult: StoryObj = picture({
  tell,
  view,
  play: async (canvas) => {
    await find(canvas, 'dw-interaction-control', '.card', /Park Ji-woo|박지우/);
    await find(canvas, 'dw-incoming-call', '[role="alertdialog"]', '01:02');
    await refuseNumber(canvas);
    await searchReasons(canvas);
    const search = await find<HTMLInputElement>(canvas, 'dw-consult-dialog', 'input');
    await find(canvas, 'dw-consult-dialog', '[role="option"]');
    search.focus();
    await userEvent.keyboard('ㄱㅁㅅ');
    await find(canvas, 'dw-consult-dialog', '.count, .meta', /4 of 312|312명 중 4명/);
    await find(canvas, 'dw-wrap-up', '.countdown', '00:24');
  },
});
