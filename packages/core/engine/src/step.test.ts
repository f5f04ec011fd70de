import {describe, expect, it} from 'vitest';
import {COMMAND_TYPES} from '@deskwire/domain';
import {createCentre, openInteractions} from './centre.js';
import {ENGINE_COMMANDS} from './commands.js';
import {deskView, snapshotFor} from './snapshot.js';
import {step} from './step.js';
import {Hall} from './test-kit/hall.js';
import {agentOf, configOf} from './test-kit/house.js';

const ENV = {now: () => 1, newId: () => 'id'};

describe('a step', () => {
  it('returns the very centre where nothing happens', () => {
    const centre = createCentre(configOf());
    const idle = step(centre, {kind: 'tick'}, ENV);
    expect([idle.centre === centre, idle.facts, idle.result]).toEqual([true, [], {ok: true}]);
    const refused = step(
      centre,
      {
        kind: 'command',
        who: {kind: 'agent', agentId: 'ann'},
        id: 'c',
        command: {type: 'agent.sign-out'},
      },
      ENV,
    );
    expect(refused).toMatchObject({facts: [], result: {ok: false, refusal: {code: 'DW_AGENT_SIGNED_OUT'}}});
    expect(refused.centre).toBe(centre);
  });

  it('counts facts, and says when and through which command', () => {
    const hall = new Hall();
    hall.tell({type: 'agent.signed-in', agentId: 'ann'});
    hall.run({
      kind: 'command',
      who: {kind: 'agent', agentId: 'ann'},
      id: 'mine',
      command: {type: 'agent.set-state', to: {state: 'available'}},
    });
    expect(hall.facts.map(({seq, at, cause}) => [seq, at, cause])).toEqual([
      [1, hall.now, undefined],
      [2, hall.now, 'mine'],
    ]);
  });
});

describe('what the engine can do', () => {
  it('is everything that there is to ask for', () => {
    expect([...ENGINE_COMMANDS].sort()).toEqual([...COMMAND_TYPES].sort());
  });

  it('is refused where the backend does not claim it', () => {
    const config = {...configOf(), capabilities: {commands: [], features: []}};
    const {result} = step(
      createCentre(config),
      {kind: 'command', who: {kind: 'agent', agentId: 'ann'}, id: 'c', command: {type: 'agent.sign-out'}},
      ENV,
    );
    expect(result).toMatchObject({refusal: {code: 'DW_CAPABILITY_MISSING'}});
  });
});

describe('what can be seen from outside', () => {
  it('is every open interaction, and for each agent their own', () => {
    const hall = new Hall({agents: [agentOf('ann'), agentOf('bob')]}).available('ann');
    const id = hall.handled('chat', 'ann');
    const waiting = hall.arrive('voice', 'v1') && hall.arrive('voice', 'v2');
    expect(openInteractions(hall.centre).map((one) => one.id)).toEqual([id, 'v1', waiting]);
    expect([...deskView(hall.centre, 'ann').interactions.keys()]).toEqual([id, 'v1']);
    expect([...deskView(hall.centre, 'bob').interactions.keys()]).toEqual([]);
    expect(snapshotFor(hall.centre, {kind: 'agent', agentId: 'ann'})).toMatchObject({
      viewer: {kind: 'agent', agentId: 'ann'},
      profile: {id: 'ann'},
      presence: {state: 'available'},
      handset: {offHook: false},
      tenant: {id: 't'},
      interactions: [{id}, {id: 'v1'}],
    });
  });

  it('is a signed-out desk for an agent whom nobody knows', () => {
    const {centre} = new Hall();
    expect(deskView(centre, 'nobody')).toMatchObject({presence: {state: 'signed-out'}});
    expect(deskView(centre, 'nobody').profile).toBeUndefined();
    expect(snapshotFor(centre, {kind: 'agent', agentId: 'nobody'}).interactions).toEqual([]);
  });
});
