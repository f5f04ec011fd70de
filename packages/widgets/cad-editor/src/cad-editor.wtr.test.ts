import {expect} from '@open-wc/testing';
import {CAD_MAX_VARIABLES} from '@deskwire/domain';
import {fakeStream} from '@deskwire/testing';
import {
  anActive,
  aProfile,
  aRequest,
  aVariable,
  aWrapUp,
  CUSTOMER,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';
import {focused, leaks, overflows, runWidgetSuite, unmountAll} from '@deskwire/testing/widgets.js';

import {act, compose, composed, said} from './acting.harness.js';
import {CadEditorElement} from './cad-editor.element.js';
import {aCall, aDeskThatSaves, changed, variables} from './cad-editor.harness.js';

const FAMILY = '👨‍👩‍👧‍👦';

runWidgetSuite('the data editor', {
  tag: 'dw-cad-editor',
  elementClass: CadEditorElement,
  version: '0.1.0',
  stream: () => aDeskThatSaves(),
  texts: {en: 'Account number', ko: '계정 번호'},
  news: (stream) => {
    changed(stream, {plan: 'Platinum'}, 'flow');
  },
  secrets: [
    ...[CUSTOMER.name ?? '', CUSTOMER.number ?? ''],
    ...variables()
      .map(({value}) => value)
      .filter((value) => value !== 'true'),
  ],
});

const many = (count: number) =>
  Array.from({length: count}, (_, index) =>
    aVariable({name: `v${index}`, label: `Variable ${index}`, value: `value ${index}`, order: count - index}),
  );

const labels = (element: HTMLElement): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll('.label > .name') ?? [])].map(({textContent}) => textContent);

