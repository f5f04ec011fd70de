import {defineWords} from '@deskwire/kit';

/** The words of the list of canned responses. */
export const cannedListWords = defineWords({
  en: {
    label: 'Canned responses',
    search: 'Search',
    none: 'There are no canned responses.',
    notFound: 'Nothing found.',
    counted: '{found} of {all}',
    insert: 'Insert',
    close: 'Close',
  },
  ko: {
    label: '사전 정의된 채팅 응답',
    search: '검색',
    none: '사전 정의된 채팅 응답이 없습니다.',
    notFound: '찾은 결과가 없습니다.',
    counted: '{all}개 중 {found}개',
    insert: '삽입',
    close: '닫기',
  },
});
