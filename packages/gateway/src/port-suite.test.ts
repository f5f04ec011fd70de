import {createTransport} from 'nodemailer';
import {describe, it} from 'vitest';
import {WebSocket} from 'ws';

import {gatewayPort, signIn, type GatewaySocket} from '@deskwire/adapter-gateway';
import {createProfile} from '@deskwire/domain';
import {runPortSuite, type ArrivingMail, type PortHarness} from '@deskwire/testing/ports.js';

import {DEMO_CONFIG} from './config/demo.js';
import type {GatewayConfig} from './config/gateway-config.js';
import {eventually, Harness, pass} from './test-support/harness.js';
import type {WireDesk} from './test-support/desk.js';

const AGENT = 'yoon';

/** One agent, no assistant, mailboxes for the suite's customers, and a second in which a mail can be called back. */
const config: GatewayConfig = {
  ...DEMO_CONFIG,
  tenant: {...DEMO_CONFIG.tenant, email: {...DEMO_CONFIG.tenant.email, undoSeconds: 1}},
  agents: [createProfile({id: AGENT, name: 'Yoon', queueIds: DEMO_CONFIG.tenant.queues.map(({id}) => id)})],
  mail: {...DEMO_CONFIG.mail, mailboxDomains: ['example.com']},
  assistants: {},
};

const attachmentOf = async ({file, contentId}: NonNullable<ArrivingMail['files']>[number]) => ({
  filename: file.name,
  contentType: file.type,
  content: Buffer.from(await file.arrayBuffer()),
  ...(contentId === undefined ? {} : {cid: contentId, contentDisposition: 'inline' as const}),
});

/** The real gateway on real sockets, and everything that happens around it. */
class World {
  readonly #harness: Harness;
  readonly #visitors = new Map<string, {readonly desk: WireDesk; readonly token: string}>();
  readonly #callers = new Map<string, string>();
  readonly #sockets: WebSocket[] = [];

  constructor(harness: Harness) {
    this.#harness = harness;
  }

  /** A desk's socket that `drop` can cut. */
  readonly socket = (url: string): GatewaySocket => {
    const socket = new WebSocket(url);
    // A session that is closed before it is open makes `ws` complain to nobody.
    socket.on('error', () => undefined);
    this.#sockets.push(socket);
    return socket as GatewaySocket;
  };

  readonly verbs = {
    callArrives: async ({number}: {readonly number: string}) => {
      const {line} = await this.#harness.phone(number, 'dial', '15880420');
      this.#callers.set(line.callId ?? '', number);
      return line.callId ?? '';
    },
    chatArrives: async ({name, text}: {readonly name: string; readonly text: string}) => {
      const {interactionId, token} = await this.#harness.visit({name, question: text});
      this.#visitors.set(interactionId, {desk: await this.#harness.open(token), token});
      return interactionId;
    },
    customerSays: async (interactionId: string, text: string) => {
      await this.#visitors.get(interactionId)?.desk.do({type: 'message.send', interactionId, text});
    },
    customerHangsUp: async (interactionId: string) => {
      await this.#harness.phone(this.#callers.get(interactionId) ?? '', 'hang-up');
    },
    mailArrives: async ({files = [], ...mail}: ArrivingMail) => {
      const {centre} = this.#harness.gateway.core.host;
      const before = new Set(centre.interactions.keys());
      const transport = createTransport({port: this.#harness.smtpPort, host: '127.0.0.1', ignoreTLS: true});
      const attachments = await Promise.all(files.map(attachmentOf));
      await transport.sendMail({...mail, attachments, to: 'support@deskwire.example'});
      return eventually('the mail', () =>
        [...this.#harness.gateway.core.host.centre.interactions.keys()].find((id) => !before.has(id)),
      );
    },
    customerPort: async (interactionId: string) => {
      const {token = ''} = this.#visitors.get(interactionId) ?? {};
      return gatewayPort({url: this.#harness.url, token, socket: this.socket});
    },
    drop: async () => {
      for (const socket of this.#sockets.splice(0)) socket.terminate();
    },
    expel: async () => {
      const desk = await this.#harness.desk(AGENT);
      await desk.do({type: 'agent.sign-out'});
    },
  };
}

const make = async (): Promise<PortHarness> => {
  const harness = await Harness.start({config});
  const {token} = await signIn({url: harness.url, user: AGENT, password: 'demo'});
  const world = new World(harness);
  return {
    port: gatewayPort({url: harness.url, token, socket: world.socket}),
    agentId: AGENT,
    world: world.verbs,
    pass,
    close: () => harness.stop(),
  };
};

const runner = {describe, it: (title: string, body: () => Promise<void>) => it(title, body, 20_000)};
runPortSuite('gateway', make, {runner, without: ['saySomethingUnknown']});
