// In which states each element is mounted: those in which it holds most. An element that is not here, a new one, is mounted as it
// is on a desk with a call, a chat and a mail.
import {gatewayPort} from '@deskwire/adapter-gateway';
import {aMail} from '@deskwire/testing/fixtures.js';
import {drops, inside, press, shows, until, writes} from './hands.page.mjs';

const HTML = `<div dir="ltr"><p>Hello, our bill lists the roaming pack twice.</p>
  <p><img src="https://hanbit.example/bill.png" width="480" height="72"></p>
  <p>The lines are in <a href="https://hanbit.example/lines">our list</a>.</p></div>
  <div class="gmail_quote"><blockquote class="gmail_quote"><p>Your bill is ready.</p></blockquote></div>`;

/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:59999';

const ITEMS = Array.from({length: 40}, (_, at) => ({id: `item-${at}`, text: `Item ${at}`}));

/** The list of a directory, behind its second tab. */
const picks = async (dialog, {call}) => {
  dialog.open(call);
  await shows(dialog, 'dialog:popover-open');
  await press(dialog, '#tab-numbers');
  await shows(dialog, '[role="option"]');
};

/** Opens the first contact of a tab of a history. */
const opensContact = (tab, shown) => async (history) => {
  await shows(history, '.row');
  await press(history, `#tab-${tab}`);
  await press(history, '.open');
  await shows(history, shown);
};

/** Chooses how a mail is answered. */
const replies = async (composer, kind) => {
  await shows(composer, '.seg input');
  inside(composer, '.seg input')[kind].click();
};

/** A whole desk is live, and its widgets show what they are for. */
const stands = async (desk) => {
  await shows(desk, '.identity');
  await shows(desk, '.turn');
  await shows(desk, 'iframe');
};

/**
 * By element. `world` is where it stands, `set` its properties, `gives` those that depend on the world, `acts` what a person
 * does there until it holds most.
 */
