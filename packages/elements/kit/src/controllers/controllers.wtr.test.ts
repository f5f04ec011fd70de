import {html, LitElement, type TemplateResult} from 'lit';
import {expect} from '@open-wc/testing';
import {createTenant} from '@deskwire/domain';
import {AGENT, aHeldCall, anActive, fakeStream, type FakeStream} from '@deskwire/testing';
import {mountWidget, unmountAll, type Mounted} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';
import {DoneEvent, RequestEvent} from '../events.js';
import {defineWords} from '../words/catalogue.js';

import {CommandController} from './checked-command-controller.js';
import {InteractionController} from './interaction-controller.js';
import {LanguageController} from './language-controller.js';
import {StreamController} from './stream-controller.js';

const words = defineWords({
  en: {calls: {one: '{count} call', other: '{count} calls'}},
  ko: {calls: {other: '통화 {count}건'}},
});

class ProbeElement extends LitElement {
  static override properties = {interactionId: {attribute: false}};
  declare interactionId: string | undefined;

  renders = 0;
  readonly language = new LanguageController(this, words);
  readonly count = new StreamController(this, ({interactions}) => interactions.size);
  readonly call = new InteractionController(this, () => this.interactionId);
  readonly commands = new CommandController(this);

  protected override render(): TemplateResult {
    const {locale, dir} = this.language;
    return html`<p lang=${locale} dir=${dir}>${this.language.t('calls', {count: this.count.value ?? 0})}</p>`;
  }

  protected override updated(): void {
    this.renders += 1;
  }

  hold(): string | undefined {
    return this.commands.run('hold', {
      command: {type: 'call.hold', interactionId: 'voice-1'},
      request: () => new RequestEvent('dw-hold-request', {}),
      done: (fact) => new DoneEvent('dw-hold-done', {type: fact?.type}),
    });
  }
}
defineElement('dw-controllers', ProbeElement, '0');

const mount = (stream: FakeStream): Promise<Mounted<ProbeElement>> => mountWidget('dw-controllers', {stream});
const calls = (): FakeStream => fakeStream({interactions: [anActive(), anActive({id: 'voice-2'})]});
const answer = async (): Promise<void> => {
  await Promise.resolve();
  await Promise.resolve();
};

afterEach(unmountAll);

describe('StreamController', () => {
  it('renders when its slice changes, and only then', async () => {
    const stream = calls();
    const {element, harness} = await mount(stream);
    expect(harness.text).to.equal('2 calls');
    const {renders} = element;
    stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id});
    await harness.settled();
    expect(element.renders).to.equal(renders);
    stream.tell({type: 'interaction.hidden', interactionId: 'voice-2'});
    await harness.settled();
    expect(harness.text).to.equal('1 call');
  });
});

describe('StreamController of an element that moves', () => {
  it('has nothing any more where no desk is, and its value again back in the desk', async () => {
    const {element, container, harness} = await mount(calls());
    expect(harness.text).to.equal('2 calls');
    document.body.append(element);
    await harness.settled();
    expect(harness.text).to.equal('0 calls');
    container.append(element);
    await harness.settled();
    expect(harness.text).to.equal('2 calls');
  });
});

describe('a controller that is added late', () => {
  it('has its value at once', async () => {
    const {element} = await mount(calls());
    expect(new StreamController(element, ({interactions}) => interactions.size).value).to.equal(2);
    expect(new LanguageController(element, words).locale).to.equal('en');
    expect(new CommandController(element).state('x')).to.deep.equal({pending: false});
  });
});

describe('InteractionController', () => {
  it('follows its id, and is not woken by other interactions', async () => {
    const stream = calls();
    const {element, harness} = await mount(stream);
    expect(element.call.value).to.equal(undefined);
    element.interactionId = 'voice-2';
    await harness.settled();
    expect(element.call.value?.id).to.equal('voice-2');
    const {renders} = element;
    stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id});
    await harness.settled();
    expect(element.renders).to.equal(renders);
    stream.tell({type: 'call.held', interactionId: 'voice-2', agentId: AGENT.id});
    await harness.settled();
    expect(element.call.value?.talk.kind).to.equal('hold');
    element.interactionId = undefined;
    await harness.settled();
    expect(element.call.value).to.equal(undefined);
  });

  it('leaves the interaction before and takes it up again after a move', async () => {
    const stream = calls();
    const {element, container, harness} = await mount(stream);
    element.interactionId = 'voice-1';
    await harness.settled();
    const {listeners} = stream;
    element.remove();
    expect(stream.listeners).to.equal(0);
    container.append(element);
    await harness.settled();
    expect(stream.listeners).to.equal(listeners);
    expect(element.call.value?.id).to.equal('voice-1');
  });
});

