import type {ChatArrival, PastLine} from '../scripts.js';

import type {SampleLanguage, Words} from './words.js';

interface Said extends Words {
  readonly from: PastLine['from'];
}

const bot = (en: string, ko: string): Said => ({from: 'bot', en, ko});
const customer = (en: string, ko: string): Said => ({from: 'customer', en, ko});

const NAME: Words = {en: 'Song Yu-na', ko: '송유나'};
const BOT: Words = {en: 'Hanbit assistant', ko: '한빛 도우미'};

/** It tries, asks for what it needs, is told a card number by the way, and gives up in the end. */
const BEFORE: readonly Said[] = [
  bot(
    'Hello, I am the Hanbit assistant. I know about parcels, invoices and refunds. What can I help you with?',
    '안녕하세요. 한빛 도우미입니다. 배송, 청구서, 환불을 안내해 드립니다. 무엇을 도와드릴까요?',
  ),
  customer('A parcel arrived broken', '택배가 파손돼서 왔어요'),
  bot(
    'I am sorry to hear that. Do you have the parcel number?',
    '불편을 드려 죄송합니다. 송장 번호를 알고 계신가요?',
  ),
  customer('Yes: 6031 4477', '네, 6031 4477이에요'),
  bot(
    'Found: from Saebyeok Tyres, delivered yesterday at 14:20. What is broken?\n1. Only the box\n2. Something in it\n3. It was the wrong parcel',
    '확인했습니다. 보낸 곳은 새벽타이어, 어제 14시 20분 배송 완료입니다. 어떤 문제인가요?\n1. 상자만 파손\n2. 내용물 파손\n3. 다른 택배가 옴',
  ),
  customer('2', '2'),
  bot(
    'Thank you. Was the delivery paid by card or by bank transfer?',
    '감사합니다. 배송비는 카드로 결제하셨나요, 계좌 이체로 하셨나요?',
  ),
  customer('By card, 4000 0566 5566 5556, last week', '카드요. 4000 0566 5566 5556이고 지난주에 결제했어요'),
  bot(
    'You never need to tell us your card number. I have found the payment by the parcel number.',
    '카드 번호는 알려 주실 필요가 없습니다. 송장 번호로 결제 내역을 찾았습니다.',
  ),
  bot(
    'Would you like the delivery refunded, or the goods replaced as well?',
    '배송비 환불을 원하시나요, 상품 교환도 원하시나요?',
  ),
  customer(
    'Both of course!! There was a birthday cake in it',
    '당연히 둘 다죠!! 안에 생일 케이크가 있었다고요',
  ),
  bot(
    'I did not understand that. Would you like a refund or a replacement?',
    '잘 이해하지 못했습니다. 환불과 교환 중 무엇을 원하시나요?',
  ),
  customer('I want to talk to a person', '상담사 연결해 주세요'),
  bot(
    'I am connecting you to an agent. They see what you told me. You wait about a minute.',
    '상담사에게 연결해 드리겠습니다. 지금까지의 대화는 상담사도 볼 수 있습니다. 예상 대기 시간은 1분입니다.',
  ),
];

const TEXT: Words = {
  en: 'Hello? The party is tomorrow at four.',
  ko: '여보세요? 파티가 내일 4시예요.',
};
const ANSWERS: readonly Words[] = [
  {en: 'A chocolate one, for twelve people', ko: '12인용 초콜릿 케이크였어요'},
  {en: 'That would be wonderful!', ko: '그렇게 해 주시면 정말 좋겠어요!'},
];

/** Song Yu-na was not understood by the assistant, and is handed over with all that was said. */
export const sampleBotChat = (language: SampleLanguage): ChatArrival => ({
  name: NAME[language],
  email: 'yuna.song@mail.example',
  text: TEXT[language],
  script: {
    botName: BOT[language],
    before: BEFORE.map((line) => ({from: line.from, text: line[language]})),
    answers: ANSWERS.map((line) => ({text: line[language]})),
  },
});

/** Kang Tae-yang has written to the company for years, in one conversation of so many messages. */
export const sampleLongChat = (language: SampleLanguage, earlierMessages = 100_000): ChatArrival => ({
  name: {en: 'Kang Tae-yang', ko: '강태양'}[language],
  email: 'taeyang@kang-parts.example',
  text: {
    en: 'Good morning, it is me again. Where is parcel 7127?',
    ko: '안녕하세요, 또 저예요. 7127 택배는 어디에 있나요?',
  }[language],
  script: {earlierMessages},
});
