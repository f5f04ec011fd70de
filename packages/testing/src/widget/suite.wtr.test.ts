import {expect} from '@open-wc/testing';
import {css, html, nothing, type TemplateResult} from 'lit';
import {
  buttonStyles,
  CommandController,
  defineButton,
  defineElement,
  defineTimer,
  defineWords,
  DeskwireElement,
  DoneEvent,
  focusStyles,
  holdIcon,
  LanguageController,
  RequestEvent,
  refusalText,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';
import {customerName, type DeskState, type Interaction} from '@deskwire/domain';

import {fakeStream, type FakeStream} from '../fake-stream.js';
import {AGENT, anActive, CUSTOMER} from '../fixtures.js';

import {inlineCode, invisible, leaks, overflows} from './inspect.js';
import {mountWidget, unmountAll} from './mount.js';
import {runWidgetSuite} from './suite.js';

const words = defineWords({
  en: {active: 'Active', hold: 'Hold', none: 'No call', clock: 'Call time'},
  ko: {active: '통화 중', hold: '보류', none: '통화 없음', clock: '통화 시간'},
});

const firstCall = (state: DeskState): Interaction | undefined => [...state.interactions.values()][0];

/** The smallest whole widget: a name, a clock, one command. */
class ProbeElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    focusStyles,
    css`
      .card {
        padding: 8px;
      }
    `,
  ];

  readonly #language = new LanguageController(this, words);
  readonly #call = new StreamController(this, firstCall);
  readonly #commands = new CommandController(this);

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const call = this.#call.value;
    return html`<section class="card" lang=${locale} dir=${dir}>
      ${call ? this.#renderCall(call) : html`<p>${this.#language.t('none')}</p>`}
    </section>`;
  }

  #renderCall(call: Interaction): TemplateResult {
    const {pending, refusal} = this.#commands.state('hold');
    return html`<h2>${customerName(call)}</h2>
      <p>${this.#language.t('active')}</p>
      <dw-timer .since=${call.createdAt} .label=${this.#language.t('clock')}></dw-timer>
      <dw-button .pending=${pending} @click=${() => this.#hold(call.id)}>
        ${holdIcon}${this.#language.t('hold')}
      </dw-button>
      ${refusal ? html`<p>${refusalText(this.#language.locale, refusal)}</p>` : nothing}`;
  }

  #hold(interactionId: string): void {
    this.#commands.run('hold', {
      command: {type: 'call.hold', interactionId},
      request: () => new RequestEvent('dw-hold-request', {interactionId}),
      done: () => new DoneEvent('dw-hold-done', {interactionId}),
    });
  }
}

defineButton();
defineTimer();
defineElement('dw-probe', ProbeElement, '0.1.0');

const aCall = (): FakeStream => fakeStream({interactions: [anActive()]});

runWidgetSuite('the probe', {
  tag: 'dw-probe',
  elementClass: ProbeElement,
  version: '0.1.0',
  stream: aCall,
  texts: {en: 'Active', ko: '통화 중'},
  news: (stream) => stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});

describe('a command from a button to its fact', () => {
  afterEach(unmountAll);

  const hear = (element: HTMLElement, ...types: readonly string[]): string[] => {
    const heard: string[] = [];
    for (const type of types) element.addEventListener(type, () => heard.push(type));
    return heard;
  };

  it('is pending until its fact is there, and does one thing for two presses', async () => {
    const stream = aCall();
    const {element, harness} = await mountWidget('dw-probe', {stream});
    const heard = hear(element, 'dw-hold-request', 'dw-hold-done');
    await harness.click('button', 'Hold');
    await harness.click('button', 'Hold');
    expect(stream.sent.map(({command}) => command.type)).to.deep.equal(['call.hold']);
    expect(harness.isLive('button', 'Hold')).to.equal(false);
    expect(heard).to.deep.equal(['dw-hold-request']);
    stream.accept([{type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}]);
    await harness.settled();
    expect(heard).to.deep.equal(['dw-hold-request', 'dw-hold-done']);
    expect(harness.isLive('button', 'Hold')).to.equal(true);
  });

  it('is not sent when the page prevents it', async () => {
    const stream = aCall();
    const {element, harness} = await mountWidget('dw-probe', {stream});
    element.addEventListener('dw-hold-request', (event) => {
      event.preventDefault();
    });
    await harness.click('button', 'Hold');
    expect(stream.sent).to.deep.equal([]);
    expect(harness.isLive('button', 'Hold')).to.equal(true);
  });

  it('shows a refusal of the backend where it was asked', async () => {
    const stream = aCall();
    const {harness} = await mountWidget('dw-probe', {stream});
    await harness.click('button', 'Hold');
    stream.refuse('DW_SERVER_FAILED');
    await harness.settled();
    expect(harness.text).to.contain('The server could not do this.');
  });

  it('shows what permit says without sending anything', async () => {
    const stream = aCall();
    const {harness} = await mountWidget('dw-probe', {stream});
    stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id});
    await harness.click('button', 'Hold');
    expect(stream.sent).to.deep.equal([]);
    expect(harness.text).to.match(/hold/i);
  });
});

describe('the eyes of the suite', () => {
  const box = (markup: string): HTMLElement => {
    const element = document.createElement('div');
    element.innerHTML = markup;
    element.style.width = '200px';
    document.body.append(element);
    return element;
  };

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('see customer data in an attribute', () => {
    expect(leaks(box('<p aria-label="Call +82215550142">x</p>'), ['+82215550142'])).to.have.length(1);
    expect(leaks(box('<p aria-label="Call">+82215550142</p>'), ['+82215550142'])).to.deep.equal([]);
  });

  it('see inline styles and handlers', () => {
    expect(inlineCode(box('<p style="color:red" onclick="0">x</p>'))).to.have.length(3);
  });

  it('see what is too wide, and forgive what is cut on purpose', () => {
    const wide = '<pre>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</pre>';
    const span = wide.replaceAll('pre', 'span');
    expect(overflows(box(`<div>${span}</div>`))).to.have.length(1);
    expect(overflows(box(`<div style="overflow:hidden">${span}</div>`))).to.deep.equal([]);
  });

  it('see text in the colour of its background', () => {
    expect(invisible(box('<p style="color:#fff;background:#fff">x</p>'))).to.have.length(1);
    expect(invisible(box('<p style="color:#000;background:#fff">x</p>'))).to.deep.equal([]);
  });
});
