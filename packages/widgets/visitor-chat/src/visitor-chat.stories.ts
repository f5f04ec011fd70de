import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {Simulator, type Colleague, type SampleLanguage} from '@deskwire/adapter-simulator';
import '@deskwire/desk/define.js';
import {refuse, type AgentRef, type Author, type Interaction, type InteractionId} from '@deskwire/domain';
import {factLog, FakePort} from '@deskwire/testing';
import {aMessage, anActive, chatOf} from '@deskwire/testing/fixtures.js';

import './define.js';
import type {VisitForm} from './visit-form.js';
import type {VisitorChatElement} from './visitor-chat.element.js';

type Words = Readonly<Record<SampleLanguage, string>>;

const SAID = {
  name: {en: 'Lee Seo-yeon', ko: '이서연'},
  hello: {en: 'Hello. What can I help you with?', ko: '안녕하세요. 무엇을 도와드릴까요?'},
  charged: {en: 'I was charged twice for roaming.', ko: '로밍 요금이 두 번 청구됐어요.'},
  handover: {en: 'I am connecting you to an agent.', ko: '상담사에게 연결해 드리겠습니다.'},
  look: {
    en: 'Thanks. I can see both charges on your November bill, and I am sending the refund to your bank account instead.',
    ko: '확인했습니다. 11월 청구서에 두 번 청구된 내역이 보입니다. 환불은 은행 계좌로 보내 드릴게요.',
  },
  form: {
    en: 'Here is the form for the account number: https://hanbit.example/refund',
    ko: '계좌 번호를 적는 양식입니다: https://hanbit.example/refund',
  },
  howLong: {en: 'How long will it take?', ko: '얼마나 걸릴까요?'},
  thanks: {en: 'Thank you.', ko: '감사합니다.'},
  another: {en: 'My colleague goes on from here.', ko: '이제 동료가 이어서 도와드립니다.'},
} as const satisfies Record<string, Words>;

const CARD = '4111 1111 1111 1111';
const aFile = (name: string, size: number): File => new File([new Uint8Array(size)], name);

/** What a story is told with: a contact centre in the page, an agent of it, and the visitor's chat. */
interface Scene {
  readonly simulator: Simulator;
  readonly agent: Colleague;
  readonly chat: InteractionId;
  readonly language: SampleLanguage;
}

const languageOf = (globals: Readonly<Record<string, unknown>>): SampleLanguage =>
  globals['language'] === 'ko' ? 'ko' : 'en';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

const begin = (locale: unknown): Simulator => {
  const simulator = new Simulator({language: locale === 'ko' ? 'ko' : 'en', connectDelayMs: 0});
  running.add(simulator);
  return simulator;
};

const resume = (): void => {
  document.querySelector('dw-desk')?.reconnect();
};

/** A page of the company with the chat in it. The desk's own banner is for agents: the chat says it by itself. */
const page = (
  simulator: Simulator,
  chat?: InteractionId,
  start?: VisitorChatElement['start'],
  set: {readonly launcher?: boolean; readonly opened?: boolean; readonly known?: boolean} = {},
): TemplateResult => {
  const visits = async (form: VisitForm): Promise<void> => {
    const {name, email, message: text} = form;
    const id = simulator.chatArrives({name, text, ...(email === undefined ? {} : {email})});
    const desk = document.querySelector('dw-desk');
    if (desk) desk.port = simulator.visitorPort(id);
  };
  return html`<dw-desk .port=${chat === undefined ? undefined : simulator.visitorPort(chat)}>
    <span slot="connection"></span>
    <dw-visitor-chat
      .start=${start ?? visits}
      .resume=${resume}
      .customer=${set.known ? {name: SAID.name[simulator.language], email: 'seoyeon.lee@mail.example'} : undefined}
      ?launcher=${set.launcher ?? false}
      ?opened=${set.opened ?? false}
    ></dw-visitor-chat>
  </dw-desk>`;
};

/** A chat that has come in with what the assistant said, and what happens to it then. */
const conversation = (
  locale: unknown,
  happens: (scene: Scene) => void,
  set?: Parameters<typeof page>[3],
): TemplateResult => {
  const simulator = begin(locale);
  const {language} = simulator;
  const chat = simulator.chatArrives({
    name: SAID.name[language],
    script: {
      before: [
        {from: 'bot', text: SAID.hello[language]},
        {from: 'customer', text: SAID.charged[language]},
        {from: 'bot', text: SAID.handover[language]},
      ],
    },
  });
  const agent = simulator.colleague('yoon');
  simulator.after(100, () => {
    happens({simulator, agent, chat, language});
  });
  return page(simulator, chat, undefined, set);
};

const isAccepted = ({simulator, agent, chat}: Scene, then: () => void): void => {
  agent.becomesAvailable();
  simulator.after(50, () => {
    agent.accepts(chat);
    simulator.after(50, then);
  });
};

