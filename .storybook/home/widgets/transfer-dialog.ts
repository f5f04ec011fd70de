import type {WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';
import {DIRECTORY} from './directory.js';

export const transferDialog: WidgetPage = {
  tag: 'dw-transfer-dialog',
  folder: 'transfer-dialog',
  name: words('Transfer dialog', '전환 요청 대화상자'),
  summary: words(
    'Find an agent, a queue, an entry point or a number, see what becomes of the contact, and send it there.',
    '상담사, 대기열, 엔트리 포인트, 번호를 찾아 결과를 확인하고 넘깁니다.',
  ),
  onTop: true,
  beside: ['dw-interaction-control', 'dw-wrap-up'],
  begins: accepted(aCall, ({colleague}) => void colleague.becomesAvailable()),
  unfolds: ({simulator, open}) => {
    simulator.after(200, () => {
      open('dw-transfer-dialog', 'call-1');
    });
  },
  scenarios: ['opensTransfer', 'colleagueComes', 'call', 'accepts', 'hangsUp', 'refuses', 'network'],
  keyboard: [
    DIRECTORY.move,
    {keys: ['Enter'], does: words('Choose; on the choice, send', '선택. 선택한 항목에서 다시 누르면 전송')},
    ...DIRECTORY.keys,
  ],
  accessibility: [
    NOTES.dialog,
    words(
      'The search is a combobox; the number of finds is announced, and Korean initial consonants find names.',
      '검색은 콤보박스이며, 찾은 수를 읽어 주고 초성으로도 찾습니다.',
    ),
    NOTES.reasons,
    NOTES.composing,
  ],
  anatomy: [
    ...DIRECTORY.parts,
    {name: words('What happens if nobody answers', '아무도 받지 않을 때'), at: '#consequence'},
    {name: words('Send', '전송'), at: '.commit'},
  ],
};