describe('LanguageController', () => {
  it('speaks with plurals, and writes labels of the tenant', async () => {
    const {element, language, harness} = await mount(calls());
    expect(element.language.label({en: 'Lunch', ko: '점심'})).to.equal('Lunch');
    language.set({locale: 'ko', dir: 'ltr'});
    await harness.settled();
    expect(harness.text).to.equal('통화 2건');
    expect(element.language.label({en: 'Lunch', ko: '점심'})).to.equal('점심');
    expect(element.language.label('Lunch')).to.equal('Lunch');
  });
});

describe('CommandController', () => {
  const done = (element: ProbeElement): unknown[] => {
    const heard: unknown[] = [];
    element.addEventListener('dw-hold-done', (event) => heard.push((event as DoneEvent<unknown>).detail));
    return heard;
  };

  it('tries again under the same id when nobody answered, and is done once', async () => {
    const stream = calls();
    const {element} = await mount(stream);
    const heard = done(element);
    const id = element.hold();
    stream.refuse('DW_SEND_TIMEOUT');
    await answer();
    expect(element.commands.refusal('hold')?.code).to.equal('DW_SEND_TIMEOUT');
    element.commands.retry('hold');
    expect(element.commands.state('hold')).to.deep.equal({pending: true});
    expect(stream.sent.map((sent) => sent.id)).to.deep.equal([id, id]);
    stream.accept([{type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}]);
    await answer();
    expect(heard).to.deep.equal([{type: 'call.held'}]);
    expect(element.commands.state('hold')).to.deep.equal({pending: false});
  });

  it('tries a refused command again under another id', async () => {
    const stream = calls();
    const {element} = await mount(stream);
    const id = element.hold();
    stream.refuse('DW_CALL_IN_CONSULT');
    await answer();
    element.commands.retry('hold');
    expect(stream.sent).to.have.length(2);
    expect(stream.sent[1]?.id).not.to.equal(id);
  });

  it('is done when the fact comes although the answer never did', async () => {
    const stream = calls();
    const {element} = await mount(stream);
    const heard = done(element);
    const id = element.hold();
    stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}, id);
    expect(heard).to.deep.equal([{type: 'call.held'}]);
    expect(element.commands.isPending('hold')).to.equal(false);
  });

  it('stays pending between the answer and the fact', async () => {
    const stream = calls();
    const {element} = await mount(stream);
    element.hold();
    expect(element.hold()).to.equal(undefined);
    expect(stream.sent).to.have.length(1);
    expect(element.commands.isPending('hold')).to.equal(true);
  });

  it('asks permit first: nothing is fired or sent, and the reason is there', async () => {
    const stream = fakeStream({interactions: [aHeldCall()]});
    const {element} = await mount(stream);
    let fired = 0;
    element.addEventListener('dw-hold-request', () => (fired += 1));
    expect(element.hold()).to.equal(undefined);
    expect([fired, stream.sent.length]).to.deep.equal([0, 0]);
    expect(element.commands.refusal('hold')?.kind).to.equal('state');
    element.commands.dismiss('hold');
    expect(element.commands.state('hold')).to.deep.equal({pending: false});
  });

  it('checks what was typed before it is sent', async () => {
    const tenant = createTenant({id: 't', name: 'T'});
    const chat = anActive({channel: 'chat'});
    const stream = fakeStream({snapshot: {tenant, interactions: [chat]}});
    const {element} = await mount(stream);
    element.commands.run('send', {
      command: {type: 'message.send', interactionId: chat.id, text: ' '},
      request: () => new RequestEvent('dw-send-request', {}),
    });
    expect(element.commands.refusal('send')?.code).to.equal('DW_MESSAGE_EMPTY');
    expect(stream.sent).to.deep.equal([]);
  });

  it('says that it is offline without a stream', async () => {
    const {element} = await mountWidget<ProbeElement>('dw-controllers');
    element.hold();
    expect(element.commands.refusal('hold')?.code).to.equal('DW_SEND_OFFLINE');
  });

  it('forgets everything when the stream is replaced', async () => {
    const {element, stream} = await mount(calls());
    element.hold();
    stream.set(calls().handle);
    expect(element.commands.state('hold')).to.deep.equal({pending: false});
  });

  it('listens only while something is open', async () => {
    const stream = calls();
    const {element} = await mount(stream);
    const {listeners} = stream;
    element.hold();
    expect(stream.listeners).to.equal(listeners + 2);
    stream.accept();
    await answer();
    expect(stream.listeners).to.equal(listeners);
  });
});
