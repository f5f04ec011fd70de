import type {InteractionId} from '@deskwire/domain';

import {check, same} from './assert.js';
import {onFeature, pageOf} from './files.js';
import type {SuiteContext} from './harness.js';
import type {DeskProbe} from './probe.js';

const tell = (desk: DeskProbe, interactionId: InteractionId, isTyping: boolean): void => {
  check(desk.session.notify !== undefined, 'it says that it tells who writes, and has no notify');
  desk.session.notify({type: 'typing', interactionId, isTyping});
};

/** Who a probe was told about, and whether they write, in order. */
const heard = (desk: DeskProbe): readonly unknown[] =>
  desk.notices.map(({interactionId, isTyping, from}) => [interactionId, isTyping, from?.kind]);

/** Who writes, of a port with the feature `typing`. */
export const describeTyping = (context: SuiteContext): void => {
  const {it} = context.runner;
  it(
    'tells each side that the other one writes, and stops',
    onFeature(context, 'typing', async ({stage, desk, id}) => {
      const page = await pageOf(context, {stage, id});
      if (!page) return;
      tell(desk, id, true);
      await page.until('the agent to write', () => page.notices.length === 1);
      tell(desk, id, false);
      await page.until('the agent to stop', () => page.notices.length === 2);
      tell(page, id, true);
      await desk.until('the customer to write', () => desk.notices.length === 1);
      same(
        heard(page),
        [
          [id, true, 'agent'],
          [id, false, 'agent'],
        ],
        'what the customer hears',
      );
      same(heard(desk), [[id, true, 'customer']], 'what the agent hears');
      const facts = [...desk.facts, ...page.facts].map(({type}) => type as string);
      check(!facts.some((type) => type.includes('typing')), 'that somebody writes is no fact');
      page.session.close();
    }),
  );

  it(
    'tells nobody who writes in a conversation that is not theirs',
    onFeature(context, 'typing', async ({stage, desk, id}) => {
      const other = await stage.world.chatArrives({name: 'Jonas', text: 'Second'});
      const [page, stranger] = [
        await pageOf(context, {stage, id}),
        await pageOf(context, {stage, id: other}),
      ];
      if (!page || !stranger) return;
      tell(stranger, id, true);
      tell(desk, 'other', true);
      await stranger.do({type: 'message.send', interactionId: other, text: 'told after it'});
      await stage.pass(200);
      same([heard(desk), heard(page)], [[], []], 'what they hear of a stranger');
      tell(desk, id, true);
      await page.until('the agent to write', () => page.notices.length === 1);
      same([heard(stranger), heard(desk)], [[], []], 'what a stranger hears, and whoever writes');
      for (const one of [page, stranger]) one.session.close();
    }),
  );
};
