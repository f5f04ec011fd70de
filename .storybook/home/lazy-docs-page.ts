import {createElement, lazy, Suspense, type ReactElement} from 'react';

const Page = lazy(async () => ({default: (await import('./docs-page.js')).HomeDocsPage}));

/** The docs page of every component, loaded when one is looked at: stories do without React. */
export const docsPage = (): ReactElement => createElement(Suspense, {fallback: null}, createElement(Page));
