import type {SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId, TextTemplate} from '@deskwire/domain';

import {NAMES, pictureTenant} from './house.js';
import {MORNING, Stage} from './stage.js';

/** A mail at Yoon's desk. */
export interface Letter {
  readonly stage: Stage;
  readonly mail: InteractionId;
}

const SUBJECT = {en: 'Refund request, November roaming', ko: '11월 로밍 요금 환불 요청'} as const;
const ASKED = {
  en: 'Hello, our November bill lists the roaming pack twice for two lines. Please refund one of them before the 27th.',
  ko: '안녕하세요. 11월 청구서에 회선 두 개의 로밍 요금제가 두 번씩 청구되었습니다. 27일 전까지 하나를 환불해 주세요.',
} as const;
const BEFORE = {
  first: {en: 'Could you look at our bill?', ko: '청구서를 봐 주시겠어요?'},
  answer: {en: 'Which of the lines is it about?', ko: '어느 회선의 청구서인가요?'},
} as const;
const SCREENSHOT = {en: 'screenshot.png', ko: '화면캡처.png'} as const;

const lines = ['010-4827-1934', '010-4827-1935'];
const table = (head: readonly string[]): string => {
  const rows = lines.map((line) => `<tr><td>${line}</td><td>12,400</td><td>12,400</td></tr>`);
  return `<table><tr>${head.map((word) => `<th>${word}</th>`).join('')}</tr>${rows.join('')}</table>`;
};

/** What the reply begins with: the whole answer. */
const ANSWER = {
  en: `<p>Dear {{customer.name}},</p><p>You are right: both lines were charged twice. We refund <strong>24,800 KRW</strong> in total.</p>${table(['Line', 'Charged', 'Refund'])}<ol><li>Send us the account number with the attached form.</li><li>The refund arrives within two working days.</li></ol>`,
  ko: `<p>{{customer.name}} 님께,</p><p>말씀하신 대로 두 회선 모두 두 번 청구되었습니다. 합계 <strong>24,800원</strong>을 환불합니다.</p>${table(['회선', '청구', '환불'])}<ol><li>첨부한 양식에 계좌 번호를 적어 보내 주세요.</li><li>영업일 기준 이틀 안에 입금됩니다.</li></ol>`,
} as const;
const TITLES = {refund: {en: 'Refund', ko: '환불'}, apology: {en: 'Apology', ko: '사과'}} as const;

const templates = (language: SampleLanguage): readonly TextTemplate[] => [
  {id: 'refund', title: TITLES.refund, text: ASKED[language], html: ANSWER[language], isDefault: true},
  {id: 'apology', title: TITLES.apology, text: ASKED[language]},
];

const remote = (height: number): string =>
  `<p><img src="https://images.example/bill-${height}.png" width="480" height="${height}" alt=""></p>`;

/** Jung Da-in asks for a refund, in a mail with images elsewhere and two files, after two others. */
export const aRefundMail = async (language: SampleLanguage): Promise<Letter> => {
  const {email, entryPoints} = pictureTenant(language);
  const address = 'billing@carrier.example';
  const begins = new Date(2026, 10, 20, 9, 41).getTime();
  const stage = new Stage(language, {
    begins,
    tenant: {
      email: {...email, templates: templates(language)},
      entryPoints: entryPoints.map((one) => (one.channel === 'email' ? {...one, number: address} : one)),
    },
  });
  const {simulator} = stage;
  const mail = simulator.mailArrives({
    name: NAMES.jung[language],
    from: 'dain.jung@hanbit.example',
    cc: ['ops@hanbit.example'],
    subject: SUBJECT[language],
    text: ASKED[language],
    html: `<p>${ASKED[language]}</p>${remote(72)}<img src="https://images.example/a.gif" width="1" height="1"><img src="https://images.example/b.gif" width="1" height="1">`,
    files: [
      {file: new File([new Uint8Array(412_000)], 'november-bill.pdf', {type: 'application/pdf'})},
      {file: new File([new Uint8Array(96_000)], SCREENSHOT[language], {type: 'image/png'})},
    ],
    before: [
      {from: 'customer', agoMs: 86_400_000, text: BEFORE.first[language]},
      {from: 'house', agoMs: 80_000_000, text: BEFORE.answer[language]},
    ],
  });
  await stage.until(MORNING - (26 * 60 + 5) * 1_000);
  simulator.colleague('yoon').becomesAvailable();
  await stage.pass(0);
  simulator.colleague('yoon').accepts(mail);
  // What is done in the picture takes two seconds.
  await stage.until(MORNING - 2_000);
  return {stage, mail};
};
