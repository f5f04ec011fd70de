import {ImapFlow} from 'imapflow';

import type {MailServer} from '../../../config/gateway-config.js';
import {credentialsOf, type Environment} from '../mail-server.js';

const CONNECT_MS = 30_000;
const SILENT_MS = 120_000;
/** The server is asked again so often while nothing happens; some forget clients that are silent for long. */
const IDLE_MS = 60_000;

/** What a server may send in one piece beside the mail itself. */
const FRAME_BYTES = 1024 * 1024;

/**
 * A client for one mailbox, not connected yet. Nothing of what it says or hears is logged.
 * @param maxBytes The largest mail that is fetched.
 * @throws Where the environment lacks the password.
 */
export const imapClient = (server: MailServer, env: Environment, maxBytes: number): ImapFlow => {
  const {host, port, security} = server;
  const credentials = credentialsOf(server, env);
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    ...(credentials ? {auth: {user: credentials.user, pass: credentials.password}} : {}),
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    maxLineLength: 16 * FRAME_BYTES,
    maxLiteralSize: maxBytes + FRAME_BYTES,
    maxResponseSize: 2 * maxBytes + 16 * FRAME_BYTES,
  });
  // Every failure reaches whoever asked; without a listener it would end the process.
  client.on('error', () => undefined);
  return client;
};
