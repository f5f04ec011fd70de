import type {RefusalArea} from './area.js';

/** A campaign's contacts, and its call guide. */
export const campaignRefusals = {
  en: {
    DW_CAMPAIGN_UNKNOWN: 'This campaign no longer exists for your team.',
    DW_CAMPAIGN_EMPTY: 'This campaign has no more contacts.',
    DW_GUIDE_NONE: 'There is no call guide for this contact.',
    DW_GUIDE_SUBMITTED: 'This call guide has already been submitted.',
    DW_GUIDE_REPLY_MISSING: 'A question has not been answered yet.',
    DW_GUIDE_REPLY_UNKNOWN: 'An answer no longer fits its question. Answer it again.',
    DW_GUIDE_REPLY_TOO_LONG: 'An answer is too long.',
  },
  ko: {
    DW_CAMPAIGN_UNKNOWN: '현재 팀에는 더 이상 없는 캠페인입니다.',
    DW_CAMPAIGN_EMPTY: '이 캠페인에 남은 연락처가 없습니다.',
    DW_GUIDE_NONE: '이 연락처에는 통화 가이드가 없습니다.',
    DW_GUIDE_SUBMITTED: '이미 제출한 통화 가이드입니다.',
    DW_GUIDE_REPLY_MISSING: '아직 답하지 않은 질문이 있습니다.',
    DW_GUIDE_REPLY_UNKNOWN: '질문과 맞지 않는 답이 있습니다. 다시 답하세요.',
    DW_GUIDE_REPLY_TOO_LONG: '답이 너무 깁니다.',
  },
} as const satisfies RefusalArea;
