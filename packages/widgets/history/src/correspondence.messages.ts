import {defineWords} from '@deskwire/kit';

/** The words around the mails of a past contact. */
export const correspondenceWords = defineWords({
  en: {
    none: 'There are no emails.',
    earlier: 'Show earlier emails',
    earlierFailed: 'Earlier emails could not be loaded.',
    loading: 'Loading',
  },
  ko: {
    none: '이메일이 없습니다.',
    earlier: '이전 이메일 보기',
    earlierFailed: '이전 이메일을 불러오지 못했습니다.',
    loading: '불러오는 중',
  },
});
