import {expect} from '@open-wc/testing';
import {SAMPLE_OTHER_VARIABLES} from '@deskwire/adapter-simulator';
import {Harness, unmountAll} from '@deskwire/testing/widgets.js';

import {Floor, seeded, type Desk} from './race.harness.js';

const ROUNDS = 40;
const FIELDS = {'plan-tier': 'Plan tier', 'reason-for-call': 'Reason for call'} as const;
type Name = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as readonly Name[];

describe('two desks and the data of one call', () => {
  let floor: Floor;
  let one: Desk;
  let two: Desk;

  beforeEach(async () => {
    floor = new Floor();
    one = await floor.desk('yoon');
    two = await floor.desk('park');
    await floor.openCall(one, two);
  });
  afterEach(async () => {
    unmountAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const guard of document.querySelectorAll<HTMLElement>('dw-cad-leave-guard'))
      await new Harness(guard).click('button', 'Discard');
    floor.close();
  });

  it('[CAD-9] let the first save win, show it to both, and tell the second one', async () => {
    await one.fill('Plan tier', 'Silver');
    await two.fill('Plan tier', 'Platinum');
    await one.press('Save');
    expect(two.box('Plan tier').value).to.equal('Platinum');
    expect(two.harness.text).to.match(/set “Silver” while you were editing\. Your “Platinum” is not saved\./);
    await two.press('Save');
    expect([one, two].map((desk) => desk.box('Plan tier').value)).to.deep.equal(['Silver', 'Silver']);
    expect(two.harness.text).to.match(/saved “Silver” first\. Your “Platinum” was overwritten\./);
    expect(one.harness.text).not.to.contain('overwritten');
    expect(floor.value('plan-tier')).to.equal('Silver');
    await two.press('Enter “Platinum” again');
    await two.press('Save');
    expect([one, two].map((desk) => desk.box('Plan tier').value)).to.deep.equal(['Platinum', 'Platinum']);
    expect(floor.value('plan-tier')).to.equal('Platinum');
  });

  it('[CAD-9] do not collide with edits of different variables', async () => {
    await one.fill('Plan tier', 'Silver');
    await two.fill('Reason for call', 'Refund');
    await one.press('Save');
    await two.press('Save');
    expect([floor.value('plan-tier'), floor.value('reason-for-call')]).to.deep.equal(['Silver', 'Refund']);
    for (const desk of [one, two]) {
      expect(desk.box('Plan tier').value).to.equal('Silver');
      expect(desk.box('Reason for call').value).to.equal('Refund');
      expect(desk.harness.text).not.to.match(/overwritten|Changed meanwhile/);
    }
  });

  it('[CAD-9] lose no update in a race of seeded rounds, and tell every loser', async function (this: Mocha.Context) {
    this.timeout(60_000);
    const random = seeded(20_261_121);
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = random() < 0.5 ? [one, two] : [two, one];
      const typed = new Map<Desk, Name>();
      for (const desk of order) {
        const name = NAMES[Math.floor(random() * NAMES.length)] ?? 'plan-tier';
        typed.set(desk, name);
        await desk.fill(FIELDS[name], `${desk === one ? 'one' : 'two'} ${round}`);
      }
      // Both press before either hears of the other.
      for (const {harness} of order) harness.get('button', 'Save').click();
      await floor.pass(40);
      const [first, second] = order as [Desk, Desk];
      const collides = typed.get(first) === typed.get(second);
      expect(first.outcomes.at(-1)?.saved, `round ${round}, first`).to.deep.equal([typed.get(first)]);
      const {saved, overwritten} = second.outcomes.at(-1) ?? {};
      expect([saved, overwritten], `round ${round}, second`).to.deep.equal(
        collides ? [[], [typed.get(second)]] : [[typed.get(second)], []],
      );
      expect(second.harness.text.includes('was overwritten'), `round ${round}`).to.equal(collides);
      if (collides) await second.press('Dismiss');
      for (const name of NAMES) {
        const shown = [one, two].map((desk) => desk.box(FIELDS[name]).value);
        expect(shown, `round ${round}`).to.deep.equal([floor.value(name), floor.value(name)]);
      }
    }
    expect(one.outcomes.length + two.outcomes.length).to.equal(2 * ROUNDS);
  });

  it('[CAD-10] let the flow into fields that nobody touched, and beside those that somebody edits', async () => {
    await one.fill('Plan tier', 'Silver');
    floor.simulator.flowSets(floor.call, {'plan-tier': 'Bronze', 'reason-for-call': 'From the flow'});
    await floor.pass(20);
    expect(one.box('Plan tier').value).to.equal('Silver');
    expect(one.harness.text).to.contain('The flow set “Bronze” while you were editing.');
    expect(one.box('Reason for call').value).to.equal('From the flow');
    expect(two.box('Plan tier').value).to.equal('Bronze');
    await one.press('Keep mine');
    await one.press('Save');
    expect(floor.value('plan-tier')).to.equal('Silver');
  });

  it('[CAD-12] show the other flow’s variables, with what is carried, what is not, and what it sets', async () => {
    await one.fill('Reason for call', 'Refund');
    await one.press('Save');
    await one.fill('Reason for call', 'Refund promised');
    floor.simulator.flowDefines(floor.call, SAMPLE_OTHER_VARIABLES);
    await floor.pass(20);
    expect(two.box('Reason for call').value).to.equal('Refund');
    expect(two.box('Plan tier').value).to.equal('Priority');
    expect(two.box('Refund amount').value).to.equal('');
    expect(two.harness.find('combobox', 'Callback consent')).to.equal(undefined);
    // What was carried came in between nobody and their edit.
    expect(one.box('Reason for call').value).to.equal('Refund promised');
    expect(one.harness.text).not.to.contain('Changed meanwhile');
    await one.press('Save');
    expect(floor.value('reason-for-call')).to.equal('Refund promised');
  });

  it('[CAD-11] send a save that was made offline once the connection is back', async () => {
    await one.fill('Plan tier', 'Silver');
    floor.simulator.networkDrops('yoon');
    await floor.pass(20);
    expect(one.harness.text).to.contain('Not connected. Your edits are kept.');
    await one.press('Save');
    expect(floor.value('plan-tier')).not.to.equal('Silver');
    expect(one.box('Plan tier').value).to.equal('Silver');
    floor.simulator.networkReturns('yoon');
    await floor.pass(60_000);
    if (one.harness.find('button', 'Try again')) await one.press('Try again');
    await floor.pass(2_000);
    expect(floor.value('plan-tier')).to.equal('Silver');
    expect(one.harness.text).to.contain('Saved at');
    expect(two.box('Plan tier').value).to.equal('Silver');
  });
});
