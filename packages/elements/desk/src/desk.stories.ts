import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, userEvent, waitFor} from 'storybook/test';
import {refuse, type RefusalCode} from '@deskwire/domain';
import {FakePort, factLog, type FakeSession} from '@deskwire/testing';
import {defineStage} from '@deskwire/testing/stage.js';

import './define.js';
import type {DeskElement} from './desk.element.js';

defineStage();

/** A port whose session goes its own way after it is live. */
const portThat = (then: (session: FakeSession) => void = () => undefined): FakePort => {
  const port = new FakePort();
  port.whenOpened = (session) => {
    queueMicrotask(() => {
      session.live(Date.now());
      session.tell(factLog().hydrated());
      then(session);
    });
  };
  return port;
};

/** Loses its first session, and is not there for the second one before a minute has passed. */
const losing = (code: RefusalCode, final: boolean): FakePort => {
  const port = portThat((session) => {
    if (port.sessions.length === 1) session.lose(code, final);
  });
  return port;
};

const slow = {timeouts: {retryMinMs: 60_000, retryMaxMs: 60_000}};

const render = (port: FakePort, language: unknown): TemplateResult =>
  html`<dw-desk language=${String(language)} .streamOptions=${slow} .port=${port}>
    <dw-stage>${language === 'ko' ? '여기에 위젯이 들어갑니다.' : 'Widgets go here.'}</dw-stage>
  </dw-desk>`;

const meta: Meta = {
  title: 'Desk/dw-desk',
  component: 'dw-desk',
  parameters: {layout: 'fullscreen'},
  render: (_, {globals}) => render(portThat(), globals['language']),
};
export default meta;

const deskIn = (canvas: HTMLElement): DeskElement => {
  const desk = canvas.querySelector('dw-desk');
  if (!desk) throw new Error('no desk');
  return desk;
};

const banner = (desk: DeskElement): HTMLElement | null | undefined =>
  desk.shadowRoot?.querySelector<HTMLElement>('.banner:popover-open');

/** All is well: the desk itself shows nothing. */
export const Playground: StoryObj = {
  play: async ({canvasElement}) => {
    const desk = deskIn(canvasElement);
    await waitFor(() => expect(desk.connection?.state).toBe('live'));
    await expect(banner(desk)).toBeNull();
  },
};

/** The connection is lost; the desk tries again by itself. The banner moves nothing on the page. */
export const Lost: StoryObj = {
  render: (_, {globals}) => render(losing('DW_SEND_OFFLINE', false), globals['language']),
  play: async ({canvasElement}) => {
    await waitFor(() => expect(banner(deskIn(canvasElement))).toBeTruthy(), {timeout: 3000});
  },
};

/** The desk was opened elsewhere: nothing is tried until the person wants it. */
export const Replaced: StoryObj = {
  render: (_, {globals}) => render(losing('DW_WIRE_REPLACED', true), globals['language']),
  play: async ({canvasElement}) => {
    await waitFor(() => expect(banner(deskIn(canvasElement))).toBeTruthy());
  },
};

/** Signing in is the page's business: the desk says so and offers nothing that cannot help. */
export const SignInExpired: StoryObj = {
  render: (_, {globals}) => render(losing(refuse('DW_AUTH_EXPIRED').code, true), globals['language']),
  play: async ({canvasElement}) => {
    const desk = deskIn(canvasElement);
    await waitFor(() => expect(banner(desk)).toBeTruthy());
    await expect(desk.shadowRoot?.querySelector('dw-button')).toBeNull();
  },
};

/** "Try now" connects at once, and the banner goes. */
export const Behaviours: StoryObj = {
  render: (_, {globals}) => render(losing('DW_SEND_OFFLINE', false), globals['language']),
  play: async ({canvasElement}) => {
    const desk = deskIn(canvasElement);
    await waitFor(() => expect(banner(desk)?.querySelector('dw-button')).toBeTruthy(), {timeout: 3000});
    await userEvent.click(banner(desk)?.querySelector('dw-button') as HTMLElement);
    await waitFor(() => expect(desk.connection?.state).toBe('live'));
    await waitFor(() => expect(banner(desk)).toBeNull());
  },
};
