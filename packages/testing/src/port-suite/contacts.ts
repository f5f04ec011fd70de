import {check, same} from './assert.js';
import type {SuiteContext} from './harness.js';
import {DeskProbe, freshId} from './probe.js';
import {available, inCall, inChat, onStage, texts, wrapUp} from './stage.js';

const describeCall = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'carries a call from offer through hold and end to wrap-up',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inCall(stage);
      const {channel, customer} = desk.interaction(interactionId);
      same([channel, customer.number], ['voice', '+82215550142'], 'the call');
      await desk.do({type: 'call.hold', interactionId});
      await desk.until('hold', () => desk.interaction(interactionId).talk.kind === 'hold');
      await desk.do({type: 'call.resume', interactionId});
      await desk.until('resume', () => desk.interaction(interactionId).talk.kind === 'together');
      await desk.do({type: 'interaction.end', interactionId});
      await desk.until('the ending', () => desk.interaction(interactionId).ending !== undefined);
      same(desk.interaction(interactionId).ending?.by, 'agent', 'who ended it');
      await wrapUp(desk, interactionId);
    }),
  );

  it(
    'ends a call that the customer hangs up',
    onStage(context, async (stage) => {
      const {desk, id} = await inCall(stage);
      await stage.world.customerHangsUp(id);
      await desk.phase(id, 'wrap-up');
      same(desk.interaction(id).ending?.by, 'customer', 'who ended it');
      same(desk.interaction(id).talk.kind, 'none', 'who talks after the end');
      await wrapUp(desk, id);
    }),
  );

  it(
    'takes back the offer of a call that the customer gave up',
    onStage(context, async (stage) => {
      const desk = await available(stage);
      const id = await stage.world.callArrives({number: '+82215550142'});
      await desk.phase(id, 'offered');
      await stage.world.customerHangsUp(id);
      await desk.over(id);
      same(desk.state.presence.state, 'available', 'presence afterwards');
    }),
  );
};

const describeChat = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'carries a chat both ways from offer to wrap-up',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      await desk.do({type: 'message.send', interactionId, text: 'How can I help?'});
      await stage.world.customerSays(interactionId, 'My order is late');
      await desk.until('the reply', () => texts(desk, interactionId).length === 3);
      same(texts(desk, interactionId), ['Hello', 'How can I help?', 'My order is late'], 'the conversation');
      await desk.do({type: 'interaction.end', interactionId});
      await wrapUp(desk, interactionId);
    }),
  );

  it(
    'keeps two contacts apart',
    onStage(context, async (stage) => {
      const {desk, id: first} = await inChat(stage);
      const second = await stage.world.chatArrives({name: 'Jonas', text: 'Second'});
      await desk.phase(second, 'offered');
      await desk.do({type: 'interaction.accept', interactionId: second});
      await stage.world.customerSays(first, 'to the first');
      await stage.world.customerSays(second, 'to the second');
      await desk.until('both messages', () => texts(desk, first).length + texts(desk, second).length === 4);
      same(
        [texts(desk, first), texts(desk, second)],
        [
          ['Hello', 'to the first'],
          ['Second', 'to the second'],
        ],
        'the conversations',
      );
      await desk.do({type: 'interaction.end', interactionId: second});
      await wrapUp(desk, second);
      same(desk.engagement(first)?.phase, 'active', 'the first one afterwards');
    }),
  );

  it(
    "is told of the agent's own state",
    onStage(context, async (stage) => {
      const desk = await available(stage);
      same(desk.state.presence.state, 'available', 'presence');
      const reasonId = desk.state.tenant?.idleReasons[0]?.id ?? '';
      await desk.do({type: 'agent.set-state', to: {state: 'idle', reasonId}});
      same(desk.state.presence.state === 'idle' && desk.state.presence.reasonId, reasonId, 'the reason');
    }),
  );
};

const describeCustomer = (context: SuiteContext): void => {
  context.runner.it(
    'shows a customer only their own side, and obeys nothing else',
    onStage(context, async (stage) => {
      const {desk, id: interactionId} = await inChat(stage);
      check(stage.world.customerPort !== undefined, 'the harness lacks customerPort');
      const port = await stage.world.customerPort(interactionId);
      const page = await new DeskProbe(port, context, (ms) => stage.pass(ms)).ready();
      same(page.state.viewer, {kind: 'customer', interactionId}, 'the viewer');
      same([...page.state.interactions.keys()], [interactionId], 'what the customer sees');
      same(
        [page.state.profile, page.interaction(interactionId).cad],
        [undefined, []],
        'what a customer must not see',
      );
      const id = freshId();
      const fact = await page.do({type: 'message.send', interactionId, text: 'From the page'}, id);
      check(
        fact.type === 'message.posted' && fact.message.from.kind === 'customer',
        "the customer's message",
      );
      await desk.until('it on the desk', () => texts(desk, interactionId).includes('From the page'));
      await desk.do({type: 'message.send', interactionId, text: 'From the desk'});
      await page.until('it on the page', () => texts(page, interactionId).includes('From the desk'));
      await page.refused(
        {type: 'interaction.end', interactionId},
        'DW_ROLE_CUSTOMER',
        'DW_CAPABILITY_MISSING',
      );
      await page.refused({type: 'message.send', interactionId: 'other', text: 'x'}, 'DW_INTERACTION_UNKNOWN');
      page.session.close();
    }),
  );
};

/** One contact of every channel, all the way. */
export const describeContacts = (context: SuiteContext): void => {
  describeCall(context);
  describeChat(context);
  if (context.has('customerPort')) describeCustomer(context);
};
