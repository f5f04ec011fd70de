import './define.js';

import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import type {HistoryEntry} from '@deskwire/domain';
import {
  AGENT,
  anActive,
  aPastContact,
  aProfile,
  anOutdial,
  aWrapUp,
  FakeHistory,
  NOON,
} from '@deskwire/testing';
import {textOf, unmountAll} from '@deskwire/testing/widgets.js';
import type {OutdialRequestEvent} from '@deskwire/kit';

import {
  enterList,
  focusedRow,
  listOf,
  mountHistory,
  rowsOf,
  scrollTo,
  type Scene,
} from './history.harness.js';
import {loadDialpad} from './number-card.js';
import {loadNumberCard} from './number-cards.js';
import type {HistoryElement} from './history.element.js';

const NUMBER = '+821048271934';
const SHOWN = '+82 10-4827-1934';

const OUTDIAL = {type: 'interaction.shown', interactionId: 'outdial-1', interaction: anOutdial()} as const;

const aCall = (set: Partial<HistoryEntry> = {}): HistoryEntry =>
  aPastContact({customer: {name: 'Kim Min-su', number: NUMBER}, at: NOON - 1_000, ...set});

const mount = (options: Parameters<typeof mountHistory>[0] = {}, ...entries: readonly HistoryEntry[]) =>
  mountHistory({past: new FakeHistory({mine: entries.length ? entries : [aCall()]}), ...options});

const card = ({element}: Scene<HistoryElement>): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>('.popover:popover-open') ?? null;
const cardText = (scene: Scene<HistoryElement>): string => {
  const open = card(scene);
  return open ? textOf(open) : '';
};

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const pointAt = async (scene: Scene<HistoryElement>, target: Element): Promise<void> => {
  const {left, top, width, height} = target.getBoundingClientRect();
  await sendMouse({type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)]});
  await scene.harness.settled();
};
const pointAway = async (scene: Scene<HistoryElement>): Promise<void> => {
  await sendMouse({type: 'move', position: [780, 590]});
  await scene.harness.settled();
};

