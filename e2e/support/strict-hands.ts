import {expect} from '@playwright/test';

import {DOCUMENTED_CSP, Site} from './site.js';
import type {EnginePage} from './strict-engines.js';
import {installFinder, type Found, type Sought, type StrictGlobals} from './strict-finder.js';
import {DESK, PAGE, type HostPage} from './strict-host.js';

/** The tray's requests stand in the page's own dialog while that is open. */
const TRAY = 'dw-incoming-call, dw-request-place';

const watchPolicy = (): void => {
  const refused: string[] = [];
  Object.assign(globalThis, {refused});
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) => {
    // Nobody gave these pages an icon.
    if (!blockedURI.endsWith('/favicon.ico')) refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });
};

/** A page, and what else its server has: contents by path. */
export interface GivenPage extends HostPage {
  readonly files?: Readonly<Record<string, string>>;
}

/** An agent's eyes and hands on a page of somebody else, in whichever engine it is open. */
export class Hands {
  /** How requests are taken. */
  manner: 'pointer' | 'keyboard' = 'pointer';
  /** What the page does before somebody comes, */
  before = (): Promise<unknown> => Promise.resolve();
  /** in the middle of whatever the agent does, */
  during = (): Promise<unknown> => Promise.resolve();
  /** and when a request was taken. */
  after = (): Promise<unknown> => Promise.resolve();

  private constructor(
    readonly page: EnginePage,
    readonly site: Site,
  ) {}

  static async open(
    page: EnginePage,
    {head = '', body = DESK, csp, outer, files = {}}: GivenPage = {},
  ): Promise<Hands> {
    const site = await Site.start({'/deskwire/': 'dist'});
    site.csp = csp ?? DOCUMENTED_CSP;
    site.put('/watch.js', `(${String(watchPolicy)})(); (${String(installFinder)})();`);
    site.put('/page.js', PAGE);
    for (const [path, content] of Object.entries(files)) site.put(path, content);
    const scripts = `<script src="/watch.js"></script>${head}<script type="module" src="/page.js"></script>`;
    site.page('/desk.html', {head: scripts, body});
    if (outer !== undefined)
      site.page('/outer.html', {head: '<script src="/watch.js"></script>', body: outer});
    await page.goto(`${site.url}/${outer === undefined ? 'desk' : 'outer'}.html`);
    return new Hands(page, site);
  }

  /** Runs in the page. */
  run<R, A = undefined>(run: (argument: A) => R | Promise<R>, argument?: A): Promise<R> {
    return this.page.evaluate(run, argument as A);
  }

  find(sought: Sought): Promise<Found> {
    return this.run((given) => (globalThis as unknown as StrictGlobals).strictFinder.find(given), sought);
  }

  /** Presses it as soon as it can be pressed where it is seen, and stands still. */
  async press(widget: string, role: Sought['role'], name: string): Promise<void> {
    const sought = {in: widget, role, name};
    let before = '';
    let found: Found = {obstacle: ''};
    await expect
      .poll(
        async () => {
          found = await this.find(sought);
          if ('obstacle' in found) return found.obstacle;
          const now = JSON.stringify(found);
          const isStill = now === before;
          before = now;
          return isStill ? 'there' : 'it moves';
        },
        {message: `${role} ${name} in ${widget}`, intervals: [50]},
      )
      .toBe('there');
    if ('at' in found) await this.page.mouse.click(...(found.at as [number, number]));
  }

  async type(widget: string, name: string, text: string): Promise<void> {
    await this.press(widget, 'textbox', name);
    await this.page.keyboard.type(text);
  }

  key(name: string): Promise<unknown> {
    return this.page.keyboard.press(name);
  }

  text(widget: string): Promise<string> {
    return this.run(
      (selector) => (globalThis as unknown as StrictGlobals).strictFinder.textOf(selector),
      widget,
    );
  }

  async sees(widget: string, text: string | RegExp): Promise<void> {
    await expect.poll(() => this.text(widget), {message: `text of ${widget}`}).toMatch(text);
  }

