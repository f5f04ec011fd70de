import type {Lab} from './lab.js';

/** Everybody with a mailbox on the mail server. Local parts are unique: they name the folders, too. */
export const PEOPLE = {
  support: {address: 'support@company.test', password: 'pw-support'},
  claims: {address: 'claims@company.test', password: 'pw-claims'},
  dain: {address: 'dain@customer.test', password: 'pw-dain'},
  minsu: {address: 'minsu@customer.test', password: 'pw-minsu'},
  yuki: {address: 'yuki@customer.test', password: 'pw-yuki'},
} as const;

/** A key of {@link PEOPLE}. */
export type Person = keyof typeof PEOPLE;

/** Taken at the door, and thrown out behind it: what is sent there comes back as a bounce of the server's own. */
export const MOVED_AWAY = 'moved@customer.test';

/** Mailboxes belong to the user that owns nothing. */
export const NOBODY = 65_534;

const people = Object.entries(PEOPLE);

/** IMAP in the clear and with TLS, on loopback; who signs in is known by the whole address. */
export const dovecotConf = ({folder, ports}: Lab): string => `
base_dir = ${folder}/dovecot
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/tls.crt
ssl_key = <${folder}/tls.key
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
default_internal_user = dovecot
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/imap-users
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%n
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${ports.imap}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${ports.imaps}
    ssl = yes
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
`;

/** Who may sign in at IMAP. */
export const imapUsers = (): string =>
  people.map(([, {address, password}]) => `${address}:{PLAIN}${password}\n`).join('');

/**
 * SMTP, in the clear: OpenSMTPD 6.8 cannot use its key with the OpenSSL 3 of Debian 12. There is no relay rule: nothing
 * leaves, and whatever is not here is refused.
 */
export const smtpdConf = ({folder, ports}: Lab): string => `
table recipients file:${folder}/recipients
table addresses file:${folder}/addresses
table accounts file:${folder}/accounts
listen on 127.0.0.1 port ${ports.smtp} hostname mx.company.test
action "keep" maildir "%{user.directory}/Maildir" userbase <accounts> virtual <addresses>
action "throw-out" mda "exit 67" userbase <accounts> virtual <addresses>
match from any for rcpt-to "${MOVED_AWAY}" action "throw-out"
match from any for rcpt-to <recipients> action "keep"
`;

/** Whose mail is kept. */
export const smtpRecipients = (): string => people.map(([, {address}]) => `${address}\n`).join('');

/** Address to account. */
export const smtpAddresses = (): string =>
  [...people.map(([name, {address}]) => `${address} ${name}\n`), `${MOVED_AWAY} moved\n`].join('');

/** Account to user, group and home. */
export const smtpAccounts = ({folder}: Lab): string =>
  [...people.map(([name]) => name), 'moved']
    .map((name) => `${name} ${NOBODY}:${NOBODY}:${folder}/mail/${name}\n`)
    .join('');
