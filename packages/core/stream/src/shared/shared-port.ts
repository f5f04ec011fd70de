import type {Port} from '../port.js';

import {browserDevices, type TabDevices} from './devices.js';
import {Memory} from './memory.js';
import {SharedSession} from './shared-session.js';

/** Which tabs belong together. */
export interface SharedPortOptions {
  /**
   * Who is signed in, and where: `desk.example.com/yoon`. All tabs of the page's origin that give the same name share
   * one connection, so it MUST differ for every agent and every backend. It is no secret, and must not be one: a token,
   * which is another one in each tab, would part them.
   */
  readonly name: string;
  /** Instead of the browser's own. */
  readonly devices?: Partial<TabDevices>;
}

/**
 * The same way to the backend, with one connection for all tabs of an agent. One tab has it, the others hear all facts
 * from that one and ask through it; when it closes, crashes or is put to sleep, another tab goes on where it was.
 *
 * Tabs find each other by a Web Lock and a BroadcastChannel. Where the browser has none (a page without HTTPS, say), each
 * tab has a connection of its own.
 *
 * Trusted is what the origin's own pages say: whoever can write to the channel is a script of this origin, and could as
 * well use the desk or read its token. Messages are checked for their shape, so that a tab with another version does no
 * harm. The channel carries what every tab of the agent may see, and never a token.
 */
export const sharedPort = (port: Port, {name, devices}: SharedPortOptions): Port => {
  const memory = new Memory();
  return {
    name: port.name,
    open: (sink, cursor) => {
      const {locks, channel, ...rest} = {...browserDevices(), ...devices};
      const state = sink.state?.bind(sink);
      if (!locks || !channel || !state) return port.open(sink, cursor);
      const key = `deskwire/desk/${name}`;
      const tools = {...rest, locks, channel};
      const parts = {port, devices: tools, name: key, channel: channel(key), sink, state, cursor, memory};
      return new SharedSession(parts);
    },
  };
};
