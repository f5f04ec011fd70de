import {html, nothing, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, waitFor} from 'storybook/test';
import type {SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/agent-state/define.js';
import '@deskwire/interaction-control/define.js';

// The calendar is a part of the data pane and has no address of its own.
import {defineCadCalendar} from '../../../packages/widgets/cad-editor/src/calendar.register.js';

import {press} from './actors.js';
import {aHeldCall, aPausedRecording, paneOf, type Call} from './calls.js';
import {captioned} from './host.js';
import {NAMES} from './house.js';
import {aMissedCall} from './missed-call.js';
import {find, MORNING, picture, pictureMeta, Stage} from './stage.js';

defineCadCalendar();

const meta: Meta = {
  ...pictureMeta,
  title: 'Design/Pictures/Desk variants',
  tags: ['!autodocs', 'picture-1280'],
};
export default meta;

const CAPTIONS = {
  held: {
    en: 'Customer on hold: End is disabled and says why',
    ko: '고객 보류: 종료를 사용할 수 없고 이유를 알림',
  },
  paused: {
    en: 'Privacy Shield: recording paused, resumes by itself',
    ko: 'Privacy Shield: 녹음이 멈추고 스스로 재개',
  },
  state: {en: 'Agent state, open', ko: '상담사 상태, 열림'},
  date: {en: 'Date picker', ko: '날짜 선택'},
} as const satisfies Record<string, Record<SampleLanguage, string>>;

interface Variants {
  readonly held: Call;
  readonly paused: Call;
  readonly dated: Stage;
  readonly states: readonly Stage[];
}

const begun = (language: SampleLanguage, secondsAgo: number): Stage =>
  new Stage(language, {begins: MORNING - secondsAgo * 1_000});

/** Yoon at lunch, available, wrapping up, and after a call that nobody answered. */
const statesOf = async (language: SampleLanguage): Promise<readonly Stage[]> => {
  const lunch = begun(language, 760);
  lunch.simulator.colleague('yoon').goesIdle('lunch');

  const available = begun(language, 36);
  available.simulator.colleague('yoon').becomesAvailable();

  const wrapUp = begun(language, 18);
  const chat = wrapUp.simulator.chatArrives({name: NAMES.lee[language], text: '…'});
  wrapUp.simulator.colleague('yoon').becomesAvailable();
  await wrapUp.pass(0);
  wrapUp.simulator.colleague('yoon').accepts(chat);
  wrapUp.simulator.colleague('yoon').ends(chat);

  const missed = await aMissedCall(language);
  const all = [lunch, available, wrapUp, missed];
  for (const stage of all) await stage.until(MORNING);
  return all;
};

const tell = async (language: SampleLanguage): Promise<Variants> => ({
  held: await aHeldCall(language),
  paused: await aPausedRecording(language),
  dated: new Stage(language),
  states: await statesOf(language),
});

const calendar = html`<div class="surface">
  <dw-cad-calendar .value=${'2026-11-27'}></dw-cad-calendar>
</div>`;

const stateOf = (stage: Stage): TemplateResult => stage.desk('yoon', html`<dw-agent-state></dw-agent-state>`);

const view = ({held, paused, dated, states}: Variants): TemplateResult => {
  const {language} = held.stage;
  const [lunch, ...others] = states;
  return html`<div class="picture variants">
    <div class="stack">
      ${captioned(CAPTIONS.held[language], paneOf(held))}
      ${captioned(CAPTIONS.paused[language], paneOf(paused))}
    </div>
    <div class="states">
      ${captioned(CAPTIONS.state[language], lunch ? stateOf(lunch) : nothing)}
      <div class="below-menu">${others.map(stateOf)}</div>
    </div>
    ${captioned(CAPTIONS.date[language], dated.desk('yoon', calendar))}
  </div>`;
};

/** What the desk is like at other moments: held, recording paused, the states of an agent, a date. */
export const Variants: StoryObj = picture({
  tell,
  view,
  play: async (canvas) => {
    await find(canvas, 'dw-interaction-control', '.strip', /Resume the customer|재개하세요/);
    await find(canvas, 'dw-interaction-control', '.strip', '00:23');
    await find(canvas, 'dw-cad-calendar', '[aria-selected="true"]', '27');
    press(await find(canvas, 'dw-agent-state', 'button', /Lunch|점심/));
    await find(canvas, 'dw-agent-state', '[role="option"]', /Meeting|회의/);
    const shown = [...canvas.querySelectorAll('dw-agent-state')].map(
      (one) => one.shadowRoot?.textContent ?? '',
    );
    await waitFor(() => expect(shown.slice(1).join(' ')).toMatch(/(Wrap-up|후속 작업).*RONA/s));
  },
});
