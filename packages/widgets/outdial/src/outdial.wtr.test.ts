import {expect, waitUntil} from '@open-wc/testing';
import {FakeDirectory, manyNumbers} from '@deskwire/testing';
import {AGENT, anActive, aRequest, aWrapUp} from '@deskwire/testing/fixtures.js';
import {runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import './define.js';

import {loadOutdial, OutdialElement} from './outdial.element.js';
import {mountOutdial, type Outdial} from './outdial.harness.js';
import {outdialStream} from './stage.harness.js';

const announced = (): string =>
  [...document.querySelectorAll('dw-announcer')].map((one) => textOf(one)).join(' ');

const options = ({harness}: Outdial): readonly string[] =>
  harness.all('option').map((one) => textOf(one.querySelector('.name, .text') ?? one));

const opened = async (set: Parameters<typeof mountOutdial>[0] = {}): Promise<Outdial> => {
  const outdial = await mountOutdial(set);
  await outdial.opens();
  return outdial;
};
const onDialpad = async (set: Parameters<typeof mountOutdial>[0] = {}): Promise<Outdial> => {
  const outdial = await opened(set);
  await outdial.shows('Dialpad');
  return outdial;
};
const calling = async (number = '0215550142'): Promise<Outdial> => {
  const outdial = await onDialpad();
  await outdial.presses(number);
  await outdial.calls();
  return outdial;
};

describe('dw-outdial', () => {
  before(async () => {
    await loadOutdial();
  });
  afterEach(unmountAll);

  runWidgetSuite<OutdialElement>('outdial', {
    tag: 'dw-outdial',
    elementClass: OutdialElement,
    version: '0.1.0',
    stream: () => outdialStream(),
    texts: {en: 'Outdial call', ko: '아웃다이얼 통화'},
    news: (stream) => {
      stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: anActive()});
    },
    secrets: ['+82215550142', 'Hana Seo'],
  });

  describe('who may dial, and when', () => {
    for (const state of ['available', 'idle'] as const) {
      it(`[OUT-1] offers the call in ${state}`, async () => {
        const {harness} = await mountOutdial({state});
        expect(harness.isLive('button', 'Outdial call')).to.equal(true);
      });
    }

    it('[OUT-1] offers nothing where the profile does not allow it', async () => {
      const {harness, element} = await mountOutdial({profile: {permissions: ['dialpad']}});
      expect(harness.all('button')).to.deep.equal([]);
      element.open('0215550142');
      await harness.settled();
      expect(harness.find('dialog')).to.equal(undefined);
    });

    it('[OUT-1] says why not during a call, its wrap-up, and while one rings; and in RONA', async () => {
      for (const interaction of [anActive(), aWrapUp(), aRequest()]) {
        const {harness} = await mountOutdial({interactions: [interaction]});
        expect(harness.isLive('button', 'Outdial call')).to.equal(false);
        const reason = harness.description('button', 'Outdial call');
        expect(reason).to.match(/call/);
        expect(harness.text).to.contain(reason);
        await harness.click('button', 'Outdial call');
        expect(harness.find('dialog')).to.equal(undefined);
      }
      const {harness} = await mountOutdial({state: 'rona'});
      expect(harness.isLive('button', 'Outdial call')).to.equal(false);
    });

    it('[OUT-1] stops the call in the open dialog when a call arrives, and says so there', async () => {
      const outdial = await onDialpad();
      await outdial.presses('0215550142');
      outdial.stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: aRequest()});
      await outdial.harness.settled();
      expect(outdial.harness.isLive('button', 'Call')).to.equal(false);
      await outdial.calls();
      await outdial.harness.focus('textbox', 'Number to call');
      await outdial.harness.press('Enter');
      expect(outdial.stream.sent).to.deep.equal([]);
      expect(outdial.isOpen).to.equal(true);
    });
  });

  describe('the dialog', () => {
    it('has the focus in the search, is named, and gives the focus back', async () => {
      const outdial = await mountOutdial();
      await outdial.harness.focus('button', 'Outdial call');
      await outdial.harness.press('Enter');
      expect(outdial.harness.focused).to.equal('combobox "Number or name"');
      expect(outdial.harness.get('dialog', 'Outdial call')).to.exist;
      expect(outdial.harness.description('dialog')).to.equal('Dials from this browser.');
      await outdial.harness.press('Escape');
      expect(outdial.isOpen).to.equal(false);
      expect(outdial.harness.focused).to.equal('button "Outdial call"');
      expect(outdial.heard).to.deep.equal(['dw-outdial-closed']);
    });

    it('says that the desk phone rings first', async () => {
      const outdial = await opened({profile: {station: {kind: 'desk-phone', dn: '7001'}}});
      expect(outdial.harness.description('dialog')).to.equal('Your phone rings first.');
    });

    it('is walked by Tab and stays in itself, with the dialpad as one stop', async () => {
      const outdial = await onDialpad();
      await outdial.harness.focus('tab', 'Dialpad');
      const seen: string[] = [];
      for (let step = 0; step < 7; step += 1) {
        await outdial.harness.press('Tab');
        seen.push(outdial.harness.focused);
      }
      expect(seen).to.deep.equal([
        'textbox "Number to call"',
        'button "Delete the last character"',
        'button "1"',
        'button "Select outdial ANI None (default) +82 2-1588-0420"',
        'button "Cancel"',
        'button "Call"',
        'button "Close"',
      ]);
    });

    it('walks its tabs with the arrows, by the direction of the writing, and keeps what is in them', async () => {
      const outdial = await onDialpad({place: {dir: 'rtl'}});
      await outdial.presses('021');
      await outdial.harness.focus('tab', 'Dialpad');
      await outdial.harness.press('ArrowRight');
      expect(outdial.harness.focused).to.equal('tab "Address book"');
      expect(outdial.harness.get('combobox', 'Number or name')).to.exist;
      await outdial.harness.press('ArrowLeft');
      expect((outdial.harness.get('textbox') as HTMLInputElement).value).to.equal('021');
    });

    it('closes when the profile no longer allows it', async () => {
      const outdial = await opened();
      const {profile} = outdial.stream.state;
      if (!profile) throw new Error('no profile');
      outdial.stream.tell({type: 'agent.profile-changed', profile: {...profile, permissions: []}});
      await outdial.harness.settled();
      expect(outdial.isOpen).to.equal(false);
      expect(outdial.harness.all('button')).to.deep.equal([]);
    });

    it('fits 320 px and is accessible, in both tabs, languages, directions and themes', async () => {
      for (const [locale, dir, theme] of [
        ['en', 'ltr', 'light'],
        ['ko', 'ltr', 'dark'],
        ['ko', 'rtl', 'light'],
      ] as const) {
        const outdial = await mountOutdial({place: {locale, dir, theme, width: 320}});
        outdial.element.open('02155');
        await outdial.harness.settled();
        await expect(outdial.element).to.be.accessible();
        expect(outdial.harness.all('tab').map(textOf)).to.deep.equal(
          locale === 'ko' ? ['주소록', '다이얼패드'] : ['Address book', 'Dialpad'],
        );
        const [first] = outdial.harness.all('tab');
        first?.click();
        await outdial.harness.settled();
        await expect(outdial.element).to.be.accessible();
        unmountAll();
      }
    });
  });

  describe('the address book', () => {
    it('[OUT-2] lists it by name, and calls what is chosen', async () => {
      const outdial = await opened();
      expect(options(outdial)).to.deep.equal(['Daehan Card', 'Night duty', '한빛 물류창고']);
      await outdial.harness.click('option', /Daehan/);
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '+8215770420'});
    });

    it('[OUT-2] filters as one types, in Hangul by initial consonants, and calls by two Enters', async () => {
      const outdial = await opened();
      const field = outdial.harness.get('combobox', 'Number or name') as HTMLInputElement;
      field.value = 'ㅎㅂ';
      field.dispatchEvent(
        new InputEvent('input', {bubbles: true, composed: true, data: 'ㅂ', isComposing: true}),
      );
      await outdial.harness.settled();
      expect(options(outdial)).to.deep.equal(['한빛 물류창고']);
      const composing = {key: 'Enter', keyCode: 229, isComposing: true} as KeyboardEventInit;
      field.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, composed: true, ...composing}));
      expect(outdial.stream.sent).to.deep.equal([]);
      await outdial.harness.press('Enter');
      await outdial.harness.press('Enter');
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0325550119'});
    });

    it('[OUT-2] finds in 50,000 rows and renders a handful', async () => {
      const outdial = await opened({directory: new FakeDirectory({numbers: manyNumbers(50_000)})});
      await waitUntil(() => options(outdial).length > 0, 'the list', {timeout: 8000});
      await outdial.types('49998');
      expect(options(outdial).join()).to.contain('49998');
      expect(outdial.harness.all('option').length).to.be.lessThan(20);
    });

    it('[OUT-4] takes a number that is typed as it would be dialled, in US, E.164 and IDD form', async () => {
      for (const [typed, number] of [
        ['+82 (0)10-4827-1934', '+821048271934'],
        ['001 82 10 4827 1934', '00182104827193'],
        ['02) 1555-0142', '0215550142'],
      ] as const) {
        const outdial = await opened({tenant: {outdial: {anis: [], availableAfter: false, dialPlan: []}}});
        await outdial.types(typed.slice(0, number === '00182104827193' ? -1 : undefined));
        await outdial.calls();
        expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number});
        unmountAll();
      }
    });

    it('asks for no list but the address book, and for that anew by its button', async () => {
      const directory = new FakeDirectory();
      const outdial = await opened({directory});
      await outdial.harness.click('button', 'Refresh list');
      expect(directory.asked).to.deep.equal(['directory.numbers', 'directory.numbers']);
      await outdial.shows('Dialpad');
      expect(outdial.harness.find('button', 'Refresh list')).to.equal(undefined);
    });

    it('says that it could not be loaded, and takes a number all the same', async () => {
      const directory = new FakeDirectory();
      directory.refuses = 'DW_SERVER_FAILED';
      const outdial = await opened({directory});
      expect(outdial.failure).to.contain('The list could not be loaded.');
      await outdial.types('0215550142');
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
    });
  });

  describe('the dialpad', () => {
    it('[OUT-3] dials by pointer', async () => {
      const outdial = await onDialpad();
      await outdial.presses('0215550142');
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
    });

    it('[OUT-3] dials by keyboard, with letters left out and said', async () => {
      const outdial = await onDialpad();
      await outdial.harness.focus('textbox', 'Number to call');
      await outdial.types('02-1555a');
      expect(outdial.note).to.equal('Letters cannot be dialled and were left out.');
      await outdial.types('0142');
      await outdial.harness.press('Enter');
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
    });

    it('[OUT-3] is not there without the permission for it', async () => {
      const outdial = await opened({profile: {permissions: ['outdial']}});
      expect(outdial.harness.all('tab')).to.deep.equal([]);
      expect(outdial.harness.find('toolbar')).to.equal(undefined);
      expect(outdial.harness.get('combobox', 'Number or name')).to.exist;
    });

    it('[OUT-3] says which rule of the dial plan refuses the number', async () => {
      const outdial = await onDialpad();
      await outdial.presses('+14155550142'.replace('+', ''));
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '14155550142'});
      unmountAll();
      const other = await onDialpad();
      await other.presses('06055501');
      await other.calls();
      expect(other.note).to.equal('The dial plan (No premium) does not allow numbers that begin like this.');
      expect(other.stream.sent).to.deep.equal([]);
      expect(other.harness.focused).to.equal('textbox "Number to call"');
    });

    it('[OUT-4] refuses an extension and the number of an entry point, in words', async () => {
      const outdial = await onDialpad();
      await outdial.presses('4417');
      await outdial.calls();
      expect(outdial.note).to.contain('Extensions and short codes cannot be dialled here.');
      outdial.element.open('+82 1588-0420');
      await outdial.harness.settled();
      await outdial.calls();
      expect(outdial.note).to.equal('The number of an entry point cannot be dialled.');
      expect(outdial.stream.sent).to.deep.equal([]);
    });

    it('shows at the number what only the backend knows of it', async () => {
      const outdial = await calling();
      outdial.stream.refuse('DW_NUMBER_ENTRY_POINT');
      await outdial.harness.settled();
      expect(outdial.note).to.equal('The number of an entry point cannot be dialled.');
      expect(outdial.failure).to.equal('');
    });
  });

  describe('the ANI', () => {
    it('[OUT-5] is chosen from an alphabetical list, none first, and sent', async () => {
      const outdial = await onDialpad();
      await outdial.harness.click('button', /^Select outdial ANI/);
      expect(options(outdial)).to.deep.equal(['None (default)', 'Billing', 'Sales', '해지 방어']);
      await outdial.harness.click('option', /Sales/);
      await outdial.presses('0215550142');
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({
        type: 'outdial.call',
        number: '0215550142',
        ani: '+82215770420',
      });
    });

    it('[OUT-5] can be removed, and is then the default again', async () => {
      const outdial = await onDialpad();
      await outdial.chooses(/Billing/);
      await outdial.harness.click('button', 'Remove the outdial ANI');
      expect(outdial.harness.focused).to.contain('None (default)');
      await outdial.chooses(/Sales/);
      await outdial.chooses(/None/);
      await outdial.presses('0215550142');
      await outdial.calls();
      expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
    });

    it('[OUT-5] is chosen by keyboard; Escape closes the list and not the dialog', async () => {
      const outdial = await opened();
      await outdial.harness.focus('button', /^Select outdial ANI/);
      await outdial.harness.press('Enter');
      await outdial.harness.press('Escape');
      expect(outdial.isOpen).to.equal(true);
      expect(outdial.harness.focused).to.contain('Select outdial ANI');
      await outdial.harness.press('Enter');
      await outdial.harness.press('ArrowDown');
      await outdial.harness.press('Enter');
      expect(outdial.harness.focused).to.contain('Billing');
    });

    it('is not asked for where the tenant has none, and is none when the next call is made', async () => {
      const outdial = await opened({tenant: {outdial: {anis: [], availableAfter: false, dialPlan: []}}});
      expect(outdial.harness.find('button', /ANI/)).to.equal(undefined);
      unmountAll();
      const other = await opened();
      await other.chooses(/Sales/);
      await other.harness.press('Escape');
      await other.opens();
      expect(other.harness.find('button', /None \(default\)/)).to.exist;
    });

    it('says that it is gone, and calls with the default then', async () => {
      const outdial = await onDialpad();
      await outdial.chooses(/Sales/);
      await outdial.presses('0215550142');
      await outdial.calls();
      outdial.stream.refuse('DW_ANI_UNKNOWN');
      await outdial.harness.settled();
      expect(outdial.failure).to.contain('This outdial ANI no longer exists.');
    });
  });

  describe('the request', () => {
    it('[OUT-6] is pending until it was taken; then the dialog closes and the focus returns', async () => {
      const outdial = await mountOutdial();
      await outdial.harness.focus('button', 'Outdial call');
      await outdial.opens();
      await outdial.types('0215550142');
      await outdial.harness.press('Enter');
      expect(outdial.harness.get('button', 'Call').getAttribute('aria-busy')).to.equal('true');
      await outdial.harness.press('Escape');
      expect(outdial.isOpen).to.equal(true);
      await outdial.taken();
      expect(outdial.isOpen).to.equal(false);
      expect(outdial.heard).to.deep.equal(['dw-outdial-request', 'dw-outdial-closed', 'dw-outdial-done']);
      expect(outdial.harness.focused).to.equal('button "Outdial call"');
    });

    it('can be prevented by the page', async () => {
      const outdial = await onDialpad();
      outdial.mounted.container.addEventListener('dw-outdial-request', (event) => {
        event.preventDefault();
      });
      await outdial.presses('0215550142');
      await outdial.calls();
      expect(outdial.stream.sent).to.deep.equal([]);
      expect(outdial.harness.isLive('button', 'Call')).to.equal(true);
    });

    it('[OUT-8] shows 26 and 27 with code and text where one acted, until another number is typed', async () => {
      for (const [code, text] of [
        [
          'DW_CALL_LIMIT_DATA_CENTRE',
          'Reason 26: the data centre has reached its limit of concurrent calls.',
        ],
        ['DW_CALL_LIMIT_TENANT', 'Reason 27: your organisation has reached its limit of concurrent calls.'],
      ] as const) {
        const outdial = await calling();
        outdial.stream.refuse(code);
        await outdial.harness.settled();
        expect(outdial.failure).to.contain(text);
        expect(outdial.isOpen).to.equal(true);
        await outdial.presses('1');
        expect(outdial.failure).to.equal('');
        unmountAll();
      }
    });

    it('[OUT-7] says that an inbound call won the race', async () => {
      const outdial = await calling();
      outdial.stream.refuse('DW_OUTDIAL_INBOUND_WON');
      await outdial.harness.settled();
      expect(outdial.failure).to.contain('An inbound call came first, so this call was not made.');
      await outdial.harness.click('button', 'Dismiss');
      expect(outdial.failure).to.equal('');
      expect(outdial.harness.focused).to.equal('textbox "Number to call"');
    });

    it('[OUT-7] says once that an inbound call came first, while that call waits', async () => {
      const outdial = await calling();
      outdial.stream.refuse('DW_OUTDIAL_INBOUND_WON');
      outdial.stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: aRequest()});
      await outdial.harness.settled();
      const said = (): readonly string[] =>
        [...outdial.element.renderRoot.querySelectorAll('.note, .strip')].map(textOf);
      expect(said().filter((text) => text.includes('An inbound call came first'))).to.have.length(1);
      await outdial.harness.click('button', 'Dismiss');
      expect(said()).to.deep.equal(['An inbound call came first.']);
      expect(outdial.harness.isLive('button', 'Call')).to.equal(false);
    });

    it('is tried again under its own id where no answer came', async () => {
      const outdial = await calling();
      outdial.stream.refuse('DW_SEND_TIMEOUT');
      await outdial.harness.settled();
      await outdial.harness.click('button', 'Try again');
      expect(outdial.stream.sent.map(({id}) => id)).to.have.length(2);
      expect(outdial.stream.sent[1]?.id).to.equal(outdial.stream.sent[0]?.id);
      await outdial.taken();
      expect(outdial.isOpen).to.equal(false);
    });
  });

  describe('a call that came to nothing', () => {
    for (const [reason, text] of [
      ['not-connected', 'The call could not be connected.'],
      ['agent-declined', 'Your phone did not take the call.'],
      ['customer-rejected', 'The customer rejected the call.'],
      ['customer-unanswered', 'The customer did not answer.'],
      ['inbound-won', 'An inbound call came first, so this call was not made.'],
    ] as const) {
      it(`[OUT-7] tells ${reason} apart, with the number, without taking the focus`, async () => {
        const outdial = await calling();
        await outdial.taken();
        await outdial.harness.focus('button', 'Outdial call');
        await outdial.fails(reason);
        expect(outdial.notice).to.contain(text);
        expect(outdial.notice).to.contain('02-1555-0142');
        expect(outdial.harness.focused).to.equal('button "Outdial call"');
        expect(announced()).to.contain(text);
        await expect(outdial.element).to.be.accessible();
      });
    }

    it('[OUT-8] shows the limit that was met while the customer was dialled, with its code', async () => {
      const outdial = await calling();
      await outdial.taken();
      await outdial.fails('limit', 26);
      expect(outdial.notice).to.contain('Reason 26: the data centre has reached');
    });

    it('can be called again as it was, and the notice goes', async () => {
      const outdial = await onDialpad();
      await outdial.chooses(/Sales/);
      await outdial.presses('0215550142');
      await outdial.calls();
      await outdial.taken();
      await outdial.fails('customer-unanswered');
      await outdial.harness.focus('button', 'Call again');
      await outdial.harness.press('Enter');
      expect(outdial.stream.sent[1]?.command).to.deep.equal(outdial.stream.sent[0]?.command);
      expect(outdial.notice).to.equal('');
      expect(outdial.harness.focused).to.equal('button "Outdial call"');
    });

    it('says why it cannot be called again during a call, and can be dismissed', async () => {
      const outdial = await calling();
      await outdial.taken();
      await outdial.fails('customer-unanswered');
      outdial.stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: anActive()});
      await outdial.harness.settled();
      expect(outdial.harness.isLive('button', 'Call again')).to.equal(false);
      expect(outdial.harness.description('button', 'Call again')).to.equal('Finish the current call first.');
      await outdial.harness.click('button', 'Dismiss');
      expect(outdial.notice).to.equal('');
    });

    it('says nothing of a call that the agent cancelled', async () => {
      const outdial = await calling();
      await outdial.taken();
      outdial.stream.tell({
        type: 'engagement.left',
        interactionId: 'out-1',
        agentId: AGENT.id,
        reason: 'withdrawn',
      });
      await outdial.harness.settled();
      expect(outdial.notice).to.equal('');
    });

    it('leaves no customer data in attributes', async () => {
      const outdial = await calling();
      await outdial.taken();
      await outdial.fails('customer-unanswered');
      const html = outdial.element.shadowRoot?.innerHTML ?? '';
      expect(html.match(/="[^"]*1555[^"]*"/g)).to.equal(null);
    });
  });
});
