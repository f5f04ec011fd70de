import type {RefusalArea} from './area.js';

/** Wrap-up. */
export const wrapUpRefusals = {
  en: {
    DW_WRAPUP_NONE: 'There is no wrap-up to submit.',
    DW_WRAPUP_REASON_REQUIRED: 'Choose a wrap-up reason.',
    DW_WRAPUP_REASON_UNKNOWN: 'This wrap-up reason is not offered here. Choose another one.',
    DW_WRAPUP_ONE_REASON: 'Choose one wrap-up reason only.',
    DW_WRAPUP_NO_COUNTDOWN: 'No countdown is running.',
    DW_WRAPUP_NOT_EXTENDABLE: 'The countdown cannot be cancelled.',
  },
  ko: {
    DW_WRAPUP_NONE: '제출할 후속 작업이 없습니다.',
    DW_WRAPUP_REASON_REQUIRED: '후속 작업 사유를 선택하세요.',
    DW_WRAPUP_REASON_UNKNOWN: '여기에서 제공되지 않는 후속 작업 사유입니다. 다른 사유를 선택하세요.',
    DW_WRAPUP_ONE_REASON: '후속 작업 사유는 하나만 선택하세요.',
    DW_WRAPUP_NO_COUNTDOWN: '진행 중인 카운트다운이 없습니다.',
    DW_WRAPUP_NOT_EXTENDABLE: '카운트다운을 취소할 수 없습니다.',
  },
} as const satisfies RefusalArea;
