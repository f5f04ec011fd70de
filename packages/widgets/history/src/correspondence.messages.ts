import {defineWords} from '@deskwire/kit';

/** The words around the mails of a past contact. */
export const correspondenceWords = defineWords({
  en: {
    none: 'There are no emails.',
    earlier: 'Show earlier emails',
    earlierFailed: 'Earlier emails could not be loaded.',
    loading: 'Loading',
    emptyBody: 'This email has no text.',
    bounce: 'A reply could not be delivered. The mail server’s notice is below.',
    'auto-reply': 'This is an automatic reply. Nobody wrote it.',
    notSent: 'This email could not be delivered.',
  },
  ko: {
    none: '이메일이 없습니다.',
    earlier: '이전 이메일 보기',
    earlierFailed: '이전 이메일을 불러오지 못했습니다.',
    loading: '불러오는 중',
    emptyBody: '내용이 없는 이메일입니다.',
    bounce: '회신이 전달되지 않았습니다. 메일 서버의 알림이 아래에 있습니다.',
    'auto-reply': '자동 회신입니다. 사람이 작성하지 않았습니다.',
    notSent: '전달되지 못한 이메일입니다.',
  },
});
