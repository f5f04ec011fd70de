import {expect, type Frame, type Locator, type Page} from '@playwright/test';
import type {DeskElement} from '@deskwire/desk';

import {Complaints} from './console.js';
import {EmbeddedDesk} from './embedded-desk.js';
import {Site} from './site.js';

const WIDGETS = [
  'agent-state',
  'cad-editor',
  'chat-pane',
  'consult-dialog',
  'desk',
  'email-composer',
  'history',
  'incoming-call',
  'interaction-control',
  'outdial',
  'task-list',
  'transfer-dialog',
  'wrap-up',
];

/** A whole desk, as a page without a framework writes it. */
export const DESK = `<dw-desk language="en">
  <dw-agent-state></dw-agent-state>
  <dw-outdial></dw-outdial>
  <dw-task-list></dw-task-list>
  <dw-interaction-control></dw-interaction-control>
  <dw-cad-editor></dw-cad-editor>
  <dw-chat-pane></dw-chat-pane>
  <dw-email-composer></dw-email-composer>
  <dw-wrap-up></dw-wrap-up>
  <dw-history></dw-history>
  <dw-consult-dialog></dw-consult-dialog>
  <dw-transfer-dialog></dw-transfer-dialog>
  <dw-incoming-call></dw-incoming-call>
</dw-desk>`;

/** The page's own script. It finds the desk wherever it stands, in another shadow root too. */
export const PAGE = `
  ${WIDGETS.map((name) => `import '/deskwire/cdn/${name}.js';`).join('\n')}
  import {Simulator} from '/deskwire/cdn/adapter-simulator.js';
  const outer = document.querySelector('crm-shell');
  const shell = outer?.querySelector('template');
  if (shell) {
    const root = outer.attachShadow({mode: outer.getAttribute('mode') ?? 'open'});
    root.append(shell.content);
    globalThis.closedRoots = [root];
  }
  const place = globalThis.closedRoots?.[0] ?? document;
  const desk = place.querySelector('dw-desk');
  for (const name of ['consult', 'transfer'])
    desk?.addEventListener('dw-' + name + '-open', ({detail}) =>
      place.querySelector('dw-' + name + '-dialog').open(detail.interactionId));
  window.simulator = new Simulator({connectDelayMs: 20});
  if (desk) desk.port = window.simulator.port('yoon');
`;

/** Remembers everything that the policy of the page refuses, from the first moment on. */
const watchPolicy = (): void => {
  const refused: string[] = [];
  Object.assign(globalThis, {refused});
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
    refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
};

/** What is in the page around the desk, and what it allows. */
export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  /** Instead of the documented policy. */
  readonly csp?: string;
  /** The page that is opened, when the desk's own page is only a frame in it. */
  readonly outer?: string;
}

/** A page of somebody else with a whole desk in it, under a policy. The contact centre is simulated in the page. */
export class StrictHost {
  readonly desk: EmbeddedDesk;
  readonly complaints: Complaints;

  private constructor(
    readonly site: Site,
    readonly page: Page,
  ) {
    this.desk = new EmbeddedDesk(page);
    this.complaints = new Complaints(page);
  }

  static async open(page: Page, {head = '', body = DESK, csp, outer}: HostPage = {}): Promise<StrictHost> {
    const site = await Site.start({'/deskwire/': 'dist'});
    const host = new StrictHost(site, page);
    if (csp !== undefined) site.csp = csp;
    await page.addInitScript(watchPolicy);
    site.put('/page.js', PAGE);
    site.page('/desk.html', {head: `${head}<script type="module" src="/page.js"></script>`, body});
    if (outer !== undefined) site.page('/outer.html', {body: outer});
    await page.goto(`${site.url}/${outer === undefined ? 'desk' : 'outer'}.html`);
    return host;
  }

  /** What the policy refused. */
  refused(frame: Page | Frame = this.page): Promise<readonly string[]> {
    return frame.evaluate(() => (globalThis as unknown as {refused: readonly string[]}).refused);
  }

  button(widget: string, name: string): Locator {
    return this.desk.root.locator(`dw-${widget}`).getByRole('button', {name, exact: true});
  }

  /** A call, from ringing to talking. */
  async talk(customer = 'Kim Min-su'): Promise<void> {
    await this.desk.choose('Available');
    await this.desk.callArrives(customer);
    await this.desk.press('Answer');
    await expect(this.desk.tasks).toContainText(customer);
    await expect(this.button('interaction-control', 'Hold')).toBeVisible();
  }

  async wrapUp(): Promise<void> {
    const {wrapUp} = this.desk;
    await wrapUp.getByRole('option').first().click();
    await wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(wrapUp).toBeHidden();
  }

  /** Sets a property of the desk, as the page's own control would. */
  set(values: Partial<Pick<DeskElement, 'language' | 'dir'>>): Promise<void> {
    return this.page.locator('dw-desk').evaluate((desk, given) => {
      Object.assign(desk, given);
    }, values);
  }

  async close(): Promise<void> {
    await this.site.stop();
  }
}
