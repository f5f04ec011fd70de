import type {KeyRow, Part} from '../model.js';
import {words} from '../telling.js';

const keys: readonly KeyRow[] = [
  {keys: ['←', '→'], does: words('Between the tabs', '탭 사이를 이동')},
  {keys: ['Escape'], does: words('Empty the search, then close', '검색어를 지우고, 다시 누르면 닫기')},
  {keys: ['Tab', 'Shift+Tab'], does: words('Round inside the dialog', '대화상자 안에서 순환')},
];

const parts: readonly Part[] = [
  {name: words('What is asked', '무엇을 하는지'), at: '.head'},
  {name: words('Agents, queues, numbers', '상담사, 대기열, 번호'), at: 'dw-directory-picker >> .tabs'},
  {name: words('Search; initial consonants too', '검색. 초성도 됨'), at: 'dw-directory-picker >> .search'},
  {
    name: words('Somebody, and whether they are free', '대상과 현재 상태'),
    at: 'dw-directory-picker >> .option',
  },
];

/** What the dialogs have in common that look somebody up in the directory. */
export const DIRECTORY = {
  move: {keys: ['↑', '↓', 'PageUp', 'PageDown'], does: words('Move in the list', '목록에서 이동')},
  keys,
  parts,
} as const;
