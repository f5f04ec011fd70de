import {DocsContext, DocsPage} from '@storybook/addon-docs/blocks';
import {createElement, useContext, useEffect, useRef, type ReactElement} from 'react';
import type {Globals} from 'storybook/internal/types';

import './define.js';
import {pageOf} from './pages.js';
import type {StoryLink} from './widget-page.element.js';

/** Dresses the document as for a story; from the preview's parameters. */
type Dress = (story: () => unknown, context: {readonly globals: Globals}) => unknown;

const GLOBALS_UPDATED = 'globalsUpdated';

/** The docs page of a component: a widget has its home, everything else what Storybook makes of its stories. */
export const HomeDocsPage = (): ReactElement => {
  const context = useContext(DocsContext);
  const stories = context.componentStories();
  const [first] = stories;
  const tag = String(first?.component ?? '');
  return pageOf(tag) && first
    ? createElement(WidgetHome, {tag, stories: stories.map(({id, name}) => ({id, name}))})
    : createElement(DocsPage);
};

interface HomeProps {
  readonly tag: string;
  readonly stories: readonly StoryLink[];
}

const WidgetHome = ({tag, stories}: HomeProps): ReactElement => {
  const place = useRef<HTMLDivElement>(null);
  const context = useContext(DocsContext);
  useEffect(() => {
    const [first] = context.componentStories();
    if (!first) return;
    const dress = first.parameters['hostPage'] as Dress;
    const apply = ({globals}: {readonly globals: Globals}): void => {
      dress(() => undefined, {globals});
      // Storybook's own frame says that it is English.
      if (place.current) place.current.lang = document.documentElement.lang;
    };
    // Its type does without the globals; they are there.
    apply(context.getStoryContext(first) as unknown as {readonly globals: Globals});
    context.channel.on(GLOBALS_UPDATED, apply);
    return () => {
      context.channel.off(GLOBALS_UPDATED, apply);
    };
  }, [context]);
  useEffect(() => {
    const page = document.createElement('home-widget');
    page.tag = tag;
    page.stories = stories;
    place.current?.replaceChildren(page);
  }, [tag]);
  return createElement('div', {ref: place, className: 'home'});
};
