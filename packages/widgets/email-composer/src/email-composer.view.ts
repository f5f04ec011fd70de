import {
  customerName,
  engagementOf,
  MAIL_MAX_LENGTH,
  replyRecipients,
  replySubject,
  selectAgentId,
  type Ask,
  type Attachment,
  type DeskState,
  type Instant,
  type Interaction,
  type InteractionId,
  type Mail,
  type Mailbox,
  type Phase,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** The states that the chip of the pane can name. */
export const MAIL_CHIPS = ['ringing', 'active', 'wrap-up', 'ended'] as const;
/** One of {@link MAIL_CHIPS}. */
export type MailChip = (typeof MAIL_CHIPS)[number];

/** A mail as it is read. */
export interface MailView {
  readonly id: string;
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly at: Instant;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly isCut: boolean;
  /** Set on a mail of ours: where it stands. */
  readonly delivery?: NonNullable<Mail['delivery']>;
}

/** A button. With a refusal it is shown, cannot be used, and says why. */
export interface MailAction {
  readonly refusal?: Refusal;
}

/** The box for a quick reply. To and Subject are fixed. */
export interface ReplyView extends MailAction {
  readonly inReplyTo: string;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly max: number;
}

/** All that the pane shows of one mail contact. */
export interface EmailView {
  readonly interactionId: InteractionId;
  readonly name: string;
  readonly subject: string;
  readonly queue?: string;
  readonly chip: MailChip;
  readonly clockSince: Instant;
  /** The mail to answer: the newest that came in. */
  readonly mail?: MailView;
  /** What stands before it, newest first. */
  readonly earlier: readonly MailView[];
  /** What was sent in answer to it, oldest first. */
  readonly answers: readonly MailView[];
  readonly reply?: ReplyView;
  readonly end?: MailAction;
}

/** How the pane asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

const PANE_PHASES: readonly Phase[] = ['active', 'wrap-up'];

/** The mail contact that the pane follows by itself: the newest active one of the agent, else the newest in wrap-up. */
export const selectOwnMailId = (state: DeskState): InteractionId | undefined => {
  const own = selectAgentId(state);
  const mails = [...state.interactions.values()]
    .filter(({channel}) => channel === 'email')
    .sort((a, b) => b.createdAt - a.createdAt);
  return PANE_PHASES.map((phase) => mails.find((mail) => engagementOf(mail, own)?.phase === phase)).find(
    (found) => found,
  )?.id;
};

const viewMail = ({id, from, to, cc, at, text, attachments, truncated, delivery}: Mail): MailView => ({
  id,
  from,
  to,
  cc,
  at,
  text,
  files: attachments,
  isCut: truncated ?? false,
  ...(delivery ? {delivery} : {}),
});

const chipOf = (interaction: Interaction, phase: Phase): MailChip => {
  if (phase === 'wrap-up') return 'wrap-up';
  if (phase === 'done' || interaction.ending) return 'ended';
  return phase === 'active' ? 'active' : 'ringing';
};

const action = (verdict: Verdict): MailAction | undefined => {
  const control = controlOf(verdict);
  if (!control.shown) return undefined;
  return control.refusal ? {refusal: control.refusal} : {};
};

const replyTo = (mail: Mail | undefined, verdict: Verdict): ReplyView | undefined => {
  const allowed = action(verdict);
  if (!mail || !allowed) return undefined;
  return {
    ...allowed,
    inReplyTo: mail.id,
    to: replyRecipients(mail),
    subject: replySubject(mail.subject),
    max: MAIL_MAX_LENGTH,
  };
};

const threadOf = (mails: readonly Mail[]) => {
  const at = Math.max(
    0,
    mails.findLastIndex(({direction}) => direction === 'in'),
  );
  const current = mails[at];
  return {
    current,
    earlier: mails.slice(0, at).reverse().map(viewMail),
    answers: mails.slice(at + 1).map(viewMail),
  };
};

/**
 * What the pane shows of an interaction.
 * @returns Undefined where it is no mail, or none of this agent.
 */
export const viewEmail = (
  state: DeskState,
  interaction: Interaction | undefined,
  permit: Permit,
): EmailView | undefined => {
  const engagement = interaction && engagementOf(interaction, selectAgentId(state));
  if (!interaction || !engagement || interaction.content.kind !== 'email') return undefined;
  const {id: interactionId, queue, subject} = interaction;
  const {current, earlier, answers} = threadOf(interaction.content.thread.mails);
  const isActive = engagement.phase === 'active';
  const reply = isActive ? replyTo(current, permit({type: 'mail.send', interactionId})) : undefined;
  const end = isActive ? action(permit({type: 'interaction.end', interactionId})) : undefined;
  return {
    interactionId,
    name: customerName(interaction),
    subject: current?.subject ?? subject ?? '',
    ...(queue ? {queue: queue.name} : {}),
    chip: chipOf(interaction, engagement.phase),
    clockSince: engagement.wrapUp?.since ?? engagement.acceptedAt ?? interaction.createdAt,
    ...(current ? {mail: viewMail(current)} : {}),
    earlier,
    answers,
    ...(reply ? {reply} : {}),
    ...(end ? {end} : {}),
  };
};
