import {expect, fixture, html} from '@open-wc/testing';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, pressKey, settled} from '@deskwire/testing/widgets.js';

import {availableIcon, idleIcon} from '../icons.js';

import {defineSearchList} from './register.js';
import type {SearchListChange, SearchListElement} from './search-list.element.js';
import type {ListItem} from './search-list.items.js';

defineStage();
defineSearchList();

const items: readonly ListItem[] = [
  {value: 'available', text: 'Available', icon: availableIcon, hue: 'available'},
  {value: 'lunch', text: 'Lunch', group: 'Idle', icon: idleIcon, hue: 'idle'},
  {value: 'meeting', text: 'Meeting', group: 'Idle', icon: idleIcon, hue: 'idle'},
  {value: 'training', text: '교육', group: 'Idle', detail: 'Room 3'},
  {value: 'admin', text: 'After-call admin', group: 'Idle', disabled: true, reason: 'Not in this team'},
];

interface Setup {
  readonly list: SearchListElement;
  readonly stage: Harness;
  readonly changes: SearchListChange[];
}

const mount = async (props: Partial<SearchListElement> = {}): Promise<Setup> => {
  const changes: SearchListChange[] = [];
  const stage = await fixture<HTMLElement>(
    html`<dw-stage>
      <dw-search-list
        .items=${items}
        .label=${'State'}
        .emptyText=${'Nothing found'}
        @dw-change=${({detail}: CustomEvent<SearchListChange>) => changes.push(detail)}
      ></dw-search-list>
    </dw-stage>`,
  );
  const list = stage.querySelector('dw-search-list');
  if (!list) throw new Error('no list');
  Object.assign(list, props);
  await settled(stage);
  return {list, stage: new Harness(stage), changes};
};

const active = ({stage}: Setup): string | undefined => {
  const holder = stage.find('combobox') ?? stage.get('listbox');
  const id = holder.getAttribute('aria-activedescendant');
  const root = holder.getRootNode() as ShadowRoot;
  return id === null ? undefined : root.getElementById(id)?.querySelector('.text')?.textContent?.trim();
};

const compose = (input: HTMLInputElement, text: string): void => {
  input.value = text;
  input.dispatchEvent(
    new InputEvent('input', {bubbles: true, composed: true, isComposing: true, data: text}),
  );
};

