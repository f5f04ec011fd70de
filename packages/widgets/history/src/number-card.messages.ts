import {defineWords} from '@deskwire/kit';

export const numberCardWords = defineWords({
  en: {
    call: 'Call',
    edit: 'Edit before calling',
    cancel: 'Cancel',
    padFailed: 'The dialpad could not be loaded. Try again.',
    callAgain: 'Call again',
    dismiss: 'Dismiss',
  },
  ko: {
    call: '통화',
    edit: '통화하기 전에 편집',
    cancel: '취소',
    padFailed: '다이얼패드를 불러오지 못했습니다. 다시 시도하세요.',
    callAgain: '다시 통화',
    dismiss: '닫기',
  },
});
