import {waitFor, expect} from 'storybook/test';

import {answers, fill, labelled, press} from './actors.js';
import type {Desk} from './desk-day.js';
import {find} from './stage.js';

const WORDS = {
  mine: {en: 'Platinum', ko: '플래티넘'},
  theirs: {en: 'Gold', ko: '골드'},
  reason: {
    en: 'Charged twice for November roaming; asks for the refund before the 27th because the card closes',
    ko: '11월 로밍 요금이 두 번 청구됨. 카드가 해지되기 전인 27일까지 환불 요청',
  },
} as const;

const SAVE = /^\s*(Save|저장)\s*$/;

/** Park joins for a moment, and saves what Yoon is about to change. */
const parkSavesFirst = async ({stage, call}: Desk, value: string): Promise<void> => {
  const {simulator} = stage;
  const [yoon, park] = [simulator.colleague('yoon'), simulator.colleague('park')];
  simulator.connectsAfter(0);
  park.becomesAvailable();
  yoon.consults({kind: 'agent', agentId: 'park'}, call);
  await stage.pass(0);
  answers(stage, 'park', call);
  park.saves({'plan-tier': value}, call);
  yoon.endsConsult(call);
  yoon.resumes(call);
  await stage.pass(0);
};

/** Yoon edits the data of the call: one value is overwritten, one is wrong, two are not saved yet. */
export const editData = async (canvas: HTMLElement, desk: Desk, isWhole = true): Promise<void> => {
  const {language} = desk.stage;
  await find(canvas, 'dw-cad-editor', 'label', /Plan tier|요금제 등급/);
  const root = canvas.querySelector('dw-cad-editor')?.shadowRoot;
  fill(labelled(root, /Plan tier|요금제 등급/), WORDS.mine[language]);
  await parkSavesFirst(desk, WORDS.theirs[language]);
  const save = await find(canvas, 'dw-cad-editor', 'dw-button', SAVE);
  press(save);
  await find(canvas, 'dw-cad-editor', '.note.hold');

  press(await find(canvas, 'dw-cad-editor', 'button', /Show|표시/));
  // The field takes the focus once its value is there.
  await waitFor(() => expect(root?.activeElement).toBe(labelled(root, /Resident|주민등록/)));
  fill(labelled(root, /Promised|납부/), '2026-11-27');
  if (isWhole) {
    const wrong = labelled(root, /Disputed|이의 금액/);
    fill(wrong, '12,40O');
    wrong.blur();
  }
  if (isWhole) {
    const reason = labelled(root, /Reason for call|문의 사유/);
    fill(reason, longer(WORDS.reason[language]));
    reason.setSelectionRange(0, 0);
    reason.scrollLeft = 0;
  }
  await waitFor(() => expect(root?.querySelectorAll('.tag.edited').length).toBeGreaterThan(0));
};

/** So long that the counter has something to say. */
const longer = (text: string): string => `${text}. ${text}. ${text}`.slice(0, 231);
