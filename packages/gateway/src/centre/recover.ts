import {createCentre, replay, type Centre, type CentreConfig} from '@deskwire/engine';

import type {Store} from '../store/index.js';

const WAITING_SINCE = 'waiting-since:';

/**
 * Since when agents have waited for work, where a step changed it. The facts that say so can belong to contacts that
 * are over, which a restart does not read again.
 */
export const waitingSince = (before: Centre, after: Centre): Record<string, string> => {
  if (before.agents === after.agents) return {};
  const changed: Record<string, string> = {};
  for (const [id, {availableSince}] of after.agents) {
    if (before.agents.get(id)?.availableSince !== availableSince) {
      changed[WAITING_SINCE + id] = String(availableSince);
    }
  }
  return changed;
};

/** The centre as the last process left it: what is open is rebuilt from its facts, what is over is not read. */
export const recoverCentre = async (
  store: Store,
  config: CentreConfig,
): Promise<{readonly centre: Centre; readonly meta: Readonly<Record<string, string>>}> => {
  const {facts, lastSeq, contactsDone, meta} = await store.recover();
  const centre = replay(createCentre({...config, contactsDone}), facts);
  const agents = new Map(
    [...centre.agents].map(([id, agent]) => {
      const stored = Number(meta[WAITING_SINCE + id] ?? 0);
      return [id, {...agent, availableSince: Math.max(agent.availableSince, stored)}];
    }),
  );
  return {centre: {...centre, agents, seq: lastSeq}, meta};
};
