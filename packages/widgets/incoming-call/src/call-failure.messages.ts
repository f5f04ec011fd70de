import {defineWords} from '@deskwire/kit';

/** Why a call to a customer did not come about, by the reasons of `outdial.failed`. Loaded with what shows it. */
export const callFailureWords = defineWords({
  en: {
    'customer-unanswered': 'The customer did not answer.',
    'customer-rejected': 'The customer declined the call.',
    'not-connected': 'The customer could not be reached.',
    'agent-declined': 'You declined the call.',
    'inbound-won': 'An incoming call came first.',
    limit: 'No more calls can be made at the moment.',
    requeued: 'The callback is in its queue again.',
  },
  ko: {
    'customer-unanswered': '고객이 전화를 받지 않았습니다.',
    'customer-rejected': '고객이 전화를 거절했습니다.',
    'not-connected': '고객에게 연결할 수 없습니다.',
    'agent-declined': '전화를 거절했습니다.',
    'inbound-won': '걸려오는 전화가 먼저 연결되었습니다.',
    limit: '지금은 더 이상 전화를 걸 수 없습니다.',
    requeued: '콜백이 대기열로 돌아갔습니다.',
  },
});
