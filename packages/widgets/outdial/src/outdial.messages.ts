import {defineWords, type LanguageController} from '@deskwire/kit';

/** The words of `<dw-outdial>`. */
export const outdialWords = defineWords({
  en: {
    title: 'Outdial call',
    action: 'Call',
    tabs: 'Number from',
    book: 'Address book',
    pad: 'Dialpad',
    'desk-phone': 'Your phone rings first.',
    'browser-phone': 'Dials from this browser.',
    callAgain: 'Call again',
    dismiss: 'Dismiss',
    failed: 'The call was not made.',
  },
  ko: {
    title: '아웃다이얼 통화',
    action: '통화',
    tabs: '번호 선택 방법',
    book: '주소록',
    pad: '다이얼패드',
    'desk-phone': '사무실 전화기가 먼저 울립니다.',
    'browser-phone': '이 브라우저에서 겁니다.',
    callAgain: '다시 걸기',
    dismiss: '닫기',
    failed: '전화를 걸지 못했습니다.',
  },
});

/** The widget's words in the language of its place. */
export type OutdialLanguage = LanguageController<(typeof outdialWords)['en']>;