const waits = (): void => undefined;
const talks = (scene: Scene): void => {
  const {simulator, agent, chat, language} = scene;
  isAccepted(scene, () => {
    agent.says(SAID.look[language], chat);
    simulator.customerSays(chat, SAID.howLong[language]);
    agent.says(SAID.form[language], chat);
  });
};
const after =
  (first: (scene: Scene) => void, then: (scene: Scene) => void, ms = 400) =>
  (scene: Scene) => {
    first(scene);
    scene.simulator.after(ms, () => {
      then(scene);
    });
  };

/** What a visitor is told when the chat goes from one agent to another. */
const passedOn = (language: SampleLanguage): FakePort => {
  const now = Date.now();
  const agent = {id: 'yoon', name: language === 'ko' ? '윤지호' : 'Yoon Ji-ho'};
  const other = {id: 'park', name: language === 'ko' ? '박지우' : 'Park Ji-woo'};
  const said = (id: string, from: Author, text: string, at: number) => aMessage({id, from, text, at});
  const withAgent = (who: AgentRef | undefined, at: number): Interaction =>
    anActive({
      channel: 'chat',
      engagements: who ? [{agent: who, role: 'owner', phase: 'active', since: at, acceptedAt: at}] : [],
      content: chatOf(
        said('1', {kind: 'customer', name: SAID.name[language]}, SAID.charged[language], now - 200_000),
        said('2', {kind: 'agent', ...agent}, SAID.another[language], now - 100_000),
      ),
    });
  const port = new FakePort();
  port.whenOpened = (session) => {
    const log = factLog();
    const tell = (interaction: Interaction): void => {
      session.tell(log.say({type: 'interaction.shown', interactionId: interaction.id, interaction}));
    };
    setTimeout(() => {
      session.live(now);
      session.tell(
        log.hydrated({
          viewer: {kind: 'customer', interactionId: 'chat-1'},
          interactions: [withAgent(agent, now - 150_000)],
        }),
      );
    });
    setTimeout(tell, 200, withAgent(undefined, now));
    setTimeout(tell, 400, withAgent(other, now + 60_000));
  };
  return port;
};

const chatIn = (canvas: HTMLElement): VisitorChatElement => {
  const chat = canvas.querySelector('dw-visitor-chat');
  if (!chat) throw new Error('no chat');
  return chat;
};

const deep = (root: ParentNode, selector: string): readonly HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
  ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? deep(shadowRoot, selector) : [],
  ),
];
const all = (canvas: HTMLElement, selector: string): readonly HTMLElement[] =>
  deep(chatIn(canvas).renderRoot as ShadowRoot, selector);
const shows = (canvas: HTMLElement, selector: string, count = 1): Promise<void> =>
  waitFor(() => expect(all(canvas, selector).length).toBeGreaterThanOrEqual(count), {timeout: 4000});
const press = async (canvas: HTMLElement, selector: string): Promise<void> => {
  await shows(canvas, selector);
  all(canvas, `${selector}`)[0]?.shadowRoot?.querySelector('button')?.click();
};

const type = async (canvas: HTMLElement, selector: string, text: string): Promise<void> => {
  await shows(canvas, selector);
  all(canvas, selector)[0]?.focus();
  await userEvent.keyboard(text);
};

const story = (
  happens: (scene: Scene) => void,
  selector: string,
  count?: number,
  set?: Parameters<typeof page>[3],
): StoryObj => ({
  render: (_, {globals}) => conversation(globals['language'], happens, set),
  play: ({canvasElement}) => shows(canvasElement, selector, count),
});

/** The form, with a host that does this. */
const form = (start: VisitorChatElement['start'], fill: boolean, selector: string): StoryObj => ({
  render: (_, {globals}) => page(begin(globals['language']), undefined, start),
  play: async ({canvasElement, globals}) => {
    const language = languageOf(globals);
    await shows(canvasElement, 'form');
    if (fill) {
      await type(canvasElement, '#name', SAID.name[language]);
      await type(canvasElement, 'textarea', SAID.charged[language]);
    }
    await press(canvasElement, '.submit');
    await shows(canvasElement, selector);
  },
});

const meta: Meta = {
  title: 'Widgets/dw-visitor-chat',
  component: 'dw-visitor-chat',
  beforeEach: () => stopAll,
  render: (_, {globals}) => page(begin(globals['language'])),
};
export default meta;

/** The form. An agent comes and answers, since somebody is there. */
export const Playground: StoryObj = {
  render: (_, {globals}) => {
    const simulator = begin(globals['language']);
    const agent = simulator.colleague('yoon');
    agent.becomesAvailable();
    const answer = (): void => {
      if (agent.accepts().ok) agent.says(SAID.hello[simulator.language]);
      simulator.after(3000, answer);
    };
    answer();
    return page(simulator);
  },
};

