import type {WidgetPage} from '../model.js';
import {aCall, accepted, NOTES, words} from '../telling.js';

export const cadEditor: WidgetPage = {
  tag: 'dw-cad-editor',
  folder: 'cad-editor',
  name: words('Call-associated data', '통화 관련 데이터'),
  summary: words(
    'The variables that came with the contact: read, edit, save. Secure ones are masked; what somebody else changed meanwhile is never overwritten unseen.',
    '연락과 함께 온 변수를 보고 고치고 저장합니다. 보안 값은 가려지고, 그사이 다른 사람이 바꾼 값은 모르는 채 덮어쓰지 않습니다.',
  ),
  begins: accepted(aCall),
  scenarios: ['call', 'accepts', 'flow', 'hangsUp', 'ends', 'refuses', 'stalls', 'network'],
  keyboard: [
    {keys: ['Enter'], does: words('In a field: save', '입력란에서 저장')},
    {
      keys: ['Ctrl+S', 'Command+S'],
      does: words('Save, while something is unsaved', '저장하지 않은 내용이 있을 때 저장'),
    },
    {keys: ['↓'], does: words('In a date: open the calendar', '날짜에서 달력 열기')},
    {
      keys: ['Home', 'End'],
      does: words('Calendar: first and last day of the week', '달력에서 주의 처음과 끝'),
    },
    {
      keys: ['PageUp', 'PageDown'],
      does: words('Calendar: a month, with Shift a year', '달력에서 한 달, Shift와 함께 한 해'),
    },
    {keys: ['Enter', 'Space'], does: words('Calendar: choose the day', '달력에서 날짜 선택')},
  ],
  accessibility: [
    words(
      'A form: every field has its label, its error is its description, and the first wrong one gets the focus.',
      '양식입니다. 입력란마다 레이블이 있고, 오류는 설명으로 연결되며, 잘못된 첫 입력란으로 포커스가 갑니다.',
    ),
    words(
      'A secure value is not in the document until it is shown.',
      '보안 값은 표시하기 전에는 문서에 들어 있지 않습니다.',
    ),
    NOTES.composing,
  ],
  anatomy: [
    {name: words('Title and count', '제목과 개수'), at: '.head'},
    {name: words('A value to read', '읽기 전용 값'), at: '.field'},
    {name: words('A secure value: masked until shown', '보안 값. 표시하기 전에는 가려짐'), at: '.tag.secure'},
    {name: words('A date, with its calendar', '날짜와 달력'), at: '.field:has(.pick)'},
    {name: words('Yes or no', '예 또는 아니요'), at: '.input.choice'},
    {name: words('Copy', '복사'), at: '.copy'},
  ],
};