describe('a number of a history', () => {
  before(async () => {
    await loadNumberCard();
    await loadDialpad();
  });
  afterEach(async () => {
    unmountAll();
    await sendMouse({type: 'move', position: [780, 590]});
  });

  it('[OUT-10] offers to call it, and to edit it before, to a pointer on it', async () => {
    const scene = await mount();
    const {harness} = scene;
    await pointAt(scene, harness.get('button', SHOWN));
    expect(card(scene)).to.equal(null);
    await waitUntil(() => card(scene) !== null, 'the card');
    await harness.settled();
    expect(cardText(scene)).to.equal(`${SHOWN} Call Edit before calling`);
    expect(document.activeElement).to.equal(document.body);
    await pointAt(scene, harness.get('button', 'Call'));
    await pause(400);
    expect(card(scene)).not.to.equal(null);
    await pointAway(scene);
    await pause(400);
    expect(card(scene)).to.equal(null);
  });

  it('[OUT-10] offers the same to whoever comes with the keyboard, and takes the focus by Enter', async () => {
    const scene = await mount();
    const {harness} = scene;
    enterList(scene);
    await harness.press('ArrowRight');
    expect(harness.focused).to.equal(`button "${SHOWN}"`);
    expect(cardText(scene)).to.contain('Call Edit before calling');
    await harness.press('Enter');
    expect(harness.focused).to.equal('button "Call"');
    await harness.press('Escape');
    expect(card(scene)).to.equal(null);
    expect(harness.focused).to.equal(`button "${SHOWN}"`);
    await harness.press('ArrowLeft');
    expect(focusedRow(scene)).to.equal(rowsOf(scene)[0]);
  });

  it('goes away with Escape under a pointer, wherever the focus is', async () => {
    const scene = await mount();
    await pointAt(scene, scene.harness.get('button', SHOWN));
    await waitUntil(() => card(scene) !== null, 'the card');
    await scene.harness.press('Escape');
    expect(card(scene)).to.equal(null);
  });

  it('[OUT-10] calls it: the page is asked first, then the backend, and the card goes when the call is made', async () => {
    const scene = await mount();
    const {harness, desk, element} = scene;
    const asked: unknown[] = [];
    element.addEventListener('dw-outdial-request', ({detail}: OutdialRequestEvent) => asked.push(detail));
    await harness.click('button', SHOWN);
    await harness.click('button', 'Call');
    expect(asked).to.deep.equal([{number: NUMBER}]);
    expect(desk.last).to.deep.equal({type: 'outdial.call', number: NUMBER});
    expect(harness.isLive('button', 'Call')).to.equal(false);
    desk.accept([OUTDIAL]);
    await harness.settled();
    expect(card(scene)).to.equal(null);
  });

  it('[OUT-10] sends nothing when the page prevents it', async () => {
    const scene = await mount();
    scene.element.addEventListener('dw-outdial-request', (event) => {
      event.preventDefault();
    });
    await scene.harness.click('button', SHOWN);
    await scene.harness.click('button', 'Call');
    expect(scene.desk.sent).to.deep.equal([]);
  });

  it('[OUT-10] edits it on the dialpad before it is called', async () => {
    const scene = await mount();
    const {harness, desk} = scene;
    await harness.click('button', SHOWN);
    await harness.click('button', 'Edit before calling');
    await harness.settled();
    const field = harness.get('textbox') as HTMLInputElement;
    expect([field.value, harness.focused.startsWith('textbox')]).to.deep.equal([NUMBER, true]);
    await harness.press('End');
    await harness.press('Backspace');
    await harness.type('7');
    await harness.press('Enter');
    expect(desk.last).to.deep.equal({type: 'outdial.call', number: '+821048271937'});
  });

  it('says on the dialpad what is wrong with a number, and sends nothing', async () => {
    const scene = await mount();
    const {harness, desk} = scene;
    await harness.click('button', SHOWN);
    await harness.click('button', 'Edit before calling');
    await harness.settled();
    for (let key = 0; key < 12; key += 1) await harness.press('Backspace');
    await harness.click('button', 'Call');
    expect(cardText(scene)).to.contain('A number needs at least 3 digits.');
    expect(desk.sent).to.deep.equal([]);
    await harness.click('button', 'Cancel');
    expect(card(scene)).to.equal(null);
    expect(harness.focused).to.equal(`button "${SHOWN}"`);
  });

  it('[OUT-10] is disabled, with the reason, while a call is active and while one waits for its wrap-up', async () => {
    for (const open of [anActive(), aWrapUp()]) {
      const scene = await mount({desk: {interactions: [open]}});
      const {harness} = scene;
      await harness.click('button', SHOWN);
      expect(harness.isLive('button', 'Call')).to.equal(false);
      expect(harness.isLive('button', 'Edit before calling')).to.equal(false);
      expect(cardText(scene)).to.contain('Finish the current call first.');
      await harness.click('button', 'Call');
      expect(scene.desk.sent).to.deep.equal([]);
      unmountAll();
    }
  });

  it('[OUT-10] comes alive as soon as the wrap-up is submitted', async () => {
    const scene = await mount({desk: {interactions: [aWrapUp()]}});
    const {harness, desk} = scene;
    await harness.click('button', SHOWN);
    expect(harness.isLive('button', 'Call')).to.equal(false);
    const done = {interactionId: 'voice-1', agentId: AGENT.id, reasonIds: ['resolved'], auto: false};
    desk.tell({type: 'wrap-up.submitted', ...done});
    await harness.settled();
    expect(harness.isLive('button', 'Call')).to.equal(true);
    expect(cardText(scene)).not.to.contain('Finish');
  });

  it('says why a number cannot be called as it stands, and lets it be edited', async () => {
    const scene = await mount({}, aCall({customer: {name: 'Short', number: '12'}}));
    await scene.harness.click('button', '12');
    expect(cardText(scene)).to.contain('A number needs at least 3 digits.');
    expect(scene.harness.isLive('button', 'Call')).to.equal(false);
    expect(scene.harness.isLive('button', 'Edit before calling')).to.equal(true);
  });

  it('is a text where the agent may not dial; without the dialpad there is no editing', async () => {
    const denied = await mount({desk: {snapshot: {profile: aProfile({permissions: ['history']})}}});
    expect(denied.harness.text).to.contain(SHOWN);
    expect(denied.harness.find('button', SHOWN)).to.equal(undefined);
    const plain = await mount({desk: {snapshot: {profile: aProfile({permissions: ['history', 'outdial']})}}});
    await plain.harness.click('button', SHOWN);
    expect(cardText(plain)).to.equal(`${SHOWN} Call`);
  });

  it('shows a refusal where the person acted, the limits with their numbers', async () => {
    for (const [code, text] of [
      ['DW_CALL_LIMIT_DATA_CENTRE', 'Reason 26'],
      ['DW_CALL_LIMIT_TENANT', 'Reason 27'],
      ['DW_OUTDIAL_INBOUND_WON', 'An inbound call came first'],
    ] as const) {
      const scene = await mount({desk: {respond: () => code}});
      await scene.harness.click('button', SHOWN);
      await scene.harness.click('button', 'Call');
      expect(cardText(scene)).to.contain(text);
      expect(scene.harness.isLive('button', 'Call')).to.equal(true);
      unmountAll();
    }
  });

  it('tells above the list what became of the call, until it is seen, and calls again', async () => {
    const scene = await mount();
    const {harness, desk} = scene;
    await harness.click('button', SHOWN);
    await harness.click('button', 'Call');
    desk.accept([OUTDIAL]);
    desk.tell({
      type: 'outdial.failed',
      interactionId: 'outdial-1',
      agentId: AGENT.id,
      reason: 'customer-unanswered',
    });
    desk.tell({type: 'engagement.left', interactionId: 'outdial-1', agentId: AGENT.id, reason: 'failed'});
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain(`${SHOWN} The customer did not answer.`);
    await harness.click('button', 'Call again');
    expect(desk.sent).to.have.length(2);
    expect(harness.find('alert')).to.equal(undefined);
    desk.refuse('DW_CALL_LIMIT_TENANT');
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain('Reason 27');
    await harness.click('button', 'Dismiss');
    expect(harness.find('alert')).to.equal(undefined);
  });

  it('stays at its number while the list is scrolled under somebody who edits it', async () => {
    const many = Array.from({length: 40}, (_, at) =>
      aCall({interactionId: `past-${at}`, at: NOON - at * 1_000}),
    );
    const scene = await mount({}, ...many);
    await scene.harness.click('button', SHOWN);
    expect(scene.harness.focused).to.equal('button "Call"');
    await scrollTo(scene, 1_800);
    expect(listOf(scene).scrollTop).to.equal(1_800);
    expect(card(scene)).not.to.equal(null);
    expect(scene.element.shadowRoot?.querySelector('.anchor')?.isConnected).to.equal(true);
    await scene.harness.press('Escape');
    expect(scene.harness.focused).to.equal(`button "${SHOWN}"`);
  });
});
