import {lazily} from '@deskwire/kit';

/** Loads the editor of formatted mails, and what makes HTML and text of what it holds. */
export const loadMailEditor = lazily(() => import('./editor-parts.js'));

/** What comes with the editor. */
export type EditorParts = NonNullable<(typeof loadMailEditor)['loaded']>;
