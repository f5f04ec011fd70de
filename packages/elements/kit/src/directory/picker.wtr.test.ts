import {expect} from '@open-wc/testing';
import {fakeStream, FakeDirectory, manyNumbers, type FakeStreamOptions} from '@deskwire/testing';
import {aColleague, anActive, aProfile, aTenant} from '@deskwire/testing/fixtures.js';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, makePlace, settled, textOf, type Place} from '@deskwire/testing/widgets.js';

import type {DirectoryChange, DirectoryPickerElement} from './picker.element.js';
import type {DirectoryChoice} from './picker.view.js';
import {defineDirectoryPicker} from './register.js';

defineStage();
defineDirectoryPicker();

interface Setup {
  readonly directory: FakeDirectory;
  readonly picker: DirectoryPickerElement;
  readonly harness: Harness;
  readonly changes: DirectoryChange[];
  readonly commits: DirectoryChoice[];
}

interface Options extends FakeStreamOptions {
  readonly directory?: FakeDirectory;
  readonly props?: Partial<DirectoryPickerElement>;
  readonly locale?: 'en' | 'ko';
  readonly dir?: 'ltr' | 'rtl';
  readonly theme?: 'light' | 'dark';
}

const places = new Set<Place>();

const mount = async (options: Options = {}): Promise<Setup> => {
  const {
    directory = new FakeDirectory(),
    props,
    locale = 'en',
    dir = 'ltr',
    theme = 'light',
    ...more
  } = options;
  const stream = fakeStream({interactions: [anActive()], answer: directory.answer, ...more});
  const place = makePlace({stream, locale, dir, theme, width: 400});
  places.add(place);
  const stage = document.createElement('dw-stage');
  const picker = Object.assign(document.createElement('dw-directory-picker'), {
    interactionId: 'voice-1',
    ...props,
  });
  const [changes, commits]: [DirectoryChange[], DirectoryChoice[]] = [[], []];
  picker.addEventListener('dw-change', (event) =>
    changes.push((event as CustomEvent<DirectoryChange>).detail),
  );
  picker.addEventListener('dw-commit', (event) =>
    commits.push((event as CustomEvent<DirectoryChoice>).detail),
  );
  stage.append(picker);
  place.container.append(stage);
  await settled(stage);
  return {directory, picker, harness: new Harness(stage), changes, commits};
};

const field = ({harness}: Setup): HTMLInputElement => harness.get('combobox') as HTMLInputElement;
const options = ({harness}: Setup): readonly HTMLElement[] => harness.all('option');
const optionNames = (setup: Setup): readonly string[] =>
  options(setup).map((option) => option.querySelector('.name')?.textContent?.trim() ?? '');
const active = (setup: Setup): HTMLElement | undefined => {
  const id = field(setup).getAttribute('aria-activedescendant');
  return id === null
    ? undefined
    : ((field(setup).getRootNode() as ShadowRoot).getElementById(id) ?? undefined);
};
const nameOf = (option: HTMLElement | undefined): string | undefined =>
  option?.querySelector('.name')?.textContent?.trim();
const choice = ({changes}: Setup): DirectoryChoice | undefined => changes.at(-1)?.choice;

const enter = async (setup: Setup, text: string, how: Partial<InputEventInit> = {}): Promise<void> => {
  const input = field(setup);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true, data: text, ...how}));
  await setup.harness.settled();
};
const key = (setup: Setup, init: KeyboardEventInit): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', {bubbles: true, composed: true, cancelable: true, ...init});
  field(setup).dispatchEvent(event);
  return event;
};
const openNumbers = async (setup: Setup): Promise<void> => {
  await setup.harness.click('tab', 'Dial number');
  field(setup).focus();
};

