import type {InteractionId} from '@deskwire/domain';

import {check} from './assert.js';
import type {PortHarness, SuiteContext} from './harness.js';
import {DeskProbe} from './probe.js';

/** One test's backend with the ways to open desks on it. */
export interface Stage extends PortHarness {
  /** Opens a session; from a probe: with its state and its cursor. */
  open(after?: DeskProbe): DeskProbe;
}

/** A test body that is given a fresh backend and cleans up behind itself. */
export const onStage =
  (context: SuiteContext, body: (stage: Stage) => Promise<void>) => async (): Promise<void> => {
    const harness = await context.make();
    const probes: DeskProbe[] = [];
    const pass = (ms: number): Promise<void> => harness.pass(ms);
    const open: Stage['open'] = (after) => {
      const {cursor} = after?.state ?? {};
      const probe = new DeskProbe(
        harness.port,
        context,
        pass,
        after && cursor ? {state: after.state, cursor} : undefined,
      );
      probes.push(probe);
      return probe;
    };
    const {port, agentId, world} = harness;
    try {
      await body({port, agentId, world, pass, close: () => harness.close(), open});
    } finally {
      for (const probe of probes) probe.session.close();
      await harness.close();
    }
  };

/** A desk whose agent is available. */
export const available = async (stage: Stage): Promise<DeskProbe> => {
  const desk = await stage.open().ready();
  await desk.do({type: 'agent.set-state', to: {state: 'available'}});
  return desk;
};

/** A chat that the agent has accepted. */
export const inChat = async (
  stage: Stage,
): Promise<{readonly desk: DeskProbe; readonly id: InteractionId}> => {
  const desk = await available(stage);
  const id = await stage.world.chatArrives({name: 'Hana', text: 'Hello'});
  await desk.phase(id, 'offered');
  await desk.do({type: 'interaction.accept', interactionId: id});
  await desk.phase(id, 'active');
  return {desk, id};
};

/** A call that the agent has accepted. */
export const inCall = async (
  stage: Stage,
): Promise<{readonly desk: DeskProbe; readonly id: InteractionId}> => {
  const desk = await available(stage);
  const id = await stage.world.callArrives({number: '+82215550142', name: 'Hana'});
  await desk.phase(id, 'offered');
  await desk.do({type: 'interaction.accept', interactionId: id});
  await desk.until('the call to be connected', () => desk.interaction(id).talk.kind === 'together');
  return {desk, id};
};

/** A wrap-up reason that fits whatever was handled. */
export const wrapUpReason = (desk: DeskProbe, id: InteractionId): string => {
  const {tenant} = desk.state;
  check(tenant !== undefined, 'the snapshot has no tenant');
  const reason = tenant.wrapUp[desk.interaction(id).channel].reasonIds?.[0] ?? tenant.wrapUpReasons[0]?.id;
  check(reason !== undefined, 'the tenant has no wrap-up reason');
  return reason;
};

/** Wraps up and waits until the agent is through with it. */
export const wrapUp = async (desk: DeskProbe, id: InteractionId): Promise<void> => {
  await desk.phase(id, 'wrap-up');
  await desk.do({type: 'wrap-up.submit', interactionId: id, reasonIds: [wrapUpReason(desk, id)]});
  await desk.over(id);
};

/** The texts of a chat, oldest first. */
export const texts = (desk: DeskProbe, id: InteractionId): readonly string[] => {
  const {content} = desk.interaction(id);
  check(content.kind === 'chat', `${id} is no chat`);
  return content.transcript.messages.map(({text}) => text);
};
