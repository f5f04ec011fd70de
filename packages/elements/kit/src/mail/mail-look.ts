import type {Mail} from '@deskwire/domain';

import type {FrameLook} from './mail-frame.js';

const DARK = '(prefers-color-scheme: dark)';

/** Whether an element is dark now: by its page's theme, else by the system's. */
export const isDarkAt = (element: Element): boolean => {
  const {colorScheme} = getComputedStyle(element);
  return colorScheme === 'dark' || (colorScheme !== 'light' && matchMedia(DARK).matches);
};

/** Calls when the system's theme changes. @returns Ends it. */
export const watchSystemTheme = (changed: () => void): (() => void) => {
  const dark = matchMedia(DARK);
  dark.addEventListener('change', changed);
  return () => {
    dark.removeEventListener('change', changed);
  };
};

/** How a mail looks that does not say so itself, by the tokens of an element. */
export const lookOf = (element: Element, scheme: 'light' | 'dark'): FrameLook => {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--dw-color-${name}`);
  return {
    'color-scheme': scheme,
    '--dw-mail-text': token('text'),
    '--dw-mail-link': token('accent'),
    '--dw-mail-line': token('border'),
    '--dw-mail-control': token('border-control'),
    '--dw-mail-muted': token('text-muted'),
    '--dw-mail-font': style.getPropertyValue('--dw-font-reading'),
    '--dw-mail-small': style.getPropertyValue('--dw-font-meta'),
  };
};

/** What of a mail's files its text shows. */
const filesOf = (mail: Mail | undefined): string =>
  (mail?.attachments ?? [])
    .filter(({contentId}) => contentId !== undefined)
    .map(({id, contentId, held}) => `${id} ${contentId ?? ''} ${held ? 'held' : ''}`)
    .join('\n');

/** Whether two mails look the same in their frames: facts bring the same mail as another object. */
export const looksTheSame = (one: Mail | undefined, other: Mail | undefined): boolean =>
  one?.id === other?.id && one?.html === other?.html && filesOf(one) === filesOf(other);
