import {describe, it} from 'vitest';
import {createProfile} from '@deskwire/domain';
import {fakeClock} from '@deskwire/testing';
import {runPortSuite, type PortHarness} from '@deskwire/testing/ports.js';
import {sampleTenant} from './sample/tenant.js';
import {Simulator} from './simulator.js';

const AGENT = 'yoon';
const {email, ...rest} = sampleTenant('en');
const tenant = {...rest, email: {...email, undoSeconds: 1}};

/** A simulator with one agent, in time that the suite winds. */
const harness = (latencyMs: number) => async (): Promise<PortHarness> => {
  const clock = fakeClock();
  const queueIds = tenant.queues.map(({id}) => id);
  const simulator = new Simulator({
    tenant,
    agents: [createProfile({id: AGENT, name: 'Yoon Ji-ho', queueIds})],
    clock,
    latencyMs,
  });
  return {
    port: simulator.port(AGENT),
    agentId: AGENT,
    world: {
      callArrives: async (caller) => simulator.callArrives(caller),
      chatArrives: async (visitor) => simulator.chatArrives(visitor),
      mailArrives: async (mail) => simulator.mailArrives(mail),
      customerSays: async (id, text) => void simulator.customerSays(id, text),
      customerHangsUp: async (id) => void simulator.customerHangsUp(id),
      customerPort: async (id) => simulator.visitorPort(id),
      expel: async () => {
        simulator.sessionEnds(AGENT);
      },
      drop: async () => {
        simulator.networkDrops(AGENT);
        simulator.networkReturns(AGENT);
      },
    },
    // What a file is made of is read outside of this time.
    pass: async (ms) => {
      await clock.pass(ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
    close: async () => {
      simulator.close();
    },
  };
};

const options = {runner: {describe, it}, without: ['saySomethingUnknown']} as const;
runPortSuite('simulator', harness(0), options);
runPortSuite('simulator over a slow network', harness(40), options);