/** What is wrong stands at its field. */
export const FormFaults: StoryObj = {
  play: async ({canvasElement}) => {
    await type(canvasElement, '#email', 'seoyeon@');
    await press(canvasElement, '.submit');
    await shows(canvasElement, '.bad', 3);
  },
};

/** The host asks its backend. */
export const Starting: StoryObj = form(() => new Promise(() => undefined), true, '.spin');

const offline = Object.assign(new Error('offline'), {refusal: refuse('DW_SEND_OFFLINE')});

/** The backend said no; nothing typed is lost. */
export const StartFailed: StoryObj = form(() => Promise.reject(offline), true, '.note');

/** The page has not said how a chat begins. */
export const Unavailable: StoryObj = {
  render: () => html`<dw-visitor-chat></dw-visitor-chat>`,
};

/** A page that was loaded again, on its way back to its conversation. */
export const Connecting: StoryObj = {
  render: (_, {globals}) => {
    const port = new FakePort();
    return html`<dw-desk language=${globals['language'] === 'ko' ? 'ko' : 'en'} .port=${port}>
      <dw-visitor-chat></dw-visitor-chat>
    </dw-desk>`;
  },
  play: ({canvasElement}) => shows(canvasElement, '.coming'),
};

/** Nobody has come yet; the assistant's part is labelled, and the visitor may write. */
export const Waiting: StoryObj = story(waits, '.soon');

/** An agent is there, by name. */
export const Talking: StoryObj = story(talks, '.turn', 6);

/** The first agent has passed the chat on, and another one has come. */
export const AnotherAgent: StoryObj = {
  render: (_, {globals}) => {
    const language = languageOf(globals);
    return html`<dw-desk .port=${passedOn(language)}><dw-visitor-chat></dw-visitor-chat></dw-desk>`;
  },
  play: ({canvasElement}) => shows(canvasElement, '.rule', 4),
};

/** A message is under way. */
export const Sending: StoryObj = {
  ...story(
    after(talks, ({simulator}) => {
      simulator.backendStalls();
    }),
    '.turn',
    6,
  ),
  play: async ({canvasElement, globals}) => {
    await shows(canvasElement, '.turn', 6);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await type(canvasElement, 'textarea', `${SAID.thanks[languageOf(globals)]}{Enter}`);
    await shows(canvasElement, '.delivery .spin');
  },
};

/** A message did not arrive: it can be tried again or edited. */
export const NotSent: StoryObj = {
  ...story(
    after(talks, ({simulator}) => {
      simulator.refusesNext('DW_SERVER_FAILED', 'message.send');
    }),
    '.turn',
    6,
  ),
  play: async ({canvasElement, globals}) => {
    await shows(canvasElement, '.turn', 6);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await type(canvasElement, 'textarea', `${SAID.thanks[languageOf(globals)]}{Enter}`);
    await shows(canvasElement, '.delivery.bad');
  },
};

/** The connection is lost. What is written meanwhile goes out when it is back. */
export const Reconnecting: StoryObj = story(
  after(talks, ({simulator}) => {
    simulator.networkDrops();
  }),
  '.strip.lost',
);

/** Asked in its place: the conversation stays in sight. */
export const Asking: StoryObj = {
  ...story(talks, '.turn', 6),
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.turn', 6);
    await press(canvasElement, '.end');
    await shows(canvasElement, '.asking');
  },
};

/** The visitor has left; the agent is still there. */
export const Left: StoryObj = story(
  after(talks, ({simulator, chat}) => void simulator.customerLeaves(chat)),
  '.closing',
);

/** The agent has ended it. It can be read on, and another one begun. */
export const EndedByAgent: StoryObj = story(
  after(talks, ({agent, chat}) => void agent.ends(chat)),
  '.closing',
);

/** Another chat begins: who the visitor is stays, and the way back stays open. */
export const AnotherChat: StoryObj = {
  ...EndedByAgent,
  play: async ({canvasElement}) => {
    await press(canvasElement, '.again');
    await shows(canvasElement, 'form');
  },
};

/** Two agents: the first has asked a colleague to join. */
export const Conference: StoryObj = story(
  after(talks, ({simulator, agent, chat}) => {
    const other = simulator.colleague('park');
    other.becomesAvailable();
    agent.invites('park', chat);
    simulator.after(200, () => {
      other.joins(chat);
      simulator.after(100, () => {
        other.says(SAID.another[simulator.language], chat);
      });
    });
  }),
  '.turn',
  7,
);

/** The agent writes. */
export const Typing: StoryObj = story(
  after(talks, ({agent, chat}) => void agent.types(chat)),
  '.dots',
);

