import type {RefusalArea} from './area.js';

/** Chat and mail. */
export const conversationRefusals = {
  en: {
    DW_MESSAGE_EMPTY: 'Write a message first.',
    DW_MESSAGE_TOO_LONG: 'The message has {length} characters. At most {max} are allowed.',
    DW_MESSAGE_CARD:
      'The message was not sent: it holds a card number. Take the number out and send it again.',
    DW_CHAT_CUSTOMER_LEFT: 'The customer has left the chat.',
    DW_MAIL_EMPTY: 'Write a reply first.',
    DW_MAIL_TOO_LONG: 'The email has {length} characters. At most {max} are allowed.',
    DW_MAIL_UNKNOWN: 'The email that you reply to is no longer there.',
  },
  ko: {
    DW_MESSAGE_EMPTY: '메시지를 먼저 입력하세요.',
    DW_MESSAGE_TOO_LONG: '메시지가 {length}자입니다. 최대 {max}자까지 보낼 수 있습니다.',
    DW_MESSAGE_CARD: '카드 번호가 있어 메시지를 보내지 않았습니다. 번호를 지우고 다시 보내세요.',
    DW_CHAT_CUSTOMER_LEFT: '고객이 채팅을 나갔습니다.',
    DW_MAIL_EMPTY: '회신 내용을 먼저 입력하세요.',
    DW_MAIL_TOO_LONG: '이메일이 {length}자입니다. 최대 {max}자까지 보낼 수 있습니다.',
    DW_MAIL_UNKNOWN: '회신할 이메일을 더 이상 찾을 수 없습니다.',
  },
} as const satisfies RefusalArea;
