import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {
  sampleChat,
  samplePlainChat,
  Simulator,
  type ChatArrival,
  type Colleague,
  type SampleLanguage,
} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import './define.js';
import type {ChatPaneElement} from './chat-pane.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

/** A chat that comes in, and what happens to it once it waits at the desk. */
interface Scene {
  readonly arrival?: (language: SampleLanguage) => ChatArrival;
  readonly happens?: (simulator: Simulator, agent: Colleague, chat: InteractionId) => void;
}

const SAID = {
  promise: {
    en: 'Thanks. I can see both charges on your November bill, and I am sending the refund to your bank account.',
    ko: '확인했습니다. 11월 청구서에 두 번 청구된 내역이 보입니다. 환불은 은행 계좌로 보내 드리겠습니다.',
  },
  form: {
    en: 'Here is the form: https://hanbit.example/refund',
    ko: '양식입니다: https://hanbit.example/refund',
  },
} as const;

/** A desk that comes live is told of every change; the story begins with the first that says live. */
const once = (run: () => void): ((event: CustomEvent<{status: {state: string}}>) => void) => {
  let began = false;
  return ({detail}) => {
    if (began || detail.status.state !== 'live') return;
    began = true;
    run();
  };
};

const accepts: Scene['happens'] = (_, agent, chat) => void agent.accepts(chat);

