import {defineWords} from '@deskwire/kit';

/** The words of the field for recipients. */
export const ccWords = defineWords({
  en: {
    cc: 'Cc',
    list: 'Cc recipients',
    placeholder: 'Add recipients',
    remove: 'Remove {address}',
    gets: 'Gets every reply to all',
    more: {one: '{count} more', other: '{count} more'},
    wrong: 'Not an email address',
    wrongSome: {one: '{count} is not an email address', other: '{count} are not email addresses'},
    help: 'Enter, comma or semicolon adds a recipient. Backspace selects the last one.',
    added: {one: '{count} recipient added', other: '{count} recipients added'},
    removed: '{address} removed',
    twice: {one: '{count} was there already', other: '{count} were there already'},
    skipped: {one: '{count} gets the email anyway', other: '{count} get the email anyway'},
    over: {
      one: '{count} was left out: at most {max} recipients are allowed',
      other: '{count} were left out: at most {max} recipients are allowed',
    },
  },
  ko: {
    cc: '참조',
    list: '참조 수신자',
    placeholder: '받는 사람 추가',
    remove: '{address} 제거',
    gets: '모두 회신에 항상 포함됨',
    more: {other: '{count}명 더 보기'},
    wrong: '이메일 주소가 아님',
    wrongSome: {other: '이메일 주소가 아닌 항목 {count}개'},
    help: 'Enter, 쉼표 또는 세미콜론을 누르면 추가됩니다. Backspace를 누르면 마지막 항목이 선택됩니다.',
    added: {other: '{count}명 추가됨'},
    removed: '{address} 제거됨',
    twice: {other: '{count}명은 이미 있습니다'},
    skipped: {other: '{count}명은 이미 이 이메일을 받습니다'},
    over: {other: '{count}명은 추가되지 않았습니다. 최대 {max}명까지 추가할 수 있습니다'},
  },
});
