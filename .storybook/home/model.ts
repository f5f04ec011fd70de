import type {Colleague, SampleLanguage, SampleMails, Simulator} from '@deskwire/adapter-simulator';
import type {InteractionId, Verdict} from '@deskwire/domain';

/** A text in both languages. */
export type Words = Readonly<Record<SampleLanguage, string>>;

/** A contact centre in the page, and whose desk is shown: what scenarios are told with. */
export interface Stage {
  readonly simulator: Simulator;
  readonly language: SampleLanguage;
  /** Agent 1, at the desk that is shown. */
  readonly agent: Colleague;
  /** Agent 2, whom the story plays. */
  readonly colleague: Colleague;
  /** Mails with tables, photos and files. */
  readonly mails: SampleMails;
  /** Calls `open` of an element on the desk, with the agent's contact where it wants one. */
  readonly open: (tag: string, interactionId?: InteractionId) => void;
}

/** What came of a scenario: nothing to say, the contact centre's no, or what it lacks. */
export type Outcome = Verdict | {readonly ok: false; readonly lacks: Words};

/** One thing that happens at the press of a button. */
export interface Scenario {
  readonly label: Words;
  readonly run: (stage: Stage) => Outcome;
  /** For what lasts until it is taken back, by the same button. */
  readonly back?: {readonly label: Words; readonly run: (stage: Stage) => Outcome};
}

/** Who makes things happen. */
export const GROUPS = ['customer', 'agent', 'colleague', 'trouble'] as const;
export type Group = (typeof GROUPS)[number];

/** Keys, and what they do. Each entry of `keys` is a key or a chord such as `Alt+Shift+H`. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly does: Words;
}

/** A part of a widget as a designer names it, and where it is found. */
export interface Part {
  readonly name: Words;
  /** From the widget's shadow root; ` >> ` steps into the next one. */
  readonly at: string;
  /** Its name for `::part`, where it has one. */
  readonly part?: string;
}

/** All that a widget's page says beside what the manifest knows. */
export interface WidgetPage {
  readonly tag: string;
  /** The package's folder below `packages/widgets`. */
  readonly folder: string;
  readonly name: Words;
  readonly summary: Words;
  /** Set on the element. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Other elements on the same desk: what opens a dialog, or what comes after it. */
  readonly beside?: readonly string[];
  /** It is shown over the page, in the top layer: wherever it is pictured it has a frame of its own. */
  readonly onTop?: true;
  /** Whose page it is: `customer` for what stands on a company's website. */
  readonly side?: 'agent' | 'customer';
  /** What there is before anybody presses a button. The agent is Available. */
  readonly begins: (stage: Stage) => void;
  /** Goes on to what the anatomy shows, where the beginning shows less. */
  readonly unfolds?: (stage: Stage) => void;
  /** Names of the shared scenarios, in this order. */
  readonly scenarios: readonly string[];
  readonly keyboard: readonly KeyRow[];
  readonly accessibility: readonly Words[];
  readonly anatomy: readonly Part[];
}