describe('dw-search-list', () => {
  describe('with a search field', () => {
    it('filters as one types, marks what was found, and picks with Enter', async () => {
      const setup = await mount({searchable: true});
      setup.list.focus();
      await setup.stage.type('mee');
      expect(setup.stage.all('option').map(({innerText}) => innerText.trim())).to.deep.equal(['Meeting']);
      expect(active(setup)).to.equal('Meeting');
      await pressKey('Enter');
      expect(setup.changes).to.deep.equal([{picked: 'meeting', selected: ['meeting']}]);
    });

    it('finds Korean by initial consonants, during composition, and picks nothing by its Enter', async () => {
      const setup = await mount({searchable: true});
      const input = setup.stage.get('combobox') as HTMLInputElement;
      input.focus();
      compose(input, 'ㄱㅇ');
      await setup.stage.settled();
      expect(active(setup)).to.equal('교육');
      input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}));
      input.dispatchEvent(new KeyboardEvent('keydown', {key: 'Process', keyCode: 229, bubbles: true}));
      expect(setup.changes).to.deep.equal([]);
    });

    it('moves through groups with the arrows, round the ends, and leaves Home to the caret', async () => {
      const setup = await mount({searchable: true});
      setup.list.focus();
      await setup.stage.press('ArrowDown');
      expect(active(setup)).to.equal('Available');
      await setup.stage.press('ArrowDown');
      expect(active(setup)).to.equal('Lunch');
      await setup.stage.press('Home');
      expect(active(setup)).to.equal('Lunch');
      await setup.stage.press('ArrowUp');
      await setup.stage.press('ArrowUp');
      expect(active(setup)).to.equal('After-call admin');
    });

    it('empties the search with the first Escape and leaves the second to whoever opened it', async () => {
      const setup = await mount({searchable: true});
      let escapes = 0;
      setup.stage.element.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) escapes += 1;
      });
      setup.list.focus();
      await setup.stage.type('lun');
      await setup.stage.press('Escape');
      expect(setup.stage.all('option')).to.have.length(5);
      expect(escapes).to.equal(0);
      await setup.stage.press('Escape');
      expect(escapes).to.equal(1);
    });

    it('says when nothing is found, in a region that was there before', async () => {
      const setup = await mount({searchable: true});
      const region = setup.list.shadowRoot?.querySelector('[role="status"]');
      setup.list.focus();
      await setup.stage.type('xyz');
      expect(region?.textContent).to.equal('Nothing found');
      expect(setup.stage.all('option')).to.deep.equal([]);
    });

    it('keeps the focus in the field when an option is pressed', async () => {
      const setup = await mount({searchable: true});
      setup.list.focus();
      const option = setup.stage.get('option', /Lunch/);
      const press = new MouseEvent('mousedown', {bubbles: true, cancelable: true, composed: true});
      option.dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
      option.click();
      expect(setup.changes[0]?.picked).to.equal('lunch');
      expect(setup.stage.focused).to.equal('combobox "State"');
    });

    it('does not pick what is disabled, and says why', async () => {
      const setup = await mount({searchable: true});
      await setup.stage.click('option', /After-call/);
      expect(setup.changes).to.deep.equal([]);
      expect(setup.stage.text).to.contain('Not in this team');
    });
  });

  describe('without one', () => {
    it('takes the focus itself, starts at what is chosen, and picks with Space', async () => {
      const setup = await mount({selected: ['lunch']});
      setup.list.focus();
      await setup.stage.settled();
      expect(active(setup)).to.equal('Lunch');
      await setup.stage.press('ArrowDown');
      await setup.stage.press('Space');
      expect(setup.changes[0]?.picked).to.equal('meeting');
    });

    it('goes to what is spelled, and on to the next with the same letter', async () => {
      const setup = await mount({items: [...items, {value: 'm2', text: 'Mentoring'}]});
      setup.list.focus();
      /** A key at a time of our choice: how fast somebody spells is told from the times of their keys. */
      const press = async (key: string, timeStamp: number): Promise<string | undefined> => {
        const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true});
        Object.defineProperty(event, 'timeStamp', {value: timeStamp});
        setup.list.renderRoot.querySelector('[role="listbox"]')?.dispatchEvent(event);
        await setup.stage.settled();
        return active(setup);
      };
      const first = await press('m', 10_000);
      expect(['Meeting', 'Mentoring']).to.include(first);
      expect(await press('m', 10_750)).not.to.equal(first);
      expect(await press('m', 20_000)).to.equal(first);
      await press('m', 30_000);
      await press('e', 30_100);
      expect(await press('n', 30_200)).to.equal('Mentoring');
    });
  });

  it('does not change the selection by itself', async () => {
    const setup = await mount({selected: ['lunch']});
    await setup.stage.click('option', /Meeting/);
    expect(setup.list.selected).to.deep.equal(['lunch']);
    expect(setup.stage.get('option', /Lunch/).getAttribute('aria-selected')).to.equal('true');
  });

  it('adds and takes away where several may be chosen', async () => {
    const setup = await mount({multiple: true, selected: ['lunch']});
    await setup.stage.click('option', /Meeting/);
    await setup.stage.click('option', /Lunch/);
    expect(setup.changes.map(({selected}) => selected)).to.deep.equal([['lunch', 'meeting'], []]);
    expect(setup.stage.get('listbox').getAttribute('aria-multiselectable')).to.equal('true');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}`, async () => {
      const setup = await mount({searchable: true, selected: ['lunch']});
      setup.stage.element.dataset['dwTheme'] = theme;
      setup.list.focus();
      await setup.stage.press('ArrowDown');
      await expect(setup.stage.element).to.be.accessible();
    });
  }
});
