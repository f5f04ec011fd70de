// What connects the chat of a company's website with a gateway: begins visits, and finds a running one again.
import {gatewayPort, visit} from '@deskwire/adapter-gateway';
import type {DeskElement} from '@deskwire/desk';
import type {VisitorChatElement} from '@deskwire/visitor-chat';

/** Every window of this browser finds the conversation, until it is over or its token no longer good. */
const KEPT = 'deskwire-visit';

interface Kept {
  readonly token: string;
  readonly expiresAt: number;
}

const isKept = (value: unknown): value is Kept => {
  const {token, expiresAt} = (value ?? {}) as Partial<Kept>;
  return typeof token === 'string' && typeof expiresAt === 'number';
};

const kept = (): Kept | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null');
    return isKept(value) && value.expiresAt > Date.now() ? value : undefined;
  } catch {
    // Written by something else, or nothing may be stored here: the visit begins anew.
    return undefined;
  }
};

const keep = (one: Kept | undefined): void => {
  try {
    if (one) localStorage.setItem(KEPT, JSON.stringify(one));
    else localStorage.removeItem(KEPT);
  } catch {
    // The chat goes on in this window; a reload begins anew.
  }
};

/**
 * Connects a chat and the desk around it with a gateway. The chat's attributes `server` and `entry-point` say which and
 * where; without `server` it is the one that served the page.
 */
export const connectVisits = (desk: DeskElement, chat: VisitorChatElement): void => {
  const connect = (token: string, server = chat.server || location.origin): void => {
    desk.port = gatewayPort({url: server, token});
    // Whoever comes to this computer next finds nothing of it; in this window it can be read on.
    desk.stream?.facts$.subscribe(({type}) => {
      if (type === 'interaction.ended') keep(undefined);
    });
  };
  chat.start = async (form, {server, entryPointId}) => {
    const url = server ?? location.origin;
    const {token, expiresAt} = await visit({url, ...form, ...(entryPointId ? {entryPointId} : {})});
    keep({token, expiresAt});
    connect(token, url);
  };
  chat.resume = () => {
    desk.reconnect();
  };
  desk.addEventListener('dw-connection-changed', ({detail: {status}}) => {
    // The token is no longer good for anything: the page begins anew when it is loaded again.
    if (status.state === 'closed') keep(undefined);
  });
  const running = kept();
  if (running) connect(running.token);
};
