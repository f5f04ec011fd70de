import type {Answer, PermitView} from './case.js';
import type {Ask, CommandType, Who} from './command.js';
import type {InteractionId} from './party.js';
import {refuse, type Refusal, type RefusalCode, type Verdict} from './refusal.js';
import {rules} from './rules.js';
import {engagementOf} from './selectors.js';

const asRefusal = (answer: RefusalCode | Refusal): Refusal =>
  typeof answer === 'string' ? refuse(answer) : answer;

const verdict = (answer: Answer): Verdict => (answer ? {ok: false, refusal: asRefusal(answer)} : {ok: true});

const CUSTOMER_COMMANDS: ReadonlySet<CommandType> = new Set([
  'message.send',
  'interaction.read',
  'customer.leave',
]);

const askedByCustomer = (view: PermitView, ask: Ask, own: InteractionId): Answer => {
  if (!CUSTOMER_COMMANDS.has(ask.type)) return 'DW_ROLE_CUSTOMER';
  const interaction = ask.interactionId === own ? view.interactions.get(own) : undefined;
  if (!interaction) return 'DW_INTERACTION_UNKNOWN';
  if (interaction.content.kind !== 'chat') return refuse('DW_CHANNEL_WRONG', {channel: interaction.channel});
  return interaction.ending ? 'DW_INTERACTION_ENDED' : undefined;
};

const askedByAgent = (view: PermitView, ask: Ask, agentId: string): Answer => {
  if (ask.type === 'customer.leave') return 'DW_ROLE_AGENT';
  const {tenant, profile} = view;
  if (!tenant || profile?.id !== agentId || view.presence.state === 'signed-out')
    return 'DW_AGENT_SIGNED_OUT';
  const rule = rules[ask.type];
  if (rule.about === 'agent') return rule.answer({view, tenant, ask, profile});
  const interaction = ask.interactionId === undefined ? undefined : view.interactions.get(ask.interactionId);
  const engagement = interaction && engagementOf(interaction, agentId);
  if (!interaction || !engagement) return 'DW_INTERACTION_UNKNOWN';
  return rule.answer({view, tenant, ask, profile, interaction, engagement});
};

/**
 * Decides what is allowed: the one place that buttons, ports, the engine and the gateway ask.
 *
 * Order: what the backend can do at all, then who asks, then what the profile and the tenant allow, then the state.
 * It looks at no text that the caller typed; `checkCommand` does that.
 * @param view The desk, or as much of it as the caller may see.
 * @param ask The command, or just its type and interaction while its details are still open.
 * @param who Whoever asks. A forged command meets the same answer.
 */
export const permit = (view: PermitView, ask: Ask, who: Who): Verdict => {
  const isKnown = Object.hasOwn(rules, ask.type) || CUSTOMER_COMMANDS.has(ask.type);
  if (!isKnown || !view.capabilities.commands.includes(ask.type)) {
    return verdict(refuse('DW_CAPABILITY_MISSING', {command: ask.type}));
  }
  return verdict(
    who.kind === 'customer'
      ? askedByCustomer(view, ask, who.interactionId)
      : askedByAgent(view, ask, who.agentId),
  );
};

/** Whether a refused control should be absent instead of disabled: nothing the agent does now would change the answer. */
export const isHidden = (answer: Verdict): boolean =>
  !answer.ok && (answer.refusal.kind === 'capability' || answer.refusal.kind === 'permission');
