import type {RefusalArea} from './area.js';

/** Files of a message or a mail. */
export const fileRefusals = {
  en: {
    DW_FILE_OFF: 'Files cannot be sent here.',
    DW_FILE_UNKNOWN: 'This file is no longer there. Attach it again.',
    DW_FILE_EMPTY: '“{name}” is empty. Choose another file.',
    DW_FILE_NAME: 'The name “{name}” cannot be used. Rename the file and attach it again.',
    DW_FILE_TYPE: '“{name}” is of a type that is not allowed. Allowed: {types}.',
    DW_FILE_MISMATCH: '“{name}” is not what its name says. Only files of their own type are allowed.',
    DW_FILE_TOO_LARGE: '“{name}” is too large. All files together may have {max} MB.',
    DW_FILE_TOO_MANY: 'At most {max} files can be sent at once.',
    DW_FILE_CARD: '“{name}” was not sent: it holds a card number.',
    DW_FILE_UNREADABLE: '“{name}” was not sent: it could not be checked for card numbers.',
    DW_FILE_HELD: 'This file waits to be checked. It can be opened once it is released.',
    DW_FILE_BROKEN: 'The transfer was interrupted. Try again.',
    DW_FILE_FULL: 'The server has no room for files at the moment. Try again later.',
  },
  ko: {
    DW_FILE_OFF: '여기서는 파일을 보낼 수 없습니다.',
    DW_FILE_UNKNOWN: '파일이 더 이상 없습니다. 다시 첨부하세요.',
    DW_FILE_EMPTY: '“{name}” 파일이 비어 있습니다. 다른 파일을 선택하세요.',
    DW_FILE_NAME: '“{name}” 이름은 사용할 수 없습니다. 이름을 바꿔 다시 첨부하세요.',
    DW_FILE_TYPE: '“{name}” 파일은 허용되지 않는 형식입니다. 허용 형식: {types}.',
    DW_FILE_MISMATCH: '“{name}” 파일의 내용이 이름과 다릅니다. 형식이 맞는 파일만 보낼 수 있습니다.',
    DW_FILE_TOO_LARGE: '“{name}” 파일이 너무 큽니다. 전체 파일은 최대 {max}MB입니다.',
    DW_FILE_TOO_MANY: '한 번에 최대 {max}개의 파일을 보낼 수 있습니다.',
    DW_FILE_CARD: '카드 번호가 있어 “{name}” 파일을 보내지 않았습니다.',
    DW_FILE_UNREADABLE: '카드 번호가 있는지 확인할 수 없어 “{name}” 파일을 보내지 않았습니다.',
    DW_FILE_HELD: '확인을 기다리는 파일입니다. 승인되면 열 수 있습니다.',
    DW_FILE_BROKEN: '전송이 중단되었습니다. 다시 시도하세요.',
    DW_FILE_FULL: '지금은 서버에 파일을 저장할 공간이 없습니다. 나중에 다시 시도하세요.',
  },
} as const satisfies RefusalArea;
