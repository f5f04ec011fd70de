import {html, nothing, type TemplateResult} from 'lit';
import {channelTile, lockIcon, phoneText, shieldIcon, stateChip} from '@deskwire/kit';

import {actionRow, button, failures, notice, why} from './actions.template.js';
import {chipLooks} from './interaction-control.looks.js';
import type {
  ChipView,
  ControlView,
  FactView,
  PaneView,
  RecordingView,
  VariableView,
} from './interaction-control.types.js';
import type {Scene} from './scene.js';
import {toolRow} from './tools.template.js';

/** So many variables are shown before all of them are asked for: two rows of a wide pane. */
const FIRST_VARIABLES = 4;
/** A longer value takes the whole width. */
const LONG_VALUE = 40;

const chip = ({chip, since}: ChipView, {language}: Scene): TemplateResult => {
  const {hue, icon} = chipLooks[chip];
  const state = language.t(chip);
  if (since === undefined) return stateChip(hue, icon, state);
  const label = language.t('stateDuration', {state});
  return stateChip(hue, icon, html`${state} <dw-timer .since=${since} .label=${label}></dw-timer>`);
};

const factValue = (fact: FactView, {language}: Scene): TemplateResult => {
  if (fact.label === 'party') return html`<span class="muted">${language.t(fact.kind)}</span>`;
  const {text, number} = fact;
  return html`${text === undefined ? nothing : html`<bdi>${text}</bdi> `}${
    number === undefined ? nothing : html`<bdi class="num" dir="ltr">${phoneText(number)}</bdi>`
  }`;
};

/** The customer's number needs no label to be seen; the others do. */
const fact = (one: FactView, scene: Scene): TemplateResult => {
  const isSaid = one.label !== 'party' && one.label !== 'number';
  return html`<div>
    <dt class=${isSaid ? '' : 'hidden-text'}>${scene.language.t(one.label)}</dt>
    <dd>${factValue(one, scene)}</dd>
  </div>`;
};

const nameOf = (names: PaneView['names'], {language}: Scene): unknown =>
  names.map(
    (name, index) => html`${index ? ', ' : ''}<bdi>${name ? phoneText(name) : language.t('agent')}</bdi>`,
  );

/** Who it is, in what state, and for how long. */
const identity = ({names, chips, facts, clock}: PaneView, scene: Scene): TemplateResult => {
  const [{chip: first}] = chips;
  const {hue, tile} = chipLooks[first];
  return html`<header class="identity">
    ${channelTile(hue, tile, first === 'ringing')}
    <div class="grow">
      <div class="title">
        <h2 class="name">${nameOf(names, scene)}</h2>
        ${chips.map((one) => chip(one, scene))}
      </div>
      ${facts.length ? html`<dl class="facts">${facts.map((one) => fact(one, scene))}</dl>` : nothing}
    </div>
    <dw-timer class="clock" .since=${clock.since} .label=${scene.language.t(clock.counts)}></dw-timer>
  </header>`;
};

const MASK = '••••';

const valueText = ({type, value, masked}: VariableView, {language}: Scene): unknown => {
  if (masked) {
    return html`<span aria-hidden="true">${MASK}</span
      ><span class="hidden-text">${language.t('masked')}</span>`;
  }
  if (value === undefined) return html`<span class="muted">${language.t('notSet')}</span>`;
  return type === 'boolean' ? language.t(value === 'true' ? 'yes' : 'no') : html`<bdi>${value}</bdi>`;
};

const variable = (one: VariableView, scene: Scene): TemplateResult => {
  const {language} = scene;
  const lock = html`${lockIcon}<span class="hidden-text">${language.t('secure')}</span>`;
  return html`<div class=${(one.value?.length ?? 0) > LONG_VALUE ? 'long' : ''}>
    <dt>${language.label(one.label)}${one.secure ? lock : nothing}</dt>
    <dd>${valueText(one, scene)}</dd>
  </div>`;
};

/** The variables, read-only: the first few, then all of them for whoever asks. */
const variableList = ({id, variables}: PaneView, scene: Scene): unknown => {
  if (!variables.length) return nothing;
  const {language} = scene;
  const isOpen = scene.isOpen(`variables ${id}`);
  const more = variables.length > FIRST_VARIABLES;
  const shown = isOpen ? variables : variables.slice(0, FIRST_VARIABLES);
  const words = isOpen ? language.t('fewerVariables') : language.t('allVariables', {count: variables.length});
  return html`<div class="data" role="group" aria-label=${language.t('variables')}>
    <dl class="variables">${shown.map((one) => variable(one, scene))}</dl>
    ${
      more
        ? html`<dw-button
            small
            variant="ghost"
            .expanded=${isOpen}
            @click=${() => {
              scene.toggle(`variables ${id}`);
            }}
            >${words}</dw-button
          >`
        : nothing
    }
  </div>`;
};

const countdown = (recording: RecordingView, {language}: Scene): unknown =>
  recording.state === 'paused' && recording.resumeAt !== undefined
    ? html`<span class="muted num"
        ><span class="wide">${language.t('resumesIn')} </span
        ><dw-timer .until=${recording.resumeAt} .label=${language.t('resumesIn')}></dw-timer
      ></span>`
    : nothing;

/** That the call is recorded, or that recording waits. */
const recordingStrip = ({recording}: PaneView, scene: Scene): unknown => {
  if (!recording) return nothing;
  const on = recording.state === 'on';
  return html`<div class="strip recording">
    ${on ? html`<span class="rec"></span>` : shieldIcon}
    <span class="grow">${scene.language.t(on ? 'recording' : 'recordingPaused')}</span>
    ${countdown(recording, scene)}
    ${recording.control ? button(recording.control, {ghost: on, small: true}, scene) : nothing}
  </div>`;
};

/** One pane: who, what is known, what is recorded, what can be done, and why something cannot. */
export const paneTemplate = (pane: PaneView, {panes}: ControlView, scene: Scene): TemplateResult =>
  html`<section
    class="card ${pane.isHeard ? 'heard' : ''}"
    id=${pane.id}
    part="pane"
    tabindex="-1"
    aria-label=${scene.language.t(pane.id === 'call' ? 'pane' : 'consultPane')}
  >
    ${identity(pane, scene)} ${variableList(pane, scene)} ${recordingStrip(pane, scene)}
    ${actionRow(pane, scene)} ${toolRow(pane, scene)} ${why(pane, scene)}
    ${pane.id === 'call' ? notice(scene) : nothing} ${failures(pane, panes.length > 1, scene)}
  </section>`;
