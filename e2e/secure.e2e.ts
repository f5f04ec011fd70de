import {expect, test} from '@playwright/test';
import {DEMO_CONFIG} from '@deskwire/gateway';

import {findPlanted} from '../packages/gateway/src/test-support/planted.js';

import type {Agent} from './support/agent.js';
import {sendMail, Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {Traces} from './support/traces.js';
import {Triangle} from './support/triangle.js';

/** Each comes in on a way of its own, and is like nothing else. */
const SECRET = {
  configured: 'configured-planted-비밀-1',
  typed: 'typed-planted-비밀-2',
  overwritten: 'overwritten-planted-3',
  unsaved: 'unsaved-planted-4',
  fromFlow: 'from-the-flow-planted-5',
  defined: 'defined-by-flow-planted-6',
  onChat: 'on-the-chat-planted-7',
  onMail: 'on-the-mail-planted-8',
};
/** In the open, so that the search is known to find what is there. */
const OPEN = {message: 'We-see-to-it-planted-9'};

const PIN = 'Telephone PIN';

/** The demo, where the hotline's flow brings a secure value of its own. */
const entryPoints = DEMO_CONFIG.tenant.entryPoints.map((point) => ({
  ...point,
  variables: (point.variables ?? []).map((variable) =>
    point.id === 'hotline' && variable.secure ? {...variable, value: SECRET.configured} : variable,
  ),
}));

const reveal = async ({cad}: Agent, label: string, value: string): Promise<void> => {
  await cad.root.getByRole('button', {name: `Show ${label}`, pressed: false}).click();
  await expect(cad.field(label)).toHaveValue(value);
};

test.describe('secure values', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start({logLevel: 'trace', tenant: {entryPoints}});
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[CAD-3] are shown to agents who ask, and are in no attribute, address, storage, log or file', async ({
    browser,
  }) => {
    const {one, two} = await Triangle.inConference(browser, gateway);
    const traces = new Traces(one.context, two.context);
    const found = () =>
      findPlanted(SECRET, {directories: [gateway.data], texts: {...traces.texts, log: gateway.output}});
    const contact = await one.contactId();

    await reveal(one, PIN, SECRET.configured);
    await traces.look();
    await one.cad.write(PIN, SECRET.typed);
    await two.cad.button(`Show ${PIN}`).click();
    await two.cad.write(PIN, SECRET.overwritten);
    await traces.look();
    await one.cad.write('Note', 'Both edit');
    await one.cad.save();
    await two.cad.button('Save').click();
    await expect(two.cad.root).toContainText('saved this first. Your value was overwritten.');
    await traces.look();
    await two.cad.button('Dismiss').click();
    await reveal(two, PIN, SECRET.typed);

    await one.cad.button(`Show ${PIN}`).click();
    await one.cad.write(PIN, SECRET.unsaved);
    await gateway.flow(contact, {pin: SECRET.fromFlow});
    await expect(one.cad.root).toContainText('The flow changed this while you were editing.');
    await traces.look();
    await one.cad.button('Take the new value').click();
    await reveal(one, PIN, SECRET.fromFlow);
    await gateway.define(contact, [
      {name: 'code', label: 'Code', type: 'string', editable: true, secure: true, value: SECRET.defined},
    ]);
    await reveal(two, 'Code', SECRET.defined);
    await traces.look();
    await one.page.reload();
    await reveal(one, 'Code', SECRET.defined);

    // From here on agent 1 is asked alone.
    await two.call.getByRole('button', {name: 'End conference'}).click();
    await expect(two.state).toContainText('Available');
    await two.choose('Break');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await one.press('Accept');
    await one.cad.write('Refund account', SECRET.onChat);
    await one.cad.save();
    await sendMail(gateway, {from: 'dain@customer.example', subject: 'Tax', text: 'Hello'});
    await one.press('Accept');
    await one.cad.write('Tax number', SECRET.onMail);
    await one.cad.field('Tax number').press('Enter');
    await expect(one.cad.root).toContainText('Saved at');
    await traces.look();

    await one.turnTo('Lee Seo-yeon');
    await one.write(OPEN.message);
    await expect(visitor.chat).toContainText(OPEN.message);
    await one.chat.getByRole('button', {name: 'End', exact: true}).click();
    await one.wrapUpWith('Resolved');
    await one.mine.getByRole('button', {name: 'View transcript'}).click();
    await expect(one.mine).toContainText(OPEN.message);
    await traces.look();

    expect(found()).toEqual([]);
    await gateway.kill();
    await gateway.run();
    expect(found()).toEqual([]);
    await one.turnTo('dain@customer.example');
    await reveal(one, 'Tax number', SECRET.onMail);
    // What is no secret is found: in the file of the store, and on no other way out.
    const open = findPlanted(OPEN, {
      directories: [gateway.data],
      texts: {...traces.texts, log: gateway.output},
    });
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((line) => !line.includes('.db') && !line.includes('.sqlite'))).toEqual([]);
  });
});
