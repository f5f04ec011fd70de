import type {SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';

import {NAMES, pictureTenant} from './house.js';
import {MORNING, Stage} from './stage.js';

/** A chat at Yoon's desk. */
export interface Chat {
  readonly stage: Stage;
  readonly chat: InteractionId;
}

const LASTS = 698;
/** The chats of the pictures have gone on for 11:38 since 10:02. */
const NOW = MORNING + 108_000;

const SAID = {
  hello: {en: 'Hello. What can I help you with?', ko: '안녕하세요. 무엇을 도와드릴까요?'},
  charged: {en: 'I was charged twice for roaming', ko: '로밍 요금이 두 번 청구됐어요'},
  connecting: {en: 'I am connecting you to an agent.', ko: '상담사를 연결해 드리겠습니다.'},
  card: {
    en: 'The refund has still not arrived. My card was 4539 1488 0343 6467, closing on the 27th.',
    ko: '환불이 아직 안 들어왔어요. 카드 번호는 4539 1488 0343 6467이고 27일에 해지돼요.',
  },
  promise: {
    en: 'Thanks. I can see both charges on your November bill, and I am sending the refund to your bank account instead.',
    ko: '확인했습니다. 11월 청구서에 두 번 청구된 내역이 보입니다. 환불은 은행 계좌로 보내 드릴게요.',
  },
  howLong: {en: 'How long will it take?', ko: '얼마나 걸릴까요?'},
  days: {
    en: 'Two working days. You get a text message when it is done.',
    ko: '영업일로 이틀 걸립니다. 완료되면 문자로 알려 드립니다.',
  },
  thanks: {en: 'Great, thank you.', ko: '감사합니다.'},
} as const;
const ASSISTANT = {en: 'Customer’s virtual assistant', ko: '고객 가상 도우미'} as const;

/** 48 canned responses: the sample company's, and others of the same kind. */
const responses = (language: SampleLanguage) => {
  const {responses: some} = pictureTenant(language).chat;
  const more = some.filter(({id}) => id.startsWith('parcel') || id === 'opening-hours');
  return Array.from({length: 48}, (_, at) => {
    const one = some[at] ?? more[at % more.length];
    if (!one) throw new Error('no responses');
    return at < some.length
      ? one
      : {...one, id: `${one.id}-${at}`, title: `${titleOf(one.title, language)} ${at}`};
  });
};
const titleOf = (title: unknown, language: SampleLanguage): string =>
  typeof title === 'string' ? title : ((title as Record<SampleLanguage, string>)[language] ?? '');

const begin = async (language: SampleLanguage): Promise<Chat> => {
  const {chat: policy} = pictureTenant(language);
  const stage = new Stage(language, {
    begins: NOW - LASTS * 1_000,
    tenant: {chat: {...policy, responses: responses(language)}},
  });
  const {simulator} = stage;
  simulator.colleague('yoon').becomesAvailable();
  const chat = simulator.chatArrives({
    name: NAMES.lee[language],
    email: 'seoyeon.lee@mail.example',
    text: SAID.card[language],
    script: {
      botName: ASSISTANT[language],
      before: [
        {from: 'bot', text: SAID.hello[language]},
        {from: 'customer', text: SAID.charged[language]},
        {from: 'bot', text: SAID.connecting[language]},
      ],
    },
  });
  await stage.pass(0);
  simulator.colleague('yoon').accepts(chat);
  return {stage, chat};
};

/**
 * Lee Seo-yeon has told of her card, has been promised the refund, and asks how long it takes.
 * @param secondsLeft What is done in the picture takes so long.
 */
export const aTalk = async (language: SampleLanguage, secondsLeft = 0): Promise<Chat> => {
  const talk = await begin(language);
  const {stage, chat} = talk;
  await stage.pass(60);
  stage.simulator.colleague('yoon').says(SAID.promise[language], chat);
  stage.simulator.colleague('yoon').does({type: 'interaction.read', interactionId: chat});
  await stage.pass(120);
  stage.simulator.customerSays(chat, SAID.howLong[language]);
  await stage.until(NOW - secondsLeft * 1_000);
  return talk;
};

/** The same talk, further on: the answer has been sent just now. */
export const aLongerTalk = async (language: SampleLanguage): Promise<Chat> => {
  const talk = await aTalk(language);
  talk.stage.simulator.colleague('yoon').says(SAID.days[language], talk.chat);
  return talk;
};

/** She has thanked, and gone. */
export const aChatThatIsLeft = async (language: SampleLanguage): Promise<Chat> => {
  const {stage, chat} = await begin(language);
  await stage.pass(430);
  stage.simulator.customerSays(chat, SAID.thanks[language]);
  await stage.pass(60);
  stage.simulator.customerLeaves(chat);
  await stage.until(NOW);
  return {stage, chat};
};
