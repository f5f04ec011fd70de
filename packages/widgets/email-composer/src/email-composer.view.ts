import {
  customerName,
  engagementOf,
  failedMail,
  leavingMail,
  mailsOf,
  replyHead,
  selectAgentId,
  type Ask,
  type DeskState,
  type Instant,
  type Interaction,
  type InteractionId,
  type Mail,
  type Mailbox,
  type OutgoingMail,
  type Phase,
  type Refusal,
  type ReplyHead,
  type TenantConfig,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** The states that the chip of the pane can name. */
export const MAIL_CHIPS = ['ringing', 'active', 'wrap-up', 'ended'] as const;
/** One of {@link MAIL_CHIPS}. */
export type MailChip = (typeof MAIL_CHIPS)[number];

/** The ways to answer, in the order of the segment. */
export const MAIL_MODES = [
  'quick-reply',
  'reply',
  'reply-all',
] as const satisfies readonly OutgoingMail['kind'][];
/** One of {@link MAIL_MODES}. */
export type MailMode = OutgoingMail['kind'];

/** A button. With a refusal it is shown, cannot be used, and says why. */
export interface MailAction {
  readonly refusal?: Refusal;
}

/** Where one answers. To and Subject are fixed. */
export interface ComposeView extends MailAction {
  readonly inReplyTo: string;
  readonly to: readonly Mailbox[];
  /** Who else gets it with Reply all. */
  readonly others: readonly Mailbox[];
  /** The contact centre's own addresses here: nobody writes to oneself. */
  readonly own: readonly string[];
  readonly subject: string;
}

/** All that the pane shows of one mail contact. */
export interface EmailView {
  readonly interactionId: InteractionId;
  readonly name: string;
  readonly subject: string;
  readonly queue?: string;
  readonly chip: MailChip;
  readonly clockSince: Instant;
  /** The mail to answer: the newest that somebody wrote to us. */
  readonly mail?: Mail;
  /** What stands before it, newest first. */
  readonly earlier: readonly Mail[];
  /** What came after it: our answers, and what machines said about them; oldest first. */
  readonly later: readonly Mail[];
  /** All of them, oldest first. */
  readonly thread: readonly Mail[];
  /** The newest word of a machine: our answer did not arrive, or somebody is away. */
  readonly notice?: Mail;
  /** The answer that can still be called back. */
  readonly leaving?: Mail;
  /** The newest answer, where the mail server did not take it. */
  readonly failed?: Mail;
  readonly compose?: ComposeView;
  readonly transfer?: MailAction;
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

/** Whatever comes back into the contact centre: nobody copies oneself. */
const ownAddresses = (head: ReplyHead, {entryPoints}: TenantConfig): readonly string[] => [
  head.from.address,
  ...entryPoints.flatMap(({channel, number}) =>
    channel === 'email' && number !== undefined ? [number] : [],
  ),
];

const composeView = (
  interaction: Interaction,
  {
    mail,
    verdict,
    phase,
    tenant,
  }: {
    readonly mail: Mail | undefined;
    readonly verdict: Verdict;
    readonly phase: Phase;
    readonly tenant: TenantConfig | undefined;
  },
): ComposeView | undefined => {
  const allowed = action(verdict);
  // In wrap-up only an answer that came back can be written anew.
  if (!mail || !tenant || !allowed || (phase !== 'active' && !verdict.ok)) return undefined;
  const head = replyHead(interaction, mail, {kind: 'reply-all', cc: []}, tenant);
  return {
    ...allowed,
    inReplyTo: mail.id,
    to: head.to,
    others: head.cc,
    own: ownAddresses(head, tenant),
    subject: head.subject,
  };
};

/** A machine's word is not what one answers, unless there is nothing else. */
const placeOf = (mails: readonly Mail[]): number => {
  const written = mails.findLastIndex(({direction, notice}) => direction === 'in' && !notice);
  return Math.max(0, written >= 0 ? written : mails.findLastIndex(({direction}) => direction === 'in'));
};

const threadOf = (mails: readonly Mail[]) => {
  const at = placeOf(mails);
  return {mail: mails[at], earlier: mails.slice(0, at).reverse(), later: mails.slice(at + 1)};
};

const noticeOf = (later: readonly Mail[], mail: Mail | undefined): Mail | undefined =>
  later.findLast((one) => one.notice) ?? (mail?.notice ? mail : undefined);

const optional = <K extends string, T>(key: K, value: T | undefined): {readonly [P in K]?: T} =>
  (value === undefined ? {} : {[key]: value}) as {readonly [P in K]?: T};

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
  const {phase} = engagement;
  const {mail, earlier, later} = threadOf(mailsOf(interaction));
  const isActive = phase === 'active';
  const ask = (type: 'interaction.end' | 'interaction.transfer') =>
    isActive ? action(permit({type, interactionId})) : undefined;
  return {
    interactionId,
    name: customerName(interaction),
    subject: mail?.subject ?? subject ?? '',
    chip: chipOf(interaction, phase),
    clockSince: engagement.wrapUp?.since ?? engagement.acceptedAt ?? interaction.createdAt,
    earlier,
    later,
    thread: mailsOf(interaction),
    ...optional('notice', noticeOf(later, mail)),
    ...optional('leaving', leavingMail(interaction)),
    ...optional('failed', failedMail(interaction)),
    ...optional('queue', queue?.name),
    ...optional('mail', mail),
    ...optional(
      'compose',
      PANE_PHASES.includes(phase)
        ? composeView(interaction, {
            ...{mail, phase, tenant: state.tenant},
            verdict: permit({type: 'mail.send', interactionId}),
          })
        : undefined,
    ),
    ...optional('transfer', ask('interaction.transfer')),
    ...optional('end', ask('interaction.end')),
  };
};
