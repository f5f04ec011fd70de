import type {RefusalArea} from './area.js';

/** The agent's own state. */
export const agentRefusals = {
  en: {
    DW_AGENT_SIGNED_OUT: 'You are signed out. Sign in again.',
    DW_AGENT_REQUEST_PENDING: 'Answer the waiting request first.',
    DW_AGENT_BUSY: 'You have as many contacts of this kind as your profile allows.',
    DW_AGENT_NOT_AVAILABLE: 'Set your state to Available or Idle first.',
    DW_AGENT_ON_CALL: 'Finish the current call first.',
    DW_AGENT_REASON_UNKNOWN: 'This idle reason no longer exists. Choose another one.',
  },
  ko: {
    DW_AGENT_SIGNED_OUT: '로그아웃된 상태입니다. 다시 로그인하세요.',
    DW_AGENT_REQUEST_PENDING: '대기 중인 요청을 먼저 처리하세요.',
    DW_AGENT_BUSY: '이 채널에서 동시에 처리할 수 있는 연락 수에 도달했습니다.',
    DW_AGENT_NOT_AVAILABLE: '먼저 상태를 사용 가능 또는 유휴로 변경하세요.',
    DW_AGENT_ON_CALL: '진행 중인 통화를 먼저 종료하세요.',
    DW_AGENT_REASON_UNKNOWN: '더 이상 없는 유휴 사유입니다. 다른 사유를 선택하세요.',
  },
} as const satisfies RefusalArea;
