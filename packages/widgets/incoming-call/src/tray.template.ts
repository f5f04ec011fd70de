import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {backIcon, forwardIcon, sentIcon, soundOffIcon} from '@deskwire/kit';

import {acceptable, rings, type RequestRow} from './incoming-call.view.js';
import {KIND_ICONS} from './request.icons.js';
import {actKey, requestTemplate, type RowContext} from './request.template.js';
import type {TrayView} from './tray-keeper.js';
import {PAGE_SIZE, pageRange} from './tray-order.js';

/** What the tray is rendered with. */
export interface TrayContext extends RowContext {
  /** All requests, those on other pages too. */
  readonly rows: readonly RequestRow[];
  readonly view: TrayView;
  /** As the person reads it; empty: none. */
  readonly shortcut: string;
  /** The browser lets no ring tone out. */
  readonly isSoundOff: boolean;
  /** Whether "Accept N requests" has its place; it neither comes nor goes under the pointer. */
  readonly hasAcceptAll: boolean;
  readonly turnTo: (page: number) => void;
  readonly acceptAll: (rows: readonly RequestRow[]) => void;
  readonly soundOn: () => void;
  /** Lets the browser ask whether it may notify; undefined: there is nothing to ask. */
  readonly notifyMe: (() => void) | undefined;
}

const pager = ({words, view, turnTo}: TrayContext): TemplateResult | typeof nothing => {
  const {page, pages, total} = view;
  if (pages < 2) return nothing;
  const {from, to} = pageRange(total, page);
  const turn = (to: number, label: string, icon: TemplateResult, live: boolean) =>
    html`<button
      class="btn icon small ghost"
      type="button"
      aria-label=${label}
      aria-disabled=${live ? nothing : 'true'}
      @click=${() => {
        if (live) turnTo(to);
      }}
    >
      ${icon}
    </button>`;
  return html`<span class="muted num range">${words.t('range', {from, to, total})}</span>
    <span class="pager">
      ${turn(page - 1, words.t('previous'), backIcon, page > 0)}
      ${turn(page + 1, words.t('next'), forwardIcon, page < pages - 1)}
    </span>`;
};

/** A call that rings on another page would be missed: its page is one press away. */
const callElsewhere = ({words, rows, view, turnTo}: TrayContext): TemplateResult | typeof nothing => {
  const index = rows.findIndex((row) => rings([row]));
  const call = rows[index];
  if (!call || view.entries.some(({row}) => row === call)) return nothing;
  return html`<button
    class="state ringing elsewhere"
    type="button"
    @click=${() => {
      turnTo(Math.floor(index / PAGE_SIZE));
    }}
  >
    ${KIND_ICONS[call.kind]}${words.t(call.kind)}
  </button>`;
};

/** The browser asks a person only when they want it to, and never twice. */
const notifyButton = ({words, view, notifyMe}: TrayContext): TemplateResult | typeof nothing =>
  notifyMe && view.pages < 2
    ? html`<button class="btn small ghost" type="button" @click=${notifyMe}>${words.t('notifyMe')}</button>`
    : nothing;

const head = (context: TrayContext): TemplateResult => {
  const {words, shortcut} = context;
  return html`<header class="head">
    <h2 id="tray-title">${words.t('title')}</h2>
    ${shortcut ? html`<kbd class="key" aria-hidden="true">${shortcut}</kbd>` : nothing}
    <span class="grow"></span>
    ${callElsewhere(context)} ${pager(context)} ${notifyButton(context)}
  </header>`;
};

const soundStrip = ({words, isSoundOff, soundOn}: TrayContext): TemplateResult | typeof nothing =>
  isSoundOff
    ? html`<div class="strip small">
        ${soundOffIcon}<span class="grow">${words.t('soundOff')}</span>
        <button class="btn small" type="button" @click=${soundOn}>${words.t('soundOn')}</button>
      </div>`
    : nothing;

/** Whether "Accept N requests" has a place: with one request there is nothing to say for all. */
export const hasAcceptAll = (rows: readonly RequestRow[]): boolean => acceptable(rows).length > 1;

const acceptAllStrip = ({words, commands, rows, acceptAll}: TrayContext): TemplateResult => {
  const all = acceptable(rows);
  const open = all.filter((row) => !commands.isPending(actKey('accept', row)));
  return html`<div class="accept-all">
    <dw-button
      part="action"
      .pending=${all.length > 0 && open.length === 0}
      .reason=${all.length ? '' : words.t('gone')}
      @click=${() => {
        acceptAll(open);
      }}
      >${sentIcon}<span>${words.t('acceptAll', {count: all.length})}</span></dw-button
    >
  </div>`;
};

interface Item {
  readonly key: string;
  readonly template: TemplateResult;
}

/** The rows as they stand, with "Accept N requests" below what it accepts. */
const items = (context: TrayContext): readonly Item[] => {
  const {entries} = context.view;
  const rows = entries.map((entry, index) => ({
    key: `request ${entry.row.id}`,
    template: requestTemplate(context, entry, index),
  }));
  if (!context.hasAcceptAll) return rows;
  const last = entries.findLastIndex(({row}) => row.channel !== 'voice');
  const all = {key: 'accept all', template: acceptAllStrip(context)};
  return [...rows.slice(0, last + 1), all, ...rows.slice(last + 1)];
};

/** The requests, top to bottom: mails, social, chats, "Accept N requests", calls nearest the corner. */
export const trayTemplate = (context: TrayContext): TemplateResult =>
  html`<section
    class="top surface tray"
    part="tray"
    aria-labelledby="tray-title"
    aria-keyshortcuts=${context.shortcut || nothing}
    tabindex="-1"
  >
    ${head(context)} ${soundStrip(context)}
    <div class="requests">
      ${repeat(
        items(context),
        ({key}) => key,
        ({template}) => template,
      )}
    </div>
  </section>`;
