import {defineWords} from '@deskwire/kit';

/** The words of the pane without a contact, and its title. */
export const paneWords = defineWords({
  en: {
    title: 'Call-associated data',
    loading: 'Loading…',
    noContact: 'No contact is open.',
  },
  ko: {
    title: '통화 관련 데이터',
    loading: '불러오는 중…',
    noContact: '열려 있는 연락이 없습니다.',
  },
});
