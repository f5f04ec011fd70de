import {expect, test, type Locator, type Page} from '@playwright/test';

import {serve} from '../scripts/lib/static-server.mjs';

import {Complaints} from './support/console.js';
import {CUSTOMER, HOTLINE} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {Line} from './support/line.js';

let site: {readonly url: string; close(): void};
test.beforeAll(async () => {
  site = await serve(`${process.cwd()}/dist/examples`);
});
test.afterAll(() => {
  site.close();
});

/** Of the CRM's page, on the simulator or on a gateway. */
const addressWith = (gateway?: RunningGateway): string =>
  `${site.url}/crm/index.html${gateway ? `?gateway=${encodeURIComponent(gateway.url)}` : ''}`;

/** The CRM's page with its desk. */
class Crm {
  readonly complaints: Complaints;

  private constructor(readonly page: Page) {
    this.complaints = new Complaints(page);
  }

  /** Opens it on the simulator, or as somebody of a gateway. */
  static async open(page: Page, gateway?: RunningGateway): Promise<Crm> {
    const crm = new Crm(page);
    page.on('dialog', (dialog) => void dialog.accept(dialog.message() === 'User' ? 'yoon' : 'demo'));
    await page.goto(addressWith(gateway));
    await expect(crm.state).toContainText('Idle');
    return crm;
  }

  get state(): Locator {
    return this.page.locator('dw-agent-state').getByRole('button').first();
  }

  /** The name on the record that is open. */
  get record(): Locator {
    return this.page.getByRole('article').getByRole('heading', {level: 2});
  }

  get activity(): Locator {
    return this.page.locator('#activity li');
  }

  get call(): Locator {
    return this.page.locator('dw-interaction-control');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {name});
  }

  async becomeAvailable(): Promise<void> {
    await this.state.click();
    await this.page.locator('dw-agent-state').getByRole('option', {name: 'Available'}).click();
    await expect(this.state).toContainText('Available');
  }

  /** Somebody rings: the tray shows it. */
  async accept(): Promise<void> {
    await this.page
      .locator('dw-incoming-call')
      .getByRole('button', {name: /^(Answer|Accept)\b/})
      .click();
  }

  async wrapUp(reason: string | RegExp): Promise<void> {
    const wrapUp = this.page.locator('dw-wrap-up').getByRole('dialog');
    await wrapUp.getByRole('option', {name: reason}).click();
    await wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(wrapUp).toBeHidden();
  }
}

test('[HOST-7] [HOST-9] a record opens when its customer calls or writes, and says afterwards what was done', async ({
  page,
}) => {
  const crm = await Crm.open(page);
  await expect(crm.record).toHaveText('Daehan Trading');
  await crm.becomeAvailable();
  await crm.button('A customer calls').click();
  // By the number, while it rings.
  await expect(crm.record).toHaveText('Kim Min-su');
  await expect(crm.call.getByRole('button', {name: 'Hold', exact: true})).toHaveCount(0);
  await crm.button('Daehan Trading').click();
  await crm.accept();
  await expect(crm.record).toHaveText('Kim Min-su');
  await crm.button('Daehan Trading').click();
  await page.locator('dw-task-list').getByRole('option').click();
  await expect(crm.record).toHaveText('Kim Min-su');
  await crm.call.getByRole('button', {name: 'End', exact: true}).click();
  await crm.wrapUp('Resolved');
  await expect(crm.activity).toHaveText(['voice, inbound: Resolved']);

  await crm.button('A customer writes').click();
  // By the address.
  await expect(crm.record).toHaveText('Choi Ha-eun');
  await expect(crm.activity).toHaveCount(0);
  await crm.accept();
  await page.locator('dw-chat-pane').getByRole('button', {name: 'End', exact: true}).click();
  await crm.wrapUp('Resolved');
  await expect(crm.activity).toHaveText(['chat, inbound: Resolved']);
  await crm.button('Kim Min-su').click();
  await expect(crm.activity).toHaveText(['voice, inbound: Resolved']);
  expect(crm.complaints.errors).toEqual([]);
});

test.describe('with a gateway of another origin', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start({origins: [site.url]});
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[HOST-7] numbers of the record are called by link and by method, and who calls has their record opened', async ({
    page,
  }) => {
    const crm = await Crm.open(page, gateway);
    const daehan = new Line(gateway, '+82260221180');
    await crm.page.getByRole('link', {name: '+82260221180'}).click();
    await daehan.when('ringing', 'answer');
    await expect(crm.call).toContainText('Active');
    await crm.call.getByRole('button', {name: 'End', exact: true}).click();
    await crm.wrapUp('Resolved');
    await expect(crm.activity).toHaveText(['voice, outdial: Resolved']);

    await crm.button('Call this account').click();
    await daehan.when('ringing', 'decline');
    await expect(crm.activity.first()).toHaveText('Called without success: failed');

    await crm.becomeAvailable();
    await new Line(gateway, CUSTOMER).does('dial', HOTLINE);
    await expect(crm.record).toHaveText('Kim Min-su');
    await crm.accept();
    await expect(crm.call.getByRole('button', {name: 'Hold', exact: true})).toBeVisible();
    expect(crm.complaints.errors).toEqual([]);
  });

  test('a wrong password is asked for again, and who cancels reads that nobody is signed in', async ({
    page,
  }) => {
    const asked: string[] = [];
    const answers = ['yoon', 'wrong', undefined];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      const answer = answers.shift();
      void (answer === undefined ? dialog.dismiss() : dialog.accept(answer));
    });
    await page.goto(addressWith(gateway));
    await expect(page.getByText('Nobody is signed in.')).toBeVisible();
    expect(asked).toEqual(['User', 'Password', 'The sign-in is not valid. Sign in again.\n\nUser']);
  });
});
