import {html, nothing, type TemplateResult} from 'lit';
import type {Channel, ChosenState} from '@deskwire/domain';
import {
  availableIcon,
  channelTile,
  idleIcon,
  ronaIcon,
  stateChip,
  type Control,
  type Icon,
} from '@deskwire/kit';

import type {RonaView} from './incoming-call.view.js';
import {refusalNote, type RefusalActs} from './refusal.template.js';

/** Under which the command of the RONA popover is kept: it is one choice. */
export const RONA_KEY = 'rona';

/** What each channel's miss is called. */
export const MISSED = {
  voice: 'missedCall',
  chat: 'missedChat',
  social: 'missedChat',
  email: 'missedEmail',
} as const satisfies Record<Channel, string>;

/** What the RONA popover is rendered with. */
export interface RonaContext extends RefusalActs {
  /** The choice that is under way. */
  readonly chosen: ChosenState['state'] | undefined;
  readonly choose: (to: ChosenState) => void;
}

interface Way {
  readonly control: Control;
  readonly to: ChosenState;
  readonly icon: Icon;
  readonly variant: 'primary' | 'default';
}

const way = (
  {words, commands, refusalText, chosen, choose}: RonaContext,
  {control, to, icon, variant}: Way,
) => {
  if (!control.shown) return nothing;
  const pending = commands.isPending(RONA_KEY) && chosen === to.state;
  return html`<dw-button
    variant=${variant}
    .pending=${pending}
    .reason=${control.refusal ? refusalText(words.locale, control.refusal) : ''}
    @click=${() => {
      choose(to);
    }}
    >${icon}${words.t(to.state)}</dw-button
  >`;
};

/** The RONA popover: two ways out and no way round (STATE-4). */
export const ronaTemplate = (context: RonaContext, view: RonaView): TemplateResult => {
  const {words} = context;
  const {missedAfterSeconds: seconds, queue} = view;
  const missed = [
    ...(queue ? [queue] : []),
    ...(seconds === undefined ? [] : [words.t('missedAfter', {seconds})]),
  ].join(' · ');
  const time = html`${words.t('rona')} <dw-timer .since=${view.since}></dw-timer>`;
  return html`<section
    class="top surface rona-card"
    part="rona"
    role="alertdialog"
    aria-labelledby="rona-title"
    aria-describedby="rona-text"
    tabindex="-1"
  >
    ${channelTile('rona', ronaIcon)}
    <div class="grow">
      <div class="line">
        <h2 id="rona-title" class="grow">${words.t(MISSED[view.channel])}</h2>
        ${stateChip('rona', ronaIcon, time)}
      </div>
      <p id="rona-text" class="muted">
        ${missed ? html`<span class="block">${missed}</span>` : nothing}${words.t('choose')}
      </p>
      <div class="acts">
        ${way(context, {
          control: view.available,
          to: {state: 'available'},
          icon: availableIcon,
          variant: 'primary',
        })}
        ${way(context, {control: view.idle, to: view.idleTo, icon: idleIcon, variant: 'default'})}
      </div>
      ${refusalNote(context, [RONA_KEY])}
    </div>
  </section>`;
};
