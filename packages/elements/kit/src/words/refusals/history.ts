import type {RefusalArea} from './area.js';

/** Past contacts. */
export const historyRefusals = {
  en: {
    DW_HISTORY_UNKNOWN: 'This past contact can no longer be found.',
  },
  ko: {
    DW_HISTORY_UNKNOWN: '더 이상 찾을 수 없는 지난 연락입니다.',
  },
} as const satisfies RefusalArea;
