import {expect} from '@open-wc/testing';
import {textOf, unmountAll} from '@deskwire/testing/widgets.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import {Floor, type Desk} from './floor.harness.js';

/** The consult and conference stories, with two agents' desks on one contact centre. */
describe('two desks and a customer', () => {
  let floor: Floor;
  let one: Desk;
  let two: Desk;

  const open = async (...set: ConstructorParameters<typeof Floor>): Promise<void> => {
    floor = new Floor(...set);
    one = await floor.desk('yoon', 'dw-wrap-up');
    await floor.callFor(one);
    two = await floor.desk('park', 'dw-wrap-up');
  };

  /** Agent 1 asks agent 2. */
  const ask = async (): Promise<void> => {
    await one.sends({
      type: 'consult.start',
      interactionId: floor.call,
      to: {kind: 'agent', agentId: 'park'},
    });
    await floor.pass(50);
  };
  const consult = async (...set: ConstructorParameters<typeof Floor>): Promise<void> => {
    await open(...set);
    await ask();
    await two.sends({type: 'interaction.accept', interactionId: floor.call});
    await floor.pass(1000);
  };
  const conference = async (): Promise<void> => {
    await consult();
    await one.press('Conference');
  };

  const wrapsUp = (desk: Desk): boolean => desk.all.find('dialog', /Wrap-up/) !== undefined;

  afterEach(() => {
    floor.close();
    unmountAll();
  });

  describe('recording', () => {
    it('[REC-3] goes on by itself after the time that admin set, and counts it down', async () => {
      await open();
      await one.press('Pause recording');
      expect(one.panes[0]).to.contain('Recording paused resumes in 00:30');
      await floor.pass(29_000);
      expect(one.panes[0]).to.match(/resumes in 00:0[12]/);
      await floor.pass(1_100);
      expect(one.panes[0]).to.match(/Recording Pause recording/);
      expect(one.panes[0]).not.to.contain('paused');
    });

    it('[REC-4] goes on at once when the agent starts it again', async () => {
      await open();
      await one.press('Pause recording');
      await floor.pass(5_000);
      await one.press('Start recording');
      expect(one.panes[0]).to.match(/Recording Pause recording/);
      await floor.pass(60_000);
      expect(one.panes[0]).to.match(/Recording Pause recording/);
    });
  });

  describe('a consult that is asked for', () => {
    it('[CONS-2] says so beside the timer, and is withdrawn while the agent’s phone rings', async () => {
      await open();
      await ask();
      expect(one.panes).to.have.length(1);
      expect(one.panes[0]).to.contain('Consult requested');
      expect(one.panes[0]).to.contain('Calling Park Ji-woo');
      await one.press('Cancel consult');
      expect(one.panes[0]).not.to.contain('Consult requested');
      expect(one.panes[0]).to.contain('Call on hold');
      expect(one.buttons).to.deep.equal(['Resume', 'Consult', 'Transfer', 'Conference (off)', 'End (off)']);
      expect(two.panes).to.deep.equal([]);
    });

    it('[CONS-2] is withdrawn while a queue still looks for an agent', async () => {
      await open();
      await two.sends({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
      await one.sends({
        type: 'consult.start',
        interactionId: floor.call,
        to: {kind: 'queue', queueId: 'priority-care'},
      });
      await floor.pass(61_000);
      expect(textOf(one.harness.get('timer', 'Consult requested, for'))).to.match(/^01:0[01]$/);
      expect(one.panes[0]).to.contain('Finding an agent in Priority care');
      await one.press('Cancel consult');
      expect(one.panes[0]).not.to.contain('Consult requested');
      expect(one.panes[0]).to.contain('Call on hold');
    });

    it('tells agent 1 that nobody answered, and keeps the customer', async () => {
      await open();
      await ask();
      await floor.pass(60_000);
      expect(one.panes[0]).to.contain('The consult was not answered. The customer is still on hold.');
      expect(one.buttons[0]).to.equal('Resume');
      await one.press('Resume');
      expect(one.panes[0]).not.to.contain('The consult was not answered');
      expect(one.panes[0]).to.contain('Active');
    });

    it('tells agent 1 that it was declined', async () => {
      await open();
      await ask();
      await two.sends({type: 'interaction.decline', interactionId: floor.call});
      expect(one.panes[0]).to.contain('The consult was declined. The customer is still on hold.');
      await one.press('Dismiss');
      expect(one.panes[0]).not.to.contain('declined');
    });
  });

  describe('a consult', () => {
    it('[CONS-3] has two panes, each with its state, its variables and its timer', async () => {
      await consult();
      await floor.pass(9_000);
      const [customer, agent] = one.panes;
      expect(customer).to.contain('Kim Min-su');
      expect(customer).to.contain('Call on hold');
      expect(customer).to.contain('Account number 8840-2271-06');
      expect(agent).to.contain('Park Ji-woo');
      expect(agent).to.contain('Consulting');
      expect(agent).to.contain('Team Seoul');
      expect(agent).to.contain('Dial number 4402');
      expect(agent).to.contain('Their account 8840-2271-06');
      expect(agent).not.to.contain('4107');
      expect(textOf(one.harness.get('timer', 'Consult time'))).to.match(/^00:(09|10)$/);
      expect(one.harness.all('timer', 'Call time')).to.have.length(1);
      expect(two.panes).to.have.length(1);
      expect(two.panes[0]).to.contain('Yoon Ji-ho');
      expect(two.panes[0]).to.contain('Consulting');
      expect(two.panes[0]).to.contain('Their account 8840-2271-06');
    });

    it('[CONS-4] [CONS-R6] agent 1 holds agent 2 on their pane', async () => {
      await consult();
      await one.press('Hold');
      expect(one.panes[0]).to.contain('Active');
      expect(one.panes[1]).to.contain('Consult on hold');
      await floor.pass(4_000);
      expect(textOf(one.harness.get('timer', 'Consult on hold, for'))).to.match(/^00:0[34]$/);
      await one.press('Resume');
      expect(one.panes[0]).to.contain('Call on hold');
      expect(one.panes[1]).to.contain('Consulting');
    });

    it('[CONS-5] [CONS-R5] [CONS-R11] agent 1 resumes the caller, and agent 2 is held', async () => {
      await consult();
      await one.press('Resume');
      expect(one.panes[0]).to.contain('Active');
      expect(one.panes[0]).not.to.contain('Call on hold');
      expect(one.panes[1]).to.contain('Consult on hold');
      expect(two.panes[0]).to.contain('Consult on hold');
      await one.press('Hold');
      expect(one.panes[0]).to.contain('Call on hold');
      expect(two.panes[0]).to.contain('Consulting');
    });

    it('[HOLD-4] holds the customer by itself, and never both', async () => {
      await open();
      expect(one.panes[0]).to.contain('Active');
      await ask();
      expect(one.panes[0]).to.contain('Call on hold');
      await two.sends({type: 'interaction.accept', interactionId: floor.call});
      const held = (): number => one.panes.filter((pane) => /Call on hold|Consult on hold/.test(pane)).length;
      for (const [button, nth] of [
        ['Resume', 0],
        ['Resume', 0],
        ['Hold', 0],
        ['Resume', 0],
        ['Hold', 0],
      ] as const) {
        expect(held()).to.equal(1);
        await one.press(button, nth);
      }
      expect(held()).to.equal(1);
    });

    it('[CONS-R4] [CONS-R12] only agent 1 has the controls of the consult; agent 2 can leave it', async () => {
      await consult();
      expect(one.buttons).to.deep.equal([
        'Resume',
        'End (off)',
        'Hold',
        'Transfer',
        'Conference',
        'End consult',
      ]);
      expect(two.buttons).to.deep.equal(['End consult']);
      await one.press('Resume');
      expect(two.panes[0]).to.contain('Consult on hold');
      expect(two.buttons).to.deep.equal(['End consult']);
    });

    it('[CONS-6] [CONS-R7] hands the call to agent 2 by Transfer; agent 1 wraps up', async () => {
      await consult();
      await one.press('Transfer');
      expect(one.panes[0]).to.contain('Wrap-up');
      expect(wrapsUp(one)).to.equal(true);
      expect(wrapsUp(two)).to.equal(false);
      expect(two.panes[0]).to.contain('Kim Min-su');
      expect(two.panes[0]).to.contain('Active');
      expect(two.buttons.slice(0, 3)).to.deep.equal(['Hold', 'Consult', 'Transfer']);
    });

    it('lets End wait where "End consult" stood, when the call has just become agent 2’s', async () => {
      await consult();
      await one.press('Transfer');
      expect(two.buttons.at(-1)).to.equal('End (off)');
      expect(two.panes[0]).to.contain('The call is yours now.');
      await new Promise((resolve) => {
        setTimeout(resolve, 1600);
      });
      await floor.pass(10);
      expect(two.buttons.at(-1)).to.equal('End');
    });

    it('[CONS-7] [CONS-R8] [CONS-R16] becomes a conference of all three by Conference', async () => {
      await consult();
      await one.press('Conference');
      expect(one.panes).to.have.length(1);
      expect(one.panes[0]).to.contain('Kim Min-su , Park Ji-woo');
      expect(one.panes[0]).to.contain('Conference');
      expect(two.panes[0]).to.contain('Kim Min-su , Yoon Ji-ho');
      expect(two.panes[0]).to.contain('Conference');
    });

    it('[CONS-8] ends for everybody by agent 1’s End consult, with a wrap-up for agent 1 alone', async () => {
      await consult();
      expect(one.panes[0]).to.contain('“End consult” ends the call for everybody.');
      await one.press('End consult');
      expect(one.panes[0]).to.contain('Wrap-up');
      expect(wrapsUp(one)).to.equal(true);
      expect(two.panes).to.deep.equal([]);
      expect(wrapsUp(two)).to.equal(false);
    });

    it('[CONS-8] returns agent 1 to the customer where the tenant’s policy says so', async () => {
      await consult({endConsult: 'return'});
      expect(one.panes[0]).to.contain('You then talk with the customer again.');
      await one.press('End consult');
      expect(one.panes).to.have.length(1);
      expect(one.panes[0]).to.contain('Active');
      expect(one.panes[0]).not.to.contain('The consult has ended.');
      expect(one.buttons).to.deep.equal(['Hold', 'Consult', 'Transfer', 'Conference (off)', 'End']);
      expect(two.panes).to.deep.equal([]);
    });

    it('[CONS-9] [CONS-R14] goes on between agent 1 and the customer when agent 2 ends it', async () => {
      await consult();
      expect(two.panes[0]).to.contain('Only you leave.');
      await two.press('End consult');
      expect(one.panes).to.have.length(1);
      expect(one.panes[0]).to.contain('Active');
      expect(one.panes[0]).to.contain('The consult has ended. You talk with the customer.');
      expect(two.panes).to.deep.equal([]);
      expect(wrapsUp(two)).to.equal(false);
    });
  });

  describe('a conference', () => {
    it('[CONF-1] starts from a running consult only, says so beside the timer, and takes the customer off hold', async () => {
      await open();
      expect(one.buttons[3]).to.equal('Conference (off)');
      expect(one.harness.description('button', 'Conference')).to.equal(
        'Consult somebody first. A conference grows out of a consult.',
      );
      await ask();
      expect(one.harness.find('button', 'Conference')).to.equal(undefined);
      await two.sends({type: 'interaction.accept', interactionId: floor.call});
      await one.press('Conference');
      const chip = one.element.renderRoot.querySelector('.identity .state.conference');
      expect(chip?.querySelector('svg')).not.to.equal(null);
      expect(one.panes[0]).not.to.contain('hold');
    });

    it('[CONF-2] carries the consult’s variables, and agent 2’s name and dial number', async () => {
      await consult();
      const before = one.panes[1] ?? '';
      expect(before).to.contain('Their account 8840-2271-06');
      await one.press('Conference');
      expect(one.panes[0]).to.contain('Agent Park Ji-woo 4402');
      expect(one.panes[0]).to.contain('Their account 8840-2271-06');
      expect(one.panes[0]).to.contain('Resident ID');
      expect(one.panes[0]).not.to.contain('4107');
    });

    it('[CONF-R4] [CONF-R6] nobody can be held in it', async () => {
      await conference();
      expect(one.buttons).to.deep.equal(['Hold (off)', 'Consult (off)', 'Transfer', 'End conference']);
      await one.press('Hold');
      expect(one.panes[0]).to.contain('Conference');
      expect(one.panes[0]).not.to.contain('on hold');
      expect(one.harness.description('button', 'Hold')).to.equal('This is not possible during a conference.');
      expect(two.buttons).to.deep.equal(['End conference']);
    });

    it('[CONF-3] [CONF-R7] is handed to agent 2 by Transfer; agent 1 wraps up', async () => {
      await conference();
      await one.press('Transfer');
      expect(one.panes[0]).to.contain('Wrap-up');
      expect(wrapsUp(one)).to.equal(true);
      expect(two.panes[0]).to.contain('Kim Min-su');
      expect(two.panes[0]).to.contain('Active');
      expect(wrapsUp(two)).to.equal(false);
    });

    it('[CONF-4] [CONF-R10] [CONF-R12] goes on between agent 1 and the customer when agent 2 leaves', async () => {
      await conference();
      expect(two.panes[0]).to.contain('Only you leave.');
      await two.press('End conference');
      expect(one.panes[0]).to.contain('Active');
      expect(one.panes[0]).to.contain('The conference has ended. You talk with the customer.');
      expect(one.buttons).to.deep.equal(['Hold', 'Consult', 'Transfer', 'Conference (off)', 'End']);
      expect(two.panes).to.deep.equal([]);
    });

    it('[CONF-5] [CONF-R5] is started and ended by agent 1, who wraps up', async () => {
      await conference();
      expect(one.panes[0]).to.contain('“End conference” ends the call for everybody.');
      await one.press('End conference');
      expect(one.panes[0]).to.contain('Wrap-up');
      expect(wrapsUp(one)).to.equal(true);
      expect(two.panes).to.deep.equal([]);
      expect(wrapsUp(two)).to.equal(false);
    });
  });
});
