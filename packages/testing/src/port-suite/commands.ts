import {COMMAND_TYPES, REFUSALS, type Command, type CommandType} from '@deskwire/domain';

import {check, same, show} from './assert.js';
import type {SuiteContext} from './harness.js';
import {freshId} from './probe.js';
import {available, inCall, inChat, onStage, texts} from './stage.js';

/** A well-formed command of any type, about an interaction that does not exist. */
const anyCommand = (type: CommandType): Command => {
  const details = {
    interactionId: 'no-such-interaction',
    to: {kind: 'agent', agentId: 'nobody'},
    reasonIds: ['none'],
    text: 'text',
    digits: '1',
    edits: [],
    number: '+8225550199',
    campaignId: 'none',
    answers: [],
    mail: {kind: 'reply', inReplyTo: 'none', cc: [], text: 'text', attachmentIds: [], quotes: false},
  };
  if (type === 'agent.set-state') return {type, to: {state: 'available'}};
  return {type, ...details} as unknown as Command;
};

const describeRefusals = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'refuses with a code, and goes on',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inCall(stage);
      await desk.refused({type: 'call.hold', interactionId: 'no-such-interaction'}, 'DW_INTERACTION_UNKNOWN');
      await desk.refused({type: 'interaction.accept', interactionId}, 'DW_INTERACTION_NOT_OFFERED');
      await desk.refused({type: 'call.resume', interactionId}, 'DW_CALL_NOT_HELD');
      await desk.refused({type: 'message.send', interactionId, text: 'Hello'}, 'DW_CHANNEL_WRONG');
      await desk.refused(
        {type: 'wrap-up.submit', interactionId, reasonIds: ['x']},
        'DW_WRAPUP_NONE',
        'DW_WRAPUP_REASON_UNKNOWN',
      );
      await desk.refused({type: 'customer.leave', interactionId}, 'DW_ROLE_AGENT', 'DW_CAPABILITY_MISSING');
      await desk.do({type: 'call.hold', interactionId});
      await desk.refused({type: 'call.hold', interactionId}, 'DW_CALL_HELD');
      await desk.refused({type: 'interaction.end', interactionId}, 'DW_CALL_HELD');
      same(desk.losses, [], 'losses after refusals');
    }),
  );

  it(
    'refuses what was typed wrongly',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      await desk.refused({type: 'message.send', interactionId, text: '  '}, 'DW_MESSAGE_EMPTY');
      await desk.refused(
        {type: 'message.send', interactionId, text: 'x'.repeat(1_001)},
        'DW_MESSAGE_TOO_LONG',
      );
      await desk.refused(
        {type: 'agent.set-state', to: {state: 'idle', reasonId: 'no-such-reason'}},
        'DW_AGENT_REASON_UNKNOWN',
      );
      same(texts(desk, interactionId), ['Hello'], 'the conversation after refused messages');
    }),
  );

  it(
    'refuses every command that it does not claim',
    onStage(context, async ({open}) => {
      const desk = await open().ready();
      const {commands} = desk.state.capabilities;
      for (const type of COMMAND_TYPES) {
        if (!commands.includes(type))
          await desk.refused(anyCommand(type), 'DW_CAPABILITY_MISSING', 'DW_ROLE_AGENT');
      }
      await desk.refused(
        {type: 'desk.explode'} as unknown as Command,
        'DW_CAPABILITY_MISSING',
        'DW_WIRE_UNKNOWN',
        'DW_WIRE_MALFORMED',
      );
      same(desk.losses, [], 'losses after unknown commands');
    }),
  );

  it(
    'answers every command about what does not exist with a code of ours',
    onStage(context, async ({open}) => {
      const desk = await open().ready();
      for (const type of COMMAND_TYPES.filter((one) => !one.startsWith('agent.'))) {
        const result = await desk.send(anyCommand(type));
        check(!result.ok, `${type} about nothing was done`);
        check(result.refusal.code in REFUSALS, `${type} got an unknown code ${show(result)}`);
        same(result.refusal.kind, REFUSALS[result.refusal.code], `the kind of ${result.refusal.code}`);
      }
    }),
  );
};

const describeOnce = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'does one id once, however often it is sent',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      const id = freshId();
      const command: Command = {type: 'message.send', interactionId, text: 'Only once'};
      const results = await Promise.all([1, 2, 3].map(() => desk.send(command, id)));
      results.push(await desk.send(command, id));
      same(
        results,
        results.map(() => ({ok: true})),
        'answers',
      );
      await desk.until('the message', () => texts(desk, interactionId).includes('Only once'));
      await stage.pass(200);
      same(texts(desk, interactionId), ['Hello', 'Only once'], 'the conversation');
    }),
  );

  it(
    'does it once when it is sent again after a loss',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      const id = freshId();
      const command: Command = {type: 'message.send', interactionId, text: 'Only once'};
      let rejected = false;
      desk.session.send({id, command}).catch(() => (rejected = true));
      await stage.world.drop();
      await desk.until('the loss', () => desk.losses.length > 0);
      const second = await stage.open(desk).ready();
      const result = await second.send(command, id);
      check(result.ok, `the second try was refused: ${show(result)}`);
      await second.until('the message', () => texts(second, interactionId).includes('Only once'));
      await stage.pass(200);
      same(texts(second, interactionId), ['Hello', 'Only once'], 'the conversation');
      check(!rejected, 'a send that a loss interrupted must stay open, not reject');
    }),
  );

  it(
    'names a message by the id of the command that sent it',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      const id = freshId();
      const fact = await desk.do({type: 'message.send', interactionId, text: 'Mine'}, id);
      check(fact.type === 'message.posted', `the fact of message.send was ${fact.type}`);
      same(
        [fact.message.id, fact.message.text, fact.message.from.kind],
        [id, 'Mine', 'agent'],
        'the message',
      );
    }),
  );
};

const describeQueries = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'answers or refuses a query, with the session unharmed',
    onStage(context, async (stage) => {
      const desk = await available(stage);
      const answers = [
        await desk.settled('directory.queues', desk.session.query({type: 'directory.queues'})),
        await desk.settled('directory.agents', desk.session.query({type: 'directory.agents'})),
        await desk.settled(
          'messages.before',
          desk.session.query({type: 'messages.before', interactionId: 'none', messageId: 'none', limit: 10}),
        ),
      ];
      for (const answer of answers) {
        check(answer.ok || answer.refusal.code in REFUSALS, `no known code: ${show(answer)}`);
      }
      same(desk.losses, [], 'losses after queries');
    }),
  );
};

/** What a port MUST do with commands and queries. */
export const describeCommands = (context: SuiteContext): void => {
  describeRefusals(context);
  describeOnce(context);
  describeQueries(context);
};