/** A file of the agent, to be saved. */
export const FilesOfTheAgent: StoryObj = story(
  after(talks, ({agent, chat, language}) => {
    agent.sendsFile(aFile('refund-form.pdf', 1_234_567), SAID.form[language], chat);
  }),
  '.files',
);

/** Files for a message: on its way, there, and refused with the reason. */
export const FilesToSend: StoryObj = {
  ...story(
    after(talks, ({simulator}) => {
      simulator.uploadsStall(0.6);
    }),
    '.turn',
    6,
  ),
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.turn', 6);
    const files = [aFile('november-bill.pdf', 1_234_567), aFile('setup.exe', 2_000)];
    const [box] = all(canvasElement, 'dw-compose-box');
    box?.dispatchEvent(new CustomEvent('dw-compose-files', {detail: {files}}));
    await shows(canvasElement, '.file', 2);
  },
};

/** What looks like a card number is said before it is sent. */
export const CardNumber: StoryObj = {
  ...story(talks, '.turn', 6),
  play: async ({canvasElement}) => {
    await shows(canvasElement, '.turn', 6);
    await type(canvasElement, 'textarea', `${CARD}{Enter}`);
    await shows(canvasElement, '.note.card');
  },
};

/** The same before a chat has begun. */
export const CardNumberInTheForm: StoryObj = {
  play: async ({canvasElement, globals}) => {
    await type(canvasElement, '#name', SAID.name[languageOf(globals)]);
    await type(canvasElement, 'textarea', CARD);
    await press(canvasElement, '.submit');
    await shows(canvasElement, '.note.hold');
  },
};

/** Another window has the chat; it can be taken back. */
export const OpenedElsewhere: StoryObj = {
  render: (_, {globals}) => {
    const port = passedOn(languageOf(globals));
    const {whenOpened} = port;
    port.whenOpened = (session) => {
      whenOpened?.(session);
      setTimeout(() => {
        session.lose('DW_WIRE_REPLACED', true);
      }, 600);
    };
    return html`<dw-desk .port=${port}
      ><span slot="connection"></span><dw-visitor-chat .resume=${resume}></dw-visitor-chat
    ></dw-desk>`;
  },
  play: ({canvasElement}) => shows(canvasElement, '.resume'),
};

/** The page knows who it is. */
export const KnownVisitor: StoryObj = {
  render: (_, {globals}) => page(begin(globals['language']), undefined, undefined, {known: true}),
  play: ({canvasElement}) => shows(canvasElement, 'form'),
};

/** A button in the corner of the page. */
export const Launcher: StoryObj = {
  render: (_, {globals}) => page(begin(globals['language']), undefined, undefined, {launcher: true}),
  play: ({canvasElement}) => shows(canvasElement, '.launch'),
};

/** Closed while the agent goes on writing. */
export const LauncherWithNews: StoryObj = story(talks, '.unseen', 1, {launcher: true});

/** Open in the corner; on a phone it takes the whole page. */
export const LauncherOpen: StoryObj = story(talks, '.turn', 6, {launcher: true, opened: true});

/** A whole visit by keyboard: the form, a message, and the end. */
export const Behaviours: StoryObj = {
  render: (_, {globals}) => {
    const simulator = begin(globals['language']);
    const agent = simulator.colleague('yoon');
    agent.becomesAvailable();
    const look = (): void => {
      if (agent.accepts().ok) agent.says(SAID.hello[simulator.language]);
      simulator.after(100, look);
    };
    look();
    return page(simulator);
  },
  play: async ({canvasElement, globals}) => {
    const language = languageOf(globals);
    await type(canvasElement, '#name', SAID.name[language]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(all(canvasElement, '.bad').length).toBe(1));
    await userEvent.keyboard(`${SAID.charged[language]}{Enter}`);
    await shows(canvasElement, '.turn');
    await waitFor(
      () =>
        expect(
          all(canvasElement, '.rule').some(({textContent}) => /Yoon Ji-ho|윤지호/.test(textContent ?? '')),
        ).toBe(true),
      {timeout: 4000},
    );
    await shows(canvasElement, 'textarea');
    all(canvasElement, 'textarea')[0]?.focus();
    await userEvent.keyboard('One{Shift>}{Enter}{/Shift}two{Enter}');
    await waitFor(() => expect(all(canvasElement, '.turn.mine').length).toBe(2));
    await press(canvasElement, '.end');
    await shows(canvasElement, '.asking');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(all(canvasElement, '.asking').length).toBe(0));
    await press(canvasElement, '.end');
    await press(canvasElement, '.asking .leave');
    await shows(canvasElement, '.closing');
  },
};

/** Every control by role and name; what others write is read out; the focus follows the visitor and is never taken. */
export const Accessibility: StoryObj = story(talks, '.turn', 6);
