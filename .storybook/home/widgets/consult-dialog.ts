import type {WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';
import {DIRECTORY} from './directory.js';

export const consultDialog: WidgetPage = {
  tag: 'dw-consult-dialog',
  folder: 'consult-dialog',
  name: words('Consult dialog', '상담 요청 대화상자'),
  summary: words(
    'Ask a colleague, a queue or a number about the call while the customer is on hold.',
    '고객을 보류한 채 동료, 대기열, 번호에 상담을 요청합니다.',
  ),
  onTop: true,
  beside: ['dw-interaction-control'],
  begins: accepted(aCall, ({colleague}) => void colleague.becomesAvailable()),
  unfolds: ({simulator, open}) => {
    simulator.after(200, () => {
      open('dw-consult-dialog', 'call-1');
    });
  },
  scenarios: [
    'opensConsult',
    'colleagueComes',
    'colleagueAccepts',
    'colleagueDeclines',
    'colleagueMisses',
    'colleagueLeaves',
    'hangsUp',
    'refuses',
    'network',
  ],
  keyboard: [
    DIRECTORY.move,
    {
      keys: ['Enter'],
      does: words('Choose; on the choice, ask', '선택. 선택한 항목에서 다시 누르면 상담 요청'),
    },
    ...DIRECTORY.keys,
  ],
  accessibility: [
    NOTES.dialog,
    words(
      'What becomes of the customer meanwhile is the description of the dialog.',
      '그동안 고객이 어떻게 되는지가 대화상자의 설명입니다.',
    ),
    NOTES.reasons,
    NOTES.composing,
  ],
  anatomy: [
    ...DIRECTORY.parts,
    {name: words('What becomes of the customer', '고객이 어떻게 되는지'), at: '#consequence'},
    {name: words('Ask', '상담 요청'), at: '.commit'},
  ],
};
