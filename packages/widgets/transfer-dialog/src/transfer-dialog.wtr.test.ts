import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {loadTargetDialog} from '@deskwire/kit';
import {fakeStream, FakeDirectory, manyNumbers, type FakeStream} from '@deskwire/testing';
import {
  aColleague,
  AGENT,
  anActive,
  anActiveOutdial,
  aProfile,
  aTenant,
  CUSTOMER,
  NOON,
} from '@deskwire/testing/fixtures.js';
import {
  deepElements,
  nameOf,
  overflows,
  roleOf,
  runWidgetSuite,
  textOf,
  unmountAll,
} from '@deskwire/testing/widgets.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/wrap-up/define.js';

import './define.js';
import {TransferDialogElement} from './transfer-dialog.element.js';
import {mountTransfer, transferred, type Transfer} from './transfer-dialog.harness.js';

const LEO = {kind: 'agent', agentId: 'agent Leo Brandt'} as const;

// What is in the dialog comes when it is first needed; here it is there from the beginning.
before(async () => {
  await loadTargetDialog();
});

runWidgetSuite<TransferDialogElement>('the transfer dialog', {
  tag: 'dw-transfer-dialog',
  elementClass: TransferDialogElement,
  version: '0.1.0',
  stream: (): FakeStream => fakeStream({interactions: [anActive()], answer: new FakeDirectory().answer}),
  props: {interactionId: 'voice-1'},
  texts: {en: 'Transfer request', ko: '전환 요청'},
  news: (stream) => stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});

const deepest = (root: DocumentOrShadowRoot, x: number, y: number): Element | null => {
  const there = root.elementFromPoint(x, y);
  const inner = there?.shadowRoot && there.shadowRoot !== root ? deepest(there.shadowRoot, x, y) : null;
  return inner ?? there;
};
const above = (node: Node | null): Node | null =>
  node instanceof ShadowRoot
    ? node.host
    : ((node as Element | null)?.assignedSlot ?? node?.parentNode ?? null);

/** Whether the middle of an element is what one sees and presses there. */
const isInSight = (element: HTMLElement): boolean => {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  // What is slotted into a button of ours belongs to its host.
  const ours: readonly (Node | null)[] = [element, (element.getRootNode() as ShadowRoot).host];
  let node: Node | null = deepest(document, (left + right) / 2, (top + bottom) / 2);
  while (node && !ours.includes(node)) node = above(node);
  return node !== null && node.nodeName !== 'DW-TRANSFER-DIALOG';
};

