// The house plan: which room may import what. The first room whose folder matches is the one a file is in.
//
//   ours      packages of this workspace, without "@deskwire/"
//   types     the same, but for types alone: nothing of them may be there when the file runs
//   outside   libraries; DECLARED stands for whatever the room's package.json names
//   never     what is refused even where DECLARED would let it in
//   node      whether Node's own modules may be used
//   dom       false where the room must compile without the DOM library

export const DECLARED = 'declared';

const room = (name, folder, rest = {}) => ({
  ...{name, folder, ours: [], types: [], outside: [], never: [], node: false, dom: true},
  ...rest,
});

export const rooms = [
  room('domain', 'packages/core/domain', {dom: false}),
  room('card data', 'packages/core/card-data', {outside: ['credit-card-type'], dom: false}),
  room('engine', 'packages/core/engine', {ours: ['domain', 'card-data'], dom: false}),
  room('protocol', 'packages/core/protocol', {ours: ['domain'], outside: ['valibot'], dom: false}),
  room('stream', 'packages/core/stream', {ours: ['domain'], outside: ['rxjs']}),
  room('kit', 'packages/elements/kit', {
    ours: ['domain', 'card-data'],
    types: ['stream'],
    outside: ['lit', '@lit/context', '@tanstack/virtual-core', 'dompurify'],
  }),
  room('desk', 'packages/elements/desk', {
    ours: ['domain', 'stream', 'kit'],
    outside: ['lit', '@lit/context'],
  }),
  // The one widget with a library of its own, loaded when a mail is first written.
  room('the email composer', 'packages/widgets/email-composer', {
    ours: ['domain', 'card-data', 'kit'],
    types: ['stream'],
    outside: ['lit', DECLARED],
  }),
  room('a widget', 'packages/widgets/*', {
    ours: ['domain', 'card-data', 'kit'],
    types: ['stream'],
    outside: ['lit'],
  }),
  room('the simulator', 'packages/adapters/simulator', {
    ours: ['domain', 'engine'],
    types: ['stream'],
    outside: ['rxjs'],
  }),
  room('the gateway adapter', 'packages/adapters/gateway', {
    ours: ['domain', 'protocol'],
    types: ['stream'],
    outside: ['rxjs'],
  }),
  room('an adapter', 'packages/adapters/*', {
    ours: ['domain'],
    types: ['stream'],
    // Its own SDK.
    outside: ['rxjs', DECLARED],
    never: ['lit', '@lit/*'],
  }),
  room('the gateway', 'packages/gateway', {
    ours: ['domain', 'card-data', 'engine', 'protocol'],
    outside: [DECLARED],
    never: ['lit', '@lit/*', 'rxjs'],
    node: true,
    dom: false,
  }),
  room('testing', 'packages/testing', {
    ours: ['domain', 'stream', 'kit'],
    outside: ['lit', 'rxjs', '@open-wc/testing', '@web/test-runner-commands', DECLARED],
  }),
];
