import {
  EMPTY_DESK,
  engagementOf,
  reduce,
  selectAgentId,
  type Command,
  type DeskState,
  type Engagement,
  type Fact,
  type Interaction,
  type Query,
} from '@deskwire/domain';
import type {
  CommandResult,
  FileResult,
  Loss,
  Port,
  PortSession,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '@deskwire/stream';

/** A desk in its smallest form: what a port tells, reduced. */
export class TestDesk {
  state: DeskState;
  readonly facts: Fact[] = [];
  readonly losses: Loss[] = [];
  readonly notices: TypingNotice[] = [];
  readonly session: PortSession;
  live = 0;
  #ids = 0;

  constructor(port: Port, from?: DeskState) {
    this.state = from ?? EMPTY_DESK;
    this.session = port.open(
      {
        live: () => (this.live += 1),
        facts: (facts) => {
          this.facts.push(...facts);
          this.state = facts.reduce(reduce, this.state);
        },
        notice: (notice) => this.notices.push(notice),
        lost: (loss) => this.losses.push(loss),
      },
      from?.cursor,
    );
  }

  /** Sends under a fresh id, or under this one. */
  send(command: Command, id = `c${(this.#ids += 1)}`): Promise<CommandResult> {
    return this.session.send({id, command});
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    return this.session.query(query);
  }

  /** Sends a file; the simulator's port can. */
  upload(upload: Upload): Promise<UploadResult> {
    if (!this.session.upload) throw new Error('the port takes no files');
    return this.session.upload(upload);
  }

  download(interactionId: string, attachmentId: string, signal?: AbortSignal): Promise<FileResult> {
    if (!this.session.download) throw new Error('the port gives no files');
    return this.session.download({interactionId, attachmentId, ...(signal ? {signal} : {})});
  }

  /** Tells that the viewer writes, or stopped. */
  typing(interactionId: string, isTyping = true): void {
    this.session.notify?.({type: 'typing', interactionId, isTyping});
  }

  interaction(id: string): Interaction {
    const found = this.state.interactions.get(id);
    if (!found) throw new Error(`the desk does not see ${id}`);
    return found;
  }

  /** The own part; undefined where the desk does not see it. */
  part(id: string): Engagement | undefined {
    const found = this.state.interactions.get(id);
    return found && engagementOf(found, selectAgentId(this.state));
  }

  /** What was said in a chat, by whom. */
  said(id: string): readonly string[] {
    const {content} = this.interaction(id);
    if (content.kind !== 'chat') throw new Error(`${id} is no chat`);
    return content.transcript.messages.map(({from, text}) => `${from.kind}: ${text}`);
  }
}
