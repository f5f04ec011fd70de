import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {sampleMail, Simulator, type Colleague, type SampleLanguage} from '@deskwire/adapter-simulator';
import type {InteractionId} from '@deskwire/domain';
import '@deskwire/desk/define.js';

import './define.js';
import type {EmailComposerElement} from './email-composer.element.js';

const running = new Set<Simulator>();
const stopAll = (): void => {
  for (const simulator of running) simulator.close();
  running.clear();
};

type Happens = (simulator: Simulator, agent: Colleague, mail: InteractionId) => void;

const SAID = {
  more: {
    en: 'One more thing: please send the form to my new address.',
    ko: '한 가지 더, 양식은 새 주소로 보내 주세요.',
  },
  answer: {
    en: 'We refund the second charge on both lines within two working days.',
    ko: '두 회선의 중복 청구를 영업일 기준 이틀 안에 환불해 드리겠습니다.',
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

const accepts: Happens = (_, agent, mail) => void agent.accepts(mail);

const show = (happens: Happens, locale: unknown): TemplateResult => {
  const language: SampleLanguage = locale === 'ko' ? 'ko' : 'en';
  const simulator = new Simulator({language, connectDelayMs: 0, pace: {mailMs: 200}});
  running.add(simulator);
  const begin = once(() => {
    const agent = simulator.colleague('yoon');
    agent.does({type: 'agent.set-state', to: {state: 'available'}});
    const mail = simulator.mailArrives(sampleMail(language));
    simulator.after(50, () => {
      happens(simulator, agent, mail);
    });
  });
  return html`<dw-desk .port=${simulator.port('yoon')} @dw-connection-changed=${begin}>
    <dw-email-composer></dw-email-composer>
  </dw-desk>`;
};

const thread: Happens = (simulator, agent, mail) => {
  agent.accepts(mail);
  simulator.customerSays(mail, SAID.more[simulator.language]);
};
const over: Happens = (_, agent, mail) => {
  agent.accepts(mail);
  agent.ends(mail);
};
const refusedByServer: Happens = (simulator, agent, mail) => {
  agent.accepts(mail);
  simulator.mailServerRefuses('550 5.1.1 no such user');
};
const stalled: Happens = (simulator, agent, mail) => {
  agent.accepts(mail);
  simulator.after(200, () => {
    simulator.backendStalls();
  });
};

const paneIn = (canvas: HTMLElement): EmailComposerElement => {
  const pane = canvas.querySelector('dw-email-composer');
  if (!pane) throw new Error('no pane');
  return pane;
};

const inside = (canvas: HTMLElement, selector: string): readonly HTMLElement[] => [
  ...(paneIn(canvas).shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, selector).length).toBeGreaterThan(0), {timeout: 4000});

const says = (canvas: HTMLElement, text: string): Promise<void> =>
  waitFor(() => expect(inside(canvas, '.card')[0]?.textContent).toContain(text), {timeout: 4000});

const box = (canvas: HTMLElement): HTMLTextAreaElement => {
  const area = inside(canvas, 'dw-text-area')[0]?.shadowRoot?.querySelector('textarea');
  if (!area) throw new Error('no box');
  return area;
};

const write = async (canvas: HTMLElement, text: string): Promise<void> => {
  await shows(canvas, 'dw-text-area');
  await waitFor(() => {
    box(canvas);
  });
  box(canvas).focus();
  await userEvent.keyboard(text);
};

const press = (canvas: HTMLElement, selector: string): void => {
  inside(canvas, selector)[0]?.shadowRoot?.querySelector('button')?.click();
};

const send = async (canvas: HTMLElement): Promise<void> => {
  await write(canvas, SAID.answer.en);
  press(canvas, '.tools dw-button');
};

const story = (happens: Happens, play: (canvas: HTMLElement) => Promise<void>): StoryObj => ({
  render: (_, {globals}) => show(happens, globals['language']),
  play: ({canvasElement}) => play(canvasElement),
});

const meta: Meta = {
  title: 'Widgets/dw-email-composer',
  component: 'dw-email-composer',
  beforeEach: () => stopAll,
  render: (_, {globals}) => show(accepts, globals['language']),
};
export default meta;

/** A mail that was accepted, and the box for a quick reply. */
export const Playground: StoryObj = story(accepts, (canvas) => shows(canvas, '.compose'));

/** A further mail has come: the first one is folded into the thread. */
export const Thread: StoryObj = story(thread, async (canvas) => {
  await shows(canvas, '.fold');
  inside(canvas, '.fold')[0]?.click();
  await shows(canvas, '.thread .other');
});

/** A reply that the server has taken. */
export const Sent: StoryObj = story(accepts, async (canvas) => {
  await send(canvas);
  await shows(canvas, '.other.mine .delivery svg');
});

/** A reply is under way: the box is closed meanwhile. */
export const Sending: StoryObj = story(stalled, async (canvas) => {
  await shows(canvas, '.compose');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await send(canvas);
  await waitFor(() => expect(box(canvas).disabled).toBe(true));
});

/** The mail server did not take the reply: it says so, and the text is back in the box. */
export const NotTaken: StoryObj = story(refusedByServer, async (canvas) => {
  await send(canvas);
  await shows(canvas, '.delivery.danger');
  await waitFor(() => expect(box(canvas).value).toBe(SAID.answer.en));
});

/** An empty reply is refused where it was asked for. */
export const Refused: StoryObj = story(accepts, async (canvas) => {
  await shows(canvas, '.compose');
  press(canvas, '.tools dw-button');
  await shows(canvas, '.strip.danger');
});

/** The contact is over and waits for its wrap-up. */
export const WrapUp: StoryObj = story(over, (canvas) => shows(canvas, '.state.wrapup'));

/** To and Subject are fixed; a text goes out; the contact ends. */
export const Behaviours: StoryObj = story(accepts, async (canvas) => {
  await send(canvas);
  await says(canvas, SAID.answer.en);
  await waitFor(() => expect(box(canvas).value).toBe(''));
  press(canvas, '.title dw-button');
  await shows(canvas, '.state.wrapup');
});

/**
 * The pane is a region with the subject for its heading. Tab goes: End, links of the text, the thread, the box, Send. That a
 * reply was sent, or was not, is announced politely.
 */
export const Accessibility: StoryObj = story(thread, (canvas) => shows(canvas, '.fold'));
