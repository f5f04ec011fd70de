import type {RefusalArea} from './area.js';

/** A call and its recording. */
export const callRefusals = {
  en: {
    DW_CALL_HELD: 'Resume the customer before you end the call.',
    DW_CALL_NOT_HELD: 'The customer is not on hold.',
    DW_CALL_IN_CONSULT: 'End the consult first.',
    DW_CALL_IN_CONFERENCE: 'This is not possible during a conference.',
    DW_CALL_MUTED: 'Your microphone is already muted.',
    DW_CALL_NOT_MUTED: 'Your microphone is not muted.',
    DW_CALL_LIMIT_DATA_CENTRE: 'Reason 26: the data centre has reached its limit of concurrent calls.',
    DW_CALL_LIMIT_TENANT: 'Reason 27: your organisation has reached its limit of concurrent calls.',
    DW_RECORDING_OFF: 'This call is not being recorded.',
    DW_RECORDING_PAUSED: 'Recording is already paused.',
    DW_RECORDING_NOT_PAUSED: 'Recording is not paused.',
  },
  ko: {
    DW_CALL_HELD: '통화를 종료하려면 먼저 보류 중인 고객을 재개하세요.',
    DW_CALL_NOT_HELD: '고객이 보류 상태가 아닙니다.',
    DW_CALL_IN_CONSULT: '상담을 먼저 종료하세요.',
    DW_CALL_IN_CONFERENCE: '전화회의 중에는 할 수 없습니다.',
    DW_CALL_MUTED: '마이크가 이미 음소거되어 있습니다.',
    DW_CALL_NOT_MUTED: '마이크가 음소거 상태가 아닙니다.',
    DW_CALL_LIMIT_DATA_CENTRE: '사유 26: 데이터 센터의 동시 통화 수 한도에 도달했습니다.',
    DW_CALL_LIMIT_TENANT: '사유 27: 조직의 동시 통화 수 한도에 도달했습니다.',
    DW_RECORDING_OFF: '녹음 중인 통화가 아닙니다.',
    DW_RECORDING_PAUSED: '녹음이 이미 일시 중지되어 있습니다.',
    DW_RECORDING_NOT_PAUSED: '녹음이 일시 중지되어 있지 않습니다.',
  },
} as const satisfies RefusalArea;
