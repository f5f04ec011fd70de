import {expect} from '@open-wc/testing';
import {LitElement, html} from 'lit';
import type {Happening} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, aProfile, aRequest, aWrapUp} from '@deskwire/testing/fixtures.js';
import {makePlace, settled, type Place} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';

import type {DialOutcome} from './dial-outcome.js';
import {OutdialController} from './outdial-controller.js';

class DiallerElement extends LitElement {
  taken = 0;
  readonly outdial = new OutdialController(this, () => {
    this.taken += 1;
  });
  protected override render() {
    return html`${this.outdial.isPending}`;
  }
}
defineElement('dw-test-dialler', DiallerElement, '0.0.0');

const places = new Set<Place>();
const idle = {
  presence: {state: 'idle', reasonId: 'break', since: 0},
  profile: aProfile({permissions: ['outdial', 'dialpad']}),
} as const;

interface Desk {
  readonly stream: FakeStream;
  readonly place: Place;
  readonly host: DiallerElement;
  readonly heard: string[];
}

const desk = async (options: FakeStreamOptions = {}): Promise<Desk> => {
  const {snapshot = {}, ...more} = options;
  const stream = fakeStream({snapshot: {...idle, ...snapshot}, ...more});
  const place = makePlace({stream});
  places.add(place);
  const host = document.createElement('dw-test-dialler') as DiallerElement;
  const heard: string[] = [];
  for (const type of ['dw-outdial-request', 'dw-outdial-done', 'dw-outdial-failed'] as const) {
    place.container.addEventListener(type, () => heard.push(type));
  }
  place.container.append(host);
  await settled(host);
  return {stream, place, host, heard};
};

const dialling = (): readonly Happening[] => [
  {
    type: 'interaction.shown',
    interactionId: 'out-1',
    interaction: aRequest({id: 'out-1', origin: 'outdial', legs: []}),
  },
];

const own = {interactionId: 'out-1', agentId: AGENT.id} as const;

