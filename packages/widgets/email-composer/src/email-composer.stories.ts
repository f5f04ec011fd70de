import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  loadSampleMails,
  sampleTenant,
  Simulator,
  type Colleague,
  type SampleLanguage,
  type SampleMails,
} from '@deskwire/adapter-simulator';
import type {InteractionId, TenantConfig} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import './define.js';
import type {EmailComposerElement} from './email-composer.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
  sessionStorage.clear();
  localStorage.clear();
};

/** What a story tells beside the mail that arrives. */
interface Tale {
  readonly mail?: keyof SampleMails;
  readonly happens?: (simulator: Simulator, agent: Colleague, mail: InteractionId) => void;
  readonly tenant?: (tenant: TenantConfig) => TenantConfig;
}

const SAID = {
  more: {
    en: 'One more thing: please send the form to my new address.',
    ko: '한 가지 더, 양식은 새 주소로 보내 주세요.',
  },
  answer: 'We refund the second charge on both lines within two working days.',
  card: 'Your card 4539 1488 0343 6467 is charged.',
} as const;

const accepts: NonNullable<Tale['happens']> = (_, agent, mail) => void agent.accepts(mail);

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const begin = async (simulator: Simulator, {mail = 'invoice', happens = accepts}: Tale): Promise<void> => {
  const mails = await loadSampleMails(simulator.language);
  const agent = simulator.colleague('yoon');
  agent.does({type: 'agent.set-state', to: {state: 'available'}});
  const id = simulator.mailArrives({...mails[mail], script: {}});
  simulator.after(50, () => {
    happens(simulator, agent, id);
  });
};

const show = (tale: Tale, locale: unknown): TemplateResult => {
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const tenant = (tale.tenant ?? ((one) => one))(sampleTenant(language));
  const simulator = new Simulator({language, tenant, connectDelayMs: 0, pace: {mailMs: 200}});
  running.add(simulator);
  let began = false;
  return html`<dw-desk
    .port=${simulator.port('yoon')}
    @dw-connection-changed=${({detail}: CustomEvent<{status: {state: string}}>) => {
      if (began || detail.status.state !== 'live') return;
      began = true;
      void begin(simulator, tale);
    }}
  >
    <dw-email-composer></dw-email-composer>
  </dw-desk>`;
};

const paneIn = (canvas: HTMLElement): EmailComposerElement => {
  const pane = canvas.querySelector('dw-email-composer');
  if (!pane) throw new Error('no pane');
  return pane;
};

const all = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(paneIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const one = (canvas: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const [first] = all(canvas, selector);
      if (!first) throw new Error(`no ${selector}`);
      return first;
    },
    {timeout: 8000},
  );

const says = (canvas: HTMLElement, text: string): Promise<void> =>
  waitFor(() => expect(all(canvas, '.stack')[0]?.textContent).toContain(text), {timeout: 8000});

const press = async (canvas: HTMLElement, selector: string): Promise<void> => {
  const found = await one(canvas, selector);
  (found.shadowRoot?.querySelector('button') ?? found).click();
};

/** The text that is written in: of a quick reply, or of the editor. */
const box = async (canvas: HTMLElement, tag = 'dw-text-area, dw-mail-editor'): Promise<HTMLElement> => {
  const host = await one(canvas, tag);
  const find = () => host.shadowRoot?.querySelector<HTMLElement>('textarea, [role="textbox"]');
  await waitFor(() => expect(find()).toBeTruthy(), {timeout: 8000});
  const found = find();
  if (!found) throw new Error('no box');
  return found;
};

const write = async (canvas: HTMLElement, text: string): Promise<void> => {
  (await box(canvas)).focus();
  await userEvent.keyboard(text);
};

const choose = async (canvas: HTMLElement, at: 0 | 1 | 2): Promise<void> => {
  await one(canvas, '.seg input');
  all(canvas, '.seg input')[at]?.click();
  await box(canvas, at === 0 ? 'dw-text-area' : 'dw-mail-editor');
};

const send = (canvas: HTMLElement): Promise<void> => press(canvas, 'dw-button.send');

const ccOf = async (canvas: HTMLElement): Promise<HTMLInputElement> => {
  const field = await one(canvas, 'dw-cc-field');
  const input = field.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no Cc');
  return input;
};

const copies = async (canvas: HTMLElement, ...recipients: readonly string[]): Promise<void> => {
  const input = await ccOf(canvas);
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', recipients.map((recipient) => `${recipient}\n`).join(''));
  input.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
};

const story = (tale: Tale, play: (canvas: HTMLElement) => Promise<unknown>): StoryObj => ({
  render: (_, {globals}) => show(tale, globals['language']),
  play: async ({canvasElement}) => {
    await play(canvasElement);
  },
});

