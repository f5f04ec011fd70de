import type {
  Answers,
  Author,
  Command,
  CommandId,
  Cursor,
  Fact,
  Instant,
  InteractionId,
  Query,
  QueryType,
  Refusal,
} from '@deskwire/domain';

/**
 * The version of this file. Raised whenever a side of the old version could misread the new one: see "Ways to be
 * incompatible" in PROTOCOL.md.
 */
export const PROTOCOL_VERSION = 2;

/** Where the socket is, under the gateway's own address. */
export const SOCKET_PATH = '/api/socket';

/** Where the files of an interaction are, under the gateway's own address. */
export const filesPath = (interactionId: InteractionId): string =>
  `/api/interactions/${encodeURIComponent(interactionId)}/files`;

/** Carries the name of a file that is sent, in percent-encoded UTF-8; its bytes are the body, as they are. */
export const FILE_NAME_HEADER = 'x-file-name';

/** `1`: the file is an image that stands in the text of a mail. Absent for every other file. */
export const FILE_INLINE_HEADER = 'x-deskwire-inline';

/** What a desk or a visitor's page says. One JSON object per WebSocket text frame. */
export type ClientMessage =
  /** The first message, and only the first. The token is here so that it never stands in an address or a log. */
  | {
      readonly type: 'hello';
      readonly protocol: number;
      readonly token: string;
      /** Where the desk stands; absent: it has nothing yet. */
      readonly cursor?: Cursor;
    }
  /** Asks for something to be done, once per id. */
  | {readonly type: 'command'; readonly id: CommandId; readonly command: Command}
  /** Asks for a list or for history. Ids of queries and commands share one space. */
  | {readonly type: 'query'; readonly id: string; readonly query: Query}
  /** The viewer writes, or stopped. It is told to the others in the conversation and forgotten; nothing answers it. */
  | {readonly type: 'typing'; readonly interactionId: InteractionId; readonly isTyping: boolean}
  /** Answers a ping. */
  | {readonly type: 'pong'};

/** What a gateway says. */
export type ServerMessage =
  /** Answers hello: the session is open. */
  | {
      readonly type: 'welcome';
      readonly protocol: number;
      /** The gateway's memory of facts; a cursor of another epoch cannot be resumed. */
      readonly epoch: string;
      readonly now: Instant;
      /** A ping comes at least this often. */
      readonly heartbeatSeconds: number;
      /** True: the next fact follows the cursor of hello. False: the next fact is `desk.hydrated`. */
      readonly resumed: boolean;
    }
  /** Facts in order; `seq` counts up by one over the whole session. */
  | {readonly type: 'facts'; readonly facts: readonly Fact[]}
  /** What became of a command. */
  | {readonly type: 'result'; readonly id: CommandId; readonly ok: true}
  | {readonly type: 'result'; readonly id: CommandId; readonly ok: false; readonly refusal: Refusal}
  /** What became of a query. */
  | {readonly type: 'answer'; readonly id: string; readonly ok: true; readonly answer: Answers[QueryType]}
  | {readonly type: 'answer'; readonly id: string; readonly ok: false; readonly refusal: Refusal}
  /** Somebody else writes, or stopped. Forget it after a few seconds. */
  | {
      readonly type: 'typing';
      readonly interactionId: InteractionId;
      readonly isTyping: boolean;
      readonly from: Author;
    }
  /** One message was not taken and its id could not be read. The session goes on. */
  | {readonly type: 'rejected'; readonly refusal: Refusal}
  /** The session is over; the socket is closed next. `final`: coming back with the same token cannot help. */
  | {readonly type: 'refused'; readonly refusal: Refusal; readonly final: boolean}
  /** Asks for a pong. */
  | {readonly type: 'ping'};

/** A message as text for the socket. The id stands near the front, where it can be read of an oversized message. */
export const encode = (message: ClientMessage | ServerMessage): string => JSON.stringify(message);
