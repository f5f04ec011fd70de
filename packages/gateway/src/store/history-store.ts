import type {AgentId, HistoryChannel, HistoryEntry, Interaction, InteractionId} from '@deskwire/domain';
import type {HistoryPlace} from '@deskwire/engine';

/** A row that facts brought about; one that is there already is replaced. Never any CAD. */
export type HistoryChange =
  /** A contact in which this agent's part is over. */
  | {
      readonly kind: 'part';
      readonly agentId: AgentId;
      readonly channel: HistoryChannel;
      readonly entry: HistoryEntry;
    }
  /** A contact that is over, with everything its customer can be looked up by. */
  | {readonly kind: 'contact'; readonly keys: readonly string[]; readonly entry: HistoryEntry};

/** Which rows of a list: the next older ones after a place. */
export interface HistoryWindow {
  readonly after?: HistoryPlace;
  readonly limit: number;
}

/** A past contact with a window of what was said. */
export interface PastContact {
  /** Its messages or mails are those of the window; `earlier` counts the messages before it. */
  readonly contact: Interaction;
  /** False: there is no message or mail with the id that the window was to end before. */
  readonly isPlaced: boolean;
}

/** Makes the rows of one contact out of everything that was told about it. */
export type Rows = (contact: Interaction) => readonly HistoryChange[];

/**
 * Past contacts. Lists are newest first by `byRecency`. An implementation MUST answer in time that grows with what is
 * asked for, not with what there is; and MUST give nobody who asks for a key anything that was not kept under it.
 */
export interface HistoryStore {
  ofAgent(
    agentId: AgentId,
    window: HistoryWindow & {readonly channel?: HistoryChannel},
  ): Promise<readonly HistoryEntry[]>;
  /** Contacts that were kept under any of these keys, each once. */
  ofKeys(keys: readonly string[], window: HistoryWindow): Promise<readonly HistoryEntry[]>;
  /**
   * A contact, open or past, as far as a history shows it: without CAD as it changed. `before` is the id of a message or
   * mail.
   */
  contact(
    id: InteractionId,
    window: {readonly before?: string; readonly limit: number},
  ): Promise<PastContact | undefined>;
  /**
   * Makes rows for the next contacts that were stored before there were any rows.
   * @param most Contacts at once.
   * @returns Whether there may be more.
   */
  backfill(rows: Rows, most: number): Promise<boolean>;
}
