import {expect} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {checkOutdialNumber, refuse} from '@deskwire/domain';
import {aTenant} from '@deskwire/testing/fixtures.js';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, makePlace, pasteEvent, settled, textOf, type Place} from '@deskwire/testing/widgets.js';

import type {DialpadChange, DialpadElement} from './dialpad.element.js';
import {LONG_PRESS_MS} from './long-press.js';
import {defineDialpad} from './register.js';

defineStage();
defineDialpad();

const tenant = aTenant({
  entryPoints: [{id: 'main', name: 'Main', number: '1588-0420', channel: 'voice', queueId: 'support'}],
  outdial: {
    anis: [],
    availableAfter: false,
    dialPlan: [{name: 'Domestic', minDigits: 9, maxDigits: 12, prefixes: ['+82', '0', '1']}],
  },
});

interface Setup {
  readonly pad: DialpadElement;
  readonly field: HTMLInputElement;
  readonly harness: Harness;
  readonly changes: DialpadChange[];
  readonly submits: DialpadChange[];
}

interface Options {
  readonly props?: Partial<DialpadElement>;
  readonly locale?: 'en' | 'ko';
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
}

const places = new Set<Place>();

const mount = async ({props, ...options}: Options = {}): Promise<Setup> => {
  const place = makePlace({width: 320, ...options});
  places.add(place);
  const stage = document.createElement('dw-stage');
  const pad = Object.assign(document.createElement('dw-dialpad'), {
    check: (number: string) => checkOutdialNumber(number, tenant),
    ...props,
  });
  const [changes, submits]: [DialpadChange[], DialpadChange[]] = [[], []];
  pad.addEventListener('dw-dialpad-change', (event) =>
    changes.push((event as CustomEvent<DialpadChange>).detail),
  );
  pad.addEventListener('dw-dialpad-submit', (event) =>
    submits.push((event as CustomEvent<DialpadChange>).detail),
  );
  stage.append(pad);
  place.container.append(stage);
  await settled(stage);
  const harness = new Harness(stage);
  return {pad, field: harness.get('textbox') as HTMLInputElement, harness, changes, submits};
};

const note = ({harness}: Setup): string => textOf(harness.get('status'));
const pause = (ms = 1000): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

const paste = async ({pad, harness}: Setup, text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const target = pad.shadowRoot?.activeElement ?? harness.get('textbox');
  target.dispatchEvent(pasteEvent(clipboardData));
  await harness.settled();
};

