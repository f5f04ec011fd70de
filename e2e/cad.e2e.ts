import {expect, test, type Browser} from '@playwright/test';

import {Agent} from './support/agent.js';
import {CUSTOMER, HOTLINE, Phone, sendMail, Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {Line} from './support/line.js';
import {Race} from './support/race.js';
import {Triangle} from './support/triangle.js';

const SEED = 20_261_121;

test.describe('two agents who edit the data of one call', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[CAD-7] [CAD-9] race for 1,000 seeded rounds: no edit is lost, whoever was second is told, and both desks and the store agree', async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const {one, two, customer} = await Triangle.inConference(browser, gateway);
    const entrants = [
      {agent: one, name: '윤지호'},
      {agent: two, name: '박지우'},
    ] as const;
    const {conflicts, wins, values} = await Race.run(entrants, SEED, 1_000);
    expect(conflicts).toBeGreaterThan(300);
    expect(Math.min(...wins)).toBeGreaterThan(50);

    // What it knows from now on it has read from its store.
    await gateway.kill();
    await gateway.run();
    await expect(customer.state).toContainText('Talking');
    await two.page.reload();
    for (const {cad} of [one, two]) {
      await expect(cad.field('Plan')).toHaveValue(values['plan'] ?? '');
      const shown = await cad.root.evaluate((pane) => (pane as HTMLElementTagNameMap['dw-cad-editor']).value);
      expect(shown).toMatchObject(values);
    }
  });
});

