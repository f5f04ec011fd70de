// The desk of the bench of tabs: what a CRM's page has, and the clock for one command.
import '@deskwire/agent-state/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/task-list/define.js';
import {gatewayPort} from '@deskwire/adapter-gateway';

const {document, performance} = globalThis;

const WIDGETS = ['agent-state', 'task-list', 'incoming-call', 'interaction-control', 'chat-pane'];

globalThis.tabsBench = {
  /** Opens the desk; resolves when it is live. */
  open({url, token, shared}) {
    const desk = document.createElement('dw-desk');
    desk.shared = shared;
    desk.append(...WIDGETS.map((name) => document.createElement(`dw-${name}`)));
    document.body.append(desk);
    const began = performance.now();
    return new Promise((resolve) => {
      desk.addEventListener('dw-connection-changed', ({detail}) => {
        if (detail.status.state === 'live') resolve(performance.now() - began);
      });
      desk.port = gatewayPort({url, token});
    });
  },
  /** Changes the agent's state. @returns Milliseconds until the answer. */
  async change(to) {
    const began = performance.now();
    const result = await document.querySelector('dw-desk').stream.send({type: 'agent.set-state', to});
    if (!result.ok) throw new Error(result.refusal.code);
    return performance.now() - began;
  },
  /** The number of the newest fact. */
  seq: () => document.querySelector('dw-desk').stream.snapshot().cursor?.seq ?? 0,
};
