import {expect} from '@open-wc/testing';
import type {Happening} from '@deskwire/domain';
import {fakeStream, type FakeStream} from '@deskwire/testing';
import {AGENT, aHeldCall, anActive, aWrapUp, NOON} from '@deskwire/testing/fixtures.js';
import {mountWidget, textOf, unmountAll, type MountOptions} from '@deskwire/testing/widgets.js';

import {aConference, aConsult, aRequestedConsult, aVoiceTenant} from './arrangements.harness.js';
import './define.js';
import type {InteractionControlElement} from './interaction-control.element.js';

const about = {interactionId: 'voice-1', agentId: AGENT.id} as const;
const recorded = {recording: {state: 'on', since: NOON}} as const;

const withCall = (...interactions: Parameters<typeof fakeStream>[0][]): FakeStream =>
  fakeStream(...interactions);

const mount = (stream: FakeStream, options: MountOptions<InteractionControlElement> = {}) =>
  mountWidget<InteractionControlElement>('dw-interaction-control', {stream, ...options});

const types = ({sent}: FakeStream): readonly string[] => sent.map(({command}) => command.type);

describe('the dialpad', () => {
  afterEach(unmountAll);

  const digits = ({sent}: FakeStream): readonly string[] =>
    sent.map(({command}) => (command.type === 'call.dtmf' ? command.digits : command.type));
  const told = (digits: string): Happening => ({type: 'call.dtmf-sent', ...about, digits});
  const readout = (element: InteractionControlElement): string =>
    textOf(element.renderRoot.querySelector('.readout') ?? element);

  it('opens below the buttons, takes digits by pointer, and closes again', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness, element} = await mount(stream);
    const toggle = (): HTMLElement => harness.get('button', 'Dialpad');
    expect(toggle().getAttribute('aria-expanded')).to.equal('false');
    await harness.click('button', 'Dialpad');
    expect(toggle().getAttribute('aria-expanded')).to.equal('true');
    await harness.click('button', '5');
    expect(digits(stream)).to.deep.equal(['5']);
    expect(readout(element)).to.equal('Digits sent 5');
    stream.accept([told('5')]);
    await harness.settled();
    await harness.click('button', '# Hash');
    expect(digits(stream)).to.deep.equal(['5', '#']);
    await harness.click('button', 'Dialpad');
    expect(harness.find('toolbar')).to.equal(undefined);
  });

  it('takes the focus when a person opens it, digits from the keyboard, and Escape', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness} = await mount(stream);
    await harness.focus('button', 'Dialpad');
    await harness.press('Enter');
    expect(harness.focused).to.equal('button "1"');
    await harness.press('7');
    expect(digits(stream)).to.deep.equal(['7']);
    await harness.press('Escape');
    expect(harness.focused).to.equal('button "Dialpad"');
    expect(harness.find('toolbar')).to.equal(undefined);
  });

  it('loses no digit of a quick hand, and lets none overtake', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness, element} = await mount(stream);
    await harness.click('button', 'Dialpad');
    await harness.type('12345');
    expect(digits(stream)).to.deep.equal(['1']);
    stream.accept([told('1')]);
    await harness.settled();
    expect(digits(stream)).to.deep.equal(['1', '2345']);
    expect(readout(element)).to.equal('Digits sent 1 2345');
    stream.accept([told('2345')]);
    await harness.settled();
    expect(readout(element)).to.equal('Digits sent 12345');
  });

  it('shows what was refused, tries it again, and forgets the rest when that is dismissed', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness, element} = await mount(stream);
    await harness.click('button', 'Dialpad');
    await harness.type('12');
    stream.refuse('DW_SEND_TIMEOUT');
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain('Dialpad: No answer from the server.');
    expect(digits(stream)).to.deep.equal(['1']);
    await harness.click('button', 'Try again');
    stream.accept([told('1')]);
    await harness.settled();
    expect(digits(stream)).to.deep.equal(['1', '1', '2']);
    stream.refuse('DW_SERVER_FAILED');
    await harness.settled();
    await harness.click('button', 'Dismiss');
    expect(readout(element)).to.equal('Digits sent 1');
    await harness.click('button', '9');
    expect(digits(stream).at(-1)).to.equal('9');
  });

  it('sends nothing that the page prevents', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness, element} = await mount(stream);
    element.addEventListener('dw-send-digits-request', (event) => {
      expect(event.detail).to.deep.equal({interactionId: 'voice-1'});
      event.preventDefault();
    });
    await harness.click('button', 'Dialpad');
    await harness.type('12');
    expect(stream.sent).to.deep.equal([]);
    expect(readout(element)).to.equal('Digits sent');
  });

  it('moves through its keys with the arrows, one of them in the order of Tab', async () => {
    const {harness, element} = await mount(withCall({interactions: [anActive()]}), {dir: 'rtl'});
    await harness.focus('button', 'Dialpad');
    await harness.press('Enter');
    for (const [key, name] of [
      ['ArrowRight', '2'],
      ['ArrowDown', '5'],
      ['ArrowLeft', '4'],
      ['ArrowUp', '1'],
      ['ArrowUp', '1'],
    ] as const) {
      await harness.press(key);
      expect(harness.focused).to.equal(`button "${name}"`);
    }
    await harness.press('ArrowDown');
    expect(element.renderRoot.querySelectorAll('.digit[tabindex="0"]')).to.have.length(1);
    expect(element.renderRoot.querySelector('.digit[tabindex="0"]')?.textContent?.trim()).to.equal('4');
  });

  it('says why it cannot be heard while the call is on hold, and keeps the focus', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness} = await mount(stream);
    await harness.click('button', 'Dialpad');
    stream.tell({type: 'call.held', ...about});
    await harness.settled();
    expect(harness.text).to.contain('Nobody would hear the digits now.');
    expect(harness.focused).to.equal('button "1"');
    expect(harness.description('button', '1')).to.equal('Nobody would hear the digits now.');
    await harness.press('3');
    await harness.click('button', '4');
    expect(stream.sent).to.deep.equal([]);
  });

  it('is there for the one party who hears the agent', async () => {
    const stream = withCall({interactions: [aConsult()]});
    const {harness, element} = await mount(stream);
    expect(harness.all('button', 'Dialpad')).to.have.length(1);
    expect(element.renderRoot.querySelector('#consult dw-button.keypad')).not.to.equal(null);
    stream.tell({type: 'call.resumed', ...about});
    await harness.settled();
    expect(element.renderRoot.querySelector('#call dw-button.keypad')).not.to.equal(null);
    expect(harness.all('button', 'Dialpad')).to.have.length(1);
  });
});

