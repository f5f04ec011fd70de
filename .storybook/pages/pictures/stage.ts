import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {waitFor} from 'storybook/test';
import {Simulator, type SampleLanguage} from '@deskwire/adapter-simulator';
import type {AgentId, AgentProfile, TenantConfig} from '@deskwire/domain';
import type {Port} from '@deskwire/stream';
import {fakeClock, type FakeClock} from '@deskwire/testing/fake-clock.js';
import '@deskwire/desk/define.js';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-kr/index.css';

import {pictureAgents, pictureTenant} from './house.js';

import './host.css';

/** The morning of all pictures, in the time of whoever looks at them. */
export const MORNING = new Date(2026, 10, 20, 10, 12).getTime();

/** How a stage differs from the others. */
interface StageSet {
  readonly tenant?: Partial<TenantConfig>;
  readonly agents?: readonly AgentProfile[];
  /** When the story begins; it is told up to {@link MORNING}. */
  readonly begins?: number;
}

/**
 * A contact centre in time that stands still unless the story winds it: every clock of a picture shows what it showed
 * yesterday.
 */
export class Stage {
  static readonly #open = new Set<Stage>();
  readonly language: SampleLanguage;
  readonly clock: FakeClock;
  readonly simulator: Simulator;
  readonly #ports = new Map<AgentId, Port>();

  constructor(language: SampleLanguage, {tenant, agents, begins = MORNING}: StageSet = {}) {
    this.language = language;
    this.clock = fakeClock(begins);
    const company = pictureTenant(language, tenant);
    this.simulator = new Simulator({
      language,
      clock: this.clock,
      tenant: company,
      agents: agents ?? pictureAgents(language, company.queues),
      pastContacts: 0,
      connectDelayMs: 0,
      pace: {pickUpMs: Infinity, uploadMs: 1_000, deliveryMs: 100},
    });
    Stage.#open.add(this);
  }

  /** Ends every story that is on a stage. */
  static closeAll(): void {
    for (const stage of Stage.#open) stage.simulator.close();
    Stage.#open.clear();
  }

  /** Time passes. */
  async pass(seconds: number): Promise<void> {
    await this.clock.pass(seconds * 1_000);
  }

  /** Time passes until then. */
  async until(at: number): Promise<void> {
    await this.clock.pass(at - this.clock.now());
  }

  /** An agent's desk with these widgets. */
  desk(agentId: AgentId, content: TemplateResult): TemplateResult {
    const port = this.#ports.get(agentId) ?? this.simulator.port(agentId);
    this.#ports.set(agentId, port);
    return html`<dw-desk .streamOptions=${{clock: this.clock}} .port=${port}>${content}</dw-desk>`;
  }
}

const languageOf = (language: unknown): SampleLanguage => (language === 'ko' ? 'ko' : 'en');

/** What a picture consists of. */
interface Picture<T> {
  /** Tells the story up to the moment of the picture. */
  readonly tell: (language: SampleLanguage) => Promise<T> | T;
  readonly view: (scene: T) => TemplateResult;
  /** What a person does in the picture, and what is true then. */
  readonly play: (canvas: HTMLElement, scene: T) => Promise<void>;
}

/** A picture as a story: told before it is shown, in the language of the toolbar. */
export const picture = <T>({tell, view, play}: Picture<T>, more: StoryObj = {}): StoryObj => ({
  loaders: [async ({globals}) => ({scene: await tell(languageOf(globals['language']))})],
  render: (_, {loaded}) => view(loaded['scene'] as T),
  play: ({canvasElement, loaded}) => play(canvasElement, loaded['scene'] as T),
  ...more,
});

/** What all pictures share: no page around them but their own, and nobody left behind. Tags are read from each file as it stands. */
export const pictureMeta: Pick<Meta, 'parameters' | 'beforeEach'> = {
  parameters: {
    layout: 'fullscreen',
    // One widget in several states side by side, on purpose: a page of an agent has it once.
    a11y: {config: {rules: [{id: 'landmark-unique', enabled: false}]}},
  },
  beforeEach: () => () => {
    Stage.closeAll();
  },
};

/** All elements inside, through every shadow root, in their order. */
function* everything(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** What is told of an element: its name, and all texts in it, through every shadow root. */
const textOf = (element: Element): string => {
  const parts: string[] = [element.ariaLabel ?? ''];
  const read = (node: Node): void => {
    if (node instanceof Text) parts.push(node.data);
    if (node instanceof Element && node.shadowRoot) read(node.shadowRoot);
    if (!(node instanceof HTMLStyleElement)) node.childNodes.forEach(read);
  };
  read(element);
  return parts.join(' ');
};

const first = (root: ParentNode, tag: string, selector: string, text: RegExp | string) => {
  const hosts = [...everything(root)].filter((one) => one.matches(tag));
  const all = hosts.flatMap((host) => [
    ...(host.shadowRoot ? everything(host.shadowRoot) : []),
    ...everything(host),
  ]);
  return all.find((one) => one.matches(selector) && textOf(one).search(text) >= 0);
};

/** Waits for the first element of this selector in a widget of this tag, through every shadow root. */
export const find = <E extends HTMLElement = HTMLElement>(
  root: ParentNode,
  tag: string,
  selector: string,
  text: RegExp | string = '',
): Promise<E> =>
  waitFor(
    () => {
      const found = first(root, tag, selector, text);
      if (!found) throw new Error(`no ${selector} ${String(text)} in ${tag}`);
      return found as E;
    },
    {timeout: 8000},
  );
