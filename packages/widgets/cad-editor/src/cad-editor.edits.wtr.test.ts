import {expect} from '@open-wc/testing';
import {fakeStream, type FakeStream} from '@deskwire/testing';
import {AGENT, anActive, aVariable, aWrapUp, OTHER_AGENT} from '@deskwire/testing/fixtures.js';
import {Harness, settled, unmountAll} from '@deskwire/testing/widgets.js';

import {act, compose, composed, said, type Acting} from './acting.harness.js';
import {aCall, aDeskThatSaves, changed, defined, variables} from './cad-editor.harness.js';

const PLAN = 'Plan tier';
const AMOUNT = 'Disputed amount (KRW)';

/** A backend that answers when the test says so. */
const aSlowDesk = (): FakeStream => fakeStream({interactions: [aCall()]});
const overwritten = (name: string, kept: string, lost: string) =>
  ({
    type: 'cad.overwritten',
    interactionId: 'voice-1',
    agentId: AGENT.id,
    name,
    winner: OTHER_AGENT.name,
    kept,
    lost,
  }) as const;
const saved = (name: string, value: string, version = 2) =>
  ({
    type: 'cad.changed',
    interactionId: 'voice-1',
    changes: [{name, value, version}],
    by: {kind: 'agent', id: AGENT.id, name: AGENT.name},
  }) as const;
