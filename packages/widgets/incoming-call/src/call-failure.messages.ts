import {defineWords} from '@deskwire/kit';

/** What becomes of a contact whose customer could not be called back. Loaded with what shows it. */
export const callFailureWords = defineWords({
  en: {
    requeued: 'The callback is in its queue again.',
  },
  ko: {
    requeued: '콜백이 대기열로 돌아갔습니다.',
  },
});
