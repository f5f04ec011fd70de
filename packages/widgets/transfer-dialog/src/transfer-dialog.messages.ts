import {defineWords} from '@deskwire/kit';

/** The words of `<dw-transfer-dialog>`. */
export const transferDialogWords = defineWords({
  en: {
    title: 'Transfer request',
    action: 'Transfer',
    callToAgent: 'If the agent does not answer, the call is dropped.',
    callToNumber: 'If nobody answers, the call is dropped.',
    callToQueue: 'The call waits in the queue until an agent is free.',
    callToEntryPoint: 'The call starts again at the entry point and does not come back to you.',
    chatToAgent: 'If the agent does not accept, the chat ends.',
    chatToQueue: 'The chat waits in the queue until an agent is free.',
    mailToQueue: 'The email waits in the queue until an agent is free.',
  },
  ko: {
    title: '전환 요청',
    action: '전환',
    callToAgent: '상담사가 받지 않으면 통화가 끊어집니다.',
    callToNumber: '아무도 받지 않으면 통화가 끊어집니다.',
    callToQueue: '통화 가능한 상담사가 생길 때까지 대기열에서 기다립니다.',
    callToEntryPoint: '엔트리 포인트에서 다시 시작되며 나에게 돌아오지 않습니다.',
    chatToAgent: '상담사가 수락하지 않으면 채팅이 종료됩니다.',
    chatToQueue: '채팅이 대기열에서 상담사를 기다립니다.',
    mailToQueue: '이메일이 대기열에서 상담사를 기다립니다.',
  },
});