const scenes = {
  'dw-agent-state': [
    {
      name: 'menu',
      acts: async (element) => {
        await press(element, '.agent');
        await shows(element, '[role="option"]');
      },
    },
  ],
  'dw-ani-chooser': [
    {
      set: {anis: [{name: 'Sales', number: '+82215770420'}], fallback: '15880420'},
      acts: async (element) => {
        await press(element, '.anchor');
        await shows(element, 'dw-search-list');
      },
    },
  ],
  'dw-cad-editor': [
    {
      name: 'calendar, edited',
      acts: async (element) => {
        await press(element, '.pick');
        await shows(element, 'dw-cad-calendar');
        await writes(element, 'input[type="text"], input:not([type])', 'Gold');
      },
    },
  ],
  'dw-call-guide': [{world: 'guided', acts: (element) => shows(element, '[role="radiogroup"] input')}],
  'dw-campaign': [
    {
      name: 'contact',
      world: 'previews',
      acts: async (element) => {
        await press(element, '.anchor');
        await shows(element, '.who');
      },
    },
  ],
  'dw-chat-pane': [
    {
      name: 'canned responses',
      acts: async (element) => {
        await shows(element, '.turn');
        await writes(element, 'dw-text-area', 'Two working days.');
        await press(element, '.canned-button');
        await shows(element, 'dw-canned-list [role="option"], dw-canned-list');
      },
    },
    {
      name: 'conference dialog',
      acts: async (element) => {
        await shows(element, '.turn');
        await press(element, '.more');
        await press(element, '[role="menuitem"]');
        await shows(element, 'dialog:popover-open');
      },
    },
    {
      name: 'file on its way',
      acts: async (element) => {
        await shows(element, '.turn');
        // The one of the last time is still there: a draft stays with its conversation.
        if (!inside(element, 'progress').length) drops(element, 'refund-form.pdf');
        await shows(element, 'progress');
      },
    },
  ],
  'dw-consult-dialog': [{name: 'numbers', acts: picks}],
  'dw-contact-history': [
    {gives: ({call}) => ({interactionId: call}), acts: (element) => shows(element, '.row')},
  ],
  'dw-desk': [
    {name: 'all inside', world: 'deskless', isWhole: true, acts: stands},
    {name: 'all inside, shared', world: 'deskless', isWhole: true, set: {shared: 'leaks'}, acts: stands},
    {
      name: 'gateway being reached',
      world: 'bare',
      gives: () => ({port: gatewayPort({url: NOWHERE, token: 'none'})}),
      acts: (desk) => until(() => desk.connection?.state === 'connecting'),
    },
  ],
  'dw-directory-picker': [
    {
      set: {command: 'consult.start'},
      gives: ({call}) => ({interactionId: call}),
      acts: (element) => shows(element, '[role="option"]'),
    },
  ],
  'dw-email-composer': [
    {
      name: 'editor',
      acts: async (element) => {
        await shows(element, 'iframe');
        await replies(element, 1);
        await shows(element, '[role="textbox"]');
        await shows(element, 'dw-cc-field');
      },
    },
    {
      name: 'quick reply',
      acts: async (element) => {
        await replies(element, 0);
        await writes(element, 'dw-text-area', 'We refund the second charge.');
      },
    },
  ],
  'dw-history': [
    {name: 'mail', acts: opensContact('email', 'dw-history-correspondence')},
    {name: 'chat', acts: opensContact('chat', '.turn')},
    {
      name: 'number card',
      acts: async (element) => {
        await press(element, '.btn.number');
        await shows(element, '.popover:popover-open dw-button');
      },
    },
  ],
  'dw-incoming-call': [
    {name: 'rings', world: 'ringing', acts: (element) => shows(element, '.request.ringing .acts dw-button')},
  ],
  'dw-interaction-control': [
    {
      name: 'list of keys',
      acts: async (element) => {
        await press(element, 'dw-button.shortcuts');
        await shows(element, '.keys');
      },
    },
    {
      name: 'dialpad',
      acts: async (element) => {
        await press(element, 'dw-button.keypad');
        await shows(element, '.digit');
      },
    },
  ],
  'dw-mail-body': [
    {
      set: {mail: aMail({html: HTML})},
      gives: ({mail}) => ({interactionId: mail}),
      acts: (element) => shows(element, 'iframe'),
    },
  ],
  'dw-outdial': [
    {
      name: 'address book',
      world: 'idle',
      set: {telLinks: true},
      acts: async (element) => {
        await press(element, 'dw-button.anchor');
        await shows(element, '[role="option"]');
      },
    },
    {
      name: 'dialpad',
      world: 'idle',
      acts: async (element) => {
        await press(element, 'dw-button.anchor');
        await press(element, '#tab-pad');
        await press(element, '.digit');
      },
    },
  ],
  'dw-search-list': [{set: {items: ITEMS, searchable: true, label: 'Items'}}],
  'dw-task-list': [{acts: (element) => shows(element, '[role="option"], li')}],
  'dw-timer': [{set: {since: 0, label: 'Time'}}],
  'dw-transfer-dialog': [{name: 'numbers', acts: picks}],
  'dw-visitor-chat': [
    {
      name: 'conversation',
      world: 'visited',
      acts: async (element) => {
        await shows(element, '.turn');
        await writes(element, 'dw-text-area', 'How long will it take?');
      },
    },
    {
      name: 'form in its corner',
      world: 'bare',
      set: {launcher: true, opened: true, start: () => new Promise(() => undefined)},
      acts: (element) => shows(element, 'form'),
    },
  ],
  'dw-wrap-up': [
    {
      name: 'reason chosen',
      world: 'ended',
      acts: async (element) => {
        await shows(element, '.countdown');
        await press(element, '[role="option"]');
      },
    },
  ],
};

/** The scenes of an element, of which the last is in passing: there for a moment, moved, without a desk. */
export const scenesOf = (tag) => {
  const own = scenes[tag] ?? [{}];
  const [{world, set, isWhole = false}] = own;
  return isWhole ? own : [...own, {name: 'in passing', world, set, isHasty: true}];
};
