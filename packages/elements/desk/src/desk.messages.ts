import {agentRefusals, connectionRefusals, defineWords, refusalTextFrom} from '@deskwire/kit';

/** The desk's own words: those of its connection. */
export const deskWords = defineWords({
  en: {
    lost: 'Connection lost. Reconnecting',
    resyncing: 'Catching up',
    duration: 'Time without a connection',
    tryNow: 'Try now',
    connect: 'Connect again',
  },
  ko: {
    lost: '연결이 끊겼습니다. 다시 연결하는 중',
    resyncing: '최신 상태로 맞추는 중',
    duration: '연결이 끊긴 시간',
    tryNow: '지금 시도',
    connect: '다시 연결',
  },
});

/** Why a connection was closed, in words. */
export const lossText = /* @__PURE__ */ refusalTextFrom(connectionRefusals, agentRefusals);
