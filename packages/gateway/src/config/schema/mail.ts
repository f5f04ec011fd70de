import * as v from 'valibot';

import {about, line, list, maybe, or, whole} from './basics.js';

/** An address in lower case that can stand in an envelope. */
const mailAddress = v.pipe(
  v.string(),
  v.maxLength(254),
  v.regex(/^[^\s<>()[\],;:\\"@]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'is no mail address'),
);
const domain = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/, 'is no domain'),
);

const server = {
  host: about(line(253), {title: 'Host', description: 'Name or address of the server.'}),
  port: about(whole(1, 65_535), {
    title: 'Port',
    description: '993 and 465 with tls, 143 and 587 with starttls.',
  }),
  security: about(v.picklist(['tls', 'starttls', 'none']), {
    title: 'Security',
    description: 'none is for servers on this machine only.',
  }),
  user: maybe(about(line(254), {title: 'User', description: 'Absent: nobody signs in.'})),
  passwordEnv: maybe(
    about(v.pipe(v.string(), v.regex(/^[A-Z_][A-Z0-9_]{0,99}$/, 'is no name of an environment variable')), {
      title: 'Password',
      description: 'The environment variable that holds it. The file itself holds no password.',
      examples: ['SUPPORT_MAIL_PASSWORD'],
    }),
  ),
};

const folder = line(200);

const mailbox = v.strictObject({
  address: about(mailAddress, {title: 'Address', description: 'One of the addresses above.'}),
  imap: about(
    v.strictObject({
      ...server,
      folder: or(about(folder, {title: 'Folder', description: 'Where mails of customers come in.'}), 'INBOX'),
      sentFolder: maybe(
        about(folder, {
          title: 'Sent folder',
          description: 'Where copies go; absent: the one that the server marks as such.',
        }),
      ),
    }),
    {title: 'IMAP', description: 'Where mails are fetched.'},
  ),
  smtp: maybe(
    about(v.strictObject(server), {
      title: 'SMTP',
      description: 'What sends; absent: the relay of the gateway.',
    }),
  ),
});

/** Where mail comes from, and where it goes. */
export const mailSchema = v.strictObject({
  addresses: or(
    about(v.record(mailAddress, line()), {
      title: 'Addresses',
      description: 'Mail address to the id of its entry point.',
      examples: [{'support@example.com': 'support-mail'}],
    }),
    {},
  ),
  mailboxes: or(
    about(list(mailbox), {
      title: 'Mailboxes',
      description: 'Mailboxes on servers of the company; every other address comes to the built-in receiver.',
    }),
    [],
  ),
  mailboxDomains: or(
    about(list(domain), {
      title: 'Mailbox domains',
      description: 'Every other address of these domains is a mailbox on this machine. For trying out.',
    }),
    [],
  ),
});
