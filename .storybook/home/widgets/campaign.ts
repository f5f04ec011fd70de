import type {WidgetPage} from '../model.js';
import {NOTES, words} from '../telling.js';

export const campaign: WidgetPage = {
  tag: 'dw-campaign',
  folder: 'campaign',
  name: words('Campaign', '캠페인'),
  summary: words(
    'Take the next contact of a preview campaign, look at it, then call or skip it.',
    '미리보기 캠페인의 다음 연락처를 가져와 살펴본 뒤 전화하거나 건너뜁니다.',
  ),
  onTop: true,
  beside: ['dw-call-guide', 'dw-wrap-up'],
  begins: () => undefined,
  unfolds: ({agent, open, simulator}) => {
    agent.takesContact('renewals');
    simulator.after(200, () => {
      open('dw-campaign');
    });
  },
  scenarios: [
    'opensCampaign',
    'takesContact',
    'callsContact',
    'picksUp',
    'doesNotPickUp',
    'hangsUp',
    'idles',
    'linesFull',
    'refuses',
    'network',
  ],
  keyboard: [
    {keys: ['Enter', 'Space'], does: words('On the icon: open', '아이콘에서 열기')},
    {keys: ['Tab', 'Shift+Tab'], does: words('Round inside the dialog', '대화상자 안에서 순환')},
    {keys: ['Escape'], does: words('Back to the icon', '아이콘으로 돌아가기')},
  ],
  accessibility: [
    NOTES.dialog,
    words(
      'When it opens the focus is on who it is; whoever is called is announced stage by stage.',
      '열리면 포커스가 고객 이름에 놓이고, 발신 단계가 바뀔 때마다 읽어 줍니다.',
    ),
    NOTES.reasons,
  ],
  anatomy: [
    {name: words('The icon on the page', '페이지의 아이콘'), at: '.anchor', part: 'button'},
    {name: words('Who it is, and which campaign', '고객과 캠페인'), at: '.identity'},
    {name: words('How far the call is', '발신 단계'), at: '#stage'},
    {name: words('What admin lets agents see', '관리자가 정한 표시 항목'), at: '.fields'},
    {name: words('Skip, where admin allows it', '건너뛰기. 관리자가 허용할 때'), at: '.skip'},
    {name: words('Call', '전화'), at: '.call'},
  ],
};
