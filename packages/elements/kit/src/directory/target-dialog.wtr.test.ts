import {expect, waitUntil} from '@open-wc/testing';
import {fakeStream, FakeDirectory} from '@deskwire/testing';
import {anActive, aRequest} from '@deskwire/testing/fixtures.js';
import {mountWidget, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import type {Act} from '../controllers/command-controller.js';
import {DoneEvent, RequestEvent} from '../events.js';
import {transferIcon} from '../icons.js';

import type {DirectoryChoice} from './picker.view.js';
import {defineTargetDialog, loadTargetDialog, TargetDialogBase} from './target-dialog.base.js';
import type {TargetDialogTexts} from './target-dialog.shell.js';

type Body = Awaited<ReturnType<typeof loadTargetDialog>>;

/** A dialog whose content the test hands in. */
class ProbeDialogElement extends TargetDialogBase {
  asked = 0;
  answer: (body: Body) => void = () => undefined;
  protected override readonly command = 'interaction.transfer';
  protected override readonly loadBody = (): Promise<Body> => {
    this.asked += 1;
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  };

  protected override texts(): TargetDialogTexts {
    return {title: 'Probe', action: 'Send', icon: transferIcon, consequence: 'It goes.'};
  }

  protected override act(interactionId: string, {target: to}: DirectoryChoice): Act {
    return {
      command: {type: 'interaction.transfer', interactionId, to},
      request: () => new RequestEvent('dw-probe-request', {}),
    };
  }

  protected override closedEvent(): DoneEvent<unknown> {
    return new DoneEvent('dw-probe-closed', {});
  }
}

defineTargetDialog('dw-probe-dialog', ProbeDialogElement, '0.1.0');

const mount = (interaction = anActive()) =>
  mountWidget<ProbeDialogElement>('dw-probe-dialog', {
    stream: fakeStream({interactions: [interaction], answer: new FakeDirectory().answer}),
  });

describe('a dialog whose content is loaded when it is first needed', () => {
  afterEach(unmountAll);

  it('asks for it once, with the first contact that is handled', async () => {
    const waiting = await mount(aRequest());
    expect(waiting.element.asked).to.equal(0);
    const {element, harness} = await mount();
    expect(element.asked).to.equal(1);
    element.open('voice-1');
    await harness.settled();
    expect(element.asked).to.equal(1);
  });

  it('opens at once all the same, can be closed, and gives the focus to the search when that has come', async () => {
    const {element, harness} = await mount();
    element.open('voice-1');
    await harness.settled();
    expect(textOf(harness.get('dialog', 'Probe'))).to.contain('Opening the directory');
    expect(harness.focused).to.equal('button "Close"');
    element.answer(await loadTargetDialog());
    await waitUntil(() => harness.focused === 'combobox "Find an agent"');
    expect(harness.description('dialog')).to.equal('It goes.');
    await harness.press('Escape');
    expect(harness.find('dialog')).to.equal(undefined);
  });

  it('does not take the focus back from who has gone elsewhere meanwhile', async () => {
    const {element, harness, container} = await mount();
    const elsewhere = document.createElement('input');
    container.append(elsewhere);
    element.open('voice-1');
    await harness.settled();
    elsewhere.focus();
    element.answer(await loadTargetDialog());
    await harness.settled();
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('says that it could not be had, and tries again', async () => {
    const {element, harness} = await mount();
    element.open('voice-1');
    await harness.settled();
    element.answer(undefined);
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain('The directory could not be opened.');
    await harness.click('button', 'Try again');
    element.answer(await loadTargetDialog());
    await harness.settled();
    expect(harness.find('combobox')).not.to.equal(undefined);
  });
});
