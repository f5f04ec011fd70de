import {expect, type Browser} from '@playwright/test';
import {TENANT_DEFAULTS, type TenantConfig, type TextTemplate} from '@deskwire/domain';

import {Agent} from './agent.js';
import {RunningGateway, type GatewayOptions} from './gateway.js';
import {Mailbox} from './mailbox.js';
import {billMail, FORM_NAME, FORM_PDF} from './sample-mail.js';

const TEMPLATES: readonly TextTemplate[] = [
  {
    id: 'refund',
    title: 'Refund',
    text: '{{name}} 고객님,\n\n{{agent}} 드림',
    html: '<p>{{name}} 고객님,</p><p></p><p>{{agent}} 드림</p>',
    isDefault: true,
  },
  {
    id: 'apology',
    title: 'Apology',
    text: '{{name}} 고객님, 죄송합니다.',
    html: '<p>{{name}} 고객님, <strong>죄송합니다.</strong></p>',
  },
];

/** Admin's settings with two templates, and so long to call a mail back. */
export const mailTenant = (more: Partial<TenantConfig> = {}, undoSeconds = 0): Partial<TenantConfig> => ({
  email: {...TENANT_DEFAULTS.email, templates: TEMPLATES, undoSeconds},
  ...more,
});

/** A file of the agent's. */
export const FORM = {name: FORM_NAME, mimeType: 'application/pdf', buffer: FORM_PDF};
/** What the customer's first mail is about. */
export const SUBJECT = '로밍 요금 환불';

/** A gateway of a test's own, and a customer with a mailbox on this machine. */
export class MailDesk {
  readonly dain: Mailbox;

  private constructor(readonly gateway: RunningGateway) {
    this.dain = new Mailbox(gateway, '정다인', 'dain@customer.example');
  }

  static async start(options: GatewayOptions): Promise<MailDesk> {
    return new MailDesk(await RunningGateway.start(options));
  }

  /** An agent who takes work. */
  async available(browser: Browser, user = 'yoon'): Promise<Agent> {
    const agent = await Agent.signIn(browser, this.gateway, user);
    await agent.choose('Available');
    return agent;
  }

  /** Agent 1, with the customer's mail accepted. */
  async reading(browser: Browser, html = ''): Promise<Agent> {
    const yoon = await this.available(browser);
    await this.dain.send({subject: SUBJECT, ...billMail(html)});
    await yoon.press('Accept');
    await expect(yoon.letter.root).toContainText(SUBJECT);
    return yoon;
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
  }
}
