import type {RefusalArea} from './area.js';

/** What stands in the way of a connection as a whole, and who asks: the desk tells it, no single control meets it. */
export const connectionRefusals = {
  en: {
    DW_ROLE_CUSTOMER: 'Only an agent can do this.',
    DW_ROLE_AGENT: 'Only the customer can do this.',
    DW_WIRE_VERSION: 'This page is out of date. Reload it.',
    DW_WIRE_MALFORMED: 'The connection carried something unreadable. Try again.',
    DW_WIRE_UNKNOWN: 'The server does not know this request. Reload the page.',
    DW_WIRE_REPLACED: 'The desk was opened in another place.',
    DW_AUTH_MISSING: 'Sign in first.',
    DW_AUTH_INVALID: 'The sign-in is not valid. Sign in again.',
    DW_AUTH_EXPIRED: 'The sign-in has expired. Sign in again.',
    DW_AUTH_ORIGIN: 'This page may not connect to the server.',
  },
  ko: {
    DW_ROLE_CUSTOMER: '상담사만 할 수 있는 작업입니다.',
    DW_ROLE_AGENT: '고객만 할 수 있는 작업입니다.',
    DW_WIRE_VERSION: '페이지가 최신 버전이 아닙니다. 새로 고치세요.',
    DW_WIRE_MALFORMED: '연결에서 읽을 수 없는 내용을 받았습니다. 다시 시도하세요.',
    DW_WIRE_UNKNOWN: '서버가 알 수 없는 요청입니다. 페이지를 새로 고치세요.',
    DW_WIRE_REPLACED: '다른 곳에서 데스크가 열렸습니다.',
    DW_AUTH_MISSING: '먼저 로그인하세요.',
    DW_AUTH_INVALID: '로그인이 유효하지 않습니다. 다시 로그인하세요.',
    DW_AUTH_EXPIRED: '로그인이 만료되었습니다. 다시 로그인하세요.',
    DW_AUTH_ORIGIN: '이 페이지에서는 서버에 연결할 수 없습니다.',
  },
} as const satisfies RefusalArea;
