import {html, type TemplateResult} from 'lit';
import {
  SAMPLE_CAMPAIGN,
  sampleCall,
  sampleCampaign,
  sampleChat,
  sampleMail,
  samplePlainChat,
  sampleTenant,
  sampleUrgentCall,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {Campaign, TenantConfig} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import type {Placement} from './incoming-call.element.js';

/** What a story can set. */
export interface TrayArgs {
  readonly placement: Placement;
  readonly shortcut: string;
  readonly muted: boolean;
}

/** A contact centre with one desk, and what happens in it. */
export interface Scene {
  /** `yoon` has a browser phone, `han` a phone on the desk. */
  readonly agent?: 'yoon' | 'han';
  readonly tenant?: (language: SampleLanguage) => ReturnType<typeof sampleTenant>;
  readonly connectDelayMs?: number;
  /** Until somebody who is dialled answers; `Infinity`: nobody does. */
  readonly pickUpMs?: number;
  readonly happens?: (simulator: Simulator, agent: Colleague) => void;
}

const running = new Set<Simulator>();
/** Ends every story that runs. */
export const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

const simulatorOf = (
  {tenant, connectDelayMs = 300, pickUpMs}: Scene,
  language: SampleLanguage,
): Simulator => {
  const simulator = new Simulator({
    language,
    connectDelayMs,
    ...(tenant && {tenant: tenant(language)}),
    ...(pickUpMs !== undefined && {pace: {pickUpMs}}),
  });
  running.add(simulator);
  return simulator;
};

/** A desk of the scene, with the tray on it. */
export const show = (
  scene: Scene,
  {placement, shortcut, muted}: TrayArgs,
  language: unknown,
): TemplateResult => {
  const {agent = 'yoon', happens} = scene;
  const simulator = simulatorOf(scene, languageOf(language));
  const begin = once(() => {
    const colleague = simulator.colleague(agent);
    colleague.does({type: 'agent.set-state', to: {state: 'available'}});
    happens?.(simulator, colleague);
  });
  return html`<dw-desk .port=${simulator.port(agent)} @dw-connection-changed=${begin}>
    <dw-incoming-call placement=${placement} shortcut=${shortcut} ?muted=${muted}></dw-incoming-call>
  </dw-desk>`;
};

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const everyKind = (simulator: Simulator): void => {
  const {language} = simulator;
  simulator.mailArrives(sampleMail(language));
  simulator.chatArrives(samplePlainChat(language));
  simulator.chatArrives(sampleChat(language));
  simulator.callArrives(sampleUrgentCall());
};

/** What rings, on a station of either kind. */
export const call: Scene = {happens: (simulator) => void simulator.callArrives(sampleUrgentCall())};
/** Mails, chats and a call for an agent with a phone on the desk. */
export const busy: Scene = {agent: 'han', happens: everyKind};
/** The same, while phone and page are being reached. */
export const connecting: Scene = {connectDelayMs: Infinity, happens: everyKind};
/** A customer who wants to be called back. */
export const callback: Scene = {
  happens: (simulator) => void simulator.callArrives({...sampleUrgentCall(), origin: 'callback'}),
};
/** There can be no call at all: whoever accepts a callback is told so, and it comes again. */
export const limit: Scene = {
  tenant: (language) => sampleTenant(language, {callLimits: {dataCentre: 500, tenant: 0}}),
  happens: (simulator, agent) => {
    simulator.callArrives({...sampleUrgentCall(), origin: 'callback'});
    simulator.after(900, () => {
      agent.accepts();
    });
  },
};
/** Han has a call, and asks Yoon. */
export const consult: Scene = {
  tenant: (language) =>
    sampleTenant(language, {
      consultVariables: [
        {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
        {name: 'account-number', label: {en: 'Account number', ko: '계정 번호'}},
        {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
      ],
    }),
  happens: (simulator, agent) => {
    const {tenant} = simulator.centre.config;
    agent.goesIdle(tenant.signInReasonId);
    const han = simulator.colleague('han');
    han.becomesAvailable();
    const interactionId = simulator.callArrives(sampleCall(simulator.language));
    simulator.after(400, () => {
      simulator.phoneAnswers('han');
      agent.becomesAvailable();
      han.does({type: 'consult.start', interactionId, to: {kind: 'agent', agentId: 'yoon'}});
    });
  },
};
/** A call that the agent declines. */
export const missed: Scene = {
  happens: (simulator, agent) => {
    simulator.callArrives(sampleUrgentCall());
    simulator.after(900, () => {
      agent.declines();
    });
  },
};
/** The handset lies beside the phone. */
export const handset: Scene = {agent: 'han', happens: (simulator) => void simulator.handset('han', true)};
/** Admin chose what a request shows. */
export const variables: Scene = {
  tenant: (language) =>
    sampleTenant(language, {
      popoverVariables: [
        {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
        {name: 'account-number', label: {en: 'Account number', ko: '계정 번호'}},
        {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
      ],
    }),
  happens: (simulator) => void simulator.callArrives(sampleCall(simulator.language)),
};
/** More than one page. */
export const many: Scene = {
  happens: (simulator) => {
    const {language} = simulator;
    for (let mail = 0; mail < 4; mail += 1) simulator.mailArrives(sampleMail(language));
    for (let chat = 0; chat < 3; chat += 1) simulator.chatArrives(samplePlainChat(language));
  },
};

const NUMBER = '+821048271934';
const CANCELLABLE = {callCancellable: true} as const;

/** A call that the agent makes: their own phone rings. */
export const ownPhoneRings: Scene = {
  agent: 'han',
  happens: (_, agent) => void agent.dials(NUMBER),
};
const customerIsRung = (set: Partial<TenantConfig>): Scene => ({
  tenant: (language) => sampleTenant(language, set),
  pickUpMs: Infinity,
  happens: (_, agent) => void agent.dials(NUMBER),
});
/** The browser phone has joined, the customer's phone rings. */
export const customerRings: Scene = customerIsRung({callCancellable: false});
/** The same where admin lets agents end it. */
export const cancellable: Scene = customerIsRung(CANCELLABLE);

const FIELDS: Campaign['fields'] = [
  {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
  {name: 'contract-end', label: {en: 'Contract ends', ko: '계약 만료일'}},
  {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
];
const contactOf = (isCalled: boolean, set: Partial<TenantConfig>): Scene => ({
  tenant: (language) =>
    sampleTenant(language, {campaigns: [sampleCampaign(language, {fields: FIELDS})], ...set}),
  pickUpMs: Infinity,
  happens: (simulator, agent) => {
    agent.takesContact(SAMPLE_CAMPAIGN);
    if (isCalled) simulator.after(900, () => void agent.callsContact());
  },
});
/** A campaign contact that is looked at: Call and Skip are in the campaign's dialog. */
export const campaignPreview: Scene = contactOf(false, CANCELLABLE);
/** A campaign contact who is called. */
export const campaignRings: Scene = contactOf(true, {callCancellable: false});
/** The same where admin lets agents end it. */
export const campaignCancellable: Scene = contactOf(true, CANCELLABLE);