const meta: Meta = {
  title: 'Widgets/dw-email-composer',
  component: 'dw-email-composer',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** A mail that was accepted, and the box for a quick reply. */
export const Playground: StoryObj = story({}, (canvas) => one(canvas, 'dw-text-area'));

/** An HTML mail with an image from the sender and remote ones that are not fetched before the agent allows it. */
export const BlockedImages: StoryObj = story({mail: 'damaged'}, (canvas) => one(canvas, '.note.bar .acts'));

/** A thread: what stands before the mail is folded, and each earlier mail unfolds by itself. */
export const Thread: StoryObj = story({mail: 'thread'}, async (canvas) => {
  await press(canvas, '.thread dw-button');
  await press(canvas, '.mail .unfold');
});

/** A mail that a machine sent: nobody wrote it. */
export const AutomaticReply: StoryObj = story({mail: 'away'}, (canvas) => one(canvas, '.note.bar'));

/** A mail of ours did not get through. */
export const Bounce: StoryObj = story({mail: 'bounce'}, (canvas) => one(canvas, '.note.danger.bar'));

/** Reply begins with the default template; one recipient in Cc is no address. */
export const Reply: StoryObj = story({}, async (canvas) => {
  await choose(canvas, 1);
  await copies(canvas, 'ops@hanbit.example', 'finance@hanbit');
});

/** Reply all names everybody who gets it; those cannot be taken out. */
export const ReplyAll: StoryObj = story({}, (canvas) => choose(canvas, 2));

/** The templates. */
export const Templates: StoryObj = story({}, async (canvas) => {
  await choose(canvas, 1);
  await press(canvas, '.send .anchor');
  await one(canvas, '[role="menuitemradio"]');
});

/** The mails that go along beneath the text, behind three dots. */
export const QuotedThread: StoryObj = story({mail: 'thread'}, async (canvas) => {
  await choose(canvas, 1);
  await press(canvas, '.quote .dots');
  await one(canvas, '.along input');
});

/** Card data is warned of directly above Send. */
export const CardData: StoryObj = story({}, async (canvas) => {
  await write(canvas, SAID.card);
  await one(canvas, '.cards .note');
});

/** An empty reply is not sent, and says so. */
export const Obstacle: StoryObj = story({}, async (canvas) => {
  await one(canvas, 'dw-text-area');
  await send(canvas);
  await one(canvas, '.obstacle .note');
});

/** For a few seconds it can be undone. */
export const Leaving: StoryObj = story(
  {tenant: (tenant) => ({...tenant, email: {...tenant.email, undoSeconds: 600}})},
  async (canvas) => {
    await write(canvas, SAID.answer);
    await send(canvas);
    await one(canvas, '.undo');
  },
);

/** The mail server did not take the reply: it says why, and the draft is back. */
export const NotTaken: StoryObj = story(
  {
    tenant: (tenant) => ({...tenant, email: {...tenant.email, undoSeconds: 0}}),
    happens: (simulator, agent, mail) => {
      agent.accepts(mail);
      simulator.mailServerRefuses('550 5.1.1 no such user');
    },
  },
  async (canvas) => {
    await write(canvas, SAID.answer);
    await send(canvas);
    await one(canvas, '.note.failed');
    await waitFor(async () => expect(((await box(canvas)) as HTMLTextAreaElement).value).toBe(SAID.answer));
  },
);

/** The backend says no. */
export const Refused: StoryObj = story(
  {
    happens: (simulator, agent, mail) => {
      agent.accepts(mail);
      simulator.after(200, () => {
        simulator.backendStalls();
      });
    },
  },
  async (canvas) => {
    await one(canvas, 'dw-text-area');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await write(canvas, SAID.answer);
    await send(canvas);
    await waitFor(async () => expect(((await box(canvas)) as HTMLTextAreaElement).disabled).toBe(true));
  },
);

/** Something was written: End asks first. */
export const EndAsks: StoryObj = story({}, async (canvas) => {
  await write(canvas, SAID.answer);
  await press(canvas, 'dw-button.end');
  await one(canvas, '.ask');
});

/** The contact is over and waits for its wrap-up. */
export const WrapUp: StoryObj = story(
  {
    happens: (_, agent, mail) => {
      agent.accepts(mail);
      agent.ends(mail);
    },
  },
  (canvas) => one(canvas, '.state.wrapup'),
);

/** A reply is written, sent, undone and there again, exactly. */
export const UndoBehaviour: StoryObj = story({}, async (canvas) => {
  await choose(canvas, 1);
  await copies(canvas, 'ops@hanbit.example');
  await send(canvas);
  await press(canvas, '.undo');
  const field = (await one(canvas, 'dw-cc-field')) as HTMLElement & {value: {chips: readonly string[]}};
  await expect(field.value.chips).toEqual(['ops@hanbit.example']);
});

/** Each way of answering keeps its own draft. */
export const DraftBehaviour: StoryObj = story({}, async (canvas) => {
  await write(canvas, SAID.answer);
  await choose(canvas, 2);
  await choose(canvas, 0);
  await waitFor(async () => expect(((await box(canvas)) as HTMLTextAreaElement).value).toBe(SAID.answer));
});

/** After Send and the seconds to undo, the wrap-up begins. */
export const SendBehaviour: StoryObj = story(
  {tenant: (tenant) => ({...tenant, email: {...tenant.email, undoSeconds: 1}})},
  async (canvas) => {
    await write(canvas, SAID.answer);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await one(canvas, '.undo');
    await one(canvas, '.state.wrapup');
    await says(canvas, SAID.answer.slice(0, 20));
  },
);

/**
 * Two regions: the original, named by its subject, and the reply. What happens is announced politely; what did not work
 * stands in an alert beside what was pressed.
 *
 * | where | key | does |
 * |---|---|---|
 * | anywhere in the reply | Ctrl or Command + Enter | sends |
 * | kind of reply | arrows | the next kind; its draft is there |
 * | Cc | Enter, comma, semicolon, Tab | makes what was typed a recipient |
 * | Cc, empty | Backspace, arrow back | selects the last recipient |
 * | a recipient | arrows, Home, End | moves |
 * | a recipient | Delete, Backspace, Enter, Space | takes it out |
 * | a recipient | F2 | puts it right |
 * | templates | arrows, Home, End, Enter, Escape | moves, takes, closes |
 * | toolbar | arrows, Home, End; Alt + F10 from the text | moves among the tools |
 * | "Sending in 5 s" | Enter, Space | undoes; the focus is on it |
 */
export const Accessibility: StoryObj = story({mail: 'thread'}, async (canvas) => {
  await choose(canvas, 1);
  await one(canvas, 'dw-cc-field');
});
