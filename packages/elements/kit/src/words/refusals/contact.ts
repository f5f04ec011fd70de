import type {RefusalArea} from './area.js';

/** A contact as a whole: its offer, its end. */
export const contactRefusals = {
  en: {
    DW_INTERACTION_UNKNOWN: 'This contact is no longer with you.',
    DW_INTERACTION_NOT_OFFERED: 'This request is no longer waiting for you.',
    DW_INTERACTION_CONNECTING: 'The contact is still connecting.',
    DW_INTERACTION_NOT_ACTIVE: 'This works on an accepted contact only.',
    DW_INTERACTION_ENDED: 'This contact has ended.',
    DW_INTERACTION_ANSWER_ON_PHONE: 'Answer on your desk phone.',
    DW_CHANNEL_WRONG: 'This does not exist on this channel.',
  },
  ko: {
    DW_INTERACTION_UNKNOWN: '더 이상 담당하고 있지 않은 연락입니다.',
    DW_INTERACTION_NOT_OFFERED: '더 이상 대기 중인 요청이 아닙니다.',
    DW_INTERACTION_CONNECTING: '아직 연결 중입니다.',
    DW_INTERACTION_NOT_ACTIVE: '수락한 연락에서만 할 수 있는 작업입니다.',
    DW_INTERACTION_ENDED: '종료된 연락입니다.',
    DW_INTERACTION_ANSWER_ON_PHONE: '사무실 전화기에서 받으세요.',
    DW_CHANNEL_WRONG: '이 채널에는 없는 기능입니다.',
  },
} as const satisfies RefusalArea;