describe('the data editor', () => {
  let copied: string[] = [];
  const {clipboard} = navigator;

  beforeEach(() => {
    copied = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {writeText: async (text: string) => void copied.push(text)},
    });
  });
  afterEach(() => {
    unmountAll();
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
    for (const guard of document.querySelectorAll('dw-cad-leave-guard')) guard.parentElement?.remove();
  });

  describe('what it shows', () => {
    it('[CAD-1] is admin’s labels in admin’s order, in both languages', async () => {
      const {element, language, harness} = await act();
      expect(labels(element).slice(0, 3)).to.deep.equal([
        'Account number',
        'Customer since',
        'Resident ID, last 4',
      ]);
      expect(harness.text).to.contain('10 variables');
      language.set({locale: 'ko', dir: 'ltr'});
      await harness.settled();
      expect(labels(element).slice(0, 2)).to.deep.equal(['계정 번호', '가입일']);
    });

    it('[CAD-1] is thirty at most, the first by order; that there are more is said in words', async () => {
      const {element, harness} = await act(aDeskThatSaves({interactions: [aCall(many(34))]}));
      expect(labels(element)).to.have.length(CAD_MAX_VARIABLES);
      expect(labels(element)[0]).to.equal('Variable 33');
      expect(harness.text).to.contain('4 more variables are configured than this pane can show (30).');
    });

    it('[CAD-1] keeps its order and widths once it is shown, whatever the values become', async () => {
      const {element, desk, harness} = await act();
      const before = labels(element);
      const wide = (): number => element.shadowRoot?.querySelectorAll('.field.wide').length ?? 0;
      expect(wide()).to.equal(1);
      changed(desk, {plan: 'A plan whose name became very much longer than it was', reason: 'Short'}, 'flow');
      await harness.settled();
      expect(labels(element)).to.deep.equal(before);
      expect(wide()).to.equal(1);
    });

    it('writes numbers, dates and yes or no as the language does, for reading', async () => {
      const cad = variables().map((one) => ({...one, editable: false}));
      const {harness, language} = await act(aDeskThatSaves({interactions: [aCall(cad)]}));
      for (const text of ['12,400', '14 Mar 2019', '27 Nov 2026, 14:30', 'Yes'])
        expect(harness.text).to.contain(text);
      expect(harness.all('textbox')).to.deep.equal([]);
      language.set({locale: 'ko', dir: 'ltr'});
      await harness.settled();
      for (const text of ['2019. 3. 14.', '예']) expect(harness.text).to.contain(text);
    });

    it('follows the newest active contact of any channel, and the one whose id is set', async () => {
      const desk = aDeskThatSaves();
      const {element, harness} = await act(desk);
      const mail = anActive({
        id: 'email-1',
        channel: 'email',
        createdAt: Date.now() * 2,
        cad: [aVariable({label: 'Mail order'})],
      });
      const chat = anActive({
        id: 'chat-1',
        channel: 'chat',
        createdAt: 1,
        cad: [aVariable({label: 'Chat order'})],
      });
      desk.hydrate({interactions: [aCall(), mail, chat]});
      await harness.settled();
      expect(labels(element)).to.deep.equal(['Mail order']);
      element.interactionId = 'chat-1';
      await harness.settled();
      expect(labels(element)).to.deep.equal(['Chat order']);
    });

    it('says that it waits, that nothing is open, and that nothing is configured', async () => {
      expect((await act(fakeStream({snapshot: null}))).harness.text).to.contain('Loading');
      expect((await act(fakeStream())).harness.text).to.contain('No contact is open.');
      const {harness} = await act(aDeskThatSaves({interactions: [aCall([])]}));
      expect(harness.text).to.contain('No data is configured for this contact.');
    });

    it('takes HTML for text', async () => {
      const value = '<img src=x onerror=alert(1)>';
      const cad = [aVariable({value, editable: false})];
      const {element, harness} = await act(aDeskThatSaves({interactions: [aCall(cad)]}));
      expect(harness.text).to.contain(value);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  });

  describe('what can be edited', () => {
    it('[CAD-2] is what admin made editable; the rest stands without a box', async () => {
      const {harness} = await act();
      expect(harness.find('textbox', 'Plan tier')).not.to.equal(undefined);
      expect(harness.find('textbox', 'Account number')).to.equal(undefined);
      expect(harness.find('group', 'Account number')).not.to.equal(undefined);
    });

    for (const [name, interaction, words] of [
      ['offered', aRequest({cad: variables()}), 'once the contact is accepted'],
      ['closed', aWrapUp({id: 'voice-1', cad: variables()}), 'This contact has ended.'],
    ] as const) {
      it(`[CAD-2] is nothing on a contact that is ${name}, and it says why`, async () => {
        const desk = aDeskThatSaves({interactions: [interaction]});
        const {harness} = await act(desk, {props: {interactionId: interaction.id}});
        expect(harness.all('textbox')).to.deep.equal([]);
        expect(harness.find('button', 'Save')).to.equal(undefined);
        expect(harness.text).to.contain(words);
      });
    }

    it('[CAD-2] is nothing where the backend cannot save', async () => {
      const capabilities = someCapabilities({commands: []});
      const {harness} = await act(
        aDeskThatSaves({snapshot: {capabilities, profile: aProfile(), interactions: [aCall()]}}),
      );
      expect(harness.all('textbox')).to.deep.equal([]);
      expect(harness.find('button', 'Save')).to.equal(undefined);
      expect(harness.text).to.contain('Gold');
    });

    it('is nothing while the page wants it for reading', async () => {
      const {element, harness, fill} = await act();
      await fill('Plan tier', 'Silver');
      element.readonly = true;
      await harness.settled();
      expect(harness.find('button', 'Save')).to.equal(undefined);
      expect(harness.text).to.contain('Not saved');
      element.readonly = false;
      await harness.settled();
      expect((harness.get('textbox', 'Plan tier') as HTMLInputElement).value).to.equal('Silver');
    });
  });

  describe('secure variables', () => {
    const SECRET = '4107';

    it('[CAD-3] have a lock called Secure beside their label, and are masked until asked for', async () => {
      const {element, harness, box, desk} = await act();
      expect(harness.all('img', 'Secure')).to.have.length(1);
      expect(box('Resident ID, last 4').value).not.to.contain(SECRET);
      expect(harness.text).not.to.contain(SECRET);
      await harness.click('button', 'Show Resident ID, last 4');
      expect(box('Resident ID, last 4').value).to.equal(SECRET);
      expect(harness.focused).to.equal('textbox "Resident ID, last 4"');
      expect(leaks(element, [SECRET])).to.deep.equal([]);
      await harness.focus('textbox', 'Plan tier');
      expect(box('Resident ID, last 4').value).not.to.contain(SECRET);
      expect(desk.sent).to.deep.equal([]);
    });

    it('[CAD-3] are masked again when the window loses the focus', async () => {
      const {harness, box} = await act();
      await harness.click('button', 'Show Resident ID, last 4');
      box('Resident ID, last 4').blur();
      await harness.settled();
      expect(box('Resident ID, last 4').value).not.to.contain(SECRET);
    });

    it('[CAD-3] for reading are shown on request, too, and masked when the focus goes', async () => {
      const cad = variables().map((one) => ({...one, editable: false}));
      const {harness} = await act(aDeskThatSaves({interactions: [aCall(cad)]}));
      expect(harness.text).not.to.contain(SECRET);
      await harness.click('button', 'Show Resident ID, last 4');
      expect(harness.text).to.contain(SECRET);
      (focused() as HTMLElement).blur();
      await harness.settled();
      expect(harness.text).not.to.contain(SECRET);
    });

    it('[CAD-3] leave their values out of events, form data, announcements and words', async () => {
      const {element, harness, fill, save, heard, desk} = await act();
      element.name = 'cad';
      await harness.click('button', 'Show Resident ID, last 4');
      await fill('Resident ID, last 4', '9999');
      await harness.focus('textbox', 'Plan tier');
      changed(desk, {resident: '1111'});
      await harness.settled();
      await save();
      expect(JSON.stringify(heard)).not.to.match(/9999|1111|4107/);
      expect(JSON.stringify(heard)).to.contain('{"name":"resident"}');
      expect(harness.text).to.contain('Leo Brandt saved this first. Your value was overwritten.');
      expect(harness.text + said()).not.to.match(/9999|1111|4107/);
      expect(JSON.stringify(element.value)).not.to.match(/9999|1111|4107/);
      expect(element.valueWithSecure()['resident']).to.equal('1111');
      expect(leaks(element, ['9999', '1111', SECRET])).to.deep.equal([]);
    });

    it('[CAD-3] are kept from password managers, and from what a browser would remember', async () => {
      const {harness, box} = await act();
      await harness.click('button', 'Show Resident ID, last 4');
      const control = box('Resident ID, last 4');
      expect(control.type).to.equal('text');
      expect(control.autocomplete).to.equal('off');
      expect(control.spellcheck).to.equal(false);
      for (const name of ['data-1p-ignore', 'data-lpignore', 'data-bwignore'])
        expect(control.hasAttribute(name), name).to.equal(true);
      expect(control.name).to.equal('');
    });
  });

  describe('the limit', () => {
    it('[CAD-4] shows the count when a text is near it', async () => {
      const {harness, fill} = await act();
      await fill('Plan tier', 'x'.repeat(229));
      expect(harness.text).not.to.contain('/ 256');
      await fill('Plan tier', 'x'.repeat(230));
      expect(harness.text).to.contain('230 / 256');
      expect(harness.description('textbox', 'Plan tier')).to.contain('230 / 256');
    });

    it('[CAD-4] cuts a longer paste between two characters, and says so', async () => {
      const {harness, fill, box} = await act();
      await fill('Plan tier', `${'x'.repeat(250)}${FAMILY} and more`);
      expect(box('Plan tier').value).to.equal('x'.repeat(250));
      expect(harness.text).to.contain('Cut to 256 characters: 20 were left out.');
      expect(harness.description('textbox', 'Plan tier')).to.contain('Cut to 256 characters');
    });

    it('[CAD-4] cuts what came in, not what stood behind it', async () => {
      const {harness, fill, box, paste} = await act();
      await fill('Plan tier', 'x'.repeat(250));
      box('Plan tier').setSelectionRange(5, 5);
      await paste('abcdefghij');
      expect(box('Plan tier').value).to.equal(`xxxxxabcdef${'x'.repeat(245)}`);
      expect(box('Plan tier').selectionStart).to.equal(11);
      expect(harness.text).to.contain('4 were left out');
    });

    it('[CAD-4] takes 256 characters, and not one more by typing; that is said, too', async () => {
      const {harness, fill, box} = await act();
      await fill('Plan tier', 'x'.repeat(256));
      expect(harness.text).not.to.contain('left out');
      await harness.type('y');
      expect(box('Plan tier').value).to.equal('x'.repeat(256));
      expect(harness.text).to.contain('1 was left out');
    });

    it('[CAD-4] waits for the end of a composition before it cuts', async () => {
      const {harness, fill, box} = await act();
      await fill('Plan tier', '가'.repeat(256));
      await compose(harness, box('Plan tier'), '한');
      expect(box('Plan tier').value).to.have.length(257);
      await composed(harness, box('Plan tier'));
      expect(box('Plan tier').value).to.equal('가'.repeat(256));
      expect(harness.text).to.contain('1 was left out');
    });
  });

  describe('types', () => {
    for (const [label, text, words] of [
      ['Disputed amount (KRW)', '1e400', 'Disputed amount (KRW) must be a whole number.'],
      ['Disputed amount (KRW)', '1.5', 'Disputed amount (KRW) must be a whole number.'],
      ['Disputed amount (KRW)', '12,400', 'Disputed amount (KRW) must be a whole number.'],
      ['Discount rate', '1,5', 'Discount rate must be a number. Use a point for decimals'],
      ['Promised pay date', '2026-02-30', 'Promised pay date must be a date that exists.'],
      ['Promised pay date', '03/04/2026', 'Promised pay date must be a date that exists.'],
      ['Call back at', '2026-11-27 24:01', 'Call back at must be a date and time that exist'],
    ] as const) {
      it(`[CAD-5] refuses ${text} for “${label}”, with the name of the field and the cure`, async () => {
        const {element, desk, harness, fill, save} = await act();
        await fill(label, text);
        await save();
        expect(desk.sent).to.deep.equal([]);
        expect(harness.text).to.contain(words);
        expect(harness.description('textbox', label)).to.contain(words);
        expect(harness.focused).to.equal(`textbox "${label}"`);
        expect(harness.get('textbox', label).getAttribute('aria-invalid')).to.equal('true');
        expect(element.validity.customError).to.equal(true);
        expect(element.validationMessage).to.contain(words);
        await fill(label, '');
        expect(element.checkValidity()).to.equal(true);
      });
    }

    it('[CAD-5] does not complain while somebody is still typing, but when the field is left', async () => {
      const {harness, fill} = await act();
      await fill('Promised pay date', '2026-1');
      expect(harness.text).not.to.contain('must be');
      await harness.press('Tab');
      expect(harness.text).to.contain('Promised pay date must be a date that exists.');
      await fill('Promised pay date', '2026-12-01');
      expect(harness.text).not.to.contain('must be');
    });

    it('[CAD-5] stores what is typed as ISO 8601 and in canonical form', async () => {
      const {desk, fill, save, box, harness} = await act();
      await fill('Promised pay date', '2026. 12. 1.');
      await harness.press('Tab');
      expect(box('Promised pay date').value).to.equal('2026-12-01');
      await fill('Call back at', '2026-12-01 9:05');
      await fill('Disputed amount (KRW)', '００９９');
      await fill('Discount rate', '+007.50');
      await save();
      expect(desk.last).to.deep.include({
        edits: [
          {name: 'promised', value: '2026-12-01', base: 1},
          {name: 'disputed', value: '99', base: 1},
          {name: 'rate', value: '7.50', base: 1},
          {name: 'callback', value: '2026-12-01T09:05:00', base: 1},
        ],
      });
    });

    for (const [name, text] of [
      ['a control character', 'Go\u0001ld'],
      ['NUL', 'Gold\u0000'],
      ['half of a pair', 'Gold\ud83d'],
    ] as const) {
      it(`[CAD-5] refuses ${name} at once, in words, and takes it out on request`, async () => {
        const {harness, box, desk, save} = await act();
        const control = box('Plan tier');
        control.focus();
        control.value = text;
        control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        await harness.settled();
        expect(harness.text).to.contain('Plan tier has invisible characters that cannot be saved.');
        await save();
        expect(desk.sent).to.deep.equal([]);
        await harness.click('button', 'Remove them');
        expect(box('Plan tier').value).to.equal('Gold');
        expect(harness.text).not.to.contain('invisible');
      });
    }

    it('[CAD-5] offers yes, no and not set for a boolean', async () => {
      const {desk, harness, save} = await act();
      const box = harness.get('combobox', 'Callback consent') as HTMLSelectElement;
      expect(box.selectedOptions[0]?.textContent).to.equal('Yes');
      box.value = 'false';
      box.dispatchEvent(new Event('change', {bubbles: true}));
      await harness.settled();
      expect(harness.text).to.contain('1 unsaved edit');
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'consent', value: 'false', base: 1}]});
    });

    it('keeps the line breaks of a text', async () => {
      const cad = [aVariable({label: 'Lines', value: 'one\ntwo'})];
      const {desk, harness, save} = await act(aDeskThatSaves({interactions: [aCall(cad)]}));
      await harness.focus('textbox', 'Lines');
      await harness.press('End');
      (harness.get('textbox', 'Lines') as HTMLTextAreaElement).setSelectionRange(7, 7);
      await harness.type('!');
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'orderId', value: 'one\ntwo!', base: 1}]});
    });
  });

  describe('the copy button', () => {
    it('[CAD-6] is there for every value, shows on hover and on focus, and copies', async () => {
      const {element, harness} = await act();
      const button = harness.get('button', 'Copy Account number');
      const shows = (): string => getComputedStyle(button).opacity;
      const place = (): string => JSON.stringify(button.getBoundingClientRect());
      const before = place();
      // Where nothing can hover, as with a finger, it is there all the time.
      const {matches: hovers} = matchMedia('(hover: hover)');
      expect(shows()).to.equal(hovers ? '0' : '1');
      button.focus();
      await harness.settled();
      expect(shows()).to.equal('1');
      expect(place()).to.equal(before);
      await harness.press('Enter');
      expect(copied).to.deep.equal(['8840-2271-06']);
      await harness.settled();
      expect(said()).to.contain('Copied: Account number');
      expect(leaks(element, ['8840-2271-06'])).to.deep.equal([]);
    });

    it('[CAD-6] copies a secure value that stays masked, without a word of it', async () => {
      const {harness} = await act();
      await harness.click('button', 'Copy Resident ID, last 4');
      expect(copied).to.deep.equal(['4107']);
      expect(harness.text + said()).not.to.contain('4107');
    });

    it('[CAD-6] says so where the page may not use the clipboard', async () => {
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: {writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError'))},
      });
      const {execCommand} = document;
      document.execCommand = () => false;
      try {
        const {harness} = await act();
        await harness.click('button', 'Copy Plan tier');
        await harness.settled();
        expect(harness.text).to.contain('This page may not use the clipboard.');
      } finally {
        document.execCommand = execCommand;
      }
    });
  });

  it('fits every width in both directions, with everything that it can say', async () => {
    for (const width of [320, 420, 760]) {
      for (const dir of ['ltr', 'rtl'] as const) {
        const {element, desk, fill, harness} = await act(aDeskThatSaves(), {width, dir, locale: 'ko'});
        await fill('요금제 등급', 'x'.repeat(256));
        await fill('이의 금액(원)', '12,400');
        changed(desk, {plan: 'y'.repeat(256)}, 'flow');
        await harness.click('button', '저장');
        await harness.settled();
        expect(overflows(element), `${width} ${dir}`).to.deep.equal([]);
        element.revert();
        unmountAll();
      }
    }
  });
});
