import {expect} from '@open-wc/testing';
import type {Happening, Interaction} from '@deskwire/domain';
import type {FakeStream} from '@deskwire/testing';
import {AGENT, CUSTOMER, NOON} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  runWidgetSuite,
  textOf,
  unmountAll,
  type Harness,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import './define-call-guide.js';
import {CallGuideElement} from './call-guide.element.js';
import {aCampaignDesk, aWrapping, aWaiting, aTalk, ON_CONTACT, SAMPLE_CAMPAIGN} from './samples.harness.js';

const TAG = 'dw-call-guide';
const [REACHED, INTEREST, PRICE, WHEN, NOTE] = [
  'Are you speaking with the contract holder?',
  'Would they renew the fibre plan for another two years?',
  'What offer would they accept?',
  'When can the contract holder be reached?',
  'Anything else worth knowing?',
] as const;

const talking = (set: Partial<Interaction> = {}): FakeStream => aCampaignDesk([aTalk(set)]);

const mount = async (stream: FakeStream, options: MountOptions<CallGuideElement> = {}) => {
  const mounted = await mountWidget<CallGuideElement>(TAG, {stream, ...options});
  const heard: unknown[] = [];
  for (const type of ['dw-call-guide-submit-request', 'dw-call-guide-submit-done'] as const)
    mounted.element.addEventListener(type, ({detail}) => heard.push([type, detail]));
  return {...mounted, stream, heard};
};

const asked = (harness: Harness): string =>
  textOf(harness.get('heading', /[?.]|answers/)).split(' Optional')[0] ?? '';
const choose = async (harness: Harness, answer: string): Promise<void> => {
  await harness.click('radio', answer);
};
const next = (harness: Harness): Promise<void> => harness.click('button', 'Next');
const write = async (harness: Harness, text: string): Promise<void> => {
  await harness.focus('textbox');
  await harness.type(text);
};
const steps = (harness: Harness): readonly string[] => harness.all('listitem').map(textOf);

/** To the summary, by the way of somebody else on the phone. */
const throughToSummary = async (harness: Harness): Promise<void> => {
  await choose(harness, 'No, somebody else');
  await next(harness);
  await write(harness, 'After six');
  await next(harness);
  await next(harness);
};
const REPLIES = [
  {questionId: 'reached', answer: 'no'},
  {questionId: 'when', answer: 'After six'},
  {questionId: 'note', answer: ''},
] as const;
const submitted: Happening = {
  type: 'call-guide.submitted',
  interactionId: 'contact-1',
  by: AGENT,
  replies: REPLIES,
};

runWidgetSuite('the call guide', {
  tag: TAG,
  elementClass: CallGuideElement,
  version: '0.1.0',
  stream: () => aCampaignDesk([aWrapping({}, {since: NOON, deadline: NOON + 60_000})]),
  texts: {en: 'Call guide', ko: '통화 가이드'},
  news: (stream) => stream.tell(submitted),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', '4471-secret'],
});

