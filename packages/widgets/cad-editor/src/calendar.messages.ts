import {defineWords} from '@deskwire/kit';

/** The words of the calendar. Names of months and days are those of the language itself. */
export const calendarWords = defineWords({
  en: {previous: 'Previous month', next: 'Next month', time: 'Time', done: 'Done', today: 'Today'},
  ko: {previous: '이전 달', next: '다음 달', time: '시간', done: '완료', today: '오늘'},
});