describe('keyboard shortcuts', () => {
  afterEach(unmountAll);

  it('do what their buttons do, wherever the focus is', async () => {
    const stream = withCall({
      interactions: [anActive(recorded)],
      snapshot: {tenant: aVoiceTenant()},
      respond: () => [],
    });
    const {harness, element} = await mount(stream);
    const opened: string[] = [];
    for (const type of ['dw-consult-open', 'dw-transfer-open']) {
      element.addEventListener(type, () => opened.push(type));
    }
    for (const key of ['H', 'O', 'R', 'U', 'G', 'E']) await harness.press(`Alt+Shift+${key}`);
    expect(types(stream)).to.deep.equal(['call.hold', 'call.mute', 'recording.pause', 'interaction.end']);
    expect(opened).to.deep.equal(['dw-consult-open', 'dw-transfer-open']);
    await harness.press('Alt+Shift+D');
    expect(harness.focused).to.equal('button "1"');
    await harness.press('Alt+Shift+D');
    expect(harness.find('toolbar')).to.equal(undefined);
  });

  it('go to the pane that they belong to in a consult', async () => {
    const stream = withCall({interactions: [aConsult()], respond: () => []});
    const {harness} = await mount(stream);
    for (const key of ['H', 'F', 'R', 'E']) await harness.press(`Alt+Shift+${key}`);
    expect(types(stream)).to.deep.equal([
      'call.resume',
      'conference.start',
      'consult.transfer',
      'consult.end',
    ]);
  });

  it('cancel a requested consult, and end a conference, with the key of End', async () => {
    const requested = withCall({interactions: [aRequestedConsult()], respond: () => []});
    const first = await mount(requested);
    await first.harness.press('Alt+Shift+E');
    expect(types(requested)).to.deep.equal(['consult.cancel']);
    unmountAll();
    const conference = withCall({interactions: [aConference()], respond: () => []});
    const second = await mount(conference);
    await second.harness.press('Alt+Shift+E');
    expect(types(conference)).to.deep.equal(['conference.end']);
  });

  it('say why they do nothing, in sight and aloud', async () => {
    const stream = withCall({interactions: [aHeldCall()]});
    const {harness} = await mount(stream);
    await harness.press('Alt+Shift+F');
    expect(harness.text).to.contain('Conference: Consult somebody first.');
    const announcer = document.querySelector('dw-announcer');
    expect(announcer && textOf(announcer)).to.contain('Consult somebody first.');
    expect(stream.sent).to.deep.equal([]);
  });

  it('are listed on request, with the keys that are in force', async () => {
    const {harness, element} = await mount(
      withCall({interactions: [anActive(recorded)], snapshot: {tenant: aVoiceTenant()}}),
      {props: {shortcuts: {hold: 'Alt+Shift+J', end: false}}},
    );
    await harness.click('button', 'Keyboard shortcuts');
    const rows = [...element.renderRoot.querySelectorAll('.keys > div')].map(textOf);
    const alt = /mac/i.test(navigator.platform) ? 'Option' : 'Alt';
    expect(rows).to.deep.equal([
      `Hold or resume ${alt} + Shift + J`,
      `Consult ${alt} + Shift + O`,
      `Transfer ${alt} + Shift + R`,
      `Conference ${alt} + Shift + F`,
      `Mute or unmute ${alt} + Shift + U`,
      `Dialpad ${alt} + Shift + D`,
      `Pause or start recording ${alt} + Shift + G`,
    ]);
  });

  it('are the page’s to change and to switch off', async () => {
    const stream = withCall({interactions: [anActive()], respond: () => []});
    const {harness, element} = await mount(stream, {props: {shortcuts: {hold: 'Alt+Shift+J', end: false}}});
    await harness.press('Alt+Shift+H');
    await harness.press('Alt+Shift+E');
    expect(types(stream)).to.deep.equal([]);
    await harness.press('Alt+Shift+J');
    expect(types(stream)).to.deep.equal(['call.hold']);
    element.shortcuts = false;
    await harness.settled();
    expect(harness.find('button', 'Keyboard shortcuts')).to.equal(undefined);
    await harness.press('Alt+Shift+U');
    expect(types(stream)).to.deep.equal(['call.hold']);
  });

  for (const [what, make] of [
    ['an input', () => document.createElement('input')],
    ['a text area', () => document.createElement('textarea')],
    ['a list of choices', () => document.createElement('select')],
    ['an editor', () => Object.assign(document.createElement('div'), {contentEditable: 'true', tabIndex: 0})],
  ] as const) {
    it(`never act while somebody types in ${what}`, async () => {
      const stream = withCall({interactions: [anActive()]});
      const {harness, container} = await mount(stream);
      const field = make();
      container.append(field);
      field.focus();
      await harness.press('Alt+Shift+H');
      expect(stream.sent).to.deep.equal([]);
    });
  }

  it('act with the focus on a box to tick', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {harness, container} = await mount(stream);
    const box = Object.assign(document.createElement('input'), {type: 'checkbox'});
    container.append(box);
    box.focus();
    await harness.press('Alt+Shift+H');
    expect(types(stream)).to.deep.equal(['call.hold']);
  });

  const press = (init: KeyboardEventInit, target: EventTarget = document.body): KeyboardEvent => {
    const chord = {key: 'H', code: 'KeyH', altKey: true, shiftKey: true, bubbles: true, composed: true};
    const event = new KeyboardEvent('keydown', {...chord, cancelable: true, ...init});
    target.dispatchEvent(event);
    return event;
  };

  it('never act while a word is being composed, nor on a key that somebody else took', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {container} = await mount(stream);
    press({isComposing: true});
    press({keyCode: 229} as KeyboardEventInit);
    const take = (event: Event): void => {
      event.preventDefault();
    };
    container.addEventListener('keydown', take);
    press({}, container);
    expect(stream.sent).to.deep.equal([]);
  });

  it('find their letter by its place where the layout makes another character of it', async () => {
    const stream = withCall({interactions: [anActive()]});
    await mount(stream);
    expect(press({key: 'Ó', code: 'KeyH'}).defaultPrevented).to.equal(true);
    expect(types(stream)).to.deep.equal(['call.hold']);
    expect(press({key: 'Q', code: 'KeyH'}).defaultPrevented).to.equal(false);
  });

  it('do their work once while the key is held down', async () => {
    const stream = withCall({interactions: [anActive()], respond: () => [{type: 'call.held', ...about}]});
    await mount(stream);
    press({});
    expect(press({repeat: true}).defaultPrevented).to.equal(true);
    expect(types(stream)).to.deep.equal(['call.hold']);
  });

  it('leave the key to the page where there is nothing to do', async () => {
    const wrappingUp = withCall({interactions: [aWrapUp()]});
    await mount(wrappingUp);
    expect(press({}).defaultPrevented).to.equal(false);
    unmountAll();
    const hidden = withCall({interactions: [anActive()]});
    const {element} = await mount(hidden);
    element.hidden = true;
    expect(press({}).defaultPrevented).to.equal(false);
    element.remove();
    expect(press({}).defaultPrevented).to.equal(false);
    expect(hidden.sent).to.deep.equal([]);
  });

  it('do nothing behind a modal dialog', async () => {
    const stream = withCall({interactions: [anActive()]});
    const {container} = await mount(stream);
    const dialog = document.createElement('dialog');
    const inside = document.createElement('button');
    dialog.append(inside);
    container.append(dialog);
    dialog.showModal();
    press({}, inside);
    expect(stream.sent).to.deep.equal([]);
    dialog.close();
  });

  it('belong to one of two panes: the one with the focus, else the first', async () => {
    const first = withCall({interactions: [anActive()]});
    const second = withCall({interactions: [anActive()]});
    await mount(first);
    const {harness} = await mount(second);
    press({});
    expect([types(first), types(second)]).to.deep.equal([['call.hold'], []]);
    await harness.focus('button', 'Consult');
    await harness.press('Alt+Shift+H');
    expect([types(first), types(second)]).to.deep.equal([['call.hold'], ['call.hold']]);
  });
});
