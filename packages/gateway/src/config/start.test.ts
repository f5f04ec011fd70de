import {describe, expect, it} from 'vitest';

import {demoWith, Harness} from '../test-support/harness.js';
import {phaseOf} from '../test-support/look.js';
import {DEMO_CONFIG} from './demo.js';

describe('the start', {timeout: 20_000}, () => {
  const {entryPoints} = DEMO_CONFIG.tenant;
  const at = entryPoints.findIndex(({id}) => id === 'website');
  const variables = Array.from({length: 31}, (_, order) => ({
    name: `v${order}`,
    label: `V ${order}`,
    type: 'string' as const,
    editable: true,
    secure: false,
  }));

  it('warns of a 31st variable with its path, and the desk gets it all the same', async () => {
    const config = demoWith({
      entryPoints: entryPoints.map((point) => (point.id === 'website' ? {...point, variables} : point)),
    });
    const harness = await Harness.start({config, logLevel: 'warn'});
    const warnings = harness.logLines.map((line) => JSON.parse(line) as {level: number; path?: string});
    expect(warnings.map(({level, path}) => [level, path])).toEqual([
      [40, `tenant.entryPoints[${at}].variables`],
    ]);
    const yoon = await harness.available('yoon');
    await harness.visit({name: 'Kim'});
    const {cad} = await yoon.interaction('the offer', (one) => phaseOf(one, 'yoon') === 'offered');
    expect(cad.map(({name}) => name)).toEqual(variables.map(({name}) => name));
    await harness.stop();
  });

  it('has nothing to warn of in the demo', async () => {
    const harness = await Harness.start({logLevel: 'warn'});
    expect(harness.logLines).toEqual([]);
    await harness.stop();
  });
});
