// What the beginnings of the pages have in common.
import {sampleCall, sampleChat} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';

import type {Stage, Words} from './model.js';

/** A text in both languages. */
export const words = (en: string, ko: string): Words => ({en, ko});

const RINGS_AFTER = 60;

/** Somebody comes, and the agent accepts them. */
export const accepted =
  (
    comes: (stage: Stage) => InteractionId,
    then: (stage: Stage, id: InteractionId) => void = () => undefined,
  ) =>
  (stage: Stage): void => {
    const id = comes(stage);
    stage.simulator.after(RINGS_AFTER, () => {
      stage.agent.accepts(id);
      then(stage, id);
    });
  };

const REASON = words('Charged twice for November roaming', '11월 로밍 요금이 두 번 청구됨');

/** A caller with data. */
export const aCall = ({simulator, language}: Stage): InteractionId => {
  const call = sampleCall(language);
  return simulator.callArrives({
    ...call,
    data: {...call.data, 'callback-consent': 'true', 'reason-for-call': REASON[language]},
  });
};

/** A visitor whom the assistant could not help. They answer when the story says so. */
export const aChat = ({simulator, language}: Stage): InteractionId => {
  const chat = sampleChat(language);
  return simulator.chatArrives({...chat, script: {...chat.script, answers: []}});
};

/** A mail with a table and a file. */
export const aMail = ({simulator, mails}: Stage): InteractionId =>
  simulator.mailArrives({...mails.invoice, script: {}});

const TAB = {
  keys: ['Tab', 'Shift+Tab'],
  does: words('From control to control', '컨트롤 사이를 이동'),
};

/** Keys that nearly every widget has. */
export const KEYS = {
  tab: TAB,
  press: {keys: ['Enter', 'Space'], does: words('Press a button', '버튼 누르기')},
} as const;

/** Notes that hold for several widgets. */
export const NOTES = {
  focus: words(
    'Takes no focus by itself: what arrives is announced, and stays where it is until somebody goes there.',
    '스스로 포커스를 가져가지 않습니다. 도착한 내용은 알림으로 읽어 주고, 사용자가 찾아갈 때까지 그 자리에 있습니다.',
  ),
  reasons: words(
    'A control that cannot be used stays in the order of Tab, is aria-disabled, and says why in words.',
    '사용할 수 없는 컨트롤도 Tab 순서에 남고 aria-disabled이며, 이유를 글로 알려 줍니다.',
  ),
  colour: words(
    'No state by colour alone: each has an icon and a word.',
    '상태를 색만으로 나타내지 않습니다. 아이콘과 단어가 함께 있습니다.',
  ),
  dialog: words(
    'A named dialog in the top layer. The page behind it stays alive, so that a call can be answered; Tab goes round inside, and the focus goes back where it was.',
    '이름이 있는 대화상자이며 최상위 레이어에 뜹니다. 뒤의 페이지는 그대로 살아 있어 전화를 받을 수 있습니다. Tab은 안에서 순환하고, 닫으면 포커스가 원래 자리로 돌아갑니다.',
  ),
  composing: words(
    'Enter never acts in the middle of a Korean, Japanese or Chinese composition.',
    '한글, 일본어, 중국어를 조합하는 동안에는 Enter가 동작하지 않습니다.',
  ),
  clock: words('A running clock is not announced.', '움직이는 시계는 읽어 주지 않습니다.'),
} as const;
