import type {SampleLanguage} from '@deskwire/adapter-simulator';

import {kimCalls} from './house.js';
import {MORNING, Stage} from './stage.js';

/** A call that rang at Yoon's desk, and was declined 01:02 ago. */
export const aMissedCall = async (language: SampleLanguage): Promise<Stage> => {
  const stage = new Stage(language, {begins: MORNING - 62_000});
  const {simulator} = stage;
  const yoon = simulator.colleague('yoon');
  yoon.becomesAvailable();
  simulator.callArrives(kimCalls(language));
  await stage.pass(0);
  const isOnTheDesk = simulator.centre.agents.get('yoon')?.profile.station.kind === 'desk-phone';
  if (isOnTheDesk) simulator.phoneDeclines('yoon');
  else yoon.declines();
  await stage.until(MORNING);
  return stage;
};
