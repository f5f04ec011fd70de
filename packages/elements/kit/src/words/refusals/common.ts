import type {RefusalArea} from './area.js';

/** What can stand in the way of any command: the backend, the profile, a connection that is gone for the moment. */
export const commonRefusals = {
  en: {
    DW_CAPABILITY_MISSING: 'This system cannot do that.',
    DW_PERMISSION_DENIED: 'Your profile does not allow this.',
    DW_PERMISSION_OFF: 'Your administrator has switched this off.',
    DW_INPUT_INVALID: 'Something in what you entered is not valid.',
    DW_WIRE_TOO_LARGE: 'This is too large to be sent.',
    DW_WIRE_RATE: 'That was too much at once. Wait a moment and try again.',
    DW_SEND_TIMEOUT: 'No answer from the server. Try again.',
    DW_SEND_OFFLINE: 'Not connected. Try again once the connection is back.',
    DW_SERVER_FAILED: 'The server could not do this. Try again.',
  },
  ko: {
    DW_CAPABILITY_MISSING: '이 시스템에서는 할 수 없는 작업입니다.',
    DW_PERMISSION_DENIED: '현재 프로필에서는 허용되지 않는 작업입니다.',
    DW_PERMISSION_OFF: '관리자가 이 기능을 사용하지 않도록 설정했습니다.',
    DW_INPUT_INVALID: '입력한 내용에 올바르지 않은 부분이 있습니다.',
    DW_WIRE_TOO_LARGE: '너무 커서 보낼 수 없습니다.',
    DW_WIRE_RATE: '한 번에 너무 많이 요청했습니다. 잠시 후 다시 시도하세요.',
    DW_SEND_TIMEOUT: '서버가 응답하지 않습니다. 다시 시도하세요.',
    DW_SEND_OFFLINE: '연결되어 있지 않습니다. 연결이 복구되면 다시 시도하세요.',
    DW_SERVER_FAILED: '서버에서 처리하지 못했습니다. 다시 시도하세요.',
  },
} as const satisfies RefusalArea;
