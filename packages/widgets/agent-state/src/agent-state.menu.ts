import {html, nothing, type TemplateResult} from 'lit';
import type {ChosenState} from '@deskwire/domain';
import {
  availableIcon,
  defineSearchList,
  idleIcon,
  menuStyles,
  noteStyles,
  signedOutIcon,
  warningIcon,
  type PlainCommandController,
  type ListItem,
  type SearchListChange,
} from '@deskwire/kit';

import {KEYS, type Words} from './agent-state.template.js';
import type {Choice, MenuView} from './agent-state.view.js';
import {refusalText} from './refusal-text.js';

import {agentMenuStyles} from './agent-state.menu.styles.js';

export {refusalText};

/** In the order in which they come after the element's own. */
export const styles = [menuStyles, noteStyles, agentMenuStyles];

/** Registers what the menu is made of. */
export const defineMenuParts = (): void => {
  defineSearchList();
};

/** What the menu is rendered with. */
export interface MenuContext {
  readonly words: Words;
  readonly commands: PlainCommandController;
  readonly choose: (to: ChosenState) => void;
  readonly signOut: (event: Event) => void;
  readonly retry: (key: string) => void;
}

const itemOf = (words: Words, {id, label}: Choice): ListItem =>
  label === undefined
    ? {value: id, text: words.t('available'), icon: availableIcon, hue: 'available'}
    : {value: id, text: words.label(label), group: words.t('idle'), icon: idleIcon, hue: 'idle'};

const choiceList = ({words, choose}: MenuContext, view: MenuView): TemplateResult => {
  const pick = ({detail}: CustomEvent<SearchListChange>): void => {
    const choice = view.choices.find(({id}) => id === detail.picked);
    if (choice) choose(choice.to);
  };
  return html`<dw-search-list
    .items=${view.choices.map((choice) => itemOf(words, choice))}
    .selected=${view.chosen === undefined ? [] : [view.chosen]}
    ?searchable=${view.searchable}
    .label=${words.t('menu')}
    .placeholder=${words.t('find')}
    .emptyText=${words.t('none')}
    @dw-change=${pick}
  ></dw-search-list>`;
};

const refusalNote = ({words, commands, retry}: MenuContext, key: string): TemplateResult | typeof nothing => {
  const refusal = commands.refusal(key);
  if (!refusal) return nothing;
  const act = (text: string, run: () => void): TemplateResult =>
    html`<button class="btn link" type="button" @click=${run}>${text}</button>`;
  return html`<div class="note danger" role="alert">
    ${warningIcon}
    <div class="grow">
      ${refusalText(words.locale, refusal)}
      <div class="acts">
        ${
          refusal.kind === 'transport'
            ? act(words.t('retry'), () => {
                retry(key);
              })
            : nothing
        }
        ${act(words.t('dismiss'), () => {
          commands.dismiss(key);
        })}
      </div>
    </div>
  </div>`;
};

/** "Sign out", and, where it is refused, why. */
const signOutRow = (
  {words, commands, signOut}: MenuContext,
  {signOut: control}: MenuView,
): TemplateResult | typeof nothing => {
  if (!control.shown) return nothing;
  const {refusal} = control;
  const pending = commands.isPending(KEYS.signOut);
  const why =
    refusal?.code === 'DW_AGENT_BUSY' ? words.t('busy') : refusal && refusalText(words.locale, refusal);
  return html`<div class="leave">
    <button
      class="option"
      type="button"
      aria-disabled=${refusal || pending ? 'true' : nothing}
      aria-busy=${pending ? 'true' : nothing}
      aria-describedby=${why ? 'why' : nothing}
      @click=${signOut}
    >
      ${pending ? html`<span class="spin"></span>` : signedOutIcon}${words.t('signOut')}
    </button>
    ${why ? html`<p id="why" class="meta">${why}</p>` : nothing}
  </div>`;
};

/** What the menu shows while it is open. */
export const menuTemplate = (context: MenuContext, view: MenuView): TemplateResult =>
  html`${choiceList(context, view)}
  ${view.waits ? html`<p class="hint meta">${context.words.t('afterwards')}</p>` : nothing}
  ${refusalNote(context, KEYS.state)} ${signOutRow(context, view)} ${refusalNote(context, KEYS.signOut)}`;
