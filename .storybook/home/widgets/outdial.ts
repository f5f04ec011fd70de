import type {WidgetPage} from '../model.js';
import {NOTES, words} from '../telling.js';

export const outdial: WidgetPage = {
  tag: 'dw-outdial',
  folder: 'outdial',
  name: words('Outdial', '아웃다이얼'),
  summary: words(
    'Call a number: from the address book, on a dialpad, or from the page’s own tel: links. Which number is shown to the customer is chosen beside it.',
    '주소록, 다이얼패드, 페이지의 tel: 링크로 전화를 겁니다. 고객에게 보일 발신 번호도 함께 고릅니다.',
  ),
  onTop: true,
  beside: ['dw-interaction-control', 'dw-wrap-up'],
  begins: ({agent}) => void agent.goesIdle('lunch'),
  unfolds: ({open, simulator}) => {
    simulator.after(200, () => {
      open('dw-outdial');
    });
  },
  scenarios: [
    'opensOutdial',
    'dials',
    'picksUp',
    'doesNotPickUp',
    'hangsUp',
    'idles',
    'linesFull',
    'refuses',
    'network',
  ],
  keyboard: [
    {keys: ['↑', '↓', 'PageUp', 'PageDown'], does: words('Move in the address book', '주소록에서 이동')},
    {
      keys: ['0–9', '*', '#', '+', 'Backspace'],
      does: words('On any key of the dialpad: type and delete', '다이얼패드의 어느 키에서든 입력과 삭제'),
    },
    {keys: ['↑', '↓', '←', '→'], does: words('Dialpad: between the keys', '다이얼패드에서 키 사이를 이동')},
    {keys: ['Enter'], does: words('Choose; on the choice, dial', '선택. 선택한 번호에서 다시 누르면 발신')},
    {keys: ['Escape'], does: words('Empty the search, then close', '검색어를 지우고, 다시 누르면 닫기')},
  ],
  accessibility: [
    NOTES.dialog,
    words(
      'The dialpad reads left to right in every language, as a telephone does.',
      '다이얼패드는 전화기처럼 어느 언어에서나 왼쪽에서 오른쪽으로 읽습니다.',
    ),
    NOTES.reasons,
  ],
  anatomy: [
    {name: words('The button on the page', '페이지의 버튼'), at: '.anchor', part: 'button'},
    {name: words('The dialog', '대화상자'), at: 'dialog', part: 'dialog'},
    {name: words('Address book or dialpad', '주소록과 다이얼패드'), at: 'dialog .tabs'},
    {name: words('Search', '검색'), at: 'dw-directory-picker >> .search'},
    {name: words('A number', '번호'), at: 'dw-directory-picker >> .option'},
    {name: words('The number that the customer sees', '고객에게 보일 발신 번호'), at: 'dw-ani-chooser'},
    {name: words('Call', '발신'), at: '.commit'},
  ],
};
