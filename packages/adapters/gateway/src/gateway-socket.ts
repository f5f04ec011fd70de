/** As much of a WebSocket's events as is looked at. */
type SocketEvent = {readonly data?: unknown; readonly code?: unknown};

/** As much of a WebSocket as is used. A page's own is one, and so is one of the `ws` package. */
export interface GatewaySocket {
  send(text: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: unknown) => void): void;
}

/** Opens a WebSocket. */
export type WebSocketFactory = (url: string) => GatewaySocket;

/** The page's own. */
export const pageSocket: WebSocketFactory = (url) => new WebSocket(url);

/** What a message event carries, where that is text. */
export const textOfMessage = (event: unknown): string | undefined => {
  const {data} = event as SocketEvent;
  return typeof data === 'string' ? data : undefined;
};

/** Why a socket was closed; 1006 where it does not say. */
export const codeOfClose = (event: unknown): number => {
  const {code} = event as SocketEvent;
  return typeof code === 'number' ? code : 1006;
};
