import {expect} from '@open-wc/testing';
import {css, html, type TemplateResult} from 'lit';
import type {DeskState} from '@deskwire/domain';
import {AGENT, anActive, aRequest, fakeStream, type FakeStream} from '@deskwire/testing';
import {textOf} from '@deskwire/testing/widgets.js';

import {provideContext} from '../context/provide.js';
import {streamContext} from '../contexts.js';
import {defineElement} from '../define-element.js';

import {LateBody, LateElement, type LateModule} from './late-element.js';
import type {Later} from './lazily.js';
import {needByPhase, type Need} from './need.js';
import {lateStyles} from './late.styles.js';

/** A module that a test lets come, or not. */
class Delivery {
  asked = 0;
  opened = 0;
  #answer: ((module: LateModule<LateProbe> | undefined) => void) | undefined;
  #coming: Promise<LateModule<LateProbe> | undefined> | undefined;

  readonly later: Later<LateModule<LateProbe>> = Object.assign(
    () =>
      (this.#coming ??= new Promise<LateModule<LateProbe> | undefined>((resolve) => {
        this.asked += 1;
        this.#answer = resolve;
      })),
    {},
  );

  readonly #module: LateModule<LateProbe> = {
    styles: [
      css`
        .card {
          color: rgb(1, 2, 3);
        }
      `,
    ],
    open: (host) => {
      this.opened += 1;
      return new ProbeBody(host);
    },
  };

  async comes(): Promise<void> {
    Object.assign(this.later, {loaded: this.#module});
    await this.#settle(this.#module);
  }

  async fails(): Promise<void> {
    await this.#settle(undefined);
  }

  async #settle(module: LateModule<LateProbe> | undefined): Promise<void> {
    const answer = this.#answer;
    this.#coming = undefined;
    answer?.(module);
    await aWhile(0);
  }
}

const aWhile = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const until = async (check: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 300 && !check(); turn += 1) await aWhile(10);
  expect(check()).to.equal(true);
};

let delivery = new Delivery();

class LateProbe extends LateElement {
  static override styles = [
    lateStyles,
    css`
      .card {
        color: red;
      }
    `,
  ];

  protected override readonly later = delivery.later;

  protected override renderNothing(): TemplateResult {
    return html`<i>nothing</i>`;
  }

  protected override needOf(state: DeskState): Need {
    return needByPhase(state, {offered: 'soon', active: 'now'});
  }
}

class ProbeBody extends LateBody<LateProbe> {
  looks = 0;

  override look(): void {
    this.looks += 1;
  }

  override render(): TemplateResult {
    return html`<p class="card">here ${this.looks}</p>`;
  }
}

defineElement('late-probe', LateProbe, '0');

const places = new Set<HTMLElement>();

/** Not by the harness: that waits until an element is complete, which this one is when its inside is there. */
const mount = async (stream: FakeStream | undefined): Promise<LateProbe> => {
  const place = document.createElement('div');
  if (stream) provideContext(place, streamContext, stream.handle);
  const probe = document.createElement('late-probe') as LateProbe;
  place.append(probe);
  document.body.append(place);
  places.add(place);
  await frame();
  return probe;
};
const frame = (): Promise<void> => aWhile(0);
const button = (probe: LateProbe): HTMLButtonElement | null | undefined =>
  probe.shadowRoot?.querySelector('button');
const role = (probe: LateProbe): string | null | undefined =>
  probe.shadowRoot?.querySelector('.late')?.getAttribute('role');

describe('LateElement', () => {
  beforeEach(() => {
    delivery = new Delivery();
  });
  afterEach(() => {
    for (const place of places) place.remove();
    places.clear();
  });

  it('loads its inside when the page is idle and the desk has come live, and opens it when there is something', async () => {
    const unknown = await mount(fakeStream({snapshot: null}));
    await aWhile(100);
    expect(delivery.asked).to.equal(0);
    unknown.remove();
    const stream = fakeStream({interactions: []});
    const probe = await mount(stream);
    await until(() => delivery.asked === 1);
    await delivery.comes();
    expect([textOf(probe), delivery.opened]).to.deep.equal(['nothing', 0]);
    stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: anActive()});
    await frame();
    expect(textOf(probe)).to.contain('here');
    expect(delivery.opened).to.equal(1);
  });

  it('loads it when something comes that will need it, and shows nothing of that', async () => {
    const stream = fakeStream({interactions: [aRequest()]});
    const probe = await mount(stream);
    expect(delivery.asked).to.equal(1);
    expect(textOf(probe)).to.equal('nothing');
    await delivery.comes();
    expect(textOf(probe)).to.equal('here 1');
    stream.tell({type: 'engagement.accepted', interactionId: 'voice-1', agentId: AGENT.id});
    expect(delivery.asked).to.equal(1);
  });

  it('shows that it is loading where there is something to show, in the page’s language', async () => {
    document.documentElement.lang = 'ko';
    const probe = await mount(fakeStream({interactions: [anActive()]}));
    expect([role(probe), textOf(probe)]).to.deep.equal(['status', '불러오는 중']);
    document.documentElement.lang = 'en';
    await delivery.comes();
    expect(textOf(probe)).to.equal('here 1');
    const card = probe.shadowRoot?.querySelector('.card');
    expect(card && getComputedStyle(card).color).to.equal('rgb(1, 2, 3)');
  });

  it('says that it could not be loaded, and tries again when a person says so', async () => {
    const probe = await mount(fakeStream({interactions: [anActive()]}));
    await delivery.fails();
    expect(role(probe)).to.equal('alert');
    expect(textOf(probe)).to.contain('This could not be loaded.');
    button(probe)?.click();
    await frame();
    expect([role(probe), delivery.asked]).to.deep.equal(['status', 2]);
    await delivery.comes();
    expect(textOf(probe)).to.equal('here 1');
  });

  it('tries again by itself when the browser is online again, and says so only once it is there', async () => {
    const probe = await mount(fakeStream({interactions: [anActive()]}));
    await delivery.fails();
    window.dispatchEvent(new Event('online'));
    await frame();
    expect([role(probe), delivery.asked]).to.deep.equal(['alert', 2]);
    await delivery.comes();
    expect(textOf(probe)).to.equal('here 1');
    window.dispatchEvent(new Event('online'));
    expect(delivery.asked).to.equal(2);
  });

  it('does not try on behalf of an element that has gone, and asks anew for one that comes back', async () => {
    const probe = await mount(fakeStream({interactions: [anActive()]}));
    await delivery.fails();
    const place = probe.parentElement;
    probe.remove();
    window.dispatchEvent(new Event('online'));
    expect(delivery.asked).to.equal(1);
    place?.append(probe);
    await frame();
    expect(delivery.asked).to.equal(2);
  });

  it('is complete when its inside is there, and has it at once where another element had it loaded', async () => {
    const first = await mount(fakeStream({interactions: [anActive()]}));
    let isComplete = false;
    void first.updateComplete.then(() => (isComplete = true));
    await frame();
    expect(isComplete).to.equal(false);
    await delivery.comes();
    expect(isComplete).to.equal(true);
    const second = await mount(fakeStream({interactions: [anActive()]}));
    expect(textOf(second)).to.equal('here 1');
    expect([delivery.asked, delivery.opened]).to.deep.equal([1, 2]);
  });

  it('opens one inside, however the news of its module comes', async () => {
    const probe = await mount(fakeStream({interactions: [anActive()]}));
    const coming = delivery.comes();
    probe.requestUpdate();
    await coming;
    await frame();
    expect(delivery.opened).to.equal(1);
  });
});
