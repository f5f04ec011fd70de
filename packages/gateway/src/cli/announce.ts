import type {GatewayConfig} from '../config/gateway-config.js';
import type {Addresses} from '../gateway.js';

type Line = readonly [what: string, where: string];

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The lines that tell a person where everything is. */
export const announcement = (
  {users, demo, mail}: GatewayConfig,
  {host, port, smtpPort}: Addresses,
  hasPages: boolean,
): readonly string[] => {
  const base = `http://${bracketed(host)}:${port}`;
  const [first, second] = users;
  const [address = ''] = Object.keys(mail.addresses);
  const pages: readonly Line[] = [
    ['Desk of agent 1', `${base}/desk.html?agent=${first?.user ?? ''}`],
    ['Desk of agent 2', `${base}/desk.html?agent=${second?.user ?? ''}`],
    ["Visitor's page", `${base}/visitor.html`],
    ["Customer's phone", `${base}/phone.html`],
    ['Mailbox', `${base}/mailbox.html`],
  ];
  const smtp: Line = ['Mail by SMTP', `127.0.0.1:${smtpPort}${address === '' ? '' : `, to ${address}`}`];
  const lines = [...(demo && hasPages ? pages : [['Gateway', base] as const]), smtp];
  return lines.map(([what, where]) => `${`${what}:`.padEnd(18)} ${where}`);
};
