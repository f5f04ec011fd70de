import type {RefusalArea} from './area.js';

/** Where a contact is sent, or a number that is dialled. */
export const targetRefusals = {
  en: {
    DW_TARGET_UNKNOWN: 'This target no longer exists. Refresh the list.',
    DW_TARGET_UNAVAILABLE: 'This target cannot take the contact now.',
    DW_TARGET_SELF: 'You cannot choose yourself.',
    DW_TARGET_KIND: 'This kind of target is not allowed here.',
    DW_NUMBER_INVALID: 'This is not a valid number.',
    DW_NUMBER_ENTRY_POINT: 'The number of an entry point cannot be dialled.',
  },
  ko: {
    DW_TARGET_UNKNOWN: '더 이상 없는 대상입니다. 목록을 새로 고치세요.',
    DW_TARGET_UNAVAILABLE: '지금은 연락을 받을 수 없는 대상입니다.',
    DW_TARGET_SELF: '자기 자신은 선택할 수 없습니다.',
    DW_TARGET_KIND: '여기에서는 허용되지 않는 대상 유형입니다.',
    DW_NUMBER_INVALID: '올바른 번호가 아닙니다.',
    DW_NUMBER_ENTRY_POINT: '엔트리 포인트 번호로는 걸 수 없습니다.',
  },
} as const satisfies RefusalArea;