test.describe('the data of a contact', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  /** Yoon talks with a customer on the phone. */
  const onCall = async (browser: Browser): Promise<{yoon: Agent; customer: Line}> => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const customer = new Line(gateway, CUSTOMER);
    await customer.does('dial', HOTLINE);
    await yoon.press('Answer');
    await expect(yoon.cad.field('Plan')).toBeVisible();
    return {yoon, customer};
  };

  test('[CAD-1] [CAD-2] [CAD-3] [CAD-4] [CAD-5] [CAD-7] is shown in order, edited by type, masked where it is secure, and there after a reload', async ({
    browser,
  }) => {
    const {yoon} = await onCall(browser);
    const {cad} = yoon;
    expect(await cad.labels()).toEqual([
      ...['Account number', 'Plan', 'Parcels this month', 'Open balance', 'Paperless', 'Due date'],
      ...['Call again at', 'Telephone PIN', 'Note'],
    ]);
    await expect(cad.value('Account number')).toContainText('HB-2044-118');
    await expect(cad.field('Account number')).toHaveCount(0);

    await cad.write('Parcels this month', '1e400');
    await cad.write('Due date', '2026-02-30');
    await cad.write('Note', '가'.repeat(257));
    await expect(cad.field('Note')).toHaveValue('가'.repeat(256));
    await expect(cad.root).toContainText('Cut to 256 characters: 1 was left out.');
    await cad.button('Save').click();
    await expect(cad.root).toContainText('Not saved: 2 fields need a look.');
    await expect(cad.root).toContainText('Parcels this month must be a whole number.');
    await expect(cad.root).toContainText('Due date must be a date that exists.');
    await expect(cad.field('Parcels this month')).toBeFocused();

    await cad.write('Parcels this month', '1240');
    await cad.write('Due date', '2026-12-15');
    await cad.button('Choose a date for Due date').click();
    await cad.root.getByRole('gridcell', {name: /24 December/}).click();
    await expect(cad.field('Due date')).toHaveValue('2026-12-24');
    await cad.root.getByRole('combobox', {name: 'Paperless'}).selectOption('No');
    await cad.write('Telephone PIN', '4107');
    await expect(cad.root.getByRole('img', {name: 'Secure'})).toBeVisible();
    await cad.save();
    await expect(cad.field('Telephone PIN')).not.toHaveValue('4107');

    await yoon.page.reload();
    await expect(cad.field('Parcels this month')).toHaveValue('1240');
    await expect(cad.field('Due date')).toHaveValue('2026-12-24');
    await expect(cad.root.getByRole('combobox', {name: 'Paperless'})).toHaveValue('false');
    await expect(cad.field('Telephone PIN')).not.toHaveValue('4107');
    await cad.button('Show Telephone PIN').click();
    await expect(cad.field('Telephone PIN')).toHaveValue('4107');
    await cad.field('Note').focus();
    await expect(cad.field('Telephone PIN')).not.toHaveValue('4107');
  });

  test('[CAD-10] comes in late from the flow: into a field that nobody touched, beside one that somebody did', async ({
    browser,
  }) => {
    const {yoon} = await onCall(browser);
    const {cad} = yoon;
    const contact = await yoon.contactId();
    await cad.write('Note', 'Calls back on Friday');
    await gateway.flow(contact, {note: 'From the flow', plan: 'Gold', 'account-number': 'HB-9'});
    await expect(cad.field('Plan')).toHaveValue('Gold');
    await expect(cad.value('Account number')).toContainText('HB-9');
    await expect(cad.field('Note')).toHaveValue('Calls back on Friday');
    await expect(cad.root).toContainText(
      'Note: The flow set “From the flow” while you were editing. Your “Calls back on Friday” is not saved.',
    );
    await cad.button('Keep mine').click();
    await cad.save();
    await expect(cad.field('Note')).toHaveValue('Calls back on Friday');

    await cad.write('Note', 'Never mind');
    await gateway.flow(contact, {note: 'Once more'});
    await cad.button('Take “Once more”').click();
    await expect(cad.field('Note')).toHaveValue('Once more');
    await expect(cad.root).toContainText('No unsaved edits');
  });

  test('[CAD-11] that cannot be saved while the gateway is away is kept, and saved when it is back', async ({
    browser,
  }) => {
    const {yoon} = await onCall(browser);
    const {cad} = yoon;
    // Its page keeps the call over the gateway's end.
    await Phone.open(browser, gateway, CUSTOMER);
    await cad.write('Note', 'Written by day');
    await cad.save();
    // Nobody waits for as long as the desk does until it gives a save up.
    await yoon.page.clock.install();
    await gateway.kill();
    await cad.write('Note', 'Written in the dark');
    await expect(cad.root).toContainText('Not connected. Your edits are kept.');
    await cad.button('Save').click();
    await yoon.page.clock.fastForward('00:16');
    await expect(cad.button('Try again')).toBeVisible();
    await gateway.run();
    await yoon.page.clock.fastForward('00:30');
    await expect(cad.root).not.toContainText('Your edits are kept.', {timeout: 20_000});
    await expect(cad.field('Note')).toHaveValue('Written in the dark');
    await expect(cad.root).not.toContainText('Saved at');
    await cad.button('Try again').click();
    await expect(cad.root).toContainText('Saved at');
    await yoon.page.reload();
    await expect(cad.field('Note')).toHaveValue('Written in the dark');
  });

  test('[CAD-8] is asked about before edits are left for another task, and before the tab is closed', async ({
    browser,
  }) => {
    const {yoon} = await onCall(browser);
    const {cad} = yoon;
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await cad.write('Note', 'Not saved yet');
    await yoon.press('Accept');
    await expect(cad.question).toContainText('1 edit for');
    await cad.answer('Stay');
    await expect(yoon.call).toBeVisible();
    await expect(cad.field('Note')).toHaveValue('Not saved yet');

    await yoon.turnTo('Lee Seo-yeon');
    await cad.answer('Save');
    await expect(cad.field('Order number')).toBeVisible();
    await yoon.turnTo('+82');
    await expect(cad.field('Note')).toHaveValue('Not saved yet');

    await cad.write('Note', 'Nor this');
    await yoon.turnTo('Lee Seo-yeon');
    await cad.answer('Discard');
    await expect(cad.field('Order number')).toBeVisible();
    await yoon.turnTo('+82');
    await expect(cad.field('Note')).toHaveValue('Not saved yet');

    // A page that nobody has typed into may close as it likes.
    await cad.field('Note').press('End');
    await cad.field('Note').press('x');
    const asked = yoon.page.waitForEvent('dialog');
    await yoon.page.close({runBeforeUnload: true});
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await expect(cad.field('Note')).toHaveValue('Not saved yetx');
  });

  test('[CAD-3] [CAD-12] goes with a call to an entry point of another flow where name and type match', async ({
    browser,
  }) => {
    const {yoon} = await onCall(browser);
    const park = await Agent.signIn(browser, gateway, 'park');
    await park.choose('Available');
    await yoon.cad.write('Parcels this month', '12');
    await yoon.cad.write('Plan', 'Gold');
    await yoon.cad.write('Telephone PIN', '4107');
    await yoon.cad.save();

    await yoon.call.getByRole('button', {name: 'Transfer', exact: true}).click();
    const dialog = yoon.page.locator('dw-transfer-dialog');
    await dialog.getByRole('tab', {name: 'Queues'}).click();
    await dialog.getByRole('option', {name: /Delivery line/}).click();
    await dialog.getByRole('button', {name: 'Transfer', exact: true}).click();
    await expect(yoon.wrapUp).toBeVisible();
    await park.press('Answer');
    const {cad} = park;
    expect(await cad.labels()).toEqual([
      ...['Tracking number', 'Account number', 'Parcels', 'Plan', 'Weight (kg)', 'Deliver on'],
      'Telephone PIN',
    ]);
    await expect(cad.value('Account number')).toContainText('HB-2044-118');
    await expect(cad.field('Parcels')).toHaveValue('');
    await expect(cad.value('Plan')).toContainText('Delivery desk');
    await cad.button('Show Telephone PIN').click();
    await expect(cad.field('Telephone PIN')).toHaveValue('4107');
  });

  test('[CAD-7] is edited on a chat and on an email as on a call', async ({browser}) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const {cad} = yoon;
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await yoon.press('Accept');
    await cad.write('Order number', 'A-17');
    await cad.field('Order number').press('Enter');
    await expect(cad.root).toContainText('Saved at');

    await sendMail(gateway, {from: 'dain@customer.example', subject: 'Invoice', text: 'Please see to it.'});
    await yoon.press('Accept');
    await cad.write('Invoice number', 'R-88');
    await cad.save();
    await yoon.page.reload();
    await yoon.turnTo('Lee Seo-yeon');
    await expect(cad.field('Order number')).toHaveValue('A-17');
    await yoon.turnTo('dain@customer.example');
    await expect(cad.field('Invoice number')).toHaveValue('R-88');
  });
});
