import {defineWords} from '../words/catalogue.js';

/** What stands in the place of a part that is not there yet. */
export const lateWords = defineWords({
  en: {
    loading: 'Loading',
    notLoaded: 'This could not be loaded. Try again, or reload the page.',
    retry: 'Try again',
  },
  ko: {
    loading: '불러오는 중',
    notLoaded: '불러오지 못했습니다. 다시 시도하거나 페이지를 새로 고치세요.',
    retry: '다시 시도',
  },
});
