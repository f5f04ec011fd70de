import {expect, type BrowserContext} from '@playwright/test';

import {EmbeddedDesk} from './embedded-desk.js';
import type {RunningGateway} from './gateway.js';
import {DOCUMENTED_CSP, type Site} from './site.js';

const WIDGETS = ['agent-state', 'task-list', 'incoming-call', 'interaction-control', 'chat-pane'];
const SCRIPTS = ['desk', ...WIDGETS].map((name) => `/deskwire/cdn/${name}.js`);

/** What a CRM writes, and beside it what a test counts: facts by their numbers, and this tab's rings. */
const PAGE = `
  import {gatewayPort} from '/deskwire/cdn/adapter-gateway.js';
  const desk = document.querySelector('dw-desk');
  const [url, token] = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  window.seqs = [];
  window.rings = 0;
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    window.rings += 1;
    return play.call(this);
  };
  desk.port = gatewayPort({url, token});
  desk.stream.facts$.subscribe(({seq}) => window.seqs.push(seq));
`;

declare global {
  interface Window {
    /** The numbers of the facts that this tab has heard, in order. */
    seqs: number[];
    /** How often this tab began to ring. */
    rings: number;
  }
}

/** Puts a page with a desk on the site; with a name, its tabs share one connection. */
export const putDesk = (site: Site, gateway: RunningGateway, shared: string): void => {
  site.csp = DOCUMENTED_CSP.replace(
    "connect-src 'self'",
    `connect-src ${gateway.url} ${gateway.url.replace('http', 'ws')}`,
  );
  site.put('/page.js', PAGE);
  const tags = [...SCRIPTS, '/page.js'].map((src) => `<script type="module" src="${src}"></script>`).join('');
  const widgets = WIDGETS.map((name) => `<dw-${name}></dw-${name}>`).join('');
  site.page('/desk.html', {
    head: tags,
    body: `<dw-desk ${shared && `shared="${shared}"`} language="en">${widgets}</dw-desk>`,
  });
};

/** One of an agent's tabs. */
export class Tab extends EmbeddedDesk {
  /** Opens one in the agent's browser. */
  static async open(
    context: BrowserContext,
    site: Site,
    gateway: RunningGateway,
    token: string,
  ): Promise<Tab> {
    const page = await context.newPage();
    const hash = encodeURIComponent(JSON.stringify([gateway.url, token]));
    await page.goto(`${site.url}/desk.html#${hash}`);
    const tab = new Tab(page);
    await expect(tab.state).toBeVisible();
    return tab;
  }

  seqs(): Promise<readonly number[]> {
    return this.page.evaluate(() => window.seqs);
  }

  rings(): Promise<number> {
    return this.page.evaluate(() => window.rings);
  }

  async write(text: string): Promise<void> {
    const box = this.chat.getByRole('textbox', {name: 'Message'});
    await box.fill(text);
    await box.press('Enter');
  }
}

/** How many desks of agents the gateway has sockets to. */
export const agentSockets = async (gateway: RunningGateway): Promise<number> => {
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  return Number(/deskwire_sockets\{kind="agent"\} (\d+)/.exec(text)?.[1] ?? 0);
};

/** Signs an agent in, as their CRM does it. */
export const tokenOf = async (gateway: RunningGateway, user: string): Promise<string> => {
  const answer = await fetch(`${gateway.url}/api/sign-in`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({user, password: 'demo'}),
  });
  return ((await answer.json()) as {readonly token: string}).token;
};
