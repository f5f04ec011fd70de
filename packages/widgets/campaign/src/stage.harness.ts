import {html, type TemplateResult} from 'lit';
import {expect, waitFor} from 'storybook/test';
import {
  SAMPLE_CAMPAIGN,
  sampleCampaign,
  sampleContacts,
  sampleTenant,
  Simulator,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {Campaign, TenantConfig} from '@deskwire/domain';
import '@deskwire/desk/define.js';

const running = new Set<Simulator>();

/** Ends every story that runs, and forgets what was typed in them. */
export const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
  sessionStorage.clear();
};

/** A desk of an agent who is Available, and what happens there once it is live. */
export interface Scene {
  /** `yoon` has a browser phone, `han` a phone on the desk. */
  readonly agent?: 'yoon' | 'han';
  readonly tenant?: (language: SampleLanguage) => Partial<TenantConfig>;
  /** Only so many contacts are in the list. */
  readonly contacts?: number;
  readonly happens?: (simulator: Simulator, agent: Colleague) => void;
}

/** Fields of which one is secure, one has a type, and one is not set. */
export const SHOWN_FIELDS: Campaign['fields'] = [
  {name: 'plan-tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
  {name: 'contract-end', label: {en: 'Contract ends', ko: '계약 만료일'}},
  {name: 'callback-consent', label: {en: 'Callback consent', ko: '콜백 동의'}},
  {name: 'resident-id', label: {en: 'Resident ID, last 4', ko: '주민등록번호 뒤 4자리'}},
  {name: 'reason-for-call', label: {en: 'Remark of the last agent', ko: '지난 상담 메모'}},
];

const REMARK = {
  en: 'Asked twice about damaged parcels in October; wants a written answer before he decides. Prefers mornings.',
  ko: '10월에 파손된 택배에 대해 두 번 문의했으며, 결정하기 전에 서면 답변을 원합니다. 오전 통화를 선호합니다.',
};

const contactsOf = (language: SampleLanguage, count: number | undefined) => {
  const list = sampleContacts(language)[SAMPLE_CAMPAIGN] ?? [];
  const full = list.map((contact) => ({
    ...contact,
    values: {
      ...contact.values,
      'callback-consent': 'true',
      'resident-id': '4107',
      'reason-for-call': REMARK[language],
    },
  }));
  return {[SAMPLE_CAMPAIGN]: full.slice(0, count)};
};

/** The sample campaign with more fields. */
export const campaignWith = (
  language: SampleLanguage,
  set: Partial<Campaign> = {},
): Partial<TenantConfig> => ({
  campaigns: [sampleCampaign(language, {fields: SHOWN_FIELDS, ...set})],
});

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

/** The newest simulator, for a play function that goes on with the story. */
export const newest = (): Simulator => {
  const simulator = [...running].at(-1);
  if (!simulator) throw new Error('no simulator');
  return simulator;
};

/** A desk of the scene around some widgets. Whoever is dialled lets it ring until the story says otherwise. */
export const showDesk = (scene: Scene, locale: unknown, widgets: TemplateResult): TemplateResult => {
  const {agent = 'yoon', tenant = campaignWith, contacts, happens} = scene;
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({
    ...{language, connectDelayMs: 0, pace: {pickUpMs: Infinity}},
    tenant: sampleTenant(language, tenant(language)),
    contacts: contactsOf(language, contacts),
  });
  running.add(simulator);
  const begin = once(() => {
    const colleague = simulator.colleague(agent);
    colleague.does({type: 'agent.set-state', to: {state: 'available'}});
    happens?.(simulator, colleague);
  });
  return html`<dw-desk .port=${simulator.port(agent)} @dw-connection-changed=${begin}>${widgets}</dw-desk>`;
};

/** What a widget shows at a selector, in its own shadow root. */
export const inside = (canvas: HTMLElement, tag: string, selector: string): readonly HTMLElement[] => [
  ...(canvas.querySelector(tag)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** Waits until a widget shows something there. */
export const shows = async (canvas: HTMLElement, tag: string, selector: string): Promise<HTMLElement> => {
  await waitFor(() => expect(inside(canvas, tag, selector).length).toBeGreaterThan(0), {timeout: 3000});
  const [found] = inside(canvas, tag, selector);
  if (!found) throw new Error(selector);
  return found;
};

/** Waits until a widget no longer shows something there. */
export const hides = (canvas: HTMLElement, tag: string, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, tag, selector)).toHaveLength(0), {timeout: 3000});

/** Presses a button, its own or one of the kit's. */
export const press = async (canvas: HTMLElement, tag: string, selector: string): Promise<void> => {
  const button = await shows(canvas, tag, selector);
  const native = button.shadowRoot?.querySelector<HTMLElement>('button') ?? button;
  native.focus();
  native.click();
};
