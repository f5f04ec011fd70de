import {TENANT_DEFAULTS, type TenantConfig, type TextTemplate} from '@deskwire/domain';

import type {SampleLanguage, Words} from './words.js';

interface Letter {
  readonly id: string;
  readonly title: Words;
  readonly text: Words;
  readonly html: Words;
}

const LETTERS: readonly [Letter, ...Letter[]] = [
  {
    id: 'answer',
    title: {en: 'Answer', ko: '답변'},
    text: {
      en: 'Dear {{customer.name}},\n\nthank you for writing to us.\n\n\n\nKind regards\n{{agent.name}}\nHanbit Logistics',
      ko: '{{customer.name}} 고객님, 안녕하세요.\n\n문의해 주셔서 감사합니다.\n\n\n\n감사합니다.\n{{agent.name}} 드림\n한빛로지스틱스',
    },
    html: {
      en: '<p>Dear {{customer.name}},</p><p>thank you for writing to us.</p><p></p><p>Kind regards<br>{{agent.name}}<br><strong>Hanbit Logistics</strong></p>',
      ko: '<p>{{customer.name}} 고객님, 안녕하세요.</p><p>문의해 주셔서 감사합니다.</p><p></p><p>감사합니다.<br>{{agent.name}} 드림<br><strong>한빛로지스틱스</strong></p>',
    },
  },
  {
    id: 'corrected-invoice',
    title: {en: 'Corrected invoice', ko: '수정 청구서'},
    text: {
      en: 'Dear {{customer.name}},\n\nyou are right, the charge stood there twice. The corrected invoice is attached.\n\nInvoice: {{invoice number}}\nRefund: {{refund-amount}}\n\nKind regards\n{{agent.name}}\nHanbit Logistics',
      ko: '{{customer.name}} 고객님, 안녕하세요.\n\n말씀하신 대로 요금이 두 번 청구되었습니다. 수정된 청구서를 첨부해 드립니다.\n\n청구서: {{청구서 번호}}\n환불 금액: {{refund-amount}}\n\n감사합니다.\n{{agent.name}} 드림\n한빛로지스틱스',
    },
    html: {
      en: '<p>Dear {{customer.name}},</p><p>you are right, the charge stood there twice. The corrected invoice is attached.</p><table><tr><th>Invoice</th><td>{{invoice number}}</td></tr><tr><th>Refund</th><td>{{refund-amount}}</td></tr></table><p>Kind regards<br>{{agent.name}}<br><strong>Hanbit Logistics</strong></p>',
      ko: '<p>{{customer.name}} 고객님, 안녕하세요.</p><p>말씀하신 대로 요금이 두 번 청구되었습니다. 수정된 청구서를 첨부해 드립니다.</p><table><tr><th>청구서</th><td>{{청구서 번호}}</td></tr><tr><th>환불 금액</th><td>{{refund-amount}}</td></tr></table><p>감사합니다.<br>{{agent.name}} 드림<br><strong>한빛로지스틱스</strong></p>',
    },
  },
];

/** The mail templates of the sample company; the first is there when a reply opens. */
export const sampleTemplates = (language: SampleLanguage): readonly TextTemplate[] =>
  LETTERS.map(({id, title, text, html}, index) => ({
    ...{id, title, text: text[language], html: html[language]},
    ...(index === 0 ? {isDefault: true} : {}),
  }));

const {attachments} = TENANT_DEFAULTS.email;
/** Photos beside documents: a parcel can be damaged. */
const PHOTOS = ['.png', '.jpg', '.jpeg', '.gif', '.webp'];

/** A mail can be called back for as long as it takes to see that the file is missing. */
export const sampleEmail = (language: SampleLanguage): TenantConfig['email'] => ({
  attachments: {...attachments, types: [...attachments.types, ...PHOTOS]},
  templates: sampleTemplates(language),
  undoSeconds: 5,
});