/** Waits until styles know the size of the window, too; an engine may take its time, or not do it at all. */
const sized = async (width: number, height: number): Promise<MediaQueryList> => {
  const size = matchMedia(`(width: ${width}px) and (height: ${height}px)`);
  for (let turn = 0; turn < 20 && !size.matches; turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  return size;
};

describe('the transfer dialog', () => {
  afterEach(unmountAll);

  describe('opening and closing', () => {
    for (const origin of ['inbound', 'outdial'] as const) {
      it(`[XFER-1] opens from "Transfer" of the call, ${origin}, and the search has the focus`, async () => {
        const transfer = await mountTransfer({origin});
        const {container, element} = transfer.mounted;
        container.append(document.createElement('dw-interaction-control'));
        container.addEventListener('dw-transfer-open', ({detail}) => {
          element.open(detail.interactionId);
        });
        await transfer.page.settled();
        expect(transfer.isOpen).to.equal(false);
        await transfer.page.click('button', 'Transfer');
        expect(transfer.harness.get('dialog', 'Transfer request')).not.to.equal(undefined);
        expect(transfer.harness.focused).to.equal('combobox "Find an agent"');
      });
    }

    it('leaves the page alive: what rings behind it can be answered', async () => {
      const transfer = await mountTransfer();
      const button = document.createElement('button');
      button.textContent = 'Answer';
      transfer.mounted.container.prepend(button);
      await transfer.opens();
      expect(transfer.harness.get('dialog').matches(':modal')).to.equal(false);
      button.focus();
      expect(document.activeElement).to.equal(button);
    });

    for (const [how, close] of [
      ['Escape', (page: {press(key: string): Promise<void>}) => page.press('Escape')],
      [
        'Cancel',
        (page: {click(role: string, name: string): Promise<void>}) => page.click('button', 'Cancel'),
      ],
      ['Close', (page: {click(role: string, name: string): Promise<void>}) => page.click('button', 'Close')],
    ] as const) {
      it(`closes by ${how}, sends nothing, and gives the focus back to what opened it`, async () => {
        const transfer = await mountTransfer();
        const opener = document.createElement('button');
        transfer.mounted.container.prepend(opener);
        opener.focus();
        await transfer.opens();
        await close(transfer.harness);
        expect(transfer.isOpen).to.equal(false);
        expect(transfer.heard).to.deep.equal(['dw-transfer-closed']);
        expect(transfer.mounted.element.interactionId).to.equal(undefined);
        expect(transfer.stream.sent).to.deep.equal([]);
        expect(document.activeElement).to.equal(opener);
      });
    }

    it('closes with the second Escape while something is typed, and with none that ends a composition', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.types('leo');
      const field = transfer.harness.get('combobox');
      field.dispatchEvent(
        new KeyboardEvent('keydown', {key: 'Escape', isComposing: true, bubbles: true, composed: true}),
      );
      await transfer.harness.settled();
      expect([transfer.isOpen, (field as HTMLInputElement).value]).to.deep.equal([true, 'leo']);
      await transfer.harness.press('Escape');
      expect([transfer.isOpen, (field as HTMLInputElement).value]).to.deep.equal([true, '']);
      await transfer.harness.press('Escape');
      expect(transfer.isOpen).to.equal(false);
    });

    it('is walked round with Tab, in the order in which it is read', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      const walk = async (key: string, steps: number): Promise<readonly string[]> => {
        const seen: string[] = [];
        for (let step = 0; step < steps; step += 1) {
          await transfer.harness.press(key);
          seen.push(transfer.harness.focused);
        }
        return seen;
      };
      const round = [
        'button "Cancel"',
        'button "Transfer"',
        'button "Refresh list"',
        'button "Close"',
        'tab "Agents"',
        'combobox "Find an agent"',
      ];
      expect(await walk('Tab', 6)).to.deep.equal(round);
      const back = [...round].reverse().slice(1);
      expect(await walk('Shift+Tab', 5)).to.deep.equal(back);
    });

    it('is read in the order in which it stands', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.types('leo');
      const read = deepElements(transfer.harness.get('dialog'))
        .filter((element) => roleOf(element) !== '' && (element as HTMLElement).checkVisibility())
        .map((element) => `${roleOf(element)} "${nameOf(element)}"`);
      expect(read).to.deep.equal([
        'dialog "Transfer request"',
        'heading "Transfer request"',
        'button "Refresh list"',
        'button "Close"',
        'tablist "Where to"',
        'tab "Agents"',
        'tab "Queues"',
        'tab "Dial number"',
        'tabpanel "Agents"',
        'combobox "Find an agent"',
        'status "1 of 3"',
        'listbox "Find an agent"',
        ...['presentation', 'presentation'].map((role) => `${role} "Leo Brandt Support · 7002 Available"`),
        'option "Leo Brandt Support · 7002 Available"',
        'status ""',
        'alert ""',
        'button "Cancel"',
        'button "Transfer"',
      ]);
    });

    it('closes when the customer hangs up', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      transfer.stream.tell({
        type: 'interaction.ended',
        interactionId: 'voice-1',
        ending: {at: NOON, by: 'customer', reason: 'ended'},
      });
      await transfer.harness.settled();
      expect(transfer.isOpen).to.equal(false);
      expect(transfer.heard).to.deep.equal(['dw-transfer-closed']);
    });

    it('does not open for an agent whose profile allows no transfer', async () => {
      const transfer = await mountTransfer({}, {snapshot: {profile: aProfile({permissions: []})}});
      await transfer.opens();
      expect(transfer.isOpen).to.equal(false);
    });

    it('says why nothing can be sent just now, beside the button', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      transfer.stream.tell({
        type: 'consult.requested',
        interactionId: 'voice-1',
        agentId: AGENT.id,
        target: LEO,
      });
      await transfer.harness.settled();
      expect(transfer.harness.isLive('button', 'Transfer')).to.equal(false);
      expect(transfer.harness.description('button', 'Transfer')).to.equal('End the consult first.');
      expect(transfer.harness.text).to.contain('End the consult first.');
    });
  });

  describe('agents', () => {
    it('[XFER-2] are listed with their presence, only those who are available, none in wrap-up', async () => {
      const directory = new FakeDirectory({
        agents: [
          aColleague('Ada'),
          aColleague('Bo', {state: 'wrap-up', canReceive: true}),
          aColleague('Cy', {state: 'idle', canReceive: false}),
          aColleague('Di', {state: 'available', canReceive: false}),
          aColleague('Ed', {state: 'engaged', canReceive: false}),
        ],
      });
      const transfer = await mountTransfer({}, {directory});
      await transfer.opens();
      expect(transfer.names).to.deep.equal(['Ada']);
      const [row] = transfer.harness.all('option');
      expect(textOf(row as Element)).to.equal('Ada Roaming desk · 7010 Available');
      expect(row?.querySelector('.state.available svg')).not.to.equal(null);
    });

    it('[XFER-2] are found as one types, by Korean initial consonants too', async () => {
      const transfer = await mountTransfer({}, {place: {locale: 'ko'}});
      await transfer.opens();
      await transfer.pastes('ㄱㅁㅅ');
      expect(transfer.names).to.deep.equal(['강문식', '김민수']);
      await transfer.pastes('김민');
      expect(transfer.names).to.deep.equal(['김민수']);
      expect(transfer.harness.text).to.contain('3명 중 1명');
    });
  });

  it('[XFER-3] lists queues and entry points, and finds them as one types', async () => {
    const transfer = await mountTransfer();
    await transfer.opens();
    await transfer.shows('Queues');
    expect(transfer.names).to.deep.equal(['Billing', 'Roaming', 'Main line']);
    expect(transfer.harness.text).to.contain('Entry point · 1588-0420');
    await transfer.types('main');
    expect(transfer.names).to.deep.equal(['Main line']);
    await transfer.harness.press('Enter');
    await transfer.harness.press('Enter');
    expect(transfer.stream.last).to.deep.equal({
      type: 'interaction.transfer',
      interactionId: 'voice-1',
      to: {kind: 'entry-point', entryPointId: 'main'},
    });
  });

  describe('a dial number', () => {
    it('[XFER-4] is typed, or a name of the address book with its number beside it', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.shows('Dial number');
      expect(transfer.harness.all('option').map(textOf)).to.deep.equal([
        'Daehan Card +82 15770420',
        'Night duty 4499',
        '한빛 물류창고 032) 555-0119',
      ]);
      await transfer.types('night');
      expect(transfer.names).to.deep.equal(['Night duty']);
      await transfer.harness.press('Enter');
      await transfer.commits();
      expect(transfer.stream.last).to.deep.include({to: {kind: 'number', number: '4499'}});
    });

    for (const [text, number] of [
      ['call +82 (0)10-4827-1934 now', '+821048271934'],
      ['tel:010-4827-1934;ext=2', '01048271934'],
      ['０１０\u200f４８２７ １９３４', '01048271934'],
      ['*7:2#1', '*7:2#1'],
    ] as const) {
      it(`[XFER-5] pasted as ${JSON.stringify(text)} is sent as ${number}`, async () => {
        const transfer = await mountTransfer();
        await transfer.opens();
        await transfer.shows('Dial number');
        await transfer.pastes(text);
        expect(transfer.harness.description('combobox')).to.contain(number);
        await transfer.commits();
        expect(transfer.stream.last).to.deep.include({to: {kind: 'number', number}});
      });
    }

    for (const [text, message] of [
      ['12', 'A number needs at least 3 digits.'],
      ['1'.repeat(300), 'A number can have at most 14 digits.'],
      ['+1 415 555', 'A US number needs 7 digits after the area code.'],
      ['+0 82 10', 'A plus stands at the beginning only, before the country code.'],
      ['011 82', 'After the international prefix come a country code and a number.'],
    ] as const) {
      it(`[XFER-6] ${text.slice(0, 12)} is refused at its field: ${message}`, async () => {
        const transfer = await mountTransfer();
        await transfer.opens();
        await transfer.shows('Dial number');
        await transfer.types(text);
        await transfer.commits();
        expect(transfer.harness.description('combobox')).to.equal(message);
        expect(transfer.harness.get('combobox').getAttribute('aria-invalid')).to.equal('true');
        expect(transfer.harness.focused).to.equal('combobox "Number or name"');
        expect(transfer.stream.sent).to.deep.equal([]);
      });
    }

    for (const text of ['+1 415 555 0100', '+82 10 4827 1934', '00 82 10 4827 193', '112', '010-4827-1934']) {
      it(`[XFER-6] ${text} is taken`, async () => {
        const transfer = await mountTransfer();
        await transfer.opens();
        await transfer.shows('Dial number');
        await transfer.types(text);
        await transfer.commits();
        expect(transfer.stream.last).to.deep.include({
          to: {kind: 'number', number: text.replace(/[ -]/g, '')},
        });
      });
    }

    it('[XFER-7] that is the number of an entry point is refused', async () => {
      const entryPoints = [
        {id: 'main', name: 'Main line', number: '1588-0420', channel: 'voice', queueId: 'support'},
      ] as const;
      const transfer = await mountTransfer({}, {snapshot: {tenant: aTenant({entryPoints})}});
      await transfer.opens();
      await transfer.shows('Dial number');
      await transfer.types('+82 1588 0420');
      await transfer.commits();
      expect(transfer.harness.description('combobox')).to.equal(
        'The number of an entry point cannot be dialled.',
      );
      expect(transfer.stream.sent).to.deep.equal([]);
    });

    it('that the backend refuses is refused at the field', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.shows('Dial number');
      await transfer.types('4499');
      await transfer.commits();
      transfer.stream.refuse('DW_NUMBER_ENTRY_POINT');
      await transfer.harness.settled();
      expect(transfer.harness.description('combobox')).to.equal(
        'The number of an entry point cannot be dialled.',
      );
      expect(transfer.failure).to.equal('');
    });
  });

  it('[XFER-8] "Refresh list" fetches agents, queues and numbers anew, and shows who is available now', async () => {
    const transfer = await mountTransfer();
    await transfer.opens();
    transfer.directory.asked.length = 0;
    transfer.directory.lists = {...transfer.directory.lists, agents: [aColleague('Newly Free')]};
    await transfer.harness.click('button', 'Refresh list');
    expect([...transfer.directory.asked].sort()).to.deep.equal([
      'directory.agents',
      'directory.entry-points',
      'directory.numbers',
      'directory.queues',
    ]);
    expect(transfer.names).to.deep.equal(['Newly Free']);
  });

  it('shows that the list is being fetched, and cannot be asked for it twice', async () => {
    const transfer = await mountTransfer();
    await transfer.opens();
    transfer.directory.holds = true;
    await transfer.harness.click('button', 'Refresh list');
    await transfer.harness.click('button', 'Refresh list');
    expect(transfer.directory.held).to.have.length(4);
    expect(transfer.harness.get('button', 'Refresh list').getAttribute('aria-busy')).to.equal('true');
    for (const held of transfer.directory.held) held.release();
    await transfer.harness.settled();
    expect(transfer.harness.get('button', 'Refresh list').hasAttribute('aria-busy')).to.equal(false);
  });

  describe('the transfer', () => {
    it('[XFER-9] goes to the chosen agent at once, closes the dialog and opens the wrap-up', async () => {
      const transfer = await mountTransfer();
      transfer.mounted.container.append(document.createElement('dw-wrap-up'));
      await transfer.opens();
      await transfer.picks(/Leo Brandt/);
      await transfer.commits();
      expect(transfer.stream.sent.map(({command}) => command)).to.deep.equal([
        {type: 'interaction.transfer', interactionId: 'voice-1', to: LEO},
      ]);
      transfer.stream.accept(transferred(LEO));
      await transfer.page.settled();
      expect(transfer.isOpen).to.equal(false);
      expect(transfer.page.find('dialog', 'Wrap-up')).not.to.equal(undefined);
      expect(transfer.heard).to.include('dw-transfer-done');
    });

    it('is pending until its fact is there: it stands, says so, and is sent once', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.picks(/Leo Brandt/);
      await transfer.commits();
      await transfer.commits();
      await transfer.harness.press('Escape');
      await transfer.harness.click('button', 'Cancel');
      expect(transfer.isOpen).to.equal(true);
      expect(transfer.stream.sent).to.have.length(1);
      expect(transfer.harness.get('button', 'Transfer').getAttribute('aria-busy')).to.equal('true');
      expect(transfer.harness.description('button', 'Cancel')).to.equal('The request is on its way.');
      transfer.stream.accept();
      await transfer.harness.settled();
      expect(transfer.isOpen).to.equal(false);
    });

    it('is not sent when the page prevents it', async () => {
      const transfer = await mountTransfer();
      transfer.mounted.element.addEventListener('dw-transfer-request', (event) => {
        event.preventDefault();
      });
      await transfer.opens();
      await transfer.picks(/Leo Brandt/);
      await transfer.commits();
      expect(transfer.stream.sent).to.deep.equal([]);
      expect(transfer.harness.isLive('button', 'Transfer')).to.equal(true);
    });

    it('is not sent to nobody: the field says what is missing', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.commits();
      expect(transfer.stream.sent).to.deep.equal([]);
      expect(transfer.harness.description('combobox')).to.equal('Choose an agent from the list.');
    });

    it('to somebody who has become busy meanwhile is refused by name, and the list is fetched anew', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.picks(/Leo Brandt/);
      transfer.directory.lists = {...transfer.directory.lists, agents: [aColleague('김민수')]};
      await transfer.commits();
      transfer.stream.refuse('DW_TARGET_UNAVAILABLE');
      await transfer.harness.settled();
      expect(transfer.isOpen).to.equal(true);
      expect(transfer.failure).to.contain('Leo Brandt: This target cannot take the contact now.');
      expect(transfer.names).to.deep.equal(['김민수']);
      await transfer.picks(/김민수/);
      expect(transfer.failure).to.equal('');
      await transfer.commits();
      expect(transfer.stream.last).to.deep.include({to: {kind: 'agent', agentId: 'agent 김민수'}});
    });

    it('that did not get through is tried again as the same one', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.picks(/Leo Brandt/);
      await transfer.commits();
      transfer.stream.refuse('DW_SEND_TIMEOUT');
      await transfer.harness.settled();
      expect(transfer.failure).to.contain('No answer from the server.');
      await transfer.harness.click('button', 'Try again');
      const [first, second] = transfer.stream.sent;
      expect(second?.id).to.equal(first?.id);
    });

    it('that meets the limit of calls says which', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.shows('Dial number');
      await transfer.types('4499');
      await transfer.commits();
      transfer.stream.refuse('DW_CALL_LIMIT_TENANT');
      await transfer.harness.settled();
      expect(transfer.failure).to.contain('Reason 27');
    });
  });

  describe('what happens if nobody answers', () => {
    it('[XFER-10] is said before the agent commits, whoever is chosen', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      expect(transfer.consequence).to.equal('If the agent does not answer, the call is dropped.');
      expect(transfer.harness.text).to.contain('If the agent does not answer, the call is dropped.');
      await transfer.picks(/Leo Brandt/);
      expect(transfer.consequence).to.equal('If the agent does not answer, the call is dropped.');
      await transfer.shows('Dial number');
      expect(transfer.consequence).to.equal('If nobody answers, the call is dropped.');
    });

    it('is another thing for a queue and for an entry point', async () => {
      const transfer = await mountTransfer();
      await transfer.opens();
      await transfer.shows('Queues');
      expect(transfer.consequence).to.equal('The call waits in the queue until an agent is free.');
      await transfer.picks(/Main line/);
      expect(transfer.consequence).to.equal(
        'The call starts again at the entry point and does not come back to you.',
      );
    });
  });

  describe('an outdial call', () => {
    const outdialTo = async (
      queueTransferForOutdial: boolean,
      directory = new FakeDirectory(),
    ): Promise<Transfer> => {
      const transfer = await mountTransfer(anActiveOutdial({id: 'voice-1'}), {
        directory,
        snapshot: {tenant: aTenant({queueTransferForOutdial})},
      });
      await transfer.opens();
      await transfer.shows('Queues');
      return transfer;
    };

    it('[XFER-12] goes to a queue where admin allows it', async () => {
      const transfer = await outdialTo(true);
      expect(transfer.names).to.deep.equal(['Billing', 'Roaming', 'Main line']);
      await transfer.picks(/Billing/);
      await transfer.commits();
      const to = {kind: 'queue', queueId: 'billing'} as const;
      expect(transfer.stream.last).to.deep.equal({
        type: 'interaction.transfer',
        interactionId: 'voice-1',
        to,
      });
      transfer.stream.accept(transferred(to));
      await transfer.harness.settled();
      expect(transfer.isOpen).to.equal(false);
    });

    it('[XFER-12] is offered no queue elsewhere, found neither in the list nor by its name', async () => {
      const transfer = await outdialTo(false);
      expect(transfer.names).to.deep.equal(['Main line']);
      await transfer.types('Bill');
      expect(transfer.names).to.deep.equal([]);
      unmountAll();
      const inbound = await mountTransfer(
        {},
        {snapshot: {tenant: aTenant({queueTransferForOutdial: false})}},
      );
      await inbound.opens();
      await inbound.shows('Queues');
      expect(inbound.names).to.include('Billing');
    });

    it('[XFER-12] says that there is nothing in that list where there is no entry point, either', async () => {
      const transfer = await outdialTo(false, new FakeDirectory({entryPoints: []}));
      expect(transfer.names).to.deep.equal([]);
      expect(transfer.harness.text).to.contain('There are no queues or entry points to choose from.');
    });
  });

  describe('a mail', () => {
    const QUEUES = [
      'Invoices',
      '청구서 문의',
      'Claims',
      'Returns',
      'Press',
      '파손 접수',
      'Partners',
      'Complaints',
    ];
    const MAIL = {id: 'email-1', channel: 'email'} as const;
    const aDirectory = () => new FakeDirectory({queues: QUEUES.map((name) => ({id: `queue ${name}`, name}))});

    it('[MAIL-12] goes to a queue only: all of them are listed, nobody and no number is offered or asked for', async () => {
      const directory = aDirectory();
      const transfer = await mountTransfer(MAIL, {directory});
      await transfer.opens('email-1');
      expect(transfer.names).to.deep.equal(QUEUES);
      expect(transfer.harness.all('tab').map(textOf)).to.deep.equal(['Queues']);
      expect(directory.queries).to.deep.equal([{type: 'directory.queues', interactionId: 'email-1'}]);
      expect(transfer.consequence).to.equal('The email waits in the queue until an agent is free.');
      await transfer.types('Leo Brandt');
      expect(transfer.names).to.deep.equal([]);
    });

    it('[MAIL-12] finds its queue as one types, by Korean initial consonants too, and fetches the list anew', async () => {
      const directory = aDirectory();
      const transfer = await mountTransfer(MAIL, {directory});
      await transfer.opens('email-1');
      await transfer.types('re');
      expect(transfer.names).to.deep.equal(['Returns', 'Press']);
      await transfer.pastes('ㅍㅅ');
      expect(transfer.names).to.deep.equal(['파손 접수']);
      await transfer.pastes('');
      directory.lists = {...directory.lists, queues: [{id: 'new', name: 'New queue'}]};
      await transfer.harness.click('button', 'Refresh list');
      expect(transfer.names).to.deep.equal(['New queue']);
      expect(new Set(directory.asked)).to.deep.equal(new Set(['directory.queues']));
    });

    it('[MAIL-12] is sent by keyboard alone, closes the dialog and opens the wrap-up', async () => {
      const transfer = await mountTransfer(MAIL, {directory: aDirectory()});
      transfer.mounted.container.append(document.createElement('dw-wrap-up'));
      await transfer.opens('email-1');
      await transfer.types('Claims');
      await transfer.harness.press('Enter');
      await transfer.harness.press('Enter');
      const to = {kind: 'queue', queueId: 'queue Claims'} as const;
      expect(transfer.stream.sent.map(({command}) => command)).to.deep.equal([
        {type: 'interaction.transfer', interactionId: 'email-1', to},
      ]);
      transfer.stream.accept(transferred(to, 'email-1'));
      await transfer.page.settled();
      expect(transfer.isOpen).to.equal(false);
      expect(transfer.page.find('dialog', 'Wrap-up')).not.to.equal(undefined);
    });
  });

  it('[XFER-13] stays usable with 50,000 rows of the address book', async () => {
    const directory = new FakeDirectory({numbers: manyNumbers(50_000)});
    const transfer = await mountTransfer({}, {directory});
    await transfer.opens();
    await transfer.shows('Dial number');
    while (transfer.names.length === 0) await transfer.harness.settled();
    expect(transfer.harness.text).to.contain('50,000 of 50,000');
    expect(transfer.names.length).to.be.lessThan(20);
    const [wanted] = directory.lists.numbers.filter(({name}) => name.endsWith(' 31415'));
    await transfer.types('31415');
    expect(transfer.names).to.include(wanted?.name);
    await transfer.pastes(wanted?.name ?? '');
    await transfer.harness.press('Enter');
    await transfer.commits();
    expect(transfer.stream.last).to.deep.include({
      to: {kind: 'number', number: wanted?.number.replace(/[ -]/g, '')},
    });
  });

  describe('on a small screen', () => {
    afterEach(async () => {
      await setViewport({width: 800, height: 600});
    });

    for (const [width, height] of [
      [320, 600],
      [640, 360],
      [320, 256],
    ] as const) {
      for (const locale of ['en', 'ko'] as const) {
        it(`of ${width} by ${height} px everything can be reached, ${locale}`, async function (this: Mocha.Context) {
          await setViewport({width, height});
          const {matches: isSet} = await sized(width, height);
          // Some engines have a smallest window.
          if (!isSet) this.skip();
          const transfer = await mountTransfer({}, {place: {locale}});
          await transfer.opens();
          const dialog = transfer.harness.get('dialog');
          expect(overflows(dialog)).to.deep.equal([]);
          const box = dialog.getBoundingClientRect();
          expect([box.left, box.top]).to.satisfy((ends: readonly number[]) => ends.every((end) => end >= 0));
          expect(box.right).to.be.at.most(width);
          expect(box.bottom).to.be.at.most(height);
          for (const button of transfer.harness.all('button')) {
            button.focus();
            button.scrollIntoView({block: 'nearest'});
            expect(isInSight(button), textOf(button)).to.equal(true);
          }
        });
      }
    }
  });
});
