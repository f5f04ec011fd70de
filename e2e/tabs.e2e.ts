import {expect, test, type Browser} from '@playwright/test';

import {CUSTOMER, HOTLINE, Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {Line} from './support/line.js';
import {Site} from './support/site.js';
import {agentSockets, putDesk, Tab, tokenOf} from './support/tabs.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test.describe('several tabs of one agent', () => {
  let site: Site;
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    site = await Site.start({'/deskwire/': 'dist'});
    gateway = await RunningGateway.start({origins: [site.url]});
    putDesk(site, gateway, `${gateway.url}/yoon`);
  });
  test.afterEach(async () => {
    await gateway.stop();
    await site.stop();
  });

  /** Opens tabs in one browser of the agent. */
  const open = async (browser: Browser, count: number): Promise<Tab[]> => {
    const token = await tokenOf(gateway, 'yoon');
    const context = await browser.newContext({viewport: {width: 1100, height: 800}});
    const tabs: Tab[] = [];
    while (tabs.length < count) tabs.push(await Tab.open(context, site, gateway, token));
    return tabs;
  };
  const each = (tabs: readonly Tab[], check: (tab: Tab) => Promise<void>): Promise<unknown> =>
    Promise.all(tabs.map(check));

  test('[ARR-15] ten have one socket, a call rings in one, is answered in the third, and all show it', async ({
    browser,
  }) => {
    test.slow();
    const tabs = await open(browser, 10);
    const [first, , third] = tabs as [Tab, Tab, Tab];
    expect(await agentSockets(gateway)).toBe(1);
    // The browser lets a page ring that was touched.
    await first.choose('Available');
    await each(tabs, (tab) => expect(tab.state).toContainText('Available'));

    const customer = new Line(gateway, CUSTOMER);
    await customer.does('dial', HOTLINE);
    await each(tabs, (tab) => expect(tab.tray).toContainText('Incoming call'));
    await expect.poll(async () => sum(await Promise.all(tabs.map((tab) => tab.rings())))).toBe(1);
    await third.page.bringToFront();
    await third.press('Answer');
    await each(tabs, (tab) => expect(tab.call.getByRole('button', {name: 'Hold'})).toBeVisible());
    await each(tabs, (tab) => expect(tab.tray).not.toContainText('Incoming call'));
    expect(sum(await Promise.all(tabs.map((tab) => tab.rings())))).toBe(1);
    expect(await agentSockets(gateway)).toBe(1);
    await first.page.context().close();
  });

  test('lose and double nothing when the one with the connection is closed in the middle of the traffic', async ({
    browser,
  }) => {
    test.slow();
    const tabs = await open(browser, 3);
    const [leader, second, third] = tabs as [Tab, Tab, Tab];
    await leader.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await second.page.bringToFront();
    await second.press('Accept');
    await third.page.bringToFront();
    await third.tasks.getByRole('option').first().click();

    const texts = Array.from({length: 12}, (_, at) => `line ${at}.`);
    for (const [at, text] of texts.entries()) {
      await third.write(text);
      // Slowly enough for the gateway, which lets visitors write only so much at once.
      if (at % 2) await visitor.write(`reply ${text}`);
      // Sent and closed at once: it may have the message and not have passed it on.
      if (at === 5) await Promise.all([third.write('at the same time.'), leader.page.close()]);
    }
    for (const text of [...texts, 'at the same time.']) {
      await expect(visitor.chat.getByText(text, {exact: true})).toHaveCount(1);
      await expect(third.chat.getByText(text, {exact: true})).toHaveCount(1);
    }
    await expect(third.chat.getByText('reply line 11.', {exact: true})).toHaveCount(1);
    await expect.poll(() => agentSockets(gateway)).toBe(1);
    for (const tab of [second, third]) {
      const seqs = await tab.seqs();
      expect(seqs).toEqual(seqs.map((_, at) => (seqs[0] ?? 0) + at));
    }
    expect((await second.seqs()).at(-1)).toBe((await third.seqs()).at(-1));

    // Crashed, not closed: nothing says goodbye.
    const crashed = await second.page.context().newCDPSession(second.page);
    const died = second.page.waitForEvent('crash');
    void crashed.send('Page.crash').catch(() => undefined);
    await died;
    await third.write('after the crash.');
    await expect(visitor.chat.getByText('after the crash.', {exact: true})).toHaveCount(1);
    await expect.poll(() => agentSockets(gateway)).toBe(1);
    await third.page.context().close();
  });

  test('are all signed out by one', async ({browser}) => {
    const tabs = await open(browser, 3);
    const [, second] = tabs as [Tab, Tab];
    await second.page.evaluate(() => {
      void document.querySelector('dw-desk')?.stream?.send({type: 'agent.sign-out'});
    });
    await each(tabs, (tab) =>
      expect
        .poll(() => tab.page.evaluate(() => document.querySelector('dw-desk')?.connection?.state))
        .toBe('closed'),
    );
    await expect.poll(() => agentSockets(gateway)).toBe(0);
    await second.page.context().close();
  });
});
