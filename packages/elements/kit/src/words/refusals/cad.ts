import type {RefusalArea} from './area.js';

/** Call-associated data. */
export const cadRefusals = {
  en: {
    DW_CAD_UNKNOWN: 'This variable no longer exists.',
    DW_CAD_READONLY: 'This variable cannot be edited.',
    DW_CAD_TOO_LONG: 'At most 256 characters are allowed.',
    DW_CAD_INVALID: 'The value does not fit the type of the variable.',
    DW_CAD_CONFLICT: 'Another agent saved this variable first.',
  },
  ko: {
    DW_CAD_UNKNOWN: '더 이상 없는 변수입니다.',
    DW_CAD_READONLY: '편집할 수 없는 변수입니다.',
    DW_CAD_TOO_LONG: '최대 256자까지 입력할 수 있습니다.',
    DW_CAD_INVALID: '변수 유형에 맞지 않는 값입니다.',
    DW_CAD_CONFLICT: '다른 상담사가 이 변수를 먼저 저장했습니다.',
  },
} as const satisfies RefusalArea;
