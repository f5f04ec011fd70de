// What is measured, in the order of the page, and how: the words that stand above each table.

/** `load`: a bench and all that it needs is read only when it is run. */
export const subjects = {
  size: {
    title: 'Size',
    command: 'npm run size -- --peers',
    load: () => import('./size.mjs'),
    method: `Minified and gzipped (level 9), each chunk by itself, bundled for a page that has nothing else: Lit and RxJS are in it. The
peer is installed at a pinned version, its card for an incoming call bundled and minified by esbuild (ours by Rollup and Terser, since
its CommonJS needs another bundler). Its card carries React, which a host page may have already, and the vendor's SDK, whose work
Deskwire's port to a gateway does: that is in the row of the whole desk. What it imports without declaring it, and its style sheet,
are left out, so that its figure is a slight under-count.`,
  },
  pixel: {
    title: 'A fact to the pixel',
    load: () => import('./pixel.mjs'),
    method: `A whole desk in Chromium with 200 live interactions: facts come from the port one by one, each in a task of its own. The time
runs from the port's call to the frame that is presented with the change. The peer is a plain desk made for this bench, in the same
browser: one global store, and everything that it shows made anew with each change, without a library. It shows less than ours
(list, tray and one pane), has no focus to keep, no languages and no timers, and its elements are fewer. Beside both stands a page of
one text that each fact changes: what it takes is the browser's own. A speck is painted anew in each frame of all three, or only ours,
in which the ring of a call moves, would get its frames as fast as they can be made, and the others with the beat of a screen. At 60
frames a second there is no speck, and the wait for the next frame alone is up to 16.7 ms.`,
  },
  fanout: {
    title: 'Reduce and fan-out',
    load: () => import('./fanout.mjs'),
    method: `From the port through the stream to the watchers, one fact at a time, in Node; one fact in twenty is about an interaction that
somebody watches. The peer is the textbook's store: the same reducer with a copied map, and every watcher looks and compares. The
second peer spares the copy and everything else that a stream does (duplicates, gaps, snapshots, the order of facts after state).`,
  },
  chat: {
    title: 'A long chat',
    load: () => import('./chat.mjs'),
    method: `The same messages in the same browser, shown, added to at the end, and added to in front. An append is the time on the page's own
thread until the message is laid out. deep-chat is a chat for assistants: it keeps every message in the page and has no notion of
reading, delivery or authors, so it does less for each.`,
  },
  directory: {
    title: 'A directory of 50,000 rows',
    load: () => import('./directory.mjs'),
    method: `The picker of transfer targets in Chromium, typed into key by key as an input method builds Korean up. The peer finds with plain
\`includes\` over the same rows, cannot find initial consonants, and shows nothing, so that it is a floor and not a rival.`,
  },
  history: {
    title: 'The history of a busy centre',
    load: () => import('./history.mjs'),
    method: `100,000 contacts in the gateway's store: from the query to the answer, permission included, without the network. The peer is
SQLite itself reading the same rows without an index.`,
  },
  tabs: {
    title: 'Ten tabs of one agent',
    load: () => import('./tabs.mjs'),
    method: `Ten tabs in one browser at a real gateway: one connection for all of them, beside one for each.`,
  },
  gateway: {
    title: 'The gateway with 1,000 agents',
    load: () => import('./gateway.mjs'),
    method: `Every agent has a desk and a chat, every visitor a page: 2,000 sockets. A message is checked, stored with a sync of the disk, and
told to both. The time runs from when a message was due at the sender to when it is there, by one clock, so that neither side can
hide that it falls behind. The peer passes the same messages to the same sockets from memory: it signs nobody in, checks nothing,
looks for no card numbers and stores nothing, so that it shows what sockets alone cost here. Server and driver are processes of
their own and share the cores; the store's own rate is that of the same facts in commits of the same size, in a process that does
nothing else. Where it does not hold: one process does everything, and a fact costs it about 140 us of its core (in November 2026
a fifth of that in SQLite, a fifth in writing to sockets, an eighth in collecting garbage, a twelfth in looking for card numbers;
the rest is spread). At 20,000 deliveries, which are 10,000 stored facts, the core is full, and messages wait for each other. The
store in a thread of its own would take off a fifth at most; beyond that it needs more processes.`,
  },
  leaks: {
    title: 'Leaks',
    command: 'npm run leaks',
    load: () => import('./leaks.mjs'),
    method: `Every element of every package in the states in which it holds most: listeners, nodes, subscriptions and timers afterwards. No peer
runs here that could be mounted so often.`,
  },
};