describe('dw-dialpad', () => {
  afterEach(() => {
    for (const place of places) place.close();
    places.clear();
  });

  it('has the twelve keys of a telephone with their letters, and says star and hash by name', async () => {
    const {harness} = await mount();
    const names = harness.all('button').map((key) => textOf(key));
    expect(names.slice(1)).to.deep.equal([
      ...['1', '2 ABC', '3 DEF', '4 GHI', '5 JKL', '6 MNO', '7 PQRS', '8 TUV', '9 WXYZ'],
      ...['* star', '0 +', '# hash'],
    ]);
  });

  it('is dialled by pointer, and the focus stays where it was', async () => {
    const setup = await mount();
    setup.field.focus();
    for (const key of [/^0/, /^2/, /^\* star/]) await setup.harness.click('button', key);
    expect(setup.field.value).to.equal('02*');
    expect(setup.harness.focused).to.equal('textbox "Number to call"');
    expect(setup.changes.map(({number}) => number)).to.deep.equal(['0', '02', '02*']);
  });

  it('is dialled without the focus ever coming to it', async () => {
    const setup = await mount();
    const {x, y, width, height} = setup.harness.get('button', /^5/).getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
    await setup.harness.settled();
    expect(setup.pad.value).to.equal('5');
    expect(document.activeElement).to.equal(document.body);
  });

  it('takes digits, plus, star and hash of the keyboard, in the field and on a key, and Backspace on both', async () => {
    const setup = await mount();
    setup.field.focus();
    await setup.harness.type('+82*1#');
    expect(setup.field.value).to.equal('+82*1#');
    await setup.harness.focus('button', /^1/);
    await setup.harness.press('Backspace');
    await setup.harness.press('7');
    await setup.harness.press('*');
    expect(setup.field.value).to.equal('+82*17*');
    setup.field.focus();
    await setup.harness.press('Backspace');
    expect(setup.field.value).to.equal('+82*17');
  });

  it('walks its keys with the arrows, one stop of Tab, and presses with Enter and Space', async () => {
    const setup = await mount();
    await setup.harness.focus('button', /^1/);
    for (const key of [
      'ArrowLeft',
      'ArrowDown',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'Enter',
      'ArrowUp',
      'Space',
    ])
      await setup.harness.press(key);
    expect(setup.pad.value).to.equal('63');
    const stops = setup.harness
      .all('button')
      .filter(({tabIndex, className}) => tabIndex === 0 && className.includes('digit'));
    expect(stops.map(textOf)).to.deep.equal(['3 DEF']);
  });

  it('puts a key where the caret is', async () => {
    const setup = await mount({props: {value: '0212345'}});
    setup.field.focus();
    setup.field.setSelectionRange(2, 4);
    await setup.harness.click('button', /^9/);
    expect(setup.field.value).to.equal('029345');
    expect(setup.field.selectionStart).to.equal(3);
  });

  it('means a plus by a long press on 0, and 0 by a short one', async () => {
    const setup = await mount();
    const {x, y} = setup.harness.get('button', /^0/).getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(x + 5), Math.round(y + 5)]});
    await sendMouse({type: 'down'});
    await pause(LONG_PRESS_MS + 100);
    await sendMouse({type: 'up'});
    expect(setup.pad.value).to.equal('+');
    await setup.harness.click('button', /^0/);
    expect(setup.pad.value).to.equal('+0');
  });

  it('drops what cannot be dialled as it is typed, and says so when that were letters', async () => {
    const setup = await mount();
    setup.field.focus();
    await setup.harness.type('(02) 55-5a');
    expect(setup.field.value).to.equal('02555');
    expect(note(setup)).to.equal('Letters cannot be dialled and were left out.');
    await setup.harness.type('1');
    expect(note(setup)).to.equal('');
  });

  it('takes a pasted number as a whole, on a key too, and says at once what is wrong with it', async () => {
    const setup = await mount();
    setup.field.focus();
    await paste(setup, 'tel:+82 (0)10-4827-1934;ext=3');
    expect(setup.field.value).to.equal('+821048271934');
    await setup.harness.press('Control+a');
    await paste(setup, '1-800-355-FLOWERS');
    expect(setup.field.value).to.equal('1800355');
    expect(note(setup)).to.equal(
      'The dial plan (Domestic) wants at least 9 digits. Letters cannot be dialled and were left out.',
    );
    await setup.harness.focus('button', /^1/);
    await paste(setup, ' 55 ');
    expect(setup.field.value).to.equal('180035555');
  });

  it('undoes and does again what was typed, pressed, pasted and emptied', async () => {
    const setup = await mount();
    setup.field.focus();
    await setup.harness.type('02');
    await setup.harness.click('button', /^5/);
    await paste(setup, '123');
    await setup.harness.press('Escape');
    expect(setup.field.value).to.equal('');
    const after: string[] = [];
    for (const key of ['Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+y']) {
      await setup.harness.press(key);
      after.push(setup.field.value);
    }
    expect(after).to.deep.equal(['025123', '025', '02', '0', '02']);
  });

  it('leaves a composition to the input method, and drops its letters when it ends', async () => {
    const setup = await mount({locale: 'ko'});
    const {field} = setup;
    field.focus();
    await setup.harness.type('02');
    field.value = '02ㅎ';
    field.dispatchEvent(
      new InputEvent('input', {bubbles: true, composed: true, isComposing: true, data: 'ㅎ'}),
    );
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        keyCode: 229,
        isComposing: true,
        bubbles: true,
        composed: true,
      } as KeyboardEventInit),
    );
    await setup.harness.settled();
    expect(field.value).to.equal('02ㅎ');
    expect(setup.submits).to.deep.equal([]);
    field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true, data: 'ㅎ'}));
    await setup.harness.settled();
    expect(field.value).to.equal('02');
    expect(note(setup)).to.contain('문자');
  });

  it('says nothing of half a number while one types, and which rule refuses it after a pause', async () => {
    const setup = await mount();
    setup.field.focus();
    await setup.harness.type('0255501');
    expect(note(setup)).to.equal('');
    await pause();
    expect(note(setup)).to.equal('The dial plan (Domestic) wants at least 9 digits.');
    expect(setup.field.getAttribute('aria-invalid')).to.equal('true');
    await setup.harness.type('5');
    expect(note(setup)).to.equal('');
  });

  it('says at once which rule refuses it when one wants to call, and has the focus', async () => {
    const setup = await mount({props: {value: '+1 415 555 0142'}});
    expect(setup.pad.require()).to.equal(undefined);
    await setup.harness.settled();
    expect(note(setup)).to.equal('The dial plan (Domestic) does not allow numbers that begin like this.');
    expect(setup.harness.focused).to.equal('textbox "Number to call"');
    setup.pad.value = '1588-0420';
    setup.pad.require();
    await setup.harness.settled();
    expect(note(setup)).to.equal('The number of an entry point cannot be dialled.');
    setup.pad.value = '';
    setup.pad.require();
    await setup.harness.settled();
    expect(note(setup)).to.equal('Enter a number.');
  });

  it('submits by Enter what can be dialled, once for a press that is held, and nothing else', async () => {
    const setup = await mount();
    setup.field.focus();
    await setup.harness.press('Enter');
    expect(setup.submits).to.deep.equal([]);
    await setup.harness.type('0215880420');
    await setup.harness.press('Enter');
    expect(setup.submits).to.deep.equal([{number: '0215880420'}]);
  });

  it('shows what the backend says of this very number, until it is another', async () => {
    const setup = await mount({props: {value: '0215880421'}});
    setup.pad.refuse(refuse('DW_NUMBER_ENTRY_POINT'));
    await setup.harness.settled();
    expect(note(setup)).to.equal('The number of an entry point cannot be dialled.');
    expect(setup.pad.require()).to.equal(undefined);
    await setup.harness.press('Backspace');
    expect(note(setup)).to.equal('');
  });

  it('shows the number in its groups, which is not read out', async () => {
    const setup = await mount({props: {value: '+821048271934'}});
    expect(setup.harness.text).to.contain('+82 10-4827-1934');
    expect(note(setup)).to.equal('');
  });

  it('takes nothing while the number is under way', async () => {
    const setup = await mount({props: {value: '0215880420', locked: true}});
    setup.field.focus();
    await setup.harness.type('1');
    await setup.harness.press('Escape');
    expect(setup.field.value).to.equal('0215880420');
    expect(setup.harness.isLive('button', /^5/)).to.equal(false);
    expect(setup.harness.description('button', /^5/)).to.equal('The request is on its way.');
    setup.harness.get('button', /^5/).click();
    expect(setup.pad.value).to.equal('0215880420');
  });

  it('says why nothing can be deleted', async () => {
    const setup = await mount();
    expect(setup.harness.description('button', 'Delete the last character')).to.equal(
      'There is nothing to delete.',
    );
    setup.pad.value = '12';
    await setup.harness.settled();
    await setup.harness.click('button', 'Delete the last character');
    expect(setup.pad.value).to.equal('1');
  });

  for (const [locale, dir, theme] of [
    ['en', 'ltr', 'light'],
    ['ko', 'rtl', 'dark'],
  ] as const) {
    it(`is accessible and runs from left to right, ${locale} ${dir} ${theme}`, async () => {
      const {pad, harness} = await mount({locale, dir, theme, props: {value: '021'}});
      await expect(pad).to.be.accessible();
      const [one, two] = [/^1/, /^2/].map((name) => harness.get('button', name).getBoundingClientRect());
      expect(one?.x).to.be.lessThan(two?.x ?? 0);
    });
  }
});
