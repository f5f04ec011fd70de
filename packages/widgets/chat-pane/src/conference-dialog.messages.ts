import {defineWords} from '@deskwire/kit';

/** The words of the conference dialog. */
export const conferenceDialogWords = defineWords({
  en: {
    title: 'Conference',
    action: 'Ask to join',
    consequence: 'You go on with the customer. The agent joins when they accept.',
  },
  ko: {
    title: '전화회의',
    action: '참여 요청',
    consequence: '고객과 계속 채팅할 수 있습니다. 상담사가 수락하면 참여합니다.',
  },
});
