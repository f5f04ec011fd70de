import {afterAll, describe, expect, it} from 'vitest';

import {MailParser} from '../mail-parser.js';

const report = (action: string, rest = ''): string => `From: MAILER-DAEMON@mx.example
Subject: Delivery Status Notification
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

words
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; Kim@customer.example
Action: ${action}
${rest}
--b
Content-Type: message/rfc822

Message-ID: <ours@deskwire.example>
Subject: Re: hello

hello
--b--
`;

describe('what a machine wrote', () => {
  const parser = new MailParser();
  afterAll(() => parser.stop());
  const read = async (text: string) => {
    const {notice, bounce} = await parser.parse(Buffer.from(text.replace(/\n/g, '\r\n')), {withFiles: true});
    return {notice, bounce};
  };

  it('that a mail of ours could not be delivered', async () => {
    expect(await read(report('failed', 'Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 nobody'))).toEqual({
      notice: 'bounce',
      bounce: {about: ['<ours@deskwire.example>'], recipients: ['kim@customer.example'], failure: 'SMTP 550'},
    });
    expect((await read(report('failed', 'Status: 5.7.1'))).bounce?.failure).toBe('SMTP 5.7.1');
  });

  it.each(['delayed', 'delivered', 'relayed'])('that it was %s is no failure', async (action) => {
    expect(await read(report(action, 'Status: 4.4.1'))).toEqual({notice: 'auto-reply', bounce: undefined});
  });

  it('in the words of an old server', async () => {
    const text = `From: postmaster@mx.example
Subject: failure notice

Hi. This is the qmail-send program.
<kim@customer.example>: 550 no mailbox

--- Below this line is a copy of the message.

Message-ID: <ours@deskwire.example>
`;
    expect(await read(text)).toEqual({
      notice: 'bounce',
      bounce: {about: ['<ours@deskwire.example>'], recipients: [], failure: 'SMTP 550'},
    });
  });

  it.each(['Auto-Submitted: auto-replied', 'Precedence: bulk', 'X-Autoreply: yes'])(
    'with %s',
    async (field) => {
      expect((await read(`From: a@b.example\n${field}\n\nI am away.\n`)).notice).toBe('auto-reply');
    },
  );

  it.each(['Auto-Submitted: no', 'Precedence: normal', 'X-Other: 1'])('is not what has %s', async (field) => {
    expect((await read(`From: a@b.example\n${field}\n\nHello.\n`)).notice).toBeUndefined();
  });
});