const show = ({arrival = sampleChat, happens = accepts}: Scene, locale: unknown): TemplateResult => {
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({language, connectDelayMs: 0, pace: {answerMs: 700, deliveryMs: 200}});
  running.add(simulator);
  const begin = once(() => {
    const agent = simulator.colleague('yoon');
    agent.does({type: 'agent.set-state', to: {state: 'available'}});
    const chat = simulator.chatArrives(arrival(language));
    simulator.after(50, () => {
      happens(simulator, agent, chat);
    });
  });
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${begin}>
    <dw-chat-pane></dw-chat-pane>
  </dw-desk>`;
};

const talk: Scene = {
  happens: (simulator, agent, chat) => {
    agent.accepts(chat);
    agent.says(SAID.promise[simulator.language], chat);
  },
};
const left: Scene = {
  arrival: samplePlainChat,
  happens: (simulator, agent, chat) => {
    agent.accepts(chat);
    agent.says(SAID.promise[simulator.language], chat);
    simulator.after(300, () => void simulator.customerLeaves(chat));
  },
};
const over: Scene = {
  happens: (simulator, agent, chat) => {
    talk.happens?.(simulator, agent, chat);
    agent.ends(chat);
  },
};
const long: Scene = {
  arrival: samplePlainChat,
  happens: (simulator, agent, chat) => {
    agent.accepts(chat);
    for (let line = 1; line <= 90; line += 1) {
      if (line % 3 === 0) agent.says(`${SAID.form[simulator.language]} · ${line}`, chat);
      else simulator.customerSays(chat, `${samplePlainChat(simulator.language).text ?? ''} · ${line}`);
    }
  },
};
const failing: Scene = {
  happens: (simulator, agent, chat) => {
    talk.happens?.(simulator, agent, chat);
    simulator.refusesNext('DW_SERVER_FAILED', 'message.send');
  },
};
const stalled: Scene = {
  happens: (simulator, agent, chat) => {
    agent.accepts(chat);
    simulator.after(200, () => {
      simulator.backendStalls();
    });
  },
};

const paneIn = (canvas: HTMLElement): ChatPaneElement => {
  const pane = canvas.querySelector('dw-chat-pane');
  if (!pane) throw new Error('no pane');
  return pane;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(paneIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const log = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(inside(canvas, 'dw-conversation-log')[0]?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/** The text box, through the two shadow roots that it stands in. */
const box = (canvas: HTMLElement): HTMLTextAreaElement => {
  const composer = inside(canvas, 'dw-compose-box')[0]?.shadowRoot;
  const area = composer?.querySelector('dw-text-area')?.shadowRoot?.querySelector('textarea');
  if (!area) throw new Error('no box');
  return area;
};

const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector).length).toBeGreaterThan(0), {timeout: 3000});

const logShows = (canvas: HTMLElement, selector: string, count = 1): Promise<void> =>
  waitFor(() => expect(log(canvas, selector).length).toBeGreaterThanOrEqual(count), {timeout: 4000});

const say = async (canvas: HTMLElement, text: string): Promise<void> => {
  await shows(canvas, 'dw-compose-box');
  await waitFor(() => {
    box(canvas);
  });
  box(canvas).focus();
  await userEvent.keyboard(`${text}{Enter}`);
};

const story = (scene: Scene, until: string, more: StoryObj = {}): StoryObj => ({
  render: (_, {globals}) => show(scene, globals['language']),
  play: ({canvasElement}) => logShows(canvasElement, until),
  ...more,
});

const meta: Meta = {
  title: 'Widgets/dw-chat-pane',
  component: 'dw-chat-pane',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show({}, globals['language']),
};
export default meta;

/** A chat that was accepted; the customer answers what is written. */
export const Playground: StoryObj = story({}, '.turn');

/** The agent has answered, and the customer has asked again. */
export const Talk: StoryObj = story(talk, '.turn', {
  play: ({canvasElement}) => logShows(canvasElement, '.turn', 3),
});

/** The assistant's part, unfolded. */
export const AssistantOpen: StoryObj = story(talk, '.bot', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.fold');
    log(canvasElement, '.fold')[0]?.click();
    await logShows(canvasElement, '.bot .turn', 5);
  },
});

/** The customer has left: the box is closed and says what to do. */
export const CustomerLeft: StoryObj = story(left, '.turn', {
  play: ({canvasElement}) => shows(canvasElement, '.state.idle'),
});

/** The chat is over and waits for its wrap-up. */
export const WrapUp: StoryObj = story(over, '.turn', {
  play: ({canvasElement}) => shows(canvasElement, '.state.wrapup'),
});

/** A message is under way. */
export const Sending: StoryObj = story(stalled, '.spin', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await say(canvasElement, 'One moment, please.');
    await logShows(canvasElement, '.spin');
  },
});

/** A message did not reach the server. */
export const NotSent: StoryObj = story(failing, '.delivery.bad', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn', 2);
    await say(canvasElement, 'Two working days.');
    await logShows(canvasElement, '.delivery.bad');
  },
});

/** A text that is too long stays as it is. */
export const TooLong: StoryObj = story({}, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    const area = box(canvasElement);
    area.focus();
    area.setRangeText('Refund '.repeat(150));
    area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await waitFor(() => expect(area.getAttribute('aria-invalid')).toBe('true'));
    area.blur();
  },
});

/** More than fits: it begins at the end, and the reader may go up. */
export const LongConversation: StoryObj = story(long, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn', 40);
    const [scroller] = log(canvasElement, '.log');
    if (!scroller) throw new Error('no log');
    await waitFor(() =>
      expect(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop).toBeLessThan(4),
    );
    scroller.scrollTop = 200;
    await logShows(canvasElement, '.latest button');
  },
});

/** It waits to be accepted: it can be read, not answered. */
export const Waiting: StoryObj = story({happens: () => undefined}, '.turn', {
  play: async ({canvasElement}) => {
    const desk = canvasElement.querySelector('dw-desk');
    await waitFor(() => expect(desk?.stream?.snapshot().interactions.size).toBe(1));
    paneIn(canvasElement).interactionId = [...(desk?.stream?.snapshot().interactions.keys() ?? [])][0];
    await shows(canvasElement, '.state.ringing');
  },
});

const later =
  (happens: NonNullable<Scene['happens']>): NonNullable<Scene['happens']> =>
  (simulator, agent, chat) => {
    talk.happens?.(simulator, agent, chat);
    simulator.after(300, () => {
      happens(simulator, agent, chat);
    });
  };

const typing: Scene = {
  happens: later((simulator, _, chat) => void simulator.customerTypes(chat)),
};
const received: Scene = {
  arrival: samplePlainChat,
  happens: later((simulator, _, chat) => {
    simulator.customerSendsFile(chat, new File(['%PDF-1.7'], 'november-bill.pdf'), '');
  }),
};
const asked: Scene = {
  happens: later((simulator, agent, chat) => {
    simulator.colleague('park').becomesAvailable();
    agent.invites('park', chat);
  }),
};
const joined: Scene = {
  happens: later((simulator, agent, chat) => {
    const park = simulator.colleague('park');
    park.becomesAvailable();
    agent.invites('park', chat);
    simulator.after(100, () => {
      park.joins(chat);
      simulator.after(300, () => void park.says(SAID.form[simulator.language], chat));
    });
  }),
};
const leftJoined: Scene = {
  happens: later((simulator, agent, chat) => {
    joined.happens?.(simulator, agent, chat);
    simulator.after(900, () => void simulator.customerLeaves(chat));
  }),
};

/** The desk of an agent who was asked into somebody else's chat. */
const showGuest = (locale: unknown): TemplateResult => {
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({language, connectDelayMs: 0});
  running.add(simulator);
  const begin = once(() => {
    const owner = simulator.colleague('yoon');
    owner.becomesAvailable();
    const chat = simulator.chatArrives(samplePlainChat(language));
    simulator.after(50, () => {
      talk.happens?.(simulator, owner, chat);
      const park = simulator.colleague('park');
      park.becomesAvailable();
      owner.invites('park', chat);
      simulator.after(100, () => void park.joins(chat));
    });
  });
  return html`<dw-desk .port=${simulator.port('park')} @dw-connection-changed=${begin}>
    <dw-chat-pane></dw-chat-pane>
  </dw-desk>`;
};

const drop = (canvas: HTMLElement, ...files: readonly File[]): void => {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    paneIn(canvas).dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
  }
};

const put = (canvas: HTMLElement, text: string): void => {
  const area = box(canvas);
  area.focus();
  area.setRangeText(text, 0, area.value.length, 'end');
  area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

const pressIn = (canvas: HTMLElement, selector: string): void => {
  const [found] = inside(canvas, selector);
  (found?.shadowRoot?.querySelector('button') ?? found)?.click();
};

const sendIn = async (canvas: HTMLElement): Promise<void> => {
  const send = inside(canvas, 'dw-compose-box')[0]?.shadowRoot?.querySelector('.send')?.shadowRoot;
  await waitFor(() => expect(send?.querySelector('button:not([aria-disabled])')).not.toBe(null));
  send?.querySelector('button')?.click();
};

const file = (name: string, size: number): File => new File([new Uint8Array(size)], name);

/** Files on their way, one that is there, one that may not be sent. */
export const Files: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    drop(
      canvasElement,
      file('refund-form.pdf', 1_200_000),
      file('november-bill.xlsx', 384_000),
      file('setup.exe', 9_000),
    );
    await shows(canvasElement, 'dw-file-tray');
    put(canvasElement, 'Please see the two files.');
    await waitFor(() =>
      expect(
        inside(canvasElement, 'dw-file-tray')[0]?.shadowRoot?.querySelectorAll('.bad').length,
      ).toBeGreaterThan(0),
    );
  },
});

/** Files are held above the pane. */
export const FilesHeldAbove: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file('refund-form.pdf', 9));
    paneIn(canvasElement).dispatchEvent(
      new DragEvent('dragenter', {bubbles: true, cancelable: true, dataTransfer}),
    );
    await shows(canvasElement, '.drop');
  },
});

/** The customer has sent a file. */
export const FileReceived: StoryObj = story(received, '.turn', {
  play: ({canvasElement}) => logShows(canvasElement, '.chip'),
});

/** The list of canned responses, over the log. */
export const CannedResponses: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn', 2);
    await shows(canvasElement, '.canned-button');
    pressIn(canvasElement, '.canned-button');
    await shows(canvasElement, 'dw-canned-list');
  },
});

/** A text looks like a card number, and is sent without it. */
export const CardWarning: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    put(canvasElement, 'Is it 4111 1111 1111 1111?');
    await sendIn(canvasElement);
    await shows(canvasElement, '.warning .note');
  },
});

/** A canned response has a place that nobody filled. */
export const NotFilledIn: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    put(canvasElement, 'Your order {{order number}} is on its way.');
    await sendIn(canvasElement);
    await shows(canvasElement, '.warning .note');
  },
});

/** The customer writes. */
export const Typing: StoryObj = story(typing, '.turn', {
  play: ({canvasElement}) => shows(canvasElement, '.dots'),
});

/** What is wanted less often than End. */
export const More: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    pressIn(canvasElement, '.more');
    await shows(canvasElement, '[role="menuitem"]');
  },
});

/** A colleague is chosen for a conference. */
export const ConferenceDialog: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    pressIn(canvasElement, '.more');
    await shows(canvasElement, '[role="menuitem"]');
    pressIn(canvasElement, '[role="menuitem"]');
    await shows(canvasElement, 'dw-chat-conference-dialog');
  },
});

/** A colleague is asked, and the chat goes on. */
export const ConferenceRequested: StoryObj = story(asked, '.turn', {
  play: ({canvasElement}) => shows(canvasElement, '.state.conference'),
});

/** As agent 2: only leaving. */
export const ConferenceGuest: StoryObj = {
  render: (_, {globals}) => showGuest(globals['language']),
  play: ({canvasElement}) => shows(canvasElement, '.state.conference'),
};

/** Two agents and the customer. */
export const Conference: StoryObj = story(joined, '.turn', {
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.state.conference');
    await logShows(canvasElement, '.rule', 2);
  },
});

/** The customer has left a conference: agent 1 ends it. */
export const CustomerLeftConference: StoryObj = story(leftJoined, '.turn', {
  play: ({canvasElement}) => shows(canvasElement, '.state.idle'),
});

/** Enter sends, the box is empty, the row says so; the customer answers; End leads to the wrap-up. */
export const Behaviours: StoryObj = story({}, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn');
    await say(canvasElement, 'Two working days.');
    await logShows(canvasElement, '.mine');
    await expect(box(canvasElement).value).toBe('');
    await logShows(canvasElement, '.turn:not(.mine)', 2);
    inside(canvasElement, '.end')[0]?.shadowRoot?.querySelector('button')?.click();
    await shows(canvasElement, '.state.wrapup');
  },
});

/** The log can be scrolled by keyboard and is no live region of its own; the box has a name. */
export const Accessibility: StoryObj = story(talk, '.turn', {
  play: async ({canvasElement}) => {
    await logShows(canvasElement, '.turn', 2);
    const [scroller] = log(canvasElement, '[role="log"]');
    await expect(scroller?.tabIndex).toBe(0);
    await expect(scroller?.getAttribute('aria-live')).toBe('off');
    await expect(box(canvasElement).getAttribute('aria-label')).toBeTruthy();
    await expect(document.activeElement).toBe(document.body);
  },
});
