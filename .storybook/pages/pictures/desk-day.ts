import type {SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';

import {answers} from './actors.js';
import {kimCalls, NAMES, someoneCalls} from './house.js';
import {MORNING, Stage} from './stage.js';

/** The stage of the whole desk, and the call that it is about. */
export interface Desk {
  readonly stage: Stage;
  readonly call: InteractionId;
}

const EMAIL = 'minsu.kim@mail.example';
const SECOND = 1_000;
const before = (minutes: number, seconds: number): number => MORNING - (minutes * 60 + seconds) * SECOND;

const SAID = {
  address: {en: 'I have moved. Can you change the address?', ko: '이사했습니다. 주소를 변경해 주시겠어요?'},
  subject: {en: 'Refund request, November roaming', ko: '11월 로밍 요금 환불 요청'},
  roaming: {en: 'The roaming pack is on the bill twice.', ko: '로밍 요금제가 청구서에 두 번 있습니다.'},
  invoice: {en: 'Please check the invoice.', ko: '청구서를 확인해 주세요.'},
  hello: {en: 'The refund has still not arrived.', ko: '환불이 아직 안 들어왔어요.'},
  ask: {en: 'How long will it take?', ko: '얼마나 걸릴까요?'},
} as const;

/** Three contacts of Kim Min-su that are over: with Han in October, with Park and with Yoon in November. */
const past = async (stage: Stage, language: SampleLanguage): Promise<void> => {
  const {simulator} = stage;
  const name = NAMES.kim[language];
  const [han, park, yoon] = ['han', 'park', 'yoon'].map((id) => simulator.colleague(id));
  if (!han || !park || !yoon) throw new Error('nobody is there');

  await stage.until(new Date(2026, 9, 3, 14, 47).getTime());
  han.becomesAvailable();
  const chat = simulator.chatArrives({name, email: EMAIL, text: SAID.address[language]});
  await stage.pass(1);
  han.accepts(chat);
  await stage.pass(12 * 60 + 9);
  han.ends(chat);
  han.wrapsUp(['address-changed'], chat);
  han.signsOut();

  await stage.until(new Date(2026, 10, 12, 9, 2).getTime());
  park.becomesAvailable();
  const call = simulator.callArrives({...kimCalls(language), email: EMAIL});
  await stage.pass(1);
  park.accepts(call);
  await stage.pass(6 * 60 + 51);
  park.ends(call);
  park.wrapsUp(['charge-explained'], call);
  park.signsOut();

  await stage.until(new Date(2026, 10, 18, 16, 20).getTime());
  yoon.becomesAvailable();
  const mail = simulator.mailArrives({
    name,
    from: EMAIL,
    subject: SAID.subject[language],
    text: SAID.roaming[language],
  });
  await stage.pass(1);
  yoon.accepts(mail);
  await stage.pass(8 * 60 + 40);
  yoon.ends(mail);
  yoon.wrapsUp(['refund-promised'], mail);
};

/** The morning: what Yoon handles, in the order in which it came. */
const morning = async (stage: Stage, language: SampleLanguage): Promise<InteractionId> => {
  const {simulator} = stage;
  const yoon = simulator.colleague('yoon');

  await stage.until(before(26, 6));
  const mail = simulator.mailArrives({
    name: NAMES.accounts[language],
    from: 'accounts@hanbit.example',
    subject: SAID.subject[language],
    text: SAID.invoice[language],
  });
  await stage.until(before(26, 5));
  yoon.accepts(mail);

  await stage.until(before(11, 39));
  const chat = simulator.chatArrives({
    name: NAMES.lee[language],
    email: 'seoyeon.lee@mail.example',
    text: SAID.hello[language],
  });
  await stage.until(before(11, 38));
  yoon.accepts(chat);
  yoon.does({type: 'interaction.read', interactionId: chat});
  for (let times = 0; times < 3; times += 1) simulator.customerSays(chat, SAID.ask[language]);

  await stage.until(before(4, 13));
  const call = simulator.callArrives({...kimCalls(language), email: EMAIL});
  await stage.until(before(4, 12));
  answers(stage, 'yoon', call);
  // Yoon wears a headset: the receiver is on its hook, and the phone can ring again.
  simulator.handset('yoon', false);
  return call;
};

/** What waits at Yoon's desk: some of it can be accepted, some still connects. */
const requests = async (stage: Stage, language: SampleLanguage): Promise<void> => {
  const {simulator} = stage;
  const mail = {
    name: NAMES.jung[language],
    from: 'dain.jung@hanbit.example',
    subject: SAID.subject[language],
  };
  const chat = {name: NAMES.choi[language], email: 'haeun.choi@mail.example'};

  await stage.until(before(2, 14));
  simulator.mailArrives({...mail, text: SAID.invoice[language]});
  await stage.until(before(0, 41));
  simulator.chatArrives({...chat, text: SAID.ask[language]});
  await stage.until(before(0, 9));
  simulator.callArrives(someoneCalls);
  await stage.until(before(0, 2));
  simulator.connectsAfter(Infinity);
  simulator.mailArrives({...mail, text: SAID.invoice[language]});
  simulator.chatArrives({...chat, text: SAID.ask[language]});
  await stage.until(MORNING);
};

/** Yoon at work: a call, a chat and a mail, and five requests. */
export const aMorning = async (language: SampleLanguage): Promise<Desk> => {
  const stage = new Stage(language, {
    begins: new Date(2026, 9, 3, 14).getTime(),
    tenant: {endConsult: 'return'},
  });
  await past(stage, language);
  const call = await morning(stage, language);
  await requests(stage, language);
  return {stage, call};
};
