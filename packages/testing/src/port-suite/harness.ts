import type {AgentId, InteractionId} from '@deskwire/domain';
import type {Port} from '@deskwire/stream';

/** A mail as its sender's mail program makes it. */
export interface ArrivingMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** The same with formatting, in a part beside the text. */
  readonly html?: string;
  /** `contentId`: an image that the HTML shows as `cid:` and this. */
  readonly files?: readonly {readonly file: File; readonly contentId?: string}[];
}

/**
 * The world around the backend: customers, wires, mishaps. Each verb resolves when the backend was told; what follows
 * from it reaches the desk through the port.
 */
export interface PortWorld {
  /** A customer rings a number whose queue the agent serves. Resolves with the interaction's id. */
  callArrives(caller: {readonly number: string; readonly name?: string}): Promise<InteractionId>;
  /** A visitor begins a chat, in a queue that the agent serves. */
  chatArrives(visitor: {readonly name: string; readonly text: string}): Promise<InteractionId>;
  /** The visitor of a chat writes on. */
  customerSays(interactionId: InteractionId, text: string): Promise<void>;
  /** The caller hangs up. */
  customerHangsUp(interactionId: InteractionId): Promise<void>;
  /** Cuts the desk's connection without a word, as a cable would. */
  drop(): Promise<void>;
  /** A mail comes in, to an address whose queue the agent serves. Mails to its sender can be delivered. */
  mailArrives?(mail: ArrivingMail): Promise<InteractionId>;
  /** The port of the visitor's own page, for a chat that is under way. */
  customerPort?(interactionId: InteractionId): Promise<Port>;
  /** Makes the backend say something to the desk that no version of the port knows. */
  saySomethingUnknown?(): Promise<void>;
  /** Ends the desk's session for good: signed out elsewhere, replaced, token revoked. */
  expel?(): Promise<void>;
}

/** A verb that a backend may not have. */
export type OptionalVerb = 'mailArrives' | 'customerPort' | 'saySomethingUnknown' | 'expel';

/**
 * One backend with one agent, made afresh for every test. The agent is signed in and not available, has a browser phone
 * (so that accepting is a command), the permissions of `createProfile`, room for one call, three chats and five mails,
 * and is the only agent: whatever arrives is offered to them once they are available. The tenant has an idle reason and
 * a wrap-up reason that fits every channel. Where the backend takes files, the tenant allows `.txt` and not `.exe` in chats
 * and mails, and files of a few megabytes. Where mails can be called back, that is for two seconds or less. Card data is
 * taken out of mails.
 */
export interface PortHarness {
  /** The port of the agent's desk. */
  readonly port: Port;
  readonly agentId: AgentId;
  readonly world: PortWorld;
  /**
   * Lets the backend's time go on by so many milliseconds and everything settle that was under way: a fake clock is
   * advanced, a real one is waited for.
   */
  pass(ms: number): Promise<void>;
  /** Takes everything down again. */
  close(): Promise<void>;
}

/** The words of a test runner. Vitest's and Mocha's both fit. */
export interface SuiteRunner {
  describe(title: string, body: () => void): void;
  it(title: string, body: () => Promise<void>): void;
}

/** How to run the suite. */
export interface PortSuiteOptions {
  /** Where it runs; the page's or the process's global `describe` and `it` unless given. */
  readonly runner?: SuiteRunner;
  /** Verbs that this backend does not have; their tests are left out, all others run. */
  readonly without?: readonly OptionalVerb[];
  /** How many milliseconds a fact or an answer may take. 4000 unless given; the runner's own limit must be above it. */
  readonly patience?: number;
}

/** What the parts of the suite are given. */
export interface SuiteContext {
  readonly runner: SuiteRunner;
  readonly patience: number;
  has(verb: OptionalVerb): boolean;
  make(): Promise<PortHarness>;
}
