import type {SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';

import {answers} from './actors.js';
import type {Call} from './calls.js';
import {aLargeTeam, FOUND_IDS, kimCalls, NAMES, pictureTenant} from './house.js';
import {MORNING, Stage} from './stage.js';

/** A call at the desk of a house of 312 agents; of those who are searched for two are available, one is busy, one at lunch. */
export const aCallInALargeHouse = async (language: SampleLanguage): Promise<Call> => {
  const {queues} = pictureTenant(language);
  const stage = new Stage(language, {agents: aLargeTeam(language, queues), begins: MORNING - 60_000});
  const {simulator} = stage;
  const [kim, kang, miso, ko] = FOUND_IDS.map((id) => simulator.colleague(id));
  miso?.becomesAvailable();
  const other = simulator.callArrives(kimCalls(language));
  await stage.pass(0);
  miso?.accepts(other);
  ko?.goesIdle('lunch');
  simulator.colleague('yoon').becomesAvailable();
  const call = simulator.callArrives(kimCalls(language));
  await stage.pass(0);
  answers(stage, 'yoon', call);
  kim?.becomesAvailable();
  kang?.becomesAvailable();
  await stage.until(MORNING);
  return {stage, call};
};

/** A chat that is over since 00:18; the wrap-up submits by itself. */
export const aWrapUp = async (language: SampleLanguage): Promise<{stage: Stage; chat: InteractionId}> => {
  const stage = new Stage(language, {begins: MORNING - 18_000});
  const yoon = stage.simulator.colleague('yoon');
  yoon.becomesAvailable();
  const chat = stage.simulator.chatArrives({name: NAMES.lee[language], text: '…'});
  await stage.pass(0);
  yoon.accepts(chat);
  yoon.ends(chat);
  await stage.until(MORNING);
  return {stage, chat};
};
