import type {WidgetPage} from '../model.js';
import {aMail, accepted, NOTES, words} from '../telling.js';

export const emailComposer: WidgetPage = {
  tag: 'dw-email-composer',
  folder: 'email-composer',
  name: words('Email', '이메일'),
  summary: words(
    'The mail as its writer made it, in a frame where nothing runs, and the answer beneath: quick, to one or to all, with templates, tables, images and files. For a few seconds it can be called back.',
    '보낸 사람이 만든 그대로의 메일을 아무것도 실행되지 않는 틀 안에서 보여 주고, 그 아래에서 답장합니다. 빠른 회신, 회신, 모두 회신, 서식, 표, 이미지, 파일이 되며 몇 초 동안은 취소할 수 있습니다.',
  ),
  begins: accepted(aMail),
  scenarios: [
    'mail',
    'photoMail',
    'accepts',
    'writesMail',
    'bounces',
    'away',
    'mailRefused',
    'uploadFails',
    'refuses',
    'network',
  ],
  keyboard: [
    {keys: ['Ctrl+Enter', 'Command+Enter'], does: words('Send', '보내기')},
    {keys: ['Ctrl+B', 'Ctrl+I', 'Ctrl+U'], does: words('Bold, italic, underlined', '굵게, 기울임꼴, 밑줄')},
    {
      keys: ['Ctrl+Shift+7', 'Ctrl+Shift+8', 'Ctrl+Shift+9'],
      does: words('Ordered list, bullet list, quote', '순서 기준 목록, 글머리 기호 기준 목록, 블록 따옴표'),
    },
    {keys: ['Ctrl+K', 'Ctrl+Z', 'Ctrl+Y'], does: words('Link, undo, redo', '링크, 실행 취소, 다시 실행')},
    {
      keys: ['Alt+F10'],
      does: words('Into the toolbar; arrows inside', '도구 모음으로 이동. 안에서는 방향키'),
    },
    {keys: ['Escape'], does: words('From the toolbar back into the text', '도구 모음에서 본문으로 돌아가기')},
    {
      keys: ['Enter', ','],
      does: words('In Cc: what was typed becomes a chip', '참조에서 입력한 주소를 칩으로 만들기'),
    },
    {
      keys: ['←', 'Backspace', 'Delete'],
      does: words('In Cc: to the chips, and take one out', '참조에서 칩으로 이동하고 빼기'),
    },
  ],
  accessibility: [
    words(
      'The customer’s mail is in a named frame; remote images are fetched only when the agent wants them.',
      '고객의 메일은 이름 있는 프레임에 있으며, 외부 이미지는 상담사가 원할 때만 가져옵니다.',
    ),
    words(
      'The toolbar is one stop of Tab. A mail under way can be taken back from a button that says how long.',
      '도구 모음은 Tab 한 번으로 지나갑니다. 보내는 중인 메일은 남은 시간이 적힌 버튼으로 취소합니다.',
    ),
    NOTES.composing,
  ],
  anatomy: [
    {name: words('The mail', '받은 메일'), at: '.original', part: 'original'},
    {name: words('Subject, time, transfer, end', '제목, 시간, 전환, 종료'), at: '.original .title'},
    {name: words('Who wrote it, to whom', '보낸 사람과 받는 사람'), at: '.original .sender'},
    {name: words('The mail as its writer made it', '보낸 그대로의 메일'), at: 'dw-mail-body'},
    {name: words('Its files', '첨부 파일'), at: '.original .files'},
    {name: words('The answer', '답장'), at: '.composer', part: 'composer'},
    {name: words('Quick reply, reply, reply all', '빠른 회신, 회신, 모두 회신'), at: '.composer .seg'},
    {name: words('Send', '보내기'), at: '.composer .send'},
  ],
};
