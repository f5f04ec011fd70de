import {defineWords} from '../words/catalogue.js';

/** The words of files that are to be sent. */
export const fileTrayWords = defineWords({
  en: {
    files: 'Files to send',
    part: '{percent} %',
    ready: '{name} is ready to send.',
    remove: 'Remove {name}',
    cancel: 'Cancel {name}',
    retry: 'Try again',
    broken: 'The upload was interrupted.',
    type: 'This file type is not allowed.',
    empty: 'This file is empty.',
    many: {one: 'Only {max} file can be sent at once.', other: 'At most {max} files can be sent at once.'},
    large: 'All files together can have at most {max} MB.',
    mismatch: 'The content is not what the file name says.',
    card: 'This file holds a card number and cannot be sent.',
    unreadable: 'This file could not be checked for card numbers and cannot be sent.',
  },
  ko: {
    files: '보낼 파일',
    part: '{percent}%',
    ready: '{name} 파일을 보낼 준비가 되었습니다.',
    remove: '{name} 제거',
    cancel: '{name} 취소',
    retry: '다시 시도',
    broken: '업로드가 중단되었습니다.',
    type: '허용되지 않는 파일 형식입니다.',
    empty: '빈 파일입니다.',
    many: {other: '한 번에 최대 {max}개의 파일을 보낼 수 있습니다.'},
    large: '전체 파일은 최대 {max}MB까지 보낼 수 있습니다.',
    mismatch: '파일 내용이 이름과 다릅니다.',
    card: '카드 번호가 있어 보낼 수 없는 파일입니다.',
    unreadable: '카드 번호가 있는지 확인할 수 없어 보낼 수 없는 파일입니다.',
  },
});
