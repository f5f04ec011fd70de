import MimeNode from 'nodemailer/lib/mime-node';

import type {Mail, TenantConfig} from '@deskwire/domain';

const WORDS = {
  ko: {
    from: '메일 배달 시스템',
    subject: '일부 받는 사람에게 전달하지 못함',
    lead: '다음 받는 사람에게는 메일을 전달하지 못했습니다. 나머지 받는 사람에게는 전달했으므로 다시 보내지 마세요.',
  },
  en: {
    from: 'Mail Delivery System',
    subject: 'Not delivered to everyone',
    lead: 'Your mail could not be delivered to these recipients. All others have it: do not send it to them again.',
  },
} as const;

/** A mail that some of its recipients did not get, each with the answer of the server. */
export interface PartlyRefused {
  readonly mail: Mail;
  readonly failures: readonly (readonly [address: string, answer: string])[];
  readonly at: number;
}

/** RFC 3463: class 5 for good, without a subject of its own. */
const statusOf = (answer: string): string => (answer.startsWith('SMTP 4') ? '4.0.0' : '5.0.0');

const reportOf = ({failures, at}: PartlyRefused, domain: string): string =>
  [
    `Reporting-MTA: dns; ${domain}\r\nArrival-Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    ...failures.map(([address, answer]) => {
      const code = /^SMTP (\d{3})$/.exec(answer)?.[1];
      const said = code === undefined ? '' : `\r\nDiagnostic-Code: smtp; ${code}`;
      return `Final-Recipient: rfc822; ${address}\r\nAction: failed\r\nStatus: ${statusOf(answer)}${said}`;
    }),
  ].join('\r\n\r\n');

/** The Message-ID of the notice about a mail: the same however often it is made. */
export const noticeIdOf = ({id, from}: Mail): string =>
  `<${id}.refused@${from.address.split('@').at(-1) ?? 'localhost'}>`;

/**
 * What a mail server sends back when it could not deliver to some recipients (RFC 3464): the gateway tells its own people
 * in the same way, so that it reaches the thread, or a new contact, like any other notice of this kind.
 */
export const failureNotice = (what: PartlyRefused, language: TenantConfig['language']): Promise<Buffer> => {
  const {mail, failures, at} = what;
  const words = WORDS[language];
  const domain = mail.from.address.split('@').at(-1) ?? 'localhost';
  const root = new MimeNode('multipart/report; report-type=delivery-status', {newline: 'windows'});
  root.setHeader({
    from: {name: words.from, address: `mailer-daemon@${domain}`},
    to: mail.from.address,
    subject: words.subject,
    date: new Date(at).toUTCString().replace('GMT', '+0000'),
    'message-id': noticeIdOf(mail),
    'in-reply-to': mail.messageId,
    references: mail.messageId,
    'auto-submitted': 'auto-replied',
  });
  const list = failures.map(([address, answer]) => `${address}: ${answer}`).join('\n');
  root.createChild('text/plain; charset=utf-8').setContent(`${words.lead}\n\n${list}\n`);
  root.createChild('message/delivery-status').setContent(`${reportOf(what, domain)}\r\n`);
  root.createChild('text/rfc822-headers').setContent(`Message-ID: ${mail.messageId}\r\n`);
  return root.build();
};
