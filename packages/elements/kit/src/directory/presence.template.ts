import type {TemplateResult} from 'lit';
import type {DirectoryAgent} from '@deskwire/domain';

import {labelText, type LanguageController} from '../controllers/language-controller.js';
import {
  availableIcon,
  callIcon,
  idleIcon,
  ronaIcon,
  signedOutIcon,
  waitingIcon,
  wrapUpIcon,
  type Icon,
} from '../icons.js';
import {bareState} from '../templates.js';

import type {directoryWords} from './directory.messages.js';
import {presenceWord} from './picker.view.js';
import type {DirectoryPresence} from './rows.js';

/** The language that the picker speaks. */
export type DirectoryLanguage = LanguageController<(typeof directoryWords)['en']>;

const ICONS: Readonly<Record<DirectoryAgent['state'] | 'busy', Icon>> = {
  available: availableIcon,
  busy: waitingIcon,
  engaged: callIcon,
  'wrap-up': wrapUpIcon,
  idle: idleIcon,
  rona: ronaIcon,
  'signed-out': signedOutIcon,
};

/** What an agent is doing, in words: "Idle · Lunch". */
export const presenceText = (language: DirectoryLanguage, presence: DirectoryPresence): string => {
  const word = language.t(presenceWord(presence));
  const {state, reason} = presence;
  return state === 'idle' && reason !== undefined ? `${word} · ${labelText(language.locale, reason)}` : word;
};

/** The same with its icon; green only where that agent can take the contact. */
export const presenceState = (language: DirectoryLanguage, presence: DirectoryPresence): TemplateResult =>
  bareState(
    presence.canReceive ? 'available' : 'idle',
    ICONS[presenceWord(presence)],
    presenceText(language, presence),
  );
