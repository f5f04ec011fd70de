import type {InteractionId} from '@deskwire/domain';
import {answerHistory} from '@deskwire/engine';

import {Actors} from './actors.js';
import {Attendance} from './attendance.js';
import {Backend, type BackendParts} from './backend.js';
import {FileStore} from './chat/file-store.js';
import {Notices} from './chat/notices.js';
import {Uploads} from './chat/uploads.js';
import {realClock, Timers} from './clock.js';
import {Customers} from './customers.js';
import {Flow} from './flow.js';
import {HistoryKeeper} from './history-keeper.js';
import {Host} from './host.js';
import {Network} from './network.js';
import {
  capabilitiesOf,
  DEFAULT_CONNECT_DELAY,
  DEFAULT_PACE,
  DEFAULT_PAST,
  type SimulatorOptions,
} from './options.js';
import {OutsideLines} from './outside-lines.js';
import {seededRandom} from './random.js';
import {sampleContacts} from './sample/campaign.js';
import {SamplePast} from './sample/past.js';
import {sampleAgents, sampleNumbers} from './sample/people.js';
import {sampleTenant} from './sample/tenant.js';
import {Stations} from './stations.js';
import {Switchboard} from './switchboard.js';

/** Everything that a simulated contact centre consists of. */
export interface House {
  readonly host: Host;
  readonly timers: Timers;
  readonly network: Network;
  readonly attendance: Attendance;
  readonly stations: Stations;
  readonly customers: Customers;
  readonly actors: Actors;
  readonly lines: OutsideLines;
  readonly flow: Flow;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly notices: Notices;
  readonly backend: Backend;
  readonly switchboard: Switchboard;
}

/** What the engine runs, where the story does not say otherwise: the sample of the language. */
const companyOf = (options: SimulatorOptions) => {
  const {language = 'en'} = options;
  const tenant = options.tenant ?? sampleTenant(language);
  return {
    tenant,
    agents: options.agents ?? sampleAgents(language, tenant.queues),
    numbers: options.numbers ?? sampleNumbers(language),
    contacts: options.contacts ?? sampleContacts(language),
    capabilities: capabilitiesOf(options.capabilities),
  };
};

const counter = (): ((what: string) => string) => {
  let last = 0;
  return (what) => `${what}-${(last += 1)}`;
};

const ANY_CONTENT = {type: 'history.content', limit: 1} as const;

/** Puts a contact centre together. Nothing has happened in it yet. */
export const openHouse = (options: SimulatorOptions): House => {
  const {language = 'en', clock = realClock, seed = 1, latencyMs = 0} = options;
  const company = companyOf(options);
  const pace = {...DEFAULT_PACE, ...options.pace};
  const newId = counter();
  const epochs = `${clock.now().toString(36)}-${seed}`;
  const timers = new Timers(clock);
  const host = new Host(company, timers, () => newId('id'));
  const network = new Network(timers, latencyMs);
  const attendance = new Attendance(host);
  const olderMessages: BackendParts['olderMessages'] = (id) => customers.olderMessages(id);
  const past = new SamplePast({...company, language}, options.pastContacts ?? DEFAULT_PAST, clock.now());
  const history = new HistoryKeeper(host, past, olderMessages);
  const files = new FileStore({
    host,
    newId: () => newId('file'),
    mayReadPast: (who, {interactionId, customerOf}) => {
      const as = customerOf === undefined ? {} : {customerOf};
      return answerHistory(host.centre, who, {...ANY_CONTENT, interactionId, ...as}, history, timers.now())
        .ok;
    },
    pastFile: (interactionId, attachmentId) => past.file(interactionId, attachmentId),
  });
  const notices = new Notices(host);
  const contact = (id: InteractionId) => history.contact(id);
  const customers = new Customers({host, timers, files, notices, contact});
  const uploads = new Uploads(files, timers, pace.uploadMs);
  const backend = new Backend({host, timers, files, uploads, notices, history, olderMessages});
  const newEpoch = (): string => `${epochs}-${newId('epoch')}`;
  return {
    host,
    timers,
    network,
    attendance,
    customers,
    files,
    uploads,
    notices,
    backend,
    stations: new Stations(host, timers, options.connectDelayMs ?? DEFAULT_CONNECT_DELAY),
    actors: new Actors(host, timers, customers, seededRandom(seed), pace),
    lines: new OutsideLines(host, timers, pace.pickUpMs),
    flow: new Flow(host),
    switchboard: new Switchboard({host, timers, network, attendance, backend, notices, newEpoch}),
  };
};
