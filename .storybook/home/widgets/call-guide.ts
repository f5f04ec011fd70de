import type {Stage, WidgetPage} from '../model.js';
import {NOTES, words} from '../telling.js';

const talks = ({simulator, agent}: Stage): void => {
  agent.takesContact('renewals');
  simulator.after(40, () => {
    agent.callsContact();
    simulator.after(40, () => void simulator.customerPicksUp(simulator.openCall(agent.agentId) ?? ''));
  });
};

export const callGuide: WidgetPage = {
  tag: 'dw-call-guide',
  folder: 'campaign',
  name: words('Call guide', '통화 가이드'),
  summary: words(
    'The questions of a campaign, one at a time, along the way that the answers lead; at the end a summary that is submitted.',
    '캠페인 질문을 하나씩, 답에 따라 이어지는 길로 보여 줍니다. 끝에는 요약을 제출합니다.',
  ),
  beside: ['dw-wrap-up'],
  begins: talks,
  scenarios: ['takesContact', 'callsContact', 'picksUp', 'hangsUp', 'ends', 'refuses', 'network'],
  keyboard: [
    {keys: ['Enter'], does: words('Answer and go on', '답하고 다음으로')},
    {keys: ['↑', '↓', 'Space'], does: words('Radio buttons, as in any form', '일반 양식과 같은 라디오 버튼')},
    {keys: ['Shift+Enter'], does: words('A new line in a written answer', '글로 쓰는 답에서 줄 바꿈')},
  ],
  accessibility: [
    words(
      'Each question is a fieldset with its legend; the next one gets the focus, with its place among all.',
      '질문마다 legend가 있는 fieldset이며, 다음 질문으로 포커스가 가고 순서를 알려 줍니다.',
    ),
    words(
      'A missing answer is told beside the question, and the summary leads to it.',
      '빠진 답은 질문 옆에 알리고, 요약에서 바로 갈 수 있습니다.',
    ),
    NOTES.composing,
  ],
  anatomy: [
    {name: words('Where one is', '현재 위치'), at: '.head .place'},
    {name: words('Whom it is about', '대상 고객'), at: '.context'},
    {name: words('The question', '질문'), at: '#ask'},
    {name: words('What to think of', '도움말'), at: '#hint'},
    {
      name: words('The answers; each may lead elsewhere', '답. 답마다 다음 질문이 다를 수 있음'),
      at: '.answers',
    },
    {name: words('Go on', '다음'), at: '.go'},
  ],
};
