import {html, LitElement, type TemplateResult} from 'lit';
import {expect} from '@open-wc/testing';
import {AGENT, anActive, aWrapUp, fakeStream, type FakeStream} from '@deskwire/testing';
import {mountWidget, unmountAll, type Mounted} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';

import {DraftController} from './draft-controller.js';

const isText = (value: unknown): value is string => typeof value === 'string';

class NoteElement extends LitElement {
  readonly drafts = new DraftController(this, 'note', isText);

  protected override render(): TemplateResult {
    return html`<p>${this.drafts.read('voice-1') ?? 'nothing'}</p>`;
  }
}
defineElement('dw-draft-note', NoteElement, '0');

const mount = (stream: FakeStream): Promise<Mounted<NoteElement>> => mountWidget('dw-draft-note', {stream});
const aDesk = (): FakeStream => fakeStream({interactions: [anActive()]});
const stored = (): readonly string[] => Object.keys(sessionStorage);

describe('DraftController', () => {
  afterEach(() => {
    unmountAll();
    delete document.documentElement.dataset['dwDrafts'];
    sessionStorage.clear();
  });

  it('shows what was written, also after the element was taken away', async () => {
    const stream = aDesk();
    const first = await mount(stream);
    first.element.drafts.write('voice-1', 'Hello');
    await first.harness.settled();
    expect(first.harness.text).to.equal('Hello');
    first.element.remove();
    expect((await mount(stream)).harness.text).to.equal('Hello');
  });

  it('shows it after a reload', async () => {
    (await mount(aDesk())).element.drafts.write('voice-1', 'Hello');
    unmountAll();
    expect((await mount(aDesk())).harness.text).to.equal('Hello');
  });

  it('keeps it while a reloaded desk was told nothing yet', async () => {
    (await mount(aDesk())).element.drafts.write('voice-1', 'Hello');
    unmountAll();
    const stream = fakeStream({snapshot: null});
    const {harness} = await mount(stream);
    expect(harness.text).to.equal('nothing');
    stream.hydrate({interactions: [anActive()]});
    harness.element.requestUpdate();
    await harness.settled();
    expect(harness.text).to.equal('Hello');
  });

  it('keeps it into the wrap-up, and drops it with the interaction', async () => {
    const stream = fakeStream({interactions: [aWrapUp()]});
    const {element} = await mount(stream);
    element.drafts.write('voice-1', 'Hello');
    expect(stored()).to.have.lengthOf(1);
    const on = {interactionId: 'voice-1', agentId: AGENT.id};
    stream.tell({type: 'wrap-up.submitted', ...on, reasonIds: ['resolved'], auto: false});
    expect(element.drafts.read('voice-1')).to.equal(undefined);
    expect(stored()).to.deep.equal([]);
  });

  it('drops what went away while nobody looked', async () => {
    (await mount(aDesk())).element.drafts.write('voice-1', 'Hello');
    unmountAll();
    expect(stored()).to.have.lengthOf(1);
    await mount(fakeStream());
    expect(stored()).to.deep.equal([]);
  });

  it('stores nothing where the page says so', async () => {
    document.documentElement.dataset['dwDrafts'] = 'memory';
    const stream = aDesk();
    const {element} = await mount(stream);
    element.drafts.write('voice-1', 'Hello');
    expect(stored()).to.deep.equal([]);
    element.remove();
    expect((await mount(stream)).harness.text).to.equal('Hello');
  });

  it('leaves nobody listening', async () => {
    const stream = aDesk();
    const {element} = await mount(stream);
    expect(stream.listeners).to.equal(1);
    element.remove();
    expect(stream.listeners).to.equal(0);
    element.drafts.write('voice-1', 'Hello');
  });
});