const types = ({heard}: Acting): readonly string[] => heard.map(([type]) => type);
const guard = (): HTMLElement | null => document.querySelector('dw-cad-leave-guard');
const asksBeforeUnload = (): boolean => {
  const event = new Event('beforeunload', {cancelable: true});
  window.dispatchEvent(event);
  return event.defaultPrevented;
};
/** Longer than it takes to load the dialog of a pane that is gone. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

describe('edits in the data editor', () => {
  afterEach(async () => {
    unmountAll();
    await aMoment();
    // What a test left unsaved would make the tab ask in the next one, as it should.
    for (const one of document.querySelectorAll<HTMLElement>('dw-cad-leave-guard'))
      await new Harness(one).click('button', 'Discard');
  });

  describe('saving and reverting', () => {
    it('[CAD-7] saves all edits with the versions they were made from, and is done when the fact is there', async () => {
      const acting = await act(aSlowDesk());
      const {element, desk, harness, fill, save, heard} = acting;
      expect(harness.isLive('button', 'Save')).to.equal(false);
      expect(harness.description('button', 'Save')).to.equal('No unsaved edits');
      await fill(PLAN, 'Silver');
      await fill(AMOUNT, '9900');
      expect(harness.text).to.contain('2 unsaved edits');
      expect(harness.all('textbox', PLAN)).to.have.length(1);
      await save();
      const edits = [
        {name: 'plan', value: 'Silver', base: 1},
        {name: 'disputed', value: '9900', base: 1},
      ];
      expect(desk.last).to.deep.equal({type: 'cad.save', interactionId: 'voice-1', edits});
      expect(harness.isLive('button', 'Save')).to.equal(false);
      expect(harness.text).to.contain('2 unsaved edits');
      expect(element.value['plan']).to.equal('Gold');
      desk.accept([
        {...saved('plan', 'Silver'), changes: edits.map(({name, value}) => ({name, value, version: 2}))},
      ]);
      await harness.settled();
      expect(harness.text).to.contain('Saved at');
      expect(said()).to.contain('Saved');
      expect(element.value['plan']).to.equal('Silver');
      expect(heard).to.deep.equal([
        [
          'dw-cad-save-request',
          {
            interactionId: 'voice-1',
            edits: [
              {name: 'plan', value: 'Silver'},
              {name: 'disputed', value: '9900'},
            ],
          },
        ],
        ['dw-cad-changed', {interactionId: 'voice-1', names: ['plan', 'disputed']}],
        ['dw-cad-save-done', {interactionId: 'voice-1', saved: ['plan', 'disputed'], overwritten: []}],
      ]);
    });

    it('[CAD-7] marks what is edited, and restores what is saved', async () => {
      const {harness, fill, box, desk} = await act();
      await fill(PLAN, 'Silver');
      expect(harness.description('textbox', PLAN)).to.contain('Edited');
      await harness.click('button', 'Revert');
      expect(box(PLAN).value).to.equal('Gold');
      expect(harness.text).not.to.contain('Edited');
      expect(harness.text).to.contain('No unsaved edits');
      expect(desk.sent).to.deep.equal([]);
    });

    it('[CAD-7] takes a text that is typed back for no edit', async () => {
      const {element, fill} = await act();
      await fill(PLAN, 'Silver');
      expect(element.hasUnsavedEdits).to.equal(true);
      await fill(PLAN, 'Gold');
      expect(element.hasUnsavedEdits).to.equal(false);
    });

    it('[CAD-7] saves by Enter and by Ctrl and S in a field; elsewhere that key is the page’s', async () => {
      const {desk, harness, fill} = await act();
      let pages = 0;
      const count = ({key}: KeyboardEvent): void => void (pages += key === 's' ? 1 : 0);
      document.addEventListener('keydown', count);
      const preventDefault = (event: KeyboardEvent): void => {
        if (event.ctrlKey) event.preventDefault();
      };
      document.addEventListener('keydown', preventDefault);
      await harness.focus('textbox', PLAN);
      await harness.press('Control+s');
      expect([pages, desk.sent.length]).to.deep.equal([1, 0]);
      await fill(PLAN, 'Silver');
      await harness.press('Control+s');
      expect([pages, desk.sent.length]).to.deep.equal([1, 1]);
      document.removeEventListener('keydown', count);
      document.removeEventListener('keydown', preventDefault);
      await fill(PLAN, 'Bronze');
      await harness.press('Enter');
      expect(desk.sent).to.have.length(2);
    });

    it('saves nothing by the Enter that ends a composition', async () => {
      const {desk, harness, fill, box} = await act();
      await fill(PLAN, '골');
      await compose(harness, box(PLAN), '드');
      expect(box(PLAN).value).to.equal('골드');
      expect(desk.sent).to.deep.equal([]);
      await composed(harness, box(PLAN));
      await harness.click('button', 'Save');
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: '골드', base: 1}]});
    });

    it('sends one save for two in one tick', async () => {
      const {element, desk, fill} = await act(aSlowDesk());
      await fill(PLAN, 'Silver');
      expect(element.save()).to.equal(true);
      expect(element.save()).to.equal(false);
      expect(desk.sent).to.have.length(1);
    });

    it('sends nothing that the page prevents', async () => {
      const {element, desk, fill, save} = await act();
      element.addEventListener('dw-cad-save-request', (event) => {
        event.preventDefault();
      });
      await fill(PLAN, 'Silver');
      await save();
      expect(desk.sent).to.deep.equal([]);
      expect(element.hasUnsavedEdits).to.equal(true);
    });

    it('keeps what is typed on while a save is under way, and goes on from what was saved', async () => {
      const {desk, harness, fill, save, box, paste} = await act(aSlowDesk());
      await fill(PLAN, 'Silver');
      await save();
      box(PLAN).focus();
      await harness.press('End');
      await paste(' plus');
      desk.accept([saved('plan', 'Silver')]);
      await harness.settled();
      expect(box(PLAN).value).to.equal('Silver plus');
      expect(harness.text).not.to.contain('Changed meanwhile');
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Silver plus', base: 2}]});
    });
  });

  describe('a save that fails', () => {
    it('[CAD-11] says so where the agent acted, keeps the edits, and tries again under the same id', async () => {
      const {desk, harness, fill, save, box} = await act(aSlowDesk());
      await fill(PLAN, 'Silver');
      await save();
      desk.refuse('DW_SEND_TIMEOUT');
      await harness.settled();
      expect(harness.find('alert')?.textContent).to.contain('No answer from the server.');
      expect(box(PLAN).value).to.equal('Silver');
      expect(harness.text).to.contain('1 unsaved edit');
      await harness.click('button', 'Try again');
      expect(desk.sent.map(({id}) => id)).to.deep.equal([desk.sent[0]?.id, desk.sent[0]?.id]);
      desk.accept([saved('plan', 'Silver')]);
      await harness.settled();
      expect(harness.find('alert')).to.equal(undefined);
      expect(harness.text).to.contain('Saved at');
    });

    it('[CAD-11] sends what was edited since then, when it is tried again', async () => {
      const {desk, harness, fill, save} = await act(aSlowDesk());
      await fill(PLAN, 'Silver');
      await save();
      desk.refuse('DW_SERVER_FAILED');
      await harness.settled();
      await fill(PLAN, 'Bronze');
      await harness.click('button', 'Try again');
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Bronze', base: 1}]});
      expect(desk.sent[0]?.id).not.to.equal(desk.sent[1]?.id);
    });

    it('[CAD-11] says that it is offline, and saves once it is not', async () => {
      const {desk, harness, fill, save} = await act(aSlowDesk());
      desk.connection({state: 'lost', since: 0, attempt: 1, loss: {reason: 'network'} as never});
      await harness.settled();
      expect(harness.text).to.contain('Not connected. Your edits are kept.');
      await fill(PLAN, 'Silver');
      await save();
      desk.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(harness.find('alert')?.textContent).to.contain('Not connected.');
      desk.connection({state: 'live', since: 1});
      await harness.settled();
      expect(harness.text).not.to.contain('Your edits are kept.');
      await harness.click('button', 'Try again');
      desk.accept([saved('plan', 'Silver')]);
      await harness.settled();
      expect(harness.text).to.contain('Saved at');
    });
  });

  describe('two agents and one variable', () => {
    const lose = async (acting: Acting): Promise<void> => {
      const {desk, harness, fill, save} = acting;
      await fill(PLAN, 'Platinum');
      await save();
      desk.tell({
        ...saved('plan', 'Silver'),
        by: {kind: 'agent', id: OTHER_AGENT.id, name: OTHER_AGENT.name},
      });
      desk.accept([overwritten('plan', 'Silver', 'Platinum')]);
      await harness.settled();
    };

    it('[CAD-9] tells whoever came second: variable, winner and both values', async () => {
      const acting = await act(aSlowDesk());
      const {harness, box, heard} = acting;
      await lose(acting);
      expect(box(PLAN).value).to.equal('Silver');
      const words = 'Plan tier: Leo Brandt saved “Silver” first. Your “Platinum” was overwritten.';
      expect(harness.text).to.contain(words.slice('Plan tier: '.length));
      expect(harness.description('textbox', PLAN)).to.contain(words.slice('Plan tier: '.length));
      expect(harness.description('textbox', PLAN)).to.contain('Overwritten');
      expect(said()).to.contain(words);
      expect(heard.at(-1)).to.deep.equal([
        'dw-cad-save-done',
        {interactionId: 'voice-1', saved: [], overwritten: ['plan']},
      ]);
    });

    it('[CAD-9] has one way back: the lost text as an edit of what is saved now', async () => {
      const acting = await act(aSlowDesk());
      const {desk, harness, box, save} = acting;
      await lose(acting);
      await harness.click('button', 'Enter “Platinum” again');
      expect(box(PLAN).value).to.equal('Platinum');
      expect(harness.focused).to.equal(`textbox "${PLAN}"`);
      expect(harness.text).not.to.contain('Overwritten');
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Platinum', base: 2}]});
    });

    it('[CAD-9] lets the message be put away', async () => {
      const acting = await act(aSlowDesk());
      await lose(acting);
      await acting.harness.click('button', 'Dismiss');
      expect(acting.harness.text).not.to.contain('Overwritten');
      expect(acting.box(PLAN).value).to.equal('Silver');
    });

    it('[CAD-9] gives the whole row to the field, with the message below it, until that is put away', async () => {
      const acting = await act(aSlowDesk());
      acting.element.style.inlineSize = '760px';
      const rect = (name: string): DOMRect =>
        (acting.box(name).closest('.field') ?? acting.element).getBoundingClientRect();
      const share = (): number => rect(PLAN).width / rect('Reason for call').width;
      const note = (): Element | null | undefined => acting.element.shadowRoot?.querySelector('.note.hold');
      expect(share()).to.be.below(0.5);
      const besides = rect(AMOUNT).width;
      await lose(acting);
      expect(share()).to.equal(1);
      expect(note()?.getBoundingClientRect().top).to.be.within(rect(PLAN).bottom, rect(PLAN).bottom + 12);
      expect(rect(AMOUNT).top).to.be.above(note()?.getBoundingClientRect().bottom ?? Infinity);
      expect(rect(AMOUNT).width).to.equal(besides);
      await acting.harness.click('button', 'Dismiss');
      expect(share()).to.be.below(0.5);
    });

    it('[CAD-9] shows the first save to both, and says to the first nothing of the second', async () => {
      const desk = aDeskThatSaves();
      const {harness, fill, save, box} = await act(desk);
      await fill(PLAN, 'Platinum');
      await save();
      desk.tell({...overwritten('plan', 'Platinum', 'Silver'), agentId: OTHER_AGENT.id});
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      expect(harness.text).not.to.contain('Overwritten');
    });

    it('is told in Korean, too', async () => {
      const {harness, fill, desk} = await act(aSlowDesk(), {locale: 'ko'});
      await fill('요금제 등급', '플래티넘');
      await harness.click('button', '저장');
      desk.tell({...saved('plan', '골드+'), by: {kind: 'agent', id: OTHER_AGENT.id, name: '박지우'}});
      desk.accept([{...overwritten('plan', '골드+', '플래티넘'), winner: '박지우'}]);
      await harness.settled();
      expect(harness.text).to.contain(
        '박지우 상담사가 먼저 ‘골드+’ 값으로 저장했습니다. 입력한 ‘플래티넘’ 값은 덮어썼습니다.',
      );
      expect(harness.find('button', '‘플래티넘’ 다시 입력')).not.to.equal(undefined);
    });
  });

  describe('what comes in late', () => {
    it('[CAD-10] shows in a field that the agent has not touched', async () => {
      const {desk, harness, box} = await act();
      await harness.focus('textbox', PLAN);
      changed(desk, {plan: 'Silver', disputed: '1'}, 'flow');
      await harness.settled();
      expect([box(PLAN).value, box(AMOUNT).value]).to.deep.equal(['Silver', '1']);
      expect(harness.focused).to.equal(`textbox "${PLAN}"`);
    });

    it('[CAD-10] stays selected as a whole, so that what is typed next stands in its place', async () => {
      const {desk, harness, box} = await act();
      await harness.focus('textbox', PLAN);
      box(PLAN).select();
      changed(desk, {plan: 'Silver and more'}, 'flow');
      await harness.settled();
      document.execCommand('insertText', false, 'Platinum');
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      box(PLAN).setSelectionRange(2, 2);
      changed(desk, {disputed: '7'}, 'flow');
      await harness.settled();
      expect([box(PLAN).selectionStart, box(PLAN).selectionEnd]).to.deep.equal([2, 2]);
    });

    it('[CAD-10] is flagged at a field that is being edited, and leaves its text alone', async () => {
      const {desk, harness, fill, box} = await act();
      await fill(PLAN, 'Platinum');
      changed(desk, {plan: 'Silver'}, 'flow');
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      expect(harness.description('textbox', PLAN)).to.contain('Changed meanwhile');
      const words = 'Plan tier: The flow set “Silver” while you were editing. Your “Platinum” is not saved.';
      expect(harness.text).to.contain(words.slice('Plan tier: '.length));
      expect(said()).to.contain(words);
    });

    it('[CAD-10] is kept out or let in, as the agent says', async () => {
      const {desk, harness, fill, box, save} = await act();
      await fill(PLAN, 'Platinum');
      await fill(AMOUNT, '1');
      changed(desk, {plan: 'Silver', disputed: '2'}, 'flow');
      await harness.settled();
      await harness.click('button', 'Keep mine');
      await harness.click('button', 'Take “2”');
      expect([box(PLAN).value, box(AMOUNT).value]).to.deep.equal(['Platinum', '2']);
      expect(harness.text).not.to.contain('Changed meanwhile');
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Platinum', base: 2}]});
      expect(harness.text).to.contain('Saved at');
    });

    it('[CAD-10] loses to no draft by itself: an unanswered flag is saved against the old version', async () => {
      const {desk, harness, fill, save} = await act();
      await fill(PLAN, 'Platinum');
      changed(desk, {plan: 'Silver'});
      await harness.settled();
      await save();
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Platinum', base: 1}]});
      expect(harness.text).to.contain('Leo Brandt saved “Silver” first. Your “Platinum” was overwritten.');
    });

    it('keeps the text of a variable that the flow took away, to be copied or discarded', async () => {
      const {element, desk, harness, fill, box} = await act();
      await fill(PLAN, 'Platinum');
      defined(
        desk,
        variables().filter(({name}) => name !== 'plan'),
      );
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      expect(box(PLAN).readOnly).to.equal(true);
      expect(harness.text).to.contain('This variable is no longer there. Your text cannot be saved.');
      expect(element.hasUnsavedEdits).to.equal(true);
      expect(harness.find('button', 'Copy my text')).not.to.equal(undefined);
      await harness.click('button', 'Discard');
      expect(harness.find('textbox', PLAN)).to.equal(undefined);
      expect(element.hasUnsavedEdits).to.equal(false);
    });

    it('keeps the text of a variable that was made read-only', async () => {
      const {desk, harness, fill, box} = await act();
      await fill(PLAN, 'Platinum');
      defined(
        desk,
        variables().map((one) => (one.name === 'plan' ? {...one, editable: false, version: 2} : one)),
      );
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      expect(harness.text).to.contain('This variable can no longer be edited.');
    });

    it('keeps the text of a variable that became another type, and holds it to that', async () => {
      const {desk, harness, fill, box, save} = await act();
      await fill(PLAN, 'Platinum');
      defined(
        desk,
        variables().map((one) =>
          one.name === 'plan' ? {...one, type: 'integer', value: '', version: 2} : one,
        ),
      );
      await harness.settled();
      expect(box(PLAN).value).to.equal('Platinum');
      expect(harness.text).to.contain('This variable has another type now.');
      expect(harness.text).to.contain('Plan tier must be a whole number.');
      await save();
      expect(desk.sent).to.deep.equal([]);
      await fill(PLAN, '7');
      expect(harness.text).not.to.contain('must be a whole number');
    });

    it('[CAD-12] carries what the new flow carries, shows what it sets, and nothing that it does not have', async () => {
      const {desk, harness, box} = await act();
      defined(desk, [
        aVariable({name: 'plan', label: PLAN, value: 'Gold', version: 2, order: 2}),
        aVariable({name: 'disputed', label: AMOUNT, type: 'decimal', value: '', version: 2, order: 1}),
        aVariable({name: 'rate', label: 'Discount rate', type: 'decimal', value: '3', version: 2, order: 3}),
      ]);
      await harness.settled();
      expect(box(PLAN).value).to.equal('Gold');
      expect(box(AMOUNT).value).to.equal('');
      expect(box('Discount rate').value).to.equal('3');
      expect(harness.find('combobox', 'Callback consent')).to.equal(undefined);
      expect(
        harness.all('textbox').map((one) => (one as HTMLInputElement).labels?.[0]?.textContent),
      ).to.deep.equal([AMOUNT, PLAN, 'Discount rate']);
    });
  });

  describe('leaving unsaved edits', () => {
    const chat = anActive({
      id: 'chat-1',
      channel: 'chat',
      customer: {name: 'Second'},
      cad: [aVariable({label: 'Chat order'})],
    });
    const twoTasks = (): FakeStream => aDeskThatSaves({interactions: [aCall(), chat]});

    const selectOther = async (acting: Acting, text = 'Silver'): Promise<void> => {
      const {element, harness, fill} = acting;
      await fill(PLAN, text);
      // As a person does who goes to the task list: without that the dialog would take no focus.
      await harness.press('End');
      element.interactionId = 'chat-1';
      await harness.settled();
    };
    const start = () => act(twoTasks(), {props: {interactionId: 'voice-1'}});

    it('[CAD-8] asks when another task is selected: stay', async () => {
      const acting = await start();
      const {harness, box, heard} = acting;
      await selectOther(acting);
      expect(harness.find('alertdialog', 'Unsaved edits')).not.to.equal(undefined);
      expect(harness.description('alertdialog')).to.contain('1 edit for Hana Seo is not saved.');
      expect(harness.focused).to.equal('button "Stay"');
      await harness.press('Escape');
      expect(harness.find('alertdialog')).to.equal(undefined);
      expect(box(PLAN).value).to.equal('Silver');
      expect(harness.text).to.contain('This is still Hana Seo.');
      expect(harness.focused).to.equal(`textbox "${PLAN}"`);
      expect(heard).to.deep.equal([
        ['dw-cad-leave-request', {interactionId: 'voice-1', to: 'chat-1', reason: 'selection', edits: 1}],
        ['dw-cad-leave-done', {interactionId: 'voice-1', to: 'chat-1', answer: 'stay'}],
      ]);
      await harness.click('button', 'Revert');
      expect(harness.find('textbox', 'Chat order')).not.to.equal(undefined);
    });

    it('[CAD-8] asks when another task is selected: discard', async () => {
      const acting = await start();
      const {element, harness, desk, box} = acting;
      await selectOther(acting);
      await harness.click('button', 'Discard');
      expect(harness.find('textbox', 'Chat order')).not.to.equal(undefined);
      element.interactionId = 'voice-1';
      await harness.settled();
      expect(box(PLAN).value).to.equal('Gold');
      expect(desk.sent).to.deep.equal([]);
    });

    it('[CAD-8] asks when another task is selected: save, and goes on once it is saved', async () => {
      const acting = await start();
      const {harness, desk} = acting;
      await selectOther(acting);
      const [inDialog] = harness.all('button', 'Save').slice(-1);
      inDialog?.click();
      await harness.settled();
      expect(desk.last).to.deep.include({edits: [{name: 'plan', value: 'Silver', base: 1}]});
      expect(harness.find('alertdialog')).to.equal(undefined);
      expect(harness.find('textbox', 'Chat order')).not.to.equal(undefined);
      expect(types(acting)).to.include('dw-cad-save-done');
    });

    it('[CAD-8] stays with what stands in the way of saving', async () => {
      const acting = await start();
      const {harness, desk} = acting;
      await acting.fill(AMOUNT, '1.5');
      await selectOther(acting);
      harness.all('button', 'Save').at(-1)?.click();
      await harness.settled();
      expect(desk.sent).to.deep.equal([]);
      expect(harness.find('alertdialog')).to.equal(undefined);
      expect(harness.focused).to.equal(`textbox "${AMOUNT}"`);
      expect(harness.text).to.contain('must be a whole number');
    });

    it('[CAD-8] stays where the save fails, and where another value was first', async () => {
      const desk = fakeStream({interactions: [aCall(), chat]});
      const acting = await act(desk, {props: {interactionId: 'voice-1'}});
      const {harness} = acting;
      await selectOther(acting);
      const save = async (): Promise<void> => {
        harness.all('button', 'Save').at(-1)?.click();
        await harness.settled();
      };
      await save();
      desk.refuse('DW_SERVER_FAILED');
      await harness.settled();
      expect(harness.find('alertdialog')?.textContent).to.contain('The server could not do this.');
      await save();
      desk.tell({
        ...saved('plan', 'Bronze'),
        by: {kind: 'agent', id: OTHER_AGENT.id, name: OTHER_AGENT.name},
      });
      desk.accept([overwritten('plan', 'Bronze', 'Silver')]);
      await harness.settled();
      expect(harness.find('alertdialog')).to.equal(undefined);
      expect(harness.text).to.contain('Leo Brandt saved “Bronze” first.');
      await harness.click('button', 'Dismiss');
      expect(harness.find('textbox', 'Chat order')).not.to.equal(undefined);
    });

    it('[CAD-8] lets the page ask instead', async () => {
      const acting = await start();
      const {element, harness} = acting;
      element.addEventListener('dw-cad-leave-request', (event) => {
        event.preventDefault();
      });
      await selectOther(acting);
      expect(harness.find('alertdialog')).to.equal(undefined);
      expect(acting.box(PLAN).value).to.equal('Silver');
      element.revert();
      await harness.settled();
      expect(harness.find('textbox', 'Chat order')).not.to.equal(undefined);
    });

    it('[CAD-8] takes no focus from somebody who types elsewhere when a newer contact comes by itself', async () => {
      const acting = await act();
      const {desk, harness, container, fill, box} = acting;
      await fill(PLAN, 'Silver');
      const note = document.createElement('input');
      container.prepend(note);
      note.focus();
      desk.hydrate({interactions: [aCall(), {...chat, createdAt: Date.now() * 2}]});
      await harness.settled();
      expect(harness.find('alertdialog')).not.to.equal(undefined);
      expect(document.activeElement).to.equal(note);
      expect(said()).to.contain('Unsaved edits');
      expect(box(PLAN).value).to.equal('Silver');
    });

    it('[CAD-8] lets the tab ask before it closes, only while something is unsaved', async () => {
      const {harness, fill} = await act();
      expect(asksBeforeUnload()).to.equal(false);
      await fill(PLAN, 'Silver');
      expect(asksBeforeUnload()).to.equal(true);
      await harness.click('button', 'Save');
      expect(asksBeforeUnload()).to.equal(false);
    });

    it('[CAD-8] asks when the element is taken away, without taking the focus; kept edits come back with it', async () => {
      const {element, container, harness, fill, box} = await act();
      await fill(PLAN, 'Silver');
      await harness.click('button', 'Show Resident ID, last 4');
      await fill('Resident ID, last 4', '9999');
      element.remove();
      await aMoment();
      const dialog = new Harness(guard() as HTMLElement);
      expect(dialog.description('alertdialog', 'Unsaved edits')).to.contain(
        '2 edits for Hana Seo are not saved.',
      );
      expect(document.activeElement).to.equal(document.body);
      expect(asksBeforeUnload()).to.equal(true);
      await dialog.click('button', 'Keep');
      expect(guard()).to.equal(null);
      container.append(element);
      await harness.settled();
      expect(box(PLAN).value).to.equal('Silver');
      expect(box('Resident ID, last 4').value).not.to.contain('9999');
      await harness.click('button', 'Show Resident ID, last 4');
      expect(box('Resident ID, last 4').value).to.equal('9999');
      element.revert();
    });

    it('[CAD-8] asks also when it is taken away in the moment in which something is typed', async () => {
      const {element, box} = await act();
      const control = box(PLAN);
      control.focus();
      control.select();
      document.execCommand('insertText', false, 'Silver');
      await element.updateComplete;
      element.remove();
      await aMoment();
      expect(new Harness(guard() as HTMLElement).description('alertdialog')).to.contain(
        '1 edit for Hana Seo',
      );
    });

    it('[CAD-8] asks also on a page that hides whatever stands in its body', async () => {
      const hiding = new CSSStyleSheet();
      hiding.replaceSync('body > :is(div, span, section, aside, dialog) { display: none !important }');
      const {element, fill} = await act();
      await fill(PLAN, 'Silver');
      document.adoptedStyleSheets.push(hiding);
      try {
        element.remove();
        await aMoment();
        expect(guard()?.shadowRoot?.querySelector('.leave')?.checkVisibility()).to.equal(true);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hiding);
      }
    });

    it('[CAD-8] saves or discards the edits of an element that was taken away', async () => {
      for (const [button, plan] of [
        ['Save', 'Silver'],
        ['Discard', 'Gold'],
      ] as const) {
        const {element, desk, fill} = await act();
        await fill(PLAN, 'Silver');
        element.remove();
        await aMoment();
        const dialog = new Harness(guard() as HTMLElement);
        await dialog.click('button', button);
        await aMoment();
        expect(guard(), button).to.equal(null);
        const [, , , , variable] = desk.state.interactions.get('voice-1')?.cad ?? [];
        expect(variable?.value).to.equal(plan);
        expect(asksBeforeUnload()).to.equal(false);
      }
    });

    it('[CAD-8] withdraws the question when the element comes back, and does not ask when it is moved', async () => {
      const {element, container, harness, fill, box} = await act();
      await fill(PLAN, 'Silver');
      const place = document.createElement('div');
      container.append(place);
      place.append(element);
      await aMoment();
      expect(guard()).to.equal(null);
      element.remove();
      await aMoment();
      expect(guard()).not.to.equal(null);
      place.append(element);
      await harness.settled();
      await settled(document.body);
      expect(guard()).to.equal(null);
      expect(box(PLAN).value).to.equal('Silver');
      element.revert();
    });

    it('[CAD-8] comes back with what was typed when its whole desk was taken out of the page, and saves it', async () => {
      const {element, desk, container, stream, harness, fill, box, save} = await act();
      await fill(PLAN, 'Silver');
      container.remove();
      stream.set(undefined);
      await aMoment();
      expect(guard()).not.to.equal(null);
      document.body.append(container);
      stream.set(desk.handle);
      desk.hydrate({interactions: [...desk.state.interactions.values()]});
      await harness.settled();
      await settled(document.body);
      expect(guard()).to.equal(null);
      expect(box(PLAN).value).to.equal('Silver');
      await save();
      expect(element.value['plan']).to.equal('Silver');
      expect(harness.text).to.contain('Saved at');
    });

    it('[CAD-8] shows what was typed to nobody else who signs in on the desk', async () => {
      const {desk, harness, fill, box} = await act();
      await fill(PLAN, 'Silver');
      const interactions = [...desk.state.interactions.values()];
      const as = async (agentId: string): Promise<void> => {
        desk.hydrate({interactions, viewer: {kind: 'agent', agentId}});
        await harness.settled();
      };
      await as(OTHER_AGENT.id);
      expect(asksBeforeUnload()).to.equal(false);
      expect(harness.text).not.to.contain('unsaved');
      await as(AGENT.id);
      expect(box(PLAN).value).to.equal('Silver');
      expect(asksBeforeUnload()).to.equal(true);
    });

    it('[CAD-8] keeps what was typed when the contact ends, and when it is gone', async () => {
      const acting = await act();
      const {desk, harness, fill, box, element} = acting;
      await fill(PLAN, 'Silver');
      desk.hydrate({interactions: [aWrapUp({id: 'voice-1', cad: variables()})]});
      await harness.settled();
      expect(box(PLAN).value).to.equal('Silver');
      expect(box(PLAN).readOnly).to.equal(true);
      expect(harness.text).to.contain('1 edit can no longer be saved');
      expect(harness.find('button', 'Save')).to.equal(undefined);
      desk.hydrate({interactions: []});
      await harness.settled();
      expect(box(PLAN).value).to.equal('Silver');
      expect(harness.text).to.contain('This contact is no longer with you.');
      expect(harness.find('alertdialog')?.textContent).to.contain('can no longer be saved');
      harness.all('button', 'Discard').at(-1)?.click();
      await harness.settled();
      expect(harness.text).to.contain('No contact is open.');
      expect(element.hasUnsavedEdits).to.equal(false);
    });
  });

  describe('as a part of a form', () => {
    it('gives its saved values by name, and none that is secure', async () => {
      const {element, container, harness, fill} = await act();
      const form = document.createElement('form');
      container.append(form);
      form.append(element);
      await harness.settled();
      expect([...new FormData(form)]).to.deep.equal([]);
      element.name = 'cad';
      await fill(PLAN, 'Silver');
      const entries = Object.fromEntries(new FormData(form));
      expect(entries['cad.plan']).to.equal('Gold');
      expect(entries['cad.promised']).to.equal('2026-11-20');
      expect(Object.keys(entries)).not.to.include('cad.resident');
      expect(element.form).to.equal(form);
      expect(Object.keys(element.value)).not.to.include('resident');
      form.reset();
      await harness.settled();
      expect(element.hasUnsavedEdits).to.equal(false);
    });

    it('stops a form that would be sent while a field does not parse', async () => {
      const {element, container, harness, fill} = await act();
      const form = document.createElement('form');
      container.append(form);
      form.append(element);
      await fill(AMOUNT, '1.5');
      expect(form.checkValidity()).to.equal(false);
      await fill(AMOUNT, '15');
      expect(form.checkValidity()).to.equal(true);
      element.revert();
      await harness.settled();
    });

    it('is for reading only in a fieldset that is disabled', async () => {
      const {element, container, harness} = await act();
      const fieldset = document.createElement('fieldset');
      container.append(fieldset);
      fieldset.append(element);
      fieldset.disabled = true;
      await harness.settled();
      expect(harness.all('textbox')).to.deep.equal([]);
      fieldset.disabled = false;
      await harness.settled();
      expect(harness.find('textbox', PLAN)).not.to.equal(undefined);
    });
  });

  it('shows the same edits in two panes of one desk', async () => {
    const {desk, fill, element, container} = await act();
    const twin = document.createElement('dw-cad-editor');
    container.append(twin);
    await fill(PLAN, 'Silver');
    const other = new Harness(twin);
    await other.settled();
    expect((other.get('textbox', PLAN) as HTMLInputElement).value).to.equal('Silver');
    element.remove();
    await aMoment();
    expect(guard()).to.equal(null);
    await other.click('button', 'Save');
    expect(desk.sent).to.have.length(1);
  });
});
