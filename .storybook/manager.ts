// Storybook's own frame: its name, and a panel that lists the events of the story that is shown.
import {createElement, useState, type ReactElement} from 'react';
import {AddonPanel, EmptyTabContent} from 'storybook/internal/components';
import {STORY_CHANGED} from 'storybook/internal/core-events';
import {addons, types, useChannel, useGlobals} from 'storybook/manager-api';
import {create} from 'storybook/theming';

import {EVENT_FIRED, EVENTS_PANEL} from './home/event-channel.js';
import type {LoggedEvent} from './home/event-log.js';

const KEPT = 200;

const brand = {
  brandTitle: 'Deskwire',
  brandUrl: './?path=/story/deskwire-welcome--welcome',
  brandTarget: '_self',
};
addons.setConfig({
  theme: create({base: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light', ...brand}),
  sidebar: {showRoots: true},
  // Pages to look at have nothing to tell below them.
  layoutCustomisations: {
    showPanel: ({storyId = ''}, isShown) => (/^(deskwire|design)-/.test(storyId) ? false : isShown),
  },
});

/** The panel's own words. Names and descriptions of the API are English in every language, and the panel says so. */
const WORDS = {
  en: {
    title: 'Events',
    cancelable: 'can be prevented',
    empty: 'No events yet',
    expect: 'What the widgets tell the page appears here: each dw- event with its detail.',
  },
  ko: {
    title: '이벤트',
    cancelable: '막을 수 있음',
    empty: '아직 이벤트가 없습니다',
    expect:
      '위젯이 페이지에 알리는 dw- 이벤트가 내용과 함께 여기에 표시됩니다. API의 이름과 설명은 영어로 표시됩니다.',
  },
} as const;

/** In the language of the toolbar. */
const useWords = (): (typeof WORDS)['en' | 'ko'] => {
  const [{language}] = useGlobals();
  return WORDS[language === 'ko' ? 'ko' : 'en'];
};

const row = (event: LoggedEvent, at: number, cancelable: string): ReactElement =>
  createElement(
    'li',
    {key: at, style: {padding: '8px 16px', borderBlockEnd: '1px solid rgba(128, 128, 128, 0.2)'}},
    createElement('strong', null, event.name),
    ` <${event.from}>${event.isCancelable ? ` · ${cancelable}` : ''}`,
    createElement('div', {style: {opacity: 0.75, overflowWrap: 'anywhere'}}, event.detail),
  );

const EventsTitle = (): ReactElement => createElement('span', null, useWords().title);

/** Newest first; empty again with the next story. */
const EventsPanel = (): ReactElement => {
  const [events, setEvents] = useState<readonly LoggedEvent[]>([]);
  const words = useWords();
  useChannel({
    [EVENT_FIRED]: (event: LoggedEvent) => {
      setEvents((before) => [event, ...before].slice(0, KEPT));
    },
    [STORY_CHANGED]: () => {
      setEvents([]);
    },
  });
  return events.length === 0
    ? createElement(EmptyTabContent, {title: words.empty, description: words.expect})
    : createElement(
        'ol',
        {
          'aria-label': words.title,
          style: {
            margin: 0,
            padding: 0,
            listStyle: 'none',
            font: '12px/18px ui-monospace, monospace',
          },
        },
        events.map((event, at) => row(event, at, words.cancelable)),
      );
};

addons.register(EVENTS_PANEL, () => {
  addons.add(EVENTS_PANEL, {
    type: types.PANEL,
    title: EventsTitle,
    paramKey: 'events',
    render: ({active}) =>
      createElement(AddonPanel, {active: active ?? false, children: createElement(EventsPanel)}),
  });
});
