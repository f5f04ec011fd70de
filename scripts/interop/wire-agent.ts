import type {Attachment, Interaction, Mail, OutgoingMail} from '@deskwire/domain';
import {FILE_INLINE_HEADER, FILE_NAME_HEADER, filesPath} from '@deskwire/protocol';

import type {RunningGateway} from '../../e2e/support/gateway.js';
import {WireDesk} from '../../packages/gateway/src/test-support/desk.js';
import {mailsOf, phaseOf} from '../../packages/gateway/src/test-support/look.js';
import {PASSWORD} from './company.js';

type User = 'yoon' | 'park';

/** An agent at the gateway's wire: what a desk does, without a page. */
export class WireAgent {
  private constructor(
    readonly gateway: RunningGateway,
    readonly user: User,
    readonly token: string,
    readonly desk: WireDesk,
  ) {}

  /** Signs in. */
  static async signIn(gateway: RunningGateway, user: User): Promise<WireAgent> {
    const response = await fetch(`${gateway.url}/api/sign-in`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({user, password: PASSWORD}),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status}`);
    const {token} = (await response.json()) as {readonly token: string};
    return new WireAgent(gateway, user, token, await WireDesk.open(gateway.url, token));
  }

  /** Signs in, and takes work. */
  static async available(gateway: RunningGateway, user: User): Promise<WireAgent> {
    const agent = await WireAgent.signIn(gateway, user);
    await agent.desk.do({type: 'agent.set-state', to: {state: 'available'}});
    return agent;
  }

  /** Accepts the mail with this subject once it rings, or takes what rings next. */
  async accept(subject?: string): Promise<Interaction> {
    const ringing = await this.desk.interaction(
      subject ?? 'a mail',
      (one) => phaseOf(one, this.user) === 'offered' && (subject === undefined || one.subject === subject),
    );
    await this.desk.do({type: 'interaction.accept', interactionId: ringing.id});
    return this.interaction(ringing.id, (one) => phaseOf(one, this.user) === 'active');
  }

  /** One contact once it fits. */
  interaction(id: string, fits: (one: Interaction) => boolean): Promise<Interaction> {
    return this.desk.interaction(`contact ${id}`, (one) => one.id === id && fits(one));
  }

  /** The thread of a contact once it has so many mails. */
  async thread(id: string, count: number): Promise<readonly Mail[]> {
    return mailsOf(await this.interaction(id, (one) => mailsOf(one).length >= count));
  }

  /** Answers the newest mail of the customer. */
  async reply(
    {id, ...rest}: Interaction,
    mail: Partial<OutgoingMail> & {readonly text: string},
  ): Promise<void> {
    const inReplyTo = mailsOf({id, ...rest}).findLast(({direction}) => direction === 'in')?.id ?? '';
    await this.desk.do({
      type: 'mail.send',
      interactionId: id,
      mail: {kind: 'reply', inReplyTo, cc: [], attachmentIds: [], quotes: false, ...mail},
    });
  }

  /** Submits the wrap-up. */
  async wrapUp(interactionId: string): Promise<void> {
    await this.interaction(interactionId, (one) => phaseOf(one, this.user) === 'wrap-up');
    await this.desk.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
  }

  /** Uploads a file to a contact. */
  async upload(interactionId: string, name: string, content: Buffer, inline = false): Promise<Attachment> {
    const response = await fetch(this.gateway.url + filesPath(interactionId), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/octet-stream',
        [FILE_NAME_HEADER]: encodeURIComponent(name),
        ...(inline ? {[FILE_INLINE_HEADER]: '1'} : {}),
      },
      body: new Uint8Array(content),
    });
    const {attachment, refusal} = (await response.json()) as {
      attachment?: Attachment;
      refusal?: {code: string};
    };
    if (!attachment) throw new Error(`${name} was refused: ${refusal?.code ?? response.status}`);
    return attachment;
  }

  /** The bytes of a file of a contact. */
  async download(interactionId: string, {id}: Attachment): Promise<Buffer> {
    const response = await fetch(`${this.gateway.url}${filesPath(interactionId)}/${id}`, {
      headers: {authorization: `Bearer ${this.token}`},
    });
    if (!response.ok) throw new Error(`The file was not given out: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  close(): void {
    this.desk.close();
  }
}