describe('OutdialController', () => {
  afterEach(() => {
    for (const place of places) place.close();
    places.clear();
  });

  it('sends what is dialled of the number, is pending until it is taken, and then follows the call', async () => {
    const {stream, host, heard} = await desk();
    const outcome = host.outdial.call({number: 'tel:+82 (0)10-4827-1934'});
    expect(stream.last).to.deep.equal({type: 'outdial.call', number: '+821048271934'});
    expect(host.outdial.isPending).to.equal(true);
    stream.accept(dialling());
    await settled(host);
    expect(host.outdial.isPending).to.equal(false);
    expect([heard, host.taken]).to.deep.equal([['dw-outdial-request', 'dw-outdial-done'], 1]);
    stream.tell({type: 'engagement.accepted', ...own});
    expect(await outcome).to.deep.equal({kind: 'connected', interactionId: 'out-1'});
    expect(host.outdial.end).to.equal(undefined);
  });

  for (const reason of [
    'not-connected',
    'agent-declined',
    'customer-rejected',
    'customer-unanswered',
    'inbound-won',
  ] as const) {
    it(`tells ${reason} apart, keeps it until it is dismissed`, async () => {
      const {stream, host, heard} = await desk();
      const outcome = host.outdial.call({number: '021234567'});
      stream.accept(dialling());
      await settled(host);
      stream.tell({type: 'outdial.failed', ...own, reason});
      stream.tell({type: 'engagement.left', ...own, reason: 'failed'});
      expect(await outcome).to.deep.equal({kind: 'failed', reason});
      expect(host.outdial.end?.outcome).to.deep.equal({kind: 'failed', reason});
      expect(heard.at(-1)).to.equal('dw-outdial-failed');
      host.outdial.dismiss();
      expect(host.outdial.end).to.equal(undefined);
    });
  }

  it('carries the code of a limit that is met while the customer is dialled', async () => {
    const {stream, host} = await desk();
    const outcome = host.outdial.call({number: '021234567'});
    stream.accept(dialling());
    await settled(host);
    stream.tell({type: 'outdial.failed', ...own, reason: 'limit', code: 27});
    expect(await outcome).to.deep.equal({kind: 'failed', reason: 'limit', code: 27});
  });

  it('hears a failure that comes with the answer', async () => {
    const {stream, host} = await desk();
    const outcome = host.outdial.call({number: '021234567'});
    stream.accept([...dialling(), {type: 'outdial.failed', ...own, reason: 'agent-declined'}]);
    expect(await outcome).to.deep.equal({kind: 'failed', reason: 'agent-declined'});
  });

  it('tells a cancelled call from a failed one', async () => {
    const {stream, host, heard} = await desk();
    const outcome = host.outdial.call({number: '021234567'});
    stream.accept(dialling());
    await settled(host);
    stream.tell({type: 'engagement.left', ...own, reason: 'withdrawn'});
    expect(await outcome).to.deep.equal({kind: 'cancelled'});
    expect(heard).not.to.include('dw-outdial-failed');
  });

  it('keeps a refusal until it is tried again, with the same number and ANI', async () => {
    const {stream, host} = await desk();
    const outcome = host.outdial.call({number: '021234567'});
    stream.refuse('DW_CALL_LIMIT_DATA_CENTRE');
    const refused = await outcome;
    expect(refused.kind === 'refused' && refused.refusal.code).to.equal('DW_CALL_LIMIT_DATA_CENTRE');
    const again = host.outdial.again();
    expect(stream.sent.map(({command}) => command)).to.have.length(2);
    expect(stream.sent[1]?.id).not.to.equal(stream.sent[0]?.id);
    stream.accept(dialling());
    stream.tell({type: 'engagement.accepted', ...own});
    expect((await again).kind).to.equal('connected');
  });

  it('sends a request that got no answer again under its own id', async () => {
    const {stream, host} = await desk();
    void host.outdial.call({number: '021234567'});
    stream.refuse('DW_SEND_TIMEOUT');
    await settled(host);
    void host.outdial.again();
    expect(stream.sent[1]?.id).to.equal(stream.sent[0]?.id);
    expect(host.outdial.isPending).to.equal(true);
  });

  it('sends nothing that the page prevents, or that permit refuses', async () => {
    const {stream, host, place, heard} = await desk();
    const prevent = (event: Event): void => {
      event.preventDefault();
    };
    place.container.addEventListener('dw-outdial-request', prevent);
    expect(await host.outdial.call({number: '021234567'})).to.deep.equal({kind: 'prevented'});
    place.container.removeEventListener('dw-outdial-request', prevent);
    stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: aWrapUp()});
    const refused = await host.outdial.call({number: '021234567'});
    expect(refused.kind === 'refused' && refused.refusal.code).to.equal('DW_AGENT_ON_CALL');
    expect(stream.sent).to.deep.equal([]);
    expect(heard).to.deep.equal(['dw-outdial-request', 'dw-outdial-failed']);
  });

  it('makes one call at a time', async () => {
    const {stream, host} = await desk();
    void host.outdial.call({number: '021234567'});
    const second = await host.outdial.call({number: '0311234567'});
    expect(second.kind === 'refused' && second.refusal.code).to.equal('DW_OUTDIAL_DIALLING');
    expect(stream.sent).to.have.length(1);
  });

  it('says what a snapshot says after a connection was lost', async () => {
    const {stream, host} = await desk();
    const outcome = host.outdial.call({number: '021234567'});
    stream.accept(dialling());
    await settled(host);
    stream.hydrate({...idle, interactions: []});
    expect(await outcome).to.deep.equal({kind: 'unknown'});
  });

  it('leaves nobody waiting when its host or its desk goes', async () => {
    const {stream, host, place} = await desk();
    const pending: Promise<DialOutcome>[] = [host.outdial.call({number: '021234567'})];
    place.stream.set(fakeStream({snapshot: idle}).handle);
    await settled(host);
    pending.push(host.outdial.call({number: '021234567'}));
    host.remove();
    expect(await Promise.all(pending)).to.deep.equal([{kind: 'unknown'}, {kind: 'unknown'}]);
    expect(stream.listeners).to.equal(0);
  });

  it('is hidden without the permission, and says why not while a call or its wrap-up is there', async () => {
    const {host} = await desk({snapshot: {profile: aProfile({permissions: []})}});
    expect(host.outdial.control).to.deep.equal({shown: false});
    const {stream, host: other} = await desk();
    expect(other.outdial.control).to.deep.equal({shown: true});
    stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: aWrapUp()});
    const {control} = other.outdial;
    expect(control.shown && control.refusal?.code).to.equal('DW_AGENT_ON_CALL');
  });
});
