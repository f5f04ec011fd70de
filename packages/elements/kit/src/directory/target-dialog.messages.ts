import {defineWords} from '../words/catalogue.js';

/** The words that the dialogs about targets share. */
export const targetDialogWords = defineWords({
  en: {
    refresh: 'Refresh list',
    close: 'Close',
    cancel: 'Cancel',
    retry: 'Try again',
    dismiss: 'Dismiss',
    sending: 'The request is on its way.',
    refused: '{name}: {reason}',
    loading: 'Opening the directory',
    notLoaded: 'The directory could not be opened.',
  },
  ko: {
    refresh: '목록 새로 고침',
    close: '닫기',
    cancel: '취소',
    retry: '다시 시도',
    dismiss: '닫기',
    sending: '요청을 보내는 중입니다.',
    refused: '{name}: {reason}',
    loading: '디렉터리를 여는 중',
    notLoaded: '디렉터리를 열지 못했습니다.',
  },
});
