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
    DW_MAIL_ADDRESS: 'Cc holds something that is no email address. Correct it or take it out.',
    DW_MAIL_RECIPIENTS: 'Cc can have at most {max} addresses. Take some out.',
    DW_MAIL_CARD: 'The email was not sent: it holds a card number. Take the number out and send it again.',
    DW_MAIL_LEAVING: 'Your last reply is about to leave. Wait for it, or undo it.',
    DW_MAIL_LEFT: 'The email has left already.',
  },
  ko: {
    DW_MESSAGE_EMPTY: '메시지를 먼저 입력하세요.',
    DW_MESSAGE_TOO_LONG: '메시지가 {length}자입니다. 최대 {max}자까지 보낼 수 있습니다.',
    DW_MESSAGE_CARD: '카드 번호가 있어 메시지를 보내지 않았습니다. 번호를 지우고 다시 보내세요.',
    DW_CHAT_CUSTOMER_LEFT: '고객이 채팅을 나갔습니다.',
    DW_MAIL_EMPTY: '회신 내용을 먼저 입력하세요.',
    DW_MAIL_TOO_LONG: '이메일이 {length}자입니다. 최대 {max}자까지 보낼 수 있습니다.',
    DW_MAIL_UNKNOWN: '회신할 이메일을 더 이상 찾을 수 없습니다.',
    DW_MAIL_ADDRESS: '참조에 이메일 주소가 아닌 항목이 있습니다. 고치거나 제거하세요.',
    DW_MAIL_RECIPIENTS: '참조에는 주소를 최대 {max}개까지 넣을 수 있습니다. 일부를 제거하세요.',
    DW_MAIL_CARD: '카드 번호가 있어 이메일을 보내지 않았습니다. 번호를 지우고 다시 보내세요.',
    DW_MAIL_LEAVING: '마지막 회신이 곧 전송됩니다. 기다리거나 실행 취소하세요.',
    DW_MAIL_LEFT: '이메일이 이미 전송되었습니다.',
  },
} as const satisfies RefusalArea;
