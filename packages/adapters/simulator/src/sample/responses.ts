import type {TextTemplate} from '@deskwire/domain';

import type {SampleLanguage, Words} from './words.js';

interface Response {
  readonly title: Words;
  readonly text: Words;
}

const response = (title: Words, text: Words): Response => ({title, text});

/** Names, the queue and data of the contact are filled; what nobody knows is left to the agent. */
const RESPONSES: Readonly<Record<string, Response>> = {
  greeting: response(
    {en: 'Greeting', ko: '첫인사'},
    {
      en: 'Hello {{customer.name}}, this is {{agent.name}} of {{queue.name}}. How can I help you?',
      ko: '안녕하세요, {{customer.name}} 고객님. {{queue.name}} 상담사 {{agent.name}}입니다. 무엇을 도와드릴까요?',
    },
  ),
  'one-moment': response(
    {en: 'One moment, please', ko: '잠시만 기다려 주세요'},
    {
      en: 'Let me look at that. One moment, please.',
      ko: '확인해 보겠습니다. 잠시만 기다려 주세요.',
    },
  ),
  'still-there': response(
    {en: 'Are you still there?', ko: '아직 계신가요?'},
    {
      en: 'Are you still there, {{customer.name}}? If I do not hear from you I will end the chat in two minutes.',
      ko: '{{customer.name}} 고객님, 아직 계신가요? 답변이 없으시면 2분 뒤에 채팅을 종료하겠습니다.',
    },
  ),
  'refund-time': response(
    {en: 'Refund, how long', ko: '환불 소요 기간'},
    {
      en: 'A refund takes two working days and arrives on the account you name in the form.',
      ko: '환불은 영업일 기준 이틀이 걸리며 양식에 적어 주신 계좌로 입금됩니다.',
    },
  ),
  'refund-account': response(
    {en: 'Refund to a bank account', ko: '계좌 환불'},
    {
      en: 'I can send the refund to your bank account. Please fill in this form, never your card number here:\nhttps://hanbit.example/refund',
      ko: '환불을 은행 계좌로 보내 드릴 수 있습니다. 카드 번호는 여기에 적지 마시고 아래 양식을 작성해 주세요.\nhttps://hanbit.example/refund',
    },
  ),
  'refund-refused': response(
    {en: 'Refund refused', ko: '환불 불가'},
    {
      en: 'I am sorry, this charge cannot be refunded: {{reason}}.',
      ko: '죄송합니다. 이 요금은 환불이 어렵습니다. 사유: {{reason}}',
    },
  ),
  'charged-twice': response(
    {en: 'Charged twice', ko: '이중 청구'},
    {
      en: 'You are right, the charge stands there twice. I have asked for a refund of {{refund-amount}}.',
      ko: '맞습니다. 요금이 두 번 청구되었습니다. {{refund-amount}} 환불을 접수했습니다.',
    },
  ),
  'parcel-number': response(
    {en: 'Ask for the parcel number', ko: '송장 번호 요청'},
    {
      en: 'May I have the parcel number? It stands at the top of the label.',
      ko: '송장 번호를 알려 주시겠어요? 송장 맨 위에 있습니다.',
    },
  ),
  'parcel-where': response(
    {en: 'Where a parcel is', ko: '배송 위치 안내'},
    {
      en: 'Parcel {{parcel number}} is on its way. You can follow it here: https://hanbit.example/parcels',
      ko: '{{parcel number}} 택배는 배송 중입니다. 여기서 위치를 확인하실 수 있습니다: https://hanbit.example/parcels',
    },
  ),
  'parcel-late': response(
    {en: 'Late delivery', ko: '배송 지연'},
    {
      en: 'I apologise for the delay. The parcel comes tomorrow before noon, and the driver calls you first.',
      ko: '배송이 늦어져 죄송합니다. 내일 오전에 도착하며 기사가 먼저 연락드립니다.',
    },
  ),
  'parcel-damaged': response(
    {en: 'Damaged parcel', ko: '파손 접수'},
    {
      en: 'I am sorry. Please send a photo of the box and keep it until the claim is settled.',
      ko: '죄송합니다. 상자 사진을 보내 주시고 처리될 때까지 상자를 보관해 주세요.',
    },
  ),
  'address-change': response(
    {en: 'Change of address', ko: '배송지 변경'},
    {
      en: 'The address can be changed until six o’clock today. Where should it go, {{customer.name}}?',
      ko: '배송지는 오늘 6시까지 변경할 수 있습니다. {{customer.name}} 고객님, 어디로 보내 드릴까요?',
    },
  ),
  'opening-hours': response(
    {en: 'Opening hours', ko: '운영 시간'},
    {
      en: 'We are here from Monday to Friday, 9 to 18 o’clock, and on Saturdays until 13 o’clock.',
      ko: '상담은 월요일부터 금요일까지 9시부터 18시, 토요일은 13시까지 가능합니다.',
    },
  ),
  colleague: response(
    {en: 'A colleague joins', ko: '동료 참여 안내'},
    {
      en: 'I am asking a colleague to join us who knows more about this.',
      ko: '이 내용을 잘 아는 동료를 대화에 모시겠습니다.',
    },
  ),
  summary: response(
    {en: 'Copy by email', ko: '메일로 사본'},
    {
      en: 'I am sending you a copy of this chat to {{customer.email}}.',
      ko: '채팅 사본을 {{customer.email}} 주소로 보내 드리겠습니다.',
    },
  ),
  goodbye: response(
    {en: 'Goodbye', ko: '끝인사'},
    {
      en: 'Thank you for writing to us, {{customer.name}}. Have a good day!',
      ko: '{{customer.name}} 고객님, 문의해 주셔서 감사합니다. 좋은 하루 보내세요!',
    },
  ),
};

/** The canned responses of the sample company. */
export const sampleResponses = (language: SampleLanguage): readonly TextTemplate[] =>
  Object.entries(RESPONSES).map(([id, {title, text}]) => ({id, title, text: text[language]}));
