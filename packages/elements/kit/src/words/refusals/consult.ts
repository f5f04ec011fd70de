import type {RefusalArea} from './area.js';

/** Consults and conferences. */
export const consultRefusals = {
  en: {
    DW_CONSULT_NONE: 'There is no consult.',
    DW_CONSULT_NOT_ACCEPTED: 'The consult has not been accepted yet.',
    DW_CONSULT_RUNNING: 'A consult is already under way.',
    DW_CONSULT_NOT_OWNER: 'Only the agent who handles the customer can do this.',
    DW_CONFERENCE_NONE: 'There is no conference.',
  },
  ko: {
    DW_CONSULT_NONE: '진행 중인 상담이 없습니다.',
    DW_CONSULT_NOT_ACCEPTED: '상담 요청이 아직 수락되지 않았습니다.',
    DW_CONSULT_RUNNING: '이미 상담이 진행 중입니다.',
    DW_CONSULT_NOT_OWNER: '고객을 담당하는 상담사만 할 수 있습니다.',
    DW_CONFERENCE_NONE: '진행 중인 전화회의가 없습니다.',
  },
} as const satisfies RefusalArea;
