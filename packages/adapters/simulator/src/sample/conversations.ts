import {samplePdf} from './mail/pdf.js';
import type {Words} from './words.js';

/** One line of a conversation that is over. */
export interface SaidLine {
  readonly from: 'customer' | 'agent' | 'bot';
  readonly text: Words;
}

/** A mail thread that is over: customer and agent by turns, the customer first. */
export interface PastThread {
  readonly subject: Words;
  readonly mails: readonly PastLetter[];
}

/** One mail of a thread, and what came with it. */
export interface PastLetter extends Words {
  readonly html?: Words;
  /** Makes the file anew whenever it is asked for. */
  readonly file?: () => File;
}

const octoberInvoice = (): File =>
  new File(
    [samplePdf(['Hanbit Logistics                     Invoice HB-2026-10-0398', '', 'Total   38,000'])],
    '10월 청구서.pdf',
    {type: 'application/pdf'},
  );

const customer = (en: string, ko: string): SaidLine => ({from: 'customer', text: {en, ko}});
const agent = (en: string, ko: string): SaidLine => ({from: 'agent', text: {en, ko}});
const bot = (en: string, ko: string): SaidLine => ({from: 'bot', text: {en, ko}});

/** Chats as they were. */
export const PAST_CHATS: readonly (readonly SaidLine[])[] = [
  [
    bot('Hello. What can I help you with?', '안녕하세요. 무엇을 도와드릴까요?'),
    customer('Where is my parcel?', '택배가 어디쯤 왔나요?'),
    bot('I am connecting you to an agent.', '상담사에게 연결해 드리겠습니다.'),
    agent('Hello. May I have the parcel number?', '안녕하세요. 송장 번호를 알려 주시겠어요?'),
    customer('6031 4477 2095', '6031 4477 2095입니다'),
    agent(
      'It left Incheon this morning and comes tomorrow before noon.',
      '오늘 아침 인천에서 출발했고 내일 오전에 도착합니다.',
    ),
    customer('Good, thank you.', '네, 감사합니다.'),
  ],
  [
    customer('I was charged twice for November.', '11월 요금이 두 번 청구됐어요.'),
    agent('Let me look at that. One moment, please.', '확인해 보겠습니다. 잠시만 기다려 주세요.'),
    agent(
      'You are right, 3 November stands there twice. I have asked for a refund of 38,500 won.',
      '맞습니다. 11월 3일 건이 두 번 들어가 있네요. 38,500원 환불을 접수했습니다.',
    ),
    customer('When does it arrive?', '언제 들어오나요?'),
    agent('Within three working days.', '영업일 기준 3일 안에 입금됩니다.'),
  ],
  [
    customer('Can the delivery address still be changed?', '배송지를 아직 바꿀 수 있나요?'),
    agent(
      'Yes, until six o’clock today. Where should it go?',
      '네, 오늘 6시까지 가능합니다. 어디로 보내 드릴까요?',
    ),
    customer('To the office: 12 Teheran-ro, 4th floor.', '회사로요. 테헤란로 12, 4층입니다.'),
    agent('Done. You will get a message when it leaves.', '변경했습니다. 출발하면 문자를 보내 드립니다.'),
    customer('Perfect.', '좋습니다.'),
  ],
  [
    customer('A parcel came with a dent.', '상자가 찌그러져서 왔어요.'),
    agent('I am sorry. Is anything inside broken?', '죄송합니다. 내용물도 파손되었나요?'),
    customer('A cup, yes.', '네, 컵이 깨졌어요.'),
    agent(
      'I have opened claim 20-4471. Please keep the box until somebody calls.',
      '사고 접수 20-4471로 접수했습니다. 연락드릴 때까지 상자를 보관해 주세요.',
    ),
  ],
];

/** Mail threads as they were. */
export const PAST_THREADS: readonly PastThread[] = [
  {
    subject: {en: 'Invoice for October', ko: '10월 청구서 문의'},
    mails: [
      {
        en: 'Hello,\n\nwe cannot find the invoice for October. Could you send it again?\n\nKind regards',
        ko: '안녕하세요.\n\n10월 청구서를 찾을 수 없습니다. 다시 보내 주실 수 있을까요?\n\n감사합니다.',
      },
      {
        en: 'Hello,\n\nthe invoice of 31 October is attached.\n\nHanbit Logistics',
        ko: '안녕하세요.\n\n10월 31일자 청구서를 첨부해 드립니다.\n\n한빛로지스틱스 드림',
        html: {
          en: '<p>Hello,</p><p>the invoice of <strong>31 October</strong> is attached.</p><p>Hanbit Logistics</p>',
          ko: '<p>안녕하세요.</p><p><strong>10월 31일</strong>자 청구서를 첨부해 드립니다.</p><p>한빛로지스틱스 드림</p>',
        },
        file: octoberInvoice,
      },
      {en: 'Found it, thank you.', ko: '찾았습니다. 감사합니다.'},
    ],
  },
  {
    subject: {en: 'Pick-up on Saturdays', ko: '토요일 방문 접수'},
    mails: [
      {
        en: 'Good morning,\n\ndo you pick up on Saturdays as well, and what does that cost?',
        ko: '안녕하세요.\n\n토요일에도 방문 접수가 가능한가요? 비용은 얼마인가요?',
      },
      {
        en: 'Good morning,\n\nyes, until one o’clock. It costs 3,000 won a visit, and nothing in the Gold tier.',
        ko: '안녕하세요.\n\n네, 오후 1시까지 가능합니다. 방문당 3,000원이며 골드 등급은 무료입니다.',
      },
    ],
  },
  {
    subject: {en: 'Claim 20-4419', ko: '사고 접수 20-4419'},
    mails: [
      {
        en: 'Hello,\n\nnobody has called about my claim yet. It has been a week.',
        ko: '안녕하세요.\n\n일주일이 지났는데 접수 건에 대해 연락이 없습니다.',
      },
      {
        en: 'Hello,\n\nI apologise. Your claim was accepted today; 62,000 won will be with you on Friday.',
        ko: '안녕하세요.\n\n죄송합니다. 오늘 접수가 승인되었고 62,000원이 금요일에 입금됩니다.',
      },
      {en: 'Received. Thank you for looking after it.', ko: '받았습니다. 처리해 주셔서 감사합니다.'},
    ],
  },
];
