import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {defineStage} from '@deskwire/testing/stage.js';

import {availableIcon, idleIcon} from '../icons.js';

import {defineSearchList} from './register.js';
import type {SearchListChange, SearchListElement} from './search-list.element.js';
import type {ListItem} from './search-list.items.js';

defineStage();
defineSearchList();

interface Args {
  readonly multiple: boolean;
  readonly searchable: boolean;
  readonly selected: readonly string[];
  readonly items?: readonly ListItem[];
}

interface Words {
  readonly label: string;
  readonly placeholder: string;
  readonly empty: string;
  readonly items: readonly ListItem[];
}

const states = (available: string, idle: string, names: readonly string[]): readonly ListItem[] => [
  {value: 'available', text: available, icon: availableIcon, hue: 'available'},
  ...names.map((text, at): ListItem => ({
    value: `idle-${at}`,
    text,
    group: idle,
    icon: idleIcon,
    hue: 'idle',
  })),
];

const words: Readonly<Record<string, Words>> = {
  en: {
    label: 'State',
    placeholder: 'Find a state',
    empty: 'No state with this name',
    items: states('Available', 'Idle', ['Lunch', 'Meeting', 'Training', 'After-call admin', '김민수와 통화']),
  },
  ko: {
    label: '상태',
    placeholder: '상태 찾기',
    empty: '이 이름의 상태가 없습니다',
    items: states('사용 가능', '유휴', ['점심', '회의', '교육', '통화 후 업무', '김민수와 통화']),
  },
};

const render = ({multiple, searchable, selected, items}: Args, language: unknown): TemplateResult => {
  const text = words[language === 'ko' ? 'ko' : 'en'] as Words;
  return html`<dw-stage>
    <dw-search-list
      ?multiple=${multiple}
      ?searchable=${searchable}
      .items=${items ?? text.items}
      .selected=${selected}
      .label=${text.label}
      .placeholder=${text.placeholder}
      .emptyText=${text.empty}
      @dw-change=${({currentTarget, detail}: CustomEvent<SearchListChange>) => {
        (currentTarget as SearchListElement).selected = detail.selected;
      }}
    ></dw-search-list>
  </dw-stage>`;
};

const meta: Meta<Args> = {
  title: 'Kit/dw-search-list',
  component: 'dw-search-list',
  args: {multiple: false, searchable: true, selected: ['idle-0']},
  render: (args, {globals}) => render(args, globals['language']),
};
export default meta;

type Story = StoryObj<Args>;

export const Playground: Story = {};

export const WithoutSearch: Story = {args: {searchable: false}};

export const Several: Story = {args: {multiple: true, selected: ['available', 'idle-1']}};

export const Empty: Story = {args: {items: []}};

/** Second lines, and items that cannot be chosen now and say why. */
export const Reasons: Story = {
  args: {
    selected: [],
    items: [
      {value: '1', text: 'Park Ji-woo', detail: 'Billing · 7001'},
      {value: '2', text: 'Han Yu-jin', detail: 'Billing · 7002', disabled: true, reason: 'In wrap-up'},
    ],
  },
};

const listIn = (canvas: HTMLElement): SearchListElement => {
  const list = canvas.querySelector('dw-search-list');
  if (!list) throw new Error('no list');
  return list;
};

const inside = (list: SearchListElement, selector: string): HTMLElement[] => [
  ...(list.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Korean is found by initial consonants, the match is marked, Enter picks it, the focus stays in the field. */
export const Behaviours: Story = {
  play: async ({canvasElement}) => {
    const list = listIn(canvasElement);
    list.focus();
    await userEvent.keyboard('ㄱㅁㅅ');
    await waitFor(() => expect(inside(list, '[role="option"]')).toHaveLength(1));
    await expect(inside(list, '.match').map(({textContent}) => textContent)).toEqual(['김민수']);
    await userEvent.keyboard('{Enter}');
    await expect(list.selected).toEqual(['idle-4']);
    await expect(document.activeElement).toBe(list);
  },
};

/** The field is a combobox that points at the active option; the list is a listbox. */
export const Accessibility: Story = {
  play: async ({canvasElement}) => {
    const list = listIn(canvasElement);
    list.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const [field] = inside(list, '[role="combobox"]');
    await waitFor(() => expect(field?.getAttribute('aria-activedescendant')).toBe('option-1'));
    await expect(inside(list, '[role="listbox"] #option-1')).toHaveLength(1);
  },
};
