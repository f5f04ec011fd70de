// Contact centres in the page whose time stands still: a desk that stays live while widgets come and go on it.
import {
  loadSampleMails,
  SAMPLE_CAMPAIGN,
  sampleCall,
  sampleChat,
  sampleMail,
  samplePlainChat,
  sampleUrgentCall,
  Simulator,
} from '@deskwire/adapter-simulator';
import {fakeClock} from '@deskwire/testing/fake-clock.js';

const {document} = globalThis;

const LANGUAGE = 'en';

/** Time enough for a phone to ring, and too little for anybody to lose patience. */
const A_MOMENT = 100;

/** A contact centre, an agent's part in it, and how its time passes. */
const centre = (agentId = 'yoon', options = {}) => {
  const clock = fakeClock();
  const simulator = new Simulator({
    ...{language: LANGUAGE, clock, connectDelayMs: 0, pace: {pickUpMs: Infinity, answerMs: 1e9}},
    ...options,
  });
  return {simulator, agent: simulator.colleague(agentId), passes: () => clock.pass(A_MOMENT)};
};

/** A desk that is live, before anything has happened. */
const open = async (port, set = {}) => {
  const desk = Object.assign(document.createElement('dw-desk'), set);
  const live = new Promise((resolve) => {
    desk.addEventListener('dw-connection-changed', ({detail}) => {
      if (detail.status.state === 'live') resolve();
    });
  });
  document.body.append(desk);
  desk.port = port;
  await live;
  return desk;
};

/** The desk of an agent who is available when `happens` begins. */
const deskOf = async (happens, {agentId = 'yoon', ...options} = {}) => {
  const made = centre(agentId, options);
  const {simulator, agent, passes} = made;
  const place = await open(simulator.port(agentId));
  agent.does({type: 'agent.set-state', to: {state: 'available'}});
  const ids = await happens(made);
  await passes();
  return {...made, place, ids};
};

const takes = async ({agent, passes}, id) => {
  await passes();
  agent.accepts(id);
  await passes();
  return id;
};

/** A call, a chat and a mail, all accepted; a further chat rings. */
const working = async (made) => {
  const {simulator} = made;
  const mails = await loadSampleMails(LANGUAGE);
  const call = await takes(made, simulator.callArrives(sampleCall(LANGUAGE)));
  const chat = await takes(made, simulator.chatArrives({...sampleChat(LANGUAGE)}));
  const mail = await takes(made, simulator.mailArrives({...mails.damaged, script: {}}));
  simulator.chatArrives(samplePlainChat(LANGUAGE));
  return {call, chat, mail};
};

const everythingRings = ({simulator}) => {
  simulator.mailArrives(sampleMail(LANGUAGE));
  simulator.chatArrives(samplePlainChat(LANGUAGE));
  simulator.chatArrives(sampleChat(LANGUAGE));
  simulator.callArrives(sampleUrgentCall());
};

const ended = async (made) => {
  const call = await takes(made, made.simulator.callArrives(sampleCall(LANGUAGE)));
  made.agent.ends(call);
  return {call};
};

const idle = ({agent, simulator}) => {
  agent.goesIdle(simulator.centre.config.tenant.signInReasonId);
};

const previews = ({agent}) => {
  agent.takesContact(SAMPLE_CAMPAIGN);
};

const guided = async ({agent, simulator, passes}) => {
  agent.takesContact(SAMPLE_CAMPAIGN);
  await passes();
  agent.callsContact();
  await passes();
  simulator.customerPicksUp(simulator.openCall(agent.agentId) ?? '');
};

const visited = async () => {
  const made = centre();
  const {simulator, agent, passes} = made;
  agent.becomesAvailable();
  const chat = simulator.chatArrives(sampleChat(LANGUAGE));
  await takes(made, chat);
  agent.says('I can see both charges: https://hanbit.example/refund', chat);
  await passes();
  const place = await open(simulator.visitorPort(chat));
  return {...made, place, ids: {chat}};
};

/** A place of the page without any desk. */
const bare = async () => {
  const place = document.createElement('div');
  document.body.append(place);
  return {place, ids: {}};
};

/** A contact centre without a desk: each mount brings its own. */
const deskless = async () => {
  const made = centre();
  const place = document.createElement('div');
  document.body.append(place);
  made.agent.becomesAvailable();
  const ids = await working(made);
  return {...made, place, ids};
};

export const worlds = {
  working: () => deskOf(working),
  ringing: () => deskOf(everythingRings),
  ended: () => deskOf(ended),
  idle: () => deskOf(idle),
  previews: () => deskOf(previews),
  guided: () => deskOf(guided),
  visited,
  bare,
  deskless,
};
