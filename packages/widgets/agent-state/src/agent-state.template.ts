import {html, nothing, type TemplateResult} from 'lit';
import {expandIcon, type LanguageController} from '@deskwire/kit';

import {currentIcon, STATE_HUES} from './agent-state.icons.js';
import type {words} from './agent-state.messages.js';
import type {CurrentState} from './agent-state.view.js';

/** The widget's own words in the language in force. */
export type Words = LanguageController<(typeof words)['en']>;

/** Under which the two commands of the widget are kept. */
export const KEYS = {state: 'state', signOut: 'sign-out'} as const;

const stateWord = (words: Words, {state, channel}: CurrentState): string =>
  words.t(state === 'engaged' && channel === 'voice' ? 'engagedCall' : state);

/** The state in words, the idle reason last: it is what a narrow button shortens. */
export const stateText = (words: Words, current: CurrentState): string =>
  [stateWord(words, current), ...(current.reason === undefined ? [] : [words.label(current.reason)])].join(
    ' · ',
  );

/** What is in the button: icon, state, time, and a chevron where there is something to choose. */
export const buttonContent = (
  words: Words,
  current: CurrentState,
  {pending, opens}: {readonly pending: boolean; readonly opens: boolean},
): TemplateResult =>
  html`${pending ? html`<span class="spin"></span>` : currentIcon(current)}
    <span class="hidden-text">${words.t('button')}</span>
    <span class="name cut">${stateText(words, current)}</span>
    ${current.since === undefined ? nothing : html`<dw-timer .since=${current.since}></dw-timer>`}
    ${opens ? html`<span class="chevron">${expandIcon}</span>` : nothing}`;

/** The colour class of the button. */
export const hueOf = ({state}: CurrentState): string => STATE_HUES[state];
