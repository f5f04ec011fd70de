import type {RefusalArea} from './area.js';

/** What stands in the way of a call that an agent makes. Why a number cannot be dialled is said in `numberRefusalText`. */
export const dialRefusals = {
  en: {
    DW_NUMBER_EXTENSION:
      'Extensions and short codes cannot be dialled here. Enter a number of at least {min} digits.',
    DW_NUMBER_DIAL_PLAN: 'The dial plan does not allow this number (rule: {rule}).',
    DW_ANI_UNKNOWN: 'This outdial ANI no longer exists. Choose another one.',
    DW_OUTDIAL_INBOUND_WON: 'An inbound call came first.',
    DW_OUTDIAL_DIALLING: 'The call is already being made.',
  },
  ko: {
    DW_NUMBER_EXTENSION: '내선 번호와 단축 번호로는 걸 수 없습니다. {min}자리 이상의 번호를 입력하세요.',
    DW_NUMBER_DIAL_PLAN: '다이얼 플랜에서 허용하지 않는 번호입니다(규칙: {rule}).',
    DW_ANI_UNKNOWN: '더 이상 없는 아웃다이얼 ANI입니다. 다른 ANI를 선택하세요.',
    DW_OUTDIAL_INBOUND_WON: '수신 전화가 먼저 걸려 왔습니다.',
    DW_OUTDIAL_DIALLING: '이미 전화를 거는 중입니다.',
  },
} as const satisfies RefusalArea;