  refused(): Promise<readonly string[]> {
    return this.run(() => (globalThis as unknown as StrictGlobals).refused);
  }

  /** Where the desk runs: this page, or its frame. */
  customer(story: 'call' | 'chat' | 'mail'): Promise<unknown> {
    return this.run((what) => {
      const {simulator} = (document.querySelector('iframe')?.contentWindow ?? window) as Window;
      if (what === 'call')
        return simulator.callArrives({
          name: 'Kim Min-su',
          number: '+821048271934',
          data: {'plan-tier': 'Business', 'reason-for-call': ''},
        });
      if (what === 'chat') return simulator.chatArrives({name: 'Lee Ha-eun', text: 'Where is my parcel?'});
      return simulator.mailArrives({
        ...{name: 'Jung Da-in', from: 'dain@customer.example', subject: 'Refund'},
        text: 'Please refund it.',
        html: '<p style="color: rgb(200, 0, 0)">Please refund <b>it</b>.</p>',
      });
    }, story);
  }

  async available(): Promise<void> {
    await this.press('dw-agent-state', 'button', '.');
    await this.press('dw-agent-state', 'option', '^Available');
    await this.sees('dw-agent-state', /Available/);
  }

  async close(): Promise<void> {
    await this.site.stop();
  }

  /** Takes the first request that there is, as this agent does it. */
  async take(button: 'Answer' | 'Accept'): Promise<void> {
    if (this.manner === 'pointer') {
      await this.press(TRAY, 'button', `^${button}`);
      return;
    }
    await expect.poll(() => this.find({in: TRAY, role: 'button', name: `^${button}`})).toHaveProperty('at');
    await this.key('F8');
    await this.key('Enter');
  }

  /** Somebody comes, the page does what it does, and the agent takes it. */
  async #comes(story: 'call' | 'chat' | 'mail'): Promise<void> {
    await this.before();
    await this.customer(story);
    await this.during();
    await this.take(story === 'call' ? 'Answer' : 'Accept');
    await this.sees(
      'dw-task-list',
      story === 'call' ? /Kim Min-su/ : story === 'chat' ? /Lee Ha-eun/ : /Jung Da-in/,
    );
    await this.after();
  }

  async wrapUp(): Promise<void> {
    await this.press('dw-wrap-up', 'option', '.');
    await this.press('dw-wrap-up', 'button', '^Submit wrap-up');
  }

  /** The controls of a call and the data of the contact, and what is left to say about it. */
  async aCall(): Promise<void> {
    await this.#comes('call');
    await this.press('dw-interaction-control', 'button', '^Hold$');
    await this.during();
    await this.press('dw-interaction-control', 'button', '^Resume$');
    await this.type('dw-cad-editor', '^Reason for call', 'Parcel');
    await this.during();
    await this.press('dw-cad-editor', 'button', '^Save');
    await this.sees('dw-cad-editor', /Saved at/);
    await this.press('dw-interaction-control', 'button', '^End$');
    await this.wrapUp();
  }

  /** The mail's own frame, the composer, and the editor that is loaded for it. */
  async aMail(): Promise<void> {
    await this.#comes('mail');
    await this.sees('dw-email-composer', /Please refund it/);
    await this.press('dw-email-composer', 'radio', '^Reply$');
    await this.type('dw-mail-editor', '.', 'It is on its way.');
    await this.during();
    await this.sees('dw-mail-editor', /It is on its way/);
    await this.press('dw-email-composer', 'button', '^Send$');
    await this.wrapUp();
  }

  async aChat(): Promise<void> {
    await this.#comes('chat');
    await this.type('dw-chat-pane', '^Message', 'It comes today.');
    await this.during();
    await this.press('dw-chat-pane', 'textbox', '^Message');
    await this.key('Enter');
    await this.sees('dw-chat-pane', /It comes today\./);
  }

  /** Everything that an agent does with each kind of contact; the page's policy has nothing to say. */
  async aDay(): Promise<void> {
    await this.available();
    await this.aCall();
    await this.aMail();
    await this.aChat();
    expect(await this.refused()).toEqual([]);
  }
}
