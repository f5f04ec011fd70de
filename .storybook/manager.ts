// Storybook's own frame: its name, and a panel that lists the events of the story that is shown.
import {createElement, useState, type ReactElement} from 'react';
import {AddonPanel, EmptyTabContent} from 'storybook/internal/components';
import {STORY_CHANGED} from 'storybook/internal/core-events';
import {addons, types, useChannel} from 'storybook/manager-api';
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

const row = (event: LoggedEvent, at: number): ReactElement =>
  createElement(
    'li',
    {key: at, style: {padding: '8px 16px', borderBlockEnd: '1px solid rgba(128, 128, 128, 0.2)'}},
    createElement('strong', null, event.name),
    ` <${event.from}>${event.isCancelable ? ' · can be prevented' : ''}`,
    createElement('div', {style: {opacity: 0.75, overflowWrap: 'anywhere'}}, event.detail),
  );

/** Newest first; empty again with the next story. */
const EventsPanel = (): ReactElement => {
  const [events, setEvents] = useState<readonly LoggedEvent[]>([]);
  useChannel({
    [EVENT_FIRED]: (event: LoggedEvent) => {
      setEvents((before) => [event, ...before].slice(0, KEPT));
    },
    [STORY_CHANGED]: () => {
      setEvents([]);
    },
  });
  return events.length === 0
    ? createElement(EmptyTabContent, {
        title: 'No events yet',
        description: 'What the widgets tell the page appears here: each dw- event with its detail.',
      })
    : createElement(
        'ol',
        {
          'aria-label': 'Events',
          style: {
            margin: 0,
            padding: 0,
            listStyle: 'none',
            font: '12px/18px ui-monospace, monospace',
          },
        },
        events.map(row),
      );
};

addons.register(EVENTS_PANEL, () => {
  addons.add(EVENTS_PANEL, {
    type: types.PANEL,
    title: 'Events',
    paramKey: 'events',
    render: ({active}) =>
      createElement(AddonPanel, {active: active ?? false, children: createElement(EventsPanel)}),
  });
});
