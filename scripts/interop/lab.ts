import {execFileSync} from 'node:child_process';
import {chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {freePort} from '../../e2e/support/free-port.js';
import {
  dovecotConf,
  imapUsers,
  MOVED_AWAY,
  NOBODY,
  PEOPLE,
  smtpAccounts,
  smtpAddresses,
  smtpdConf,
  smtpRecipients,
} from './server-configs.js';

/** Where one pair of mail servers lives: a folder of its own, and free ports of loopback. */
export interface Lab {
  readonly folder: string;
  readonly ports: Readonly<Record<'imap' | 'imaps' | 'smtp', number>>;
}

/** What the whole run removes when it ends, however it ends. */
const home = process.env['DESKWIRE_INTEROP'] ?? tmpdir();

/** A certificate that the test itself has signed; whoever is told to trust it can check it. */
const certify = (folder: string): void => {
  const args = [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
    ...['-subj', '/CN=mx.company.test', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:mx.company.test'],
    ...['-keyout', join(folder, 'tls.key'), '-out', join(folder, 'tls.crt')],
  ];
  execFileSync('openssl', args, {stdio: ['ignore', 'pipe', 'pipe']});
};

const furnish = (lab: Lab): void => {
  const {folder} = lab;
  // Mail is delivered, and read, by a user that must get through here.
  chmodSync(folder, 0o711);
  certify(folder);
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text, {mode: 0o644});
  };
  write('dovecot.conf', dovecotConf(lab));
  write('imap-users', imapUsers());
  write('smtpd.conf', smtpdConf(lab));
  write('recipients', smtpRecipients());
  write('addresses', smtpAddresses());
  write('accounts', smtpAccounts(lab));
  for (const part of ['mail', 'spool', 'run']) mkdirSync(join(folder, part), {mode: 0o711});
  for (const name of [...Object.keys(PEOPLE), MOVED_AWAY.slice(0, MOVED_AWAY.indexOf('@'))]) {
    mkdirSync(join(folder, 'mail', name), {mode: 0o700});
    chownSync(join(folder, 'mail', name), NOBODY, NOBODY);
  }
};

/** A furnished folder: empty mailboxes and the configurations of both servers. */
export const openLab = async (): Promise<Lab> => {
  const folder = mkdtempSync(join(home, 'mail-'));
  const lab = {folder, ports: {imap: await freePort(), imaps: await freePort(), smtp: await freePort()}};
  furnish(lab);
  return lab;
};

/** Removes it with everything in it. */
export const closeLab = ({folder}: Lab): void => {
  rmSync(folder, {recursive: true, force: true});
};