describe('the call guide', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  describe('of a contact', () => {
    it('shows nothing without a campaign contact, before it is talked to, and where its campaign has no guide', async () => {
      const {guide: _, ...bare} = SAMPLE_CAMPAIGN;
      const {harness: none} = await mount(aCampaignDesk());
      const {harness: early} = await mount(aCampaignDesk([aWaiting()]));
      const {tenant} = aCampaignDesk().state;
      const {harness: guideless} = await mount(
        aCampaignDesk([aTalk()], {snapshot: {...(tenant && {tenant: {...tenant, campaigns: [bare]}})}}),
      );
      expect([none, early, guideless].map(({text}) => text)).to.deep.equal(['', '', '']);
    });

    it('shows nothing where the backend takes no answers', async () => {
      const {harness} = await mount(
        aCampaignDesk([aTalk()], {snapshot: {capabilities: {commands: ['campaign.next'], features: []}}}),
      );
      expect(harness.text).to.equal('');
    });

    it('follows the newest one, or the one whose id is set', async () => {
      const other = aTalk({id: 'contact-2', createdAt: NOON + 1, customer: {name: 'Ida Later'}});
      const {harness, element} = await mount(aCampaignDesk([aTalk(), other]));
      expect(harness.text).to.contain('Ida Later · Fibre renewal');
      element.interactionId = 'contact-1';
      await harness.settled();
      expect(harness.text).to.contain('Hana Seo · Fibre renewal');
    });

    it('takes no focus when it appears', async () => {
      const stream = aCampaignDesk([aWaiting()]);
      const {harness} = await mount(stream);
      stream.tell({type: 'interaction.shown', interactionId: 'contact-1', interaction: aTalk()});
      await harness.settled();
      expect(asked(harness)).to.equal(REACHED);
      expect(document.activeElement).to.equal(document.body);
    });
  });

  describe('question by question', () => {
    it('[CAMP-5] asks the next question by the answer, by keyboard alone, to the summary and the submit', async () => {
      const {harness, stream, heard} = await mount(talking());
      await harness.focus('radio', 'Yes');
      await harness.press('Space');
      await harness.press('Enter');
      expect(asked(harness)).to.equal(INTEREST);
      expect(harness.focused).to.equal('radio "Yes, on the same terms"');
      await harness.press('ArrowDown');
      await harness.press('Enter');
      expect(asked(harness)).to.equal(PRICE);
      await harness.type('29.90');
      await harness.press('Enter');
      expect(asked(harness)).to.equal(NOTE);
      await harness.press('Enter');
      expect(harness.focused).to.equal('heading "Check the answers"');
      expect(steps(harness)).to.deep.equal([
        `${REACHED} Yes Change , ${REACHED}`,
        `${INTEREST} Only with a better offer Change , ${INTEREST}`,
        `${PRICE} 29.90 Change , ${PRICE}`,
        `${NOTE} No answer Change , ${NOTE}`,
      ]);
      await harness.focus('button', 'Submit');
      await harness.press('Enter');
      const replies = [
        {questionId: 'reached', answer: 'yes'},
        {questionId: 'interest', answer: 'offer'},
        {questionId: 'price', answer: '29.90'},
        {questionId: 'note', answer: ''},
      ];
      expect(stream.last).to.deep.equal({type: 'call-guide.submit', interactionId: 'contact-1', replies});
      expect(harness.isLive('button', 'Submit')).to.equal(false);
      stream.accept([{type: 'call-guide.submitted', interactionId: 'contact-1', by: AGENT, replies}]);
      await harness.settled();
      expect(harness.get('heading', /^Submitted at .+ by Mina Park\.$/)).to.equal(
        harness.element.shadowRoot?.activeElement,
      );
      expect(steps(harness)[1]).to.equal(`${INTEREST} Only with a better offer`);
      expect(harness.find('button')).to.equal(undefined);
      expect(heard.map((one) => (one as unknown[])[0])).to.deep.equal([
        'dw-call-guide-submit-request',
        'dw-call-guide-submit-done',
      ]);
    });

    it('[CAMP-5] asks other questions on the other way', async () => {
      const {harness} = await mount(talking());
      await choose(harness, 'No, somebody else');
      await next(harness);
      expect(asked(harness)).to.equal(WHEN);
    });

    it('is a radio group with the question as its name', async () => {
      const {harness} = await mount(talking());
      const group = harness.get('radiogroup', `Question 1 of up to 4: ${REACHED}`);
      expect(group.getAttribute('aria-required')).to.equal('true');
      expect(harness.description('radiogroup')).to.contain('Ask for the name');
      expect(harness.all('radio').map((one) => textOf(one.closest('label') ?? one))).to.deep.equal([
        'Yes',
        'No, somebody else',
      ]);
    });

    it('says how far it is, as far as that is known', async () => {
      const {harness} = await mount(talking());
      expect(harness.text).to.contain('Question 1 of up to 4');
      await choose(harness, 'No, somebody else');
      expect(harness.text).to.contain('Question 1 of 3');
      await next(harness);
      expect(harness.text).to.contain('Question 2 of 3');
    });

    it('does not go on without an answer, says so at the question, and goes on once there is one', async () => {
      const {harness} = await mount(talking());
      await next(harness);
      expect(textOf(harness.get('alert'))).to.equal('Choose an answer.');
      expect(harness.get('radiogroup').getAttribute('aria-invalid')).to.equal('true');
      expect(harness.focused).to.equal('radio "Yes"');
      await choose(harness, 'No, somebody else');
      expect(harness.find('alert', 'Choose an answer.')).to.equal(undefined);
      await next(harness);
      await next(harness);
      expect(harness.text).to.contain('Write an answer.');
      expect(asked(harness)).to.equal(WHEN);
    });

    it('counts near the limit, keeps what is over it, and does not go on with it', async () => {
      const {harness} = await mount(talking());
      await choose(harness, 'No, somebody else');
      await next(harness);
      const box = harness.get('textbox') as HTMLTextAreaElement;
      const put = async (text: string): Promise<void> => {
        box.value = text;
        box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        await harness.settled();
      };
      await put('x'.repeat(950));
      expect(harness.text).to.contain('950 / 1000');
      await put('x'.repeat(1_001));
      await next(harness);
      expect(harness.text).to.contain('The answer has 1,001 characters. At most 1,000 are allowed.');
      expect(box.value).to.have.lengthOf(1_001);
    });

    it('does not take the Enter of a composition for Next', async () => {
      const {harness} = await mount(talking());
      await choose(harness, 'No, somebody else');
      await next(harness);
      await write(harness, '여섯 시');
      const composing = {key: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true};
      harness.get('textbox').dispatchEvent(new KeyboardEvent('keydown', composing));
      await harness.settled();
      expect(asked(harness)).to.equal(WHEN);
    });
  });

  describe('going back', () => {
    it('[CAMP-5] keeps the answers', async () => {
      const {harness} = await mount(talking());
      await choose(harness, 'No, somebody else');
      await next(harness);
      await write(harness, 'After six');
      await harness.click('button', 'Back');
      expect(asked(harness)).to.equal(REACHED);
      expect(harness.focused).to.equal('radio "No, somebody else"');
      expect((harness.get('radio', 'No, somebody else') as HTMLInputElement).checked).to.equal(true);
      expect(harness.find('button', 'Back')).to.equal(undefined);
      await next(harness);
      expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('After six');
    });

    it('[CAMP-5] leaves a way with the answer that led there, and finds its answers again on the way back', async () => {
      const {harness, stream} = await mount(talking());
      await throughToSummary(harness);
      await harness.click('button', `Change , ${REACHED}`);
      await choose(harness, 'Yes');
      await next(harness);
      await choose(harness, 'No');
      await harness.click('button', 'Summary');
      expect(steps(harness).join()).not.to.contain('After six');
      await harness.click('button', `Change , ${REACHED}`);
      await choose(harness, 'No, somebody else');
      await harness.click('button', 'Summary');
      expect(steps(harness)[1]).to.contain('After six');
      await harness.click('button', 'Submit');
      expect(stream.last).to.deep.include({replies: REPLIES});
    });
  });

  describe('the summary', () => {
    it('names what is not answered, and leads there', async () => {
      const {harness, stream} = await mount(talking());
      await choose(harness, 'Yes');
      await harness.click('button', 'Summary');
      expect(steps(harness)[1]).to.contain('Not answered yet');
      expect(harness.isLive('button', 'Submit')).to.equal(false);
      expect(harness.description('button', 'Submit')).to.equal(`Answer “${INTEREST}” first.`);
      expect(harness.text).to.contain(`Answer “${INTEREST}” first.`);
      await harness.click('button', 'Submit');
      expect(stream.sent).to.deep.equal([]);
      await harness.click('button', `Answer , ${INTEREST}`);
      expect(asked(harness)).to.equal(INTEREST);
    });

    it('goes back to the last question', async () => {
      const {harness} = await mount(talking());
      await throughToSummary(harness);
      await harness.click('button', 'Back');
      expect(asked(harness)).to.equal(NOTE);
    });

    it('lets the page prevent the submit', async () => {
      const {harness, stream, element} = await mount(talking());
      element.addEventListener('dw-call-guide-submit-request', (event) => {
        event.preventDefault();
      });
      await throughToSummary(harness);
      await harness.click('button', 'Submit');
      expect(stream.sent).to.deep.equal([]);
    });

    it('[CAMP-5] keeps the answers when they could not be submitted, and tries again', async () => {
      const {harness, stream} = await mount(talking());
      await throughToSummary(harness);
      await harness.click('button', 'Submit');
      stream.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(textOf(harness.get('alert'))).to.contain('Not connected.');
      expect(steps(harness)).to.have.lengthOf(3);
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
    });

    it('says why nothing can be submitted by a contact that is not at hand', async () => {
      const {harness, stream} = await mount(talking());
      await throughToSummary(harness);
      stream.tell({
        type: 'interaction.ended',
        interactionId: 'contact-1',
        ending: {at: NOON, by: 'customer', reason: 'ended'},
      });
      await harness.settled();
      expect(harness.description('button', 'Submit')).to.equal('This contact has ended.');
      stream.tell({type: 'wrap-up.started', ...ON_CONTACT});
      await harness.settled();
      expect(harness.isLive('button', 'Submit')).to.equal(true);
    });
  });

  describe('answers', () => {
    it('[CAMP-5] stay when the agent turns to another task', async () => {
      const other = aTalk({id: 'contact-2', createdAt: NOON + 1});
      const {harness, element} = await mount(aCampaignDesk([aTalk(), other]), {
        props: {interactionId: 'contact-1'},
      });
      await choose(harness, 'No, somebody else');
      await next(harness);
      await write(harness, 'After');
      element.interactionId = 'contact-2';
      await harness.settled();
      expect(asked(harness)).to.equal(REACHED);
      element.interactionId = 'contact-1';
      await harness.settled();
      expect(asked(harness)).to.equal(WHEN);
      expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('After');
    });

    it('[CAMP-5] stay when the guide is taken away, and over a reload', async () => {
      const {harness} = await mount(talking());
      await choose(harness, 'No, somebody else');
      await next(harness);
      await write(harness, 'After six');
      unmountAll();
      // A new page: another element, another stream, nothing but the snapshot.
      const again = (await mount(talking())).harness;
      expect(asked(again)).to.equal(WHEN);
      expect((again.get('textbox') as HTMLTextAreaElement).value).to.equal('After six');
    });

    it('are forgotten once they are submitted', async () => {
      const {harness, stream} = await mount(talking());
      await throughToSummary(harness);
      expect(sessionStorage.length).to.equal(1);
      await harness.click('button', 'Submit');
      stream.accept([submitted]);
      await harness.settled();
      expect(sessionStorage.length).to.equal(0);
    });
  });

  describe('in wrap-up', () => {
    it('[CAMP-5] reminds of a guide that is not submitted, with the time that is left, and takes no focus', async () => {
      const stream = talking();
      const {harness, time} = await mount(stream);
      await throughToSummary(harness);
      expect(harness.text).not.to.contain('The call has ended.');
      const focus = harness.focused;
      stream.tell({type: 'wrap-up.started', ...ON_CONTACT, deadline: NOON + 30_000});
      await harness.settled();
      expect(harness.text).to.contain(
        'The call has ended. Submit the call guide before you finish the wrap-up.',
      );
      expect(harness.focused).to.equal(focus);
      expect(textOf(document.querySelector('dw-announcer') ?? document.body)).to.contain(
        'The call has ended.',
      );
      time.advance(6_000);
      await harness.settled();
      expect(harness.text).to.contain('Wrap-up submits by itself in 00:24');
      await harness.click('button', 'Submit');
      stream.accept([submitted]);
      await harness.settled();
      expect(harness.text).not.to.contain('The call has ended.');
    });

    it('goes with the contact', async () => {
      const stream = aCampaignDesk([aWrapping()]);
      const {harness} = await mount(stream);
      await choose(harness, 'Yes');
      stream.tell({type: 'wrap-up.submitted', ...ON_CONTACT, reasonIds: ['resolved'], auto: false});
      await harness.settled();
      expect(harness.text).to.equal('');
      expect(sessionStorage.length).to.equal(0);
    });
  });

  it('shows what was submitted, also where the guide has changed since', async () => {
    const guide = {by: AGENT, at: NOON, replies: [...REPLIES, {questionId: 'gone', answer: 'Old answer'}]};
    const {harness} = await mount(aCampaignDesk([aWrapping({guide})]));
    expect(steps(harness)).to.deep.equal([
      `${REACHED} No, somebody else`,
      `${WHEN} After six`,
      `${NOTE} No answer`,
      'gone Old answer',
    ]);
  });

  it('fits 320 px with a long answer', async () => {
    const {harness, element} = await mount(talking(), {width: 320});
    await choose(harness, 'No, somebody else');
    await next(harness);
    await write(harness, `After six ${'long'.repeat(40)}`);
    await harness.click('button', 'Summary');
    expect(overflows(element)).to.deep.equal([]);
  });
});
