import {
  engagementOf,
  type AgentId,
  type Ask,
  type Engagement,
  type Interaction,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** How the pane asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

/** The commands of the pane's head. */
export type ChatCommand =
  'interaction.end' | 'interaction.transfer' | 'conference.start' | 'conference.end' | 'consult.cancel';

/** One control: absent where it never helps, with the refusal where it does not help now. */
export interface ChatAction {
  readonly command: ChatCommand;
  /** What it is called here: agent 2 leaves by the command with which agent 1 ends. */
  readonly label: 'end' | 'endConference' | 'leave' | 'conference' | 'transfer' | 'cancel';
  readonly refusal?: Refusal;
}

/** The controls of a chat. */
export interface ChatActions {
  /** The one that is always in sight. */
  readonly end?: ChatAction;
  /** Those behind "More". */
  readonly more: readonly ChatAction[];
  /** Takes the request for a conference back. */
  readonly cancel?: ChatAction;
}

const action = (
  {id}: Interaction,
  permit: Permit,
  command: ChatCommand,
  label: ChatAction['label'],
): readonly ChatAction[] => {
  const control = controlOf(permit({type: command, interactionId: id}));
  if (!control.shown) return [];
  return [control.refusal ? {command, label, refusal: control.refusal} : {command, label}];
};

const only = <K extends string>(key: K, [one]: readonly ChatAction[]): {readonly [P in K]?: ChatAction} =>
  (one ? {[key]: one} : {}) as {readonly [P in K]?: ChatAction};

/** The controls by the role table (CHAT-R1 to R5); what each may do is `permit`'s to say. */
export const chatActions = (
  interaction: Interaction,
  {phase, role}: Pick<Engagement, 'phase' | 'role'>,
  permit: Permit,
): ChatActions => {
  if (phase !== 'active') return {more: []};
  const find = (command: ChatCommand, label: ChatAction['label']) =>
    action(interaction, permit, command, label);
  const {kind} = interaction.talk;
  if (role !== 'owner') return {...only('end', find('conference.end', 'leave')), more: []};
  if (kind === 'conference') return {...only('end', find('conference.end', 'endConference')), more: []};
  return {
    ...only('end', find('interaction.end', 'end')),
    ...(kind === 'conference-requested' ? only('cancel', find('consult.cancel', 'cancel')) : {}),
    more: [...find('conference.start', 'conference'), ...find('interaction.transfer', 'transfer')],
  };
};

/** The other agents who are in the chat now. */
export const othersIn = ({engagements, talk}: Interaction, own: AgentId): readonly string[] =>
  talk.kind === 'conference'
    ? engagements
        .filter(({agent, phase}) => agent.id !== own && phase === 'active')
        .map(({agent}) => agent.name)
    : [];

/** Who was asked to join and has not answered; empty where the name is not known. */
export const askedFor = (interaction: Interaction): string | undefined => {
  const {talk} = interaction;
  if (talk.kind !== 'conference-requested') return undefined;
  return talk.target.kind === 'agent'
    ? (engagementOf(interaction, talk.target.agentId)?.agent.name ?? '')
    : '';
};
