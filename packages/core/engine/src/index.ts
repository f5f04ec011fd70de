export {replay} from './apply.js';
export {audienceOf} from './audience.js';
export {cleanArrival} from './card-data.js';
export {
  createCentre,
  openInteractions,
  type AgentState,
  type Centre,
  type CampaignContact,
  type CentreConfig,
  type Waiting,
  type Work,
} from './centre.js';
export {ENGINE_COMMANDS} from './commands.js';
export {cleanMail} from './mail-cards.js';
export {nextDeadline, type Deadline} from './deadlines.js';
export {DeskFeed} from './desk-feed.js';
export {
  answerHistory,
  answerRemoteHistory,
  checkHistoryQuery,
  isHistoryQuery,
  pastContent,
  type History,
  type HistoryCheck,
  type HistoryQuery,
  type HistoryRange,
  type HistoryRequest,
  type RemoteHistory,
} from './history.js';
export {
  byRecency,
  customerEntryOf,
  historyChannelOf,
  historyCursor,
  historyPage,
  ownEntryOf,
  readHistoryCursor,
  type HistoryPlace,
} from './history-page.js';
export * from './input.js';
export {answerQuery, stateOf, type Archive, type QueryOutcome} from './queries.js';
export {canReceive, canTake} from './routing.js';
export {customerKeys, isSameCustomer} from './same-customer.js';
export {deskView, permitView, snapshotFor} from './snapshot.js';
export {step, type Step} from './step.js';
