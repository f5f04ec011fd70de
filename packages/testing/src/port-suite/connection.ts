import {COMMAND_TYPES, FEATURES, hasFeature} from '@deskwire/domain';

import {check, same} from './assert.js';
import type {SuiteContext} from './harness.js';
import type {DeskProbe} from './probe.js';
import {available, inChat, onStage, texts} from './stage.js';

/** Seq counts up by one from the first fact of the session, or from the cursor that was given. */
const checkSeq = (desk: DeskProbe, from?: number): void => {
  const seqs = desk.facts.map(({seq}) => seq);
  const first = from === undefined ? seqs[0] : from + 1;
  check(first !== undefined, 'no fact was told');
  same(
    seqs,
    seqs.map((_, index) => first + index),
    'seq must count up without a gap',
  );
};

const describeOpening = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'tells live first, then a snapshot',
    onStage(context, async ({open, agentId}) => {
      const desk = await open().ready();
      const [first, second] = desk.told;
      check(first?.kind === 'live', `the first thing told was ${first?.kind ?? 'nothing'}`);
      check(Number.isFinite(first.now) && first.now > 0, 'live must tell the time of the backend');
      check(second?.kind === 'facts', `the second thing told was ${second?.kind ?? 'nothing'}`);
      check(desk.isHydrated, `the first fact was ${desk.facts[0]?.type ?? 'none'}`);
      same(desk.state.viewer, {kind: 'agent', agentId}, 'the snapshot must say whose desk it is');
      check(desk.state.tenant !== undefined, 'the snapshot must carry the tenant');
      same(desk.state.profile?.id, agentId, 'the snapshot must carry the profile');
    }),
  );

  it(
    'claims only commands and features that exist',
    onStage(context, async ({open}) => {
      const {commands, features} = (await open().ready()).state.capabilities;
      same(
        commands.filter((one) => !COMMAND_TYPES.includes(one)),
        [],
        'unknown commands',
      );
      same(
        features.filter((one) => !FEATURES.includes(one)),
        [],
        'unknown features',
      );
      same(new Set(commands).size, commands.length, 'commands named twice');
    }),
  );

  it(
    'gives plain facts in order, with a time',
    onStage(context, async (stage) => {
      const {desk, id} = await inChat(stage);
      for (const text of ['one', 'two', 'three']) await stage.world.customerSays(id, text);
      await desk.until('three messages', () => texts(desk, id).includes('three'));
      checkSeq(desk);
      const [untimed] = desk.facts.filter(({at}) => !Number.isFinite(at) || at <= 0);
      same(untimed, undefined, 'a fact without a time');
      same(JSON.parse(JSON.stringify(desk.facts)), desk.facts, 'facts must be plain data');
      same(texts(desk, id), ['Hello', 'one', 'two', 'three'], 'the conversation');
    }),
  );
};

const describeEnding = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'says nothing after it was closed',
    onStage(context, async (stage) => {
      const {desk, id} = await inChat(stage);
      desk.session.close();
      desk.session.close();
      const told = desk.told.length;
      await stage.world.customerSays(id, 'Still there?');
      await stage.pass(200);
      same(desk.told.length, told, 'things told after close');
    }),
  );

  it(
    'tells a loss once and nothing after it',
    onStage(context, async (stage) => {
      const {desk, id} = await inChat(stage);
      await stage.world.drop();
      await desk.until('the loss', () => desk.losses.length > 0);
      await stage.world.customerSays(id, 'Still there?');
      await stage.pass(200);
      same(desk.losses.length, 1, 'losses told');
      check(desk.told.at(-1)?.kind === 'lost', 'something was told after the loss');
      same(desk.losses[0]?.refusal.kind, 'transport', 'the kind of a loss');
      same(desk.losses[0]?.final, false, 'a cut cable is not final');
      desk.session.close();
    }),
  );

  if (context.has('expel')) {
    it(
      'calls a loss final when coming back cannot help',
      onStage(context, async (stage) => {
        const desk = await available(stage);
        check(stage.world.expel !== undefined, 'the harness lacks expel');
        await stage.world.expel();
        await desk.until('the loss', () => desk.losses.length > 0);
        await stage.pass(200);
        same(
          desk.losses.map(({final}) => final),
          [true],
          'losses told',
        );
      }),
    );
  }
};

const describeResuming = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'continues at the cursor without a gap, or begins with a snapshot',
    onStage(context, async (stage) => {
      const {desk, id} = await inChat(stage);
      await stage.world.drop();
      await desk.until('the loss', () => desk.losses.length > 0);
      await stage.world.customerSays(id, 'You were away');
      const second = stage.open(desk);
      await second.until('the message that was missed', () => texts(second, id).includes('You were away'));
      checkSeq(second, second.isHydrated ? undefined : desk.state.cursor?.seq);
      if (hasFeature(desk.state.capabilities, 'resume'))
        check(!second.isHydrated, 'resume is claimed, but not done');
      same(texts(second, id), ['Hello', 'You were away'], 'the conversation');
      second.session.close();
      const fresh = await stage.open().ready();
      check(fresh.isHydrated, 'a desk without a cursor must be given a snapshot');
      same(fresh.interaction(id), second.interaction(id), 'resumed and fresh state');
      same(fresh.state.presence, second.state.presence, 'resumed and fresh presence');
    }),
  );

  it(
    'gives a snapshot for a cursor it cannot know',
    onStage(context, async (stage) => {
      const {desk, id} = await inChat(stage);
      desk.session.close();
      for (const cursor of [
        {epoch: 'of another time', seq: 3},
        {epoch: desk.state.cursor?.epoch ?? '', seq: 1e9},
      ]) {
        const lost = stage.open();
        lost.session.close();
        const probe = stage.open({state: {...desk.state, cursor}} as DeskProbe);
        await probe.until('a snapshot', () => probe.isHydrated);
        check(probe.facts[0]?.type === 'desk.hydrated', 'no snapshot');
        const {interactions} = probe.facts[0].snapshot;
        check(
          interactions.some((one) => one.id === id),
          'the snapshot lacks what is under way',
        );
        checkSeq(probe);
        probe.session.close();
      }
    }),
  );

  if (context.has('saySomethingUnknown')) {
    it(
      'lives on when the backend says what it does not know',
      onStage(context, async (stage) => {
        const {desk, id} = await inChat(stage);
        check(stage.world.saySomethingUnknown !== undefined, 'the harness lacks saySomethingUnknown');
        await stage.world.saySomethingUnknown();
        await stage.world.customerSays(id, 'Go on');
        await desk.until('the next message', () => texts(desk, id).includes('Go on'));
        same(desk.losses, [], 'losses');
        checkSeq(desk);
      }),
    );
  }
};

/** What a port MUST do about being opened, lost, closed and opened again. */
export const describeConnection = (context: SuiteContext): void => {
  describeOpening(context);
  describeEnding(context);
  describeResuming(context);
};