describe('dw-directory-picker', () => {
  afterEach(() => {
    for (const place of places) place.close();
    places.clear();
  });

  describe('its tabs', () => {
    it('are one stop of the tab sequence, and name the panel that each is for', async () => {
      const setup = await mount();
      const tabs = setup.harness.all('tab');
      expect(tabs.map(textOf)).to.deep.equal(['Agents', 'Queues', 'Dial number']);
      expect(tabs.map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1, -1]);
      expect(tabs.map((tab) => tab.getAttribute('aria-selected'))).to.deep.equal(['true', 'false', 'false']);
      const root = tabs[0]?.getRootNode() as ShadowRoot;
      for (const tab of tabs) {
        const panel = root.getElementById(tab.getAttribute('aria-controls') ?? '');
        expect(panel?.getAttribute('role')).to.equal('tabpanel');
        expect(panel?.getAttribute('aria-labelledby')).to.equal(tab.id);
      }
      expect(setup.harness.all('tabpanel')).to.have.length(1);
    });

    it('are walked with the arrows, round the ends, and with Home and End', async () => {
      const setup = await mount();
      await setup.harness.focus('tab', 'Agents');
      for (const [press, now] of [
        ['ArrowRight', 'Queues'],
        ['End', 'Dial number'],
        ['ArrowRight', 'Agents'],
        ['ArrowLeft', 'Dial number'],
        ['Home', 'Agents'],
      ] as const) {
        await setup.harness.press(press);
        expect(setup.harness.focused).to.equal(`tab "${now}"`);
        expect(setup.harness.get('tab', now).getAttribute('aria-selected')).to.equal('true');
      }
    });

    it('are walked the other way where the writing runs from right to left', async () => {
      const setup = await mount({dir: 'rtl'});
      await setup.harness.focus('tab', 'Agents');
      await setup.harness.press('ArrowLeft');
      expect(setup.harness.focused).to.equal('tab "Queues"');
    });

    it('[HOST-8] keeps "n of m" together where the writing runs from right to left', async () => {
      const {picker} = await mount({dir: 'rtl'});
      const nodes = picker.shadowRoot?.querySelector('.count')?.childNodes ?? [];
      const text = [...nodes].find((node) => node instanceof Text && node.data.includes('6'));
      if (!(text instanceof Text)) throw new Error('no count');
      const left = (from: number): number => {
        const range = document.createRange();
        range.setStart(text, from);
        range.setEnd(text, from + 1);
        return range.getBoundingClientRect().left;
      };
      const ends = [text.data.indexOf('6'), text.data.indexOf('o'), text.data.lastIndexOf('6')].map(left);
      expect(ends).to.deep.equal([...ends].sort((a, b) => a - b));
      expect(new Set(ends).size).to.equal(3);
    });

    it('[HOST-8] takes a number from left to right where the writing runs the other way', async () => {
      const setup = await mount({dir: 'rtl'});
      await setup.harness.click('tab', 'Dial number');
      expect(getComputedStyle(field(setup)).direction).to.equal('rtl');
      setup.picker.enter('+1 415');
      await setup.picker.updateComplete;
      expect(getComputedStyle(field(setup)).direction).to.equal('ltr');
    });

    it('lead to their panel with the next Tab, and the list is no stop of its own', async () => {
      const setup = await mount();
      await setup.harness.focus('tab', 'Agents');
      await setup.harness.press('Tab');
      expect(setup.harness.focused).to.equal('combobox "Find an agent"');
      await setup.harness.press('Tab');
      expect(setup.harness.focused).not.to.contain('listbox');
      expect(setup.harness.focused).not.to.contain('option');
    });

    it('are only those for which the contact has a use', async () => {
      const chat = anActive({channel: 'chat'});
      const setup = await mount({interactions: [chat], props: {interactionId: chat.id}});
      expect(setup.harness.all('tab').map(textOf)).to.deep.equal(['Agents', 'Queues']);
      expect(setup.directory.asked).to.deep.equal(['directory.agents']);
    });
  });

  describe('its field', () => {
    it('is a combobox that says what it controls, and what is active', async () => {
      const setup = await mount();
      const input = field(setup);
      expect(input.getAttribute('aria-autocomplete')).to.equal('list');
      expect(input.getAttribute('aria-expanded')).to.equal('true');
      const list = (input.getRootNode() as ShadowRoot).getElementById(
        input.getAttribute('aria-controls') ?? '',
      );
      expect(list?.getAttribute('role')).to.equal('listbox');
      expect(input.hasAttribute('aria-activedescendant')).to.equal(false);
      input.focus();
      await setup.harness.press('ArrowDown');
      expect(nameOf(active(setup))).to.equal('Leo Brandt');
      await setup.harness.press('ArrowDown');
      expect(nameOf(active(setup))).to.equal('강문식');
      await setup.harness.press('ArrowUp');
      await setup.harness.press('ArrowUp');
      expect(nameOf(active(setup))).to.equal('김미소');
    });

    it('leaves Home, End and the arrows to the sides to the caret', async () => {
      const setup = await mount();
      await enter(setup, 'leo');
      field(setup).setSelectionRange(3, 3);
      await setup.harness.press('Home');
      expect(field(setup).selectionStart).to.equal(0);
      await setup.harness.press('End');
      expect(field(setup).selectionStart).to.equal(3);
      await setup.harness.press('ArrowLeft');
      expect(field(setup).selectionStart).to.equal(2);
    });

    it('finds as one types and marks it, and chooses with Enter what is active, and commits with the next', async () => {
      const setup = await mount();
      field(setup).focus();
      await setup.harness.type('bra');
      expect(optionNames(setup)).to.deep.equal(['Leo Brandt']);
      expect(setup.picker.shadowRoot?.querySelector('mark')?.textContent).to.equal('Bra');
      expect(textOf(setup.picker)).to.contain('1 of 6');
      await setup.harness.press('Enter');
      expect(choice(setup)).to.deep.equal({
        target: {kind: 'agent', agentId: 'agent Leo Brandt'},
        name: 'Leo Brandt',
      });
      expect(setup.commits).to.deep.equal([]);
      expect(options(setup)[0]?.getAttribute('aria-selected')).to.equal('true');
      await setup.harness.press('Enter');
      expect(setup.commits.map(({name}) => name)).to.deep.equal(['Leo Brandt']);
    });

    it('does nothing by an Enter that is held down', async () => {
      const setup = await mount();
      await enter(setup, 'leo');
      key(setup, {key: 'Enter'});
      key(setup, {key: 'Enter', repeat: true});
      await setup.harness.settled();
      expect(setup.commits).to.deep.equal([]);
    });

    it('is emptied by the first Escape, and leaves the second to whoever opened it', async () => {
      const setup = await mount();
      await enter(setup, 'leo');
      expect(key(setup, {key: 'Escape'}).defaultPrevented).to.equal(true);
      await setup.harness.settled();
      expect([field(setup).value, options(setup).length]).to.deep.equal(['', 6]);
      expect(key(setup, {key: 'Escape'}).defaultPrevented).to.equal(false);
    });

    it('finds at every moment of a composition, and takes none of its keys', async () => {
      const setup = await mount({locale: 'ko'});
      for (const [text, found] of [
        ['ㄱ', ['강문식', '김민수', '고명수', '김미소']],
        ['ㄱㅁㅅ', ['강문식', '김민수', '고명수', '김미소']],
        ['김', ['김민수', '김미소']],
        ['김ㅁ', ['김민수', '김미소']],
        ['김민', ['김민수']],
      ] as const) {
        await enter(setup, text, {isComposing: true});
        expect(optionNames(setup), text).to.deep.equal(found);
        expect(field(setup).value).to.equal(text);
      }
      for (const composing of [{isComposing: true}, {keyCode: 229}]) {
        for (const name of ['Enter', 'Escape', 'ArrowDown', 'Tab']) {
          expect(key(setup, {key: name, ...composing}).defaultPrevented, name).to.equal(false);
        }
      }
      await setup.harness.settled();
      expect([field(setup).value, choice(setup), nameOf(active(setup))]).to.deep.equal([
        '김민',
        undefined,
        '김민수',
      ]);
    });

    it('does not take for Enter the press that ended a composition, in the order of Safari either', async () => {
      const setup = await mount({locale: 'ko'});
      await enter(setup, '김민수', {isComposing: true});
      field(setup).dispatchEvent(new CompositionEvent('compositionend', {bubbles: true, composed: true}));
      key(setup, {key: 'Enter', code: 'Enter'});
      await setup.harness.settled();
      expect(choice(setup)).to.equal(undefined);
    });

    it('keeps the focus when a row is pressed', async () => {
      const setup = await mount();
      field(setup).focus();
      const press = new MouseEvent('mousedown', {bubbles: true, cancelable: true, composed: true});
      options(setup)[1]?.dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
      options(setup)[1]?.click();
      await setup.harness.settled();
      expect(choice(setup)?.name).to.equal('강문식');
      expect(setup.harness.focused).to.equal('combobox "Find an agent"');
    });
  });

  describe('its agents', () => {
    it('carry their presence as icon and text, green only where they can take it', async () => {
      const setup = await mount();
      const presence = options(setup).map((option) => {
        const state = option.querySelector('.state');
        return [
          nameOf(option),
          textOf(state as Element),
          state?.classList.contains('available'),
          state?.querySelectorAll('svg').length,
        ];
      });
      expect(presence).to.deep.equal([
        ['Leo Brandt', 'Available', true, 1],
        ['강문식', 'Available', true, 1],
        ['김민수', 'Available', true, 1],
        ['Ida Wrap', 'Wrap-up', false, 1],
        ['고명수', 'Idle · Lunch', false, 1],
        ['김미소', 'Engaged', false, 1],
      ]);
      expect(textOf(options(setup)[1] as Element)).to.contain('Billing tier 2 · 4431');
    });

    it('who cannot take it are not chosen, and say why', async () => {
      const setup = await mount();
      options(setup)[4]?.click();
      await setup.harness.settled();
      expect(options(setup)[4]?.getAttribute('aria-disabled')).to.equal('true');
      expect(choice(setup)).to.equal(undefined);
      expect(setup.harness.description('combobox')).to.equal(
        '고명수 cannot take this now: Idle · Lunch. Refresh the list to see whether that has changed.',
      );
    });

    it('who cannot take it are not listed where that is asked, and counted when one looks for them', async () => {
      const setup = await mount({props: {availableOnly: true}});
      expect(optionNames(setup)).to.deep.equal(['Leo Brandt', '강문식', '김민수']);
      await enter(setup, '고명수');
      expect(setup.harness.text).to.contain('No agent matches.');
      expect(setup.harness.text).to.contain('1 agent who matches is not available and not listed.');
    });

    it('that are none say so', async () => {
      const setup = await mount({directory: new FakeDirectory({agents: []})});
      expect(setup.harness.text).to.contain('There are no agents to choose from.');
      expect(field(setup).getAttribute('aria-expanded')).to.equal('false');
    });
  });

  describe('a list that is on its way or fails', () => {
    it('says that it is loading, then shows what came', async () => {
      const directory = new FakeDirectory();
      directory.holds = true;
      const setup = await mount({directory});
      expect(setup.harness.text).to.contain('Loading the list');
      expect(setup.changes.at(-1)?.isLoading).to.equal(true);
      directory.held[0]?.release();
      await setup.harness.settled();
      expect(options(setup)).to.have.length(6);
      expect(setup.changes.at(-1)?.isLoading).to.equal(false);
    });

    it('is shown as failed with a retry, never as an empty one', async () => {
      const directory = new FakeDirectory();
      directory.refuses = 'DW_SERVER_FAILED';
      const setup = await mount({directory});
      expect(textOf(setup.harness.get('alert'))).to.contain('The list could not be loaded.');
      expect(setup.harness.text).not.to.contain('no agents');
      expect(setup.harness.text).not.to.contain(' of 0');
      directory.refuses = undefined;
      await setup.harness.click('button', 'Try again');
      expect(options(setup)).to.have.length(6);
    });

    it('fails as a whole when half of it fails: queues without entry points would look like all', async () => {
      const directory = new FakeDirectory();
      const answer = (query: Parameters<typeof directory.answer>[0]): unknown =>
        query.type === 'directory.entry-points' ? 'DW_SEND_TIMEOUT' : directory.answer(query);
      const setup = await mount({directory, answer});
      await setup.harness.click('tab', 'Queues');
      expect(options(setup)).to.deep.equal([]);
      expect(setup.harness.text).to.contain('The list could not be loaded.');
    });

    it('keeps its rows when it cannot be refreshed, and says that they may be out of date', async () => {
      const setup = await mount();
      setup.directory.refuses = 'DW_SEND_TIMEOUT';
      await setup.picker.refresh();
      await setup.harness.settled();
      expect(options(setup)).to.have.length(6);
      expect(textOf(setup.harness.get('alert'))).to.contain('could not be refreshed and may be out of date');
    });

    it('drops an answer to an older question', async () => {
      const directory = new FakeDirectory();
      directory.holds = true;
      const setup = await mount({directory});
      const [old] = directory.held;
      directory.lists = {...directory.lists, agents: [aColleague('Newest')]};
      void setup.picker.refresh();
      const agents = directory.held.filter(({type}) => type === 'directory.agents');
      agents[1]?.release();
      await setup.harness.settled();
      expect(optionNames(setup)).to.deep.equal(['Newest']);
      old?.release();
      await setup.harness.settled();
      expect(optionNames(setup)).to.deep.equal(['Newest']);
    });

    it('asks anew for another contact, and drops what comes for the one before', async () => {
      const directory = new FakeDirectory();
      directory.holds = true;
      const setup = await mount({directory, interactions: [anActive(), anActive({id: 'voice-2'})]});
      setup.picker.interactionId = 'voice-2';
      await setup.harness.settled();
      expect(directory.asked).to.deep.equal(['directory.agents', 'directory.agents']);
      directory.held[0]?.release();
      await setup.harness.settled();
      expect(options(setup)).to.deep.equal([]);
      directory.held[1]?.release();
      await setup.harness.settled();
      expect(options(setup)).to.have.length(6);
    });
  });

  describe('a refresh', () => {
    it('asks for all lists anew, keeps the choice while it can be had, and says when it cannot', async () => {
      const setup = await mount();
      options(setup)[1]?.click();
      setup.directory.asked.length = 0;
      await setup.picker.refresh();
      await setup.harness.settled();
      expect([...setup.directory.asked].sort()).to.deep.equal([
        'directory.agents',
        'directory.entry-points',
        'directory.numbers',
        'directory.queues',
      ]);
      expect(choice(setup)?.name).to.equal('강문식');
      setup.directory.lists = {...setup.directory.lists, agents: [aColleague('김민수')]};
      await setup.picker.refresh();
      await setup.harness.settled();
      expect(choice(setup)).to.equal(undefined);
      expect(setup.harness.text).to.contain('강문식 can no longer take this.');
    });
  });

  describe('with 50,000 rows', () => {
    const directory = new FakeDirectory({numbers: manyNumbers(50_000)});

    it('keeps few of them in the document, and tells where they stand among all', async () => {
      const setup = await mount({directory});
      await openNumbers(setup);
      while (options(setup).length === 0) await setup.harness.settled();
      expect(setup.harness.text).to.contain('50,000 of 50,000');
      expect(options(setup).length).to.be.lessThan(20);
      const list = setup.harness.get('listbox');
      list.scrollTop = list.scrollHeight;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      await setup.harness.settled();
      expect(options(setup).length).to.be.lessThan(20);
      const last = options(setup).at(-1);
      expect([last?.getAttribute('aria-posinset'), last?.getAttribute('aria-setsize')]).to.deep.equal([
        '50000',
        '50000',
      ]);
      const box = list.getBoundingClientRect();
      expect(last?.getBoundingClientRect().bottom).to.be.closeTo(box.bottom, 4);
    });

    it('has the active row in the document, wherever the list is scrolled', async () => {
      const setup = await mount({directory});
      await openNumbers(setup);
      while (options(setup).length === 0) await setup.harness.settled();
      await setup.harness.press('ArrowDown');
      const name = nameOf(active(setup));
      const list = setup.harness.get('listbox');
      list.scrollTop = 200_000;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
      await setup.harness.settled();
      expect(nameOf(active(setup))).to.equal(name);
      await setup.harness.press('ArrowUp');
      expect(active(setup)?.getAttribute('aria-posinset')).to.equal('50000');
      const {bottom} = list.getBoundingClientRect();
      expect(active(setup)?.getBoundingClientRect().bottom).to.be.at.most(bottom + 1);
    });
  });

  describe('a number', () => {
    for (const [text, number] of [
      ['+82 (0)10-4827-1934', '+821048271934'],
      ['tel:+82-2-1588;ext=12', '+8221588'],
      ['０１０ ４８２７ １９３４', '01048271934'],
      ['\u200f010\u202a-4827-1934', '01048271934'],
      ['1-800-FLOWERS', '1800'],
      ['*721#', '*721#'],
    ] as const) {
      it(`pasted as ${JSON.stringify(text)} would be dialled as ${number}, and it says so`, async () => {
        const setup = await mount();
        await openNumbers(setup);
        await enter(setup, text, {inputType: 'insertFromPaste'});
        expect(choice(setup)?.target).to.deep.equal({kind: 'number', number});
        expect(setup.harness.description('combobox')).to.contain(`ials ${number}`);
      });
    }

    it('that loses its letters says so', async () => {
      const setup = await mount();
      await openNumbers(setup);
      await enter(setup, '1-800-FLOWERS');
      expect(setup.harness.description('combobox')).to.equal('Letters are left out. Dials 1800');
    });

    it('is refused at the field when it is asked for, not while it is being typed', async () => {
      const setup = await mount();
      await openNumbers(setup);
      await setup.harness.type('+1 415');
      expect(field(setup).hasAttribute('aria-invalid')).to.equal(false);
      await setup.harness.press('Enter');
      expect(field(setup).getAttribute('aria-invalid')).to.equal('true');
      expect(setup.harness.description('combobox')).to.equal(
        'A US number needs 7 digits after the area code.',
      );
      expect(setup.commits).to.deep.equal([]);
      await setup.harness.type('5550100');
      expect(field(setup).hasAttribute('aria-invalid')).to.equal(false);
      await setup.harness.press('Enter');
      expect(setup.commits.map(({target}) => target)).to.deep.equal([
        {kind: 'number', number: '+14155550100'},
      ]);
    });

    it('of 300 characters is refused at once, and stays as it was pasted', async () => {
      const setup = await mount();
      await openNumbers(setup);
      await enter(setup, '1'.repeat(300), {inputType: 'insertFromPaste'});
      expect(setup.harness.description('combobox')).to.equal('A number can have at most 14 digits.');
      expect(field(setup).value).to.have.length(300);
    });

    it('of an entry point is refused', async () => {
      const entryPoints = [
        {id: 'main', name: 'Main', number: '+82 1588-0420', channel: 'voice', queueId: 'q'},
      ] as const;
      const setup = await mount({snapshot: {tenant: aTenant({entryPoints})}});
      await openNumbers(setup);
      await enter(setup, '1588-0420');
      expect(setup.harness.description('combobox')).to.equal(
        'The number of an entry point cannot be dialled.',
      );
      expect(choice(setup)).to.equal(undefined);
    });

    it('is found by name in the address book, and dialled as it is written there', async () => {
      const setup = await mount();
      await openNumbers(setup);
      await enter(setup, 'ㅎㅂ');
      expect(optionNames(setup)).to.deep.equal(['한빛 물류창고']);
      await setup.harness.press('Enter');
      expect(choice(setup)).to.deep.equal({
        target: {kind: 'number', number: '0325550119'},
        name: '한빛 물류창고',
      });
      expect(setup.harness.description('combobox')).to.equal('Dials 0325550119');
    });

    it('can be typed although there is no address book, or none that loads', async () => {
      const directory = new FakeDirectory();
      const setup = await mount({
        directory,
        answer: (query) => (query.type === 'directory.numbers' ? undefined : directory.answer(query)),
      });
      await openNumbers(setup);
      expect(setup.harness.text).to.contain('This system has no address book. Type a number.');
      await enter(setup, '4499');
      expect(choice(setup)?.target).to.deep.equal({kind: 'number', number: '4499'});
    });
  });

  it('says what is missing when nothing is chosen, and puts the focus there', async () => {
    const setup = await mount();
    expect(setup.picker.require()).to.equal(undefined);
    await setup.harness.settled();
    expect(setup.harness.description('combobox')).to.equal('Choose an agent from the list.');
    expect(setup.harness.focused).to.equal('combobox "Find an agent"');
  });

  it('does not change what is under way', async () => {
    const setup = await mount();
    options(setup)[0]?.click();
    setup.picker.locked = true;
    await setup.harness.settled();
    options(setup)[1]?.click();
    await setup.harness.click('tab', 'Queues');
    expect(choice(setup)?.name).to.equal('Leo Brandt');
    expect(field(setup).readOnly).to.equal(true);
  });

  it('keeps its rows apart when the reader sets more room between lines', async () => {
    const setup = await mount();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* {line-height: 2 !important; letter-spacing: 0.12em !important}');
    const root = setup.picker.shadowRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    setup.picker.requestUpdate();
    await setup.harness.settled();
    const boxes = options(setup).map((option) => option.getBoundingClientRect());
    for (const [at, box] of boxes.entries()) {
      if (at > 0) expect(box.top).to.be.at.least(boxes[at - 1]?.bottom ?? 0);
    }
    const {scrollHeight} = setup.harness.get('listbox');
    expect(scrollHeight).to.be.at.least(Math.floor((boxes.at(-1)?.bottom ?? 0) - (boxes[0]?.top ?? 0)));
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const tab of ['Agents', 'Queues', 'Dial number']) {
      it(`is accessible, ${theme}, ${tab}`, async () => {
        const setup = await mount({theme});
        await setup.harness.click('tab', tab);
        await enter(setup, 'm');
        await setup.harness.press('ArrowDown');
        await expect(setup.harness.element).to.be.accessible();
      });
    }
  }

  describe('for a number to call', () => {
    const outdial: Options = {
      interactions: [],
      snapshot: {
        interactions: [],
        presence: {state: 'idle', reasonId: 'break', since: 0},
        profile: aProfile({permissions: ['outdial']}),
        tenant: aTenant({
          outdial: {
            anis: [],
            availableAfter: false,
            dialPlan: [{name: 'Domestic', prefixes: ['+82', '0', '032']}],
          },
        }),
      },
      props: {interactionId: undefined, command: 'outdial.call'},
    };

    it('is the address book without tabs, about no contact, and asks for nothing else', async () => {
      const setup = await mount(outdial);
      expect(setup.harness.all('tab')).to.deep.equal([]);
      expect(setup.harness.all('tabpanel')).to.deep.equal([]);
      expect(optionNames(setup)).to.deep.equal(['Daehan Card', 'Night duty', '한빛 물류창고']);
      await setup.picker.refresh();
      expect(setup.directory.asked).to.deep.equal(['directory.numbers', 'directory.numbers']);
    });

    it('refuses what the dial plan refuses, typed or from the list', async () => {
      const setup = await mount(outdial);
      await enter(setup, '+1 415 555 0142');
      expect(setup.harness.text).not.to.contain('Domestic');
      expect(setup.picker.require()).to.equal(undefined);
      await setup.harness.settled();
      expect(setup.harness.text).to.contain(
        'The dial plan (Domestic) does not allow numbers that begin like this.',
      );
      await enter(setup, '');
      await setup.harness.click('option', /Night duty/);
      expect(choice(setup)).to.equal(undefined);
      expect(setup.harness.text).to.contain('Extensions and short codes cannot be dialled here.');
    });

    it('takes a text from its host as if it had been pasted', async () => {
      const setup = await mount(outdial);
      setup.picker.enter('tel:+82 (0)2-555-0142');
      await setup.harness.settled();
      expect(choice(setup)?.target).to.deep.equal({kind: 'number', number: '+8225550142'});
    });

    it('shows nothing to whom the profile allows no outdial call', async () => {
      const setup = await mount({...outdial, snapshot: {profile: aProfile({permissions: []})}});
      expect(setup.harness.find('combobox')).to.equal(undefined);
      expect(setup.directory.asked).to.deep.equal([]);
    });
  });
});
