import {expect} from '@open-wc/testing';
import {html, type TemplateResult} from 'lit';
import {
  clockContext,
  consumeContext,
  defineElement,
  defineWords,
  DeskwireElement,
  LanguageController,
  StreamController,
  streamContext,
} from '@deskwire/kit';
import {customerName, type DeskState} from '@deskwire/domain';
import {aRequest, FakePort, factLog, NOON, type FakeSession} from '@deskwire/testing';
import {Harness, settled, watchFaults, type Watch} from '@deskwire/testing/widgets.js';

import './define.js';
import type {DeskElement} from './desk.element.js';
import type {InteractionArrivedEvent} from './desk.events.js';

const words = defineWords({en: {none: 'Nobody'}, ko: {none: '아무도 없음'}});
const firstName = ({interactions}: DeskState): string | undefined => {
  const first = [...interactions.values()][0];
  return first && customerName(first);
};

class NameElement extends DeskwireElement {
  readonly #language = new LanguageController(this, words);
  readonly #name = new StreamController(this, firstName);
  readonly clock = consumeContext(this, clockContext);
  readonly streamNow = consumeContext(this, streamContext);

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<p lang=${locale} dir=${dir}>${this.#name.value ?? this.#language.t('none')}</p>`;
  }
}
defineElement('dw-name', NameElement, '0.1.0');

const portWith = (name: string): FakePort => {
  const port = new FakePort();
  port.whenOpened = (session: FakeSession): void => {
    queueMicrotask(() => {
      session.live();
      session.tell(factLog().hydrated({interactions: [aRequest({customer: {name}})]}));
    });
  };
  return port;
};

const nameIn = async (parent: Element): Promise<NameElement> => {
  const element = document.createElement('dw-name') as NameElement;
  parent.append(element);
  await settled(element);
  return element;
};

const later = (ms = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

describe('dw-desk', () => {
  let watch: Watch;

  const newDesk = (set: Partial<DeskElement> = {}): DeskElement =>
    Object.assign(document.createElement('dw-desk'), set);
  const deskInPage = async (set: Partial<DeskElement> = {}): Promise<DeskElement> => {
    const desk = newDesk(set);
    document.body.append(desk);
    await settled(desk);
    return desk;
  };
  const textOf = async (element: Element): Promise<string> => {
    await settled(element);
    return new Harness(element as HTMLElement).text;
  };

  beforeEach(() => {
    watch = watchFaults();
  });

  afterEach(async () => {
    document.body.replaceChildren();
    await later();
    watch.stop();
    expect(watch.faults).to.deep.equal([]);
  });

  it('connects its port and gives the stream to what is inside', async () => {
    const port = portWith('Kim');
    const desk = await deskInPage({port});
    const element = await nameIn(desk);
    expect(port.sessions).to.have.length(1);
    expect(await textOf(element)).to.equal('Kim');
    expect(element.streamNow()).to.equal(desk.stream);
  });

  it('shares one session with desks that say the same, by the lock and the channel of the browser', async () => {
    const ports = [portWith('Kim'), portWith('Lee'), portWith('Park')];
    const shared = `desk.example.com/${crypto.randomUUID()}`;
    const [first, second, other] = await Promise.all(
      ports.map((port, at) => deskInPage({port, shared: at < 2 ? shared : `${shared}-2`})),
    );
    if (!first || !second || !other) throw new Error('no desks');
    const isLive = (desk: DeskElement): boolean => desk.connection?.state === 'live';
    for (let turn = 0; turn < 100 && ![first, second, other].every(isLive); turn += 1) await later(10);
    expect(ports.map(({sessions}) => sessions.length)).to.deep.equal([1, 0, 1]);
    expect(await textOf(await nameIn(second))).to.equal('Kim');
    expect(await textOf(await nameIn(other))).to.equal('Park');
    first.remove();
    for (let turn = 0; turn < 100 && ports[1]?.sessions.length !== 1; turn += 1) await later(10);
    expect(ports[1]?.last.cursor).to.deep.equal({epoch: 'epoch-1', seq: 1});
    expect(second.connection?.state).to.equal('live');
  });

  it('[HOST-3] serves a widget that was there first, and takes a port that comes late', async () => {
    const desk = newDesk();
    const element = document.createElement('dw-name');
    desk.append(element);
    document.body.append(desk);
    expect(await textOf(element)).to.equal('Nobody');
    desk.port = portWith('Kim');
    expect(desk.stream).not.to.equal(undefined);
    await later();
    expect(await textOf(element)).to.equal('Kim');
  });

  it('[HOST-3] replaces the stream with the port, and closes the old session', async () => {
    const old = portWith('Kim');
    const desk = await deskInPage({port: old});
    const element = await nameIn(desk);
    desk.port = portWith('Lee');
    await later();
    expect(await textOf(element)).to.equal('Lee');
    expect(old.last.isClosed).to.equal(true);
    desk.port = undefined;
    expect(await textOf(element)).to.equal('Nobody');
    expect(desk.stream).to.equal(undefined);
  });

  it('[HOST-3] keeps its connection when it is moved, and closes it when it is taken away', async () => {
    const port = portWith('Kim');
    const desk = await deskInPage({port});
    const element = await nameIn(desk);
    const {stream} = desk;
    const aside = document.createElement('aside');
    document.body.append(aside);
    aside.append(desk);
    await later(5);
    expect(desk.stream).to.equal(stream);
    expect(port.sessions).to.have.length(1);
    expect(await textOf(element)).to.equal('Kim');
    desk.remove();
    await later(5);
    expect(port.last.isClosed).to.equal(true);
    expect(desk.stream).to.equal(undefined);
    aside.append(desk);
    await later(5);
    expect(port.sessions).to.have.length(2);
    expect(await textOf(element)).to.equal('Kim');
  });

  it('[HOST-3] has the same stream when it is put back, with all that widgets keep by it; not after another port', async () => {
    const port = portWith('Kim');
    const desk = await deskInPage({port});
    const element = await nameIn(desk);
    const {stream} = desk;
    for (const sessions of [2, 3]) {
      desk.remove();
      await later(5);
      document.body.append(desk);
      await later(5);
      expect(port.sessions).to.have.length(sessions);
      expect(port.last.cursor, 'asks for everything anew').to.equal(undefined);
      expect(desk.stream).to.equal(stream);
      expect(element.streamNow()).to.equal(stream);
    }
    desk.remove();
    await later(5);
    desk.port = portWith('Lee');
    document.body.append(desk);
    await later(5);
    expect(desk.stream).not.to.equal(stream);
    expect(port.sessions).to.have.length(3);
    expect(await textOf(element)).to.equal('Lee');
  });

  it('[HOST-3] stands beside other desks of the page, each with its own stream', async () => {
    const one = await deskInPage({port: portWith('Kim')});
    const two = await deskInPage({port: portWith('Lee')});
    const element = await nameIn(one);
    expect(await textOf(element)).to.equal('Kim');
    two.append(element);
    expect(await textOf(element)).to.equal('Lee');
    one.remove();
    await later(5);
    expect(await textOf(element)).to.equal('Lee');
  });

  it('[HOST-3] serves the whole page with scope="page", until it goes', async () => {
    const element = await nameIn(document.body);
    const desk = await deskInPage({scope: 'page', port: portWith('Kim')});
    await later();
    expect(await textOf(element)).to.equal('Kim');
    const nested = await deskInPage({port: portWith('Lee')});
    nested.append(element);
    expect(await textOf(element)).to.equal('Lee');
    document.body.append(element);
    expect(await textOf(element)).to.equal('Kim');
    desk.remove();
    await later(5);
    expect(await textOf(element)).to.equal('Nobody');
  });

  it('[HOST-4] is not disturbed by a second copy of its bundle', async () => {
    const desk = await deskInPage({port: portWith('Kim')});
    const element = await nameIn(desk);
    const copy = new URL('./define.ts?copy', import.meta.url).href;
    await import(copy);
    await later();
    expect(await textOf(element)).to.equal('Kim');
    expect(desk).to.be.instanceOf(customElements.get('dw-desk'));
  });

  it('[HOST-8] sets language and direction at run time', async () => {
    const desk = await deskInPage();
    const element = await nameIn(desk);
    const paragraph = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector('p');
    desk.setAttribute('language', 'ko');
    desk.setAttribute('dir', 'rtl');
    expect(await textOf(element)).to.equal('아무도 없음');
    expect([paragraph()?.lang, paragraph()?.dir]).to.deep.equal(['ko', 'rtl']);
    desk.language = 'en';
    desk.removeAttribute('dir');
    await settled(desk);
    expect(await textOf(element)).to.equal('Nobody');
    expect([paragraph()?.lang, paragraph()?.dir]).to.deep.equal(['en', 'ltr']);
  });

  it('[HOST-8] speaks the language of the page until it is told one', async () => {
    const before = document.documentElement.lang;
    document.documentElement.lang = 'ko';
    const element = await nameIn(await deskInPage());
    expect(await textOf(element)).to.equal('아무도 없음');
    document.documentElement.lang = before;
    await later();
    expect(await textOf(element)).to.equal('Nobody');
  });

  it('gives backend time to its clock', async () => {
    const desk = await deskInPage({port: portWith('Kim')});
    const element = await nameIn(desk);
    const now = element.clock()?.now() ?? 0;
    expect(Math.abs(now - NOON)).to.be.lessThan(60_000);
  });

  it('tells arrivals and ends to the page, outside its own shadow roots too', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const heard: string[] = [];
    host.addEventListener('dw-interaction-arrived', ({detail}: InteractionArrivedEvent) => {
      heard.push(`${detail.customer.name ?? ''} ${detail.phase}`);
    });
    host.addEventListener('dw-interaction-ended', ({detail}) => heard.push(`end ${detail.interactionId}`));
    // eslint-disable-next-line wc/no-closed-shadow-root -- that of a host page, which we do not choose
    host.attachShadow({mode: 'closed'}).append(newDesk({port: portWith('Kim')}));
    await later();
    expect(heard).to.deep.equal(['Kim offered']);
  });

  describe('the connection banner', () => {
    const lose = async (): Promise<{desk: DeskElement; port: FakePort; harness: Harness}> => {
      const port = portWith('Kim');
      // The first try again is far away, so that a test sees the loss.
      const desk = await deskInPage({
        port,
        streamOptions: {timeouts: {retryMinMs: 60_000, retryMaxMs: 60_000}},
      });
      await later();
      port.last.lose();
      await later(1100);
      await settled(desk);
      return {desk, port, harness: new Harness(desk)};
    };

    it('says when the connection is lost, for how long, and lets one try now', async () => {
      const {desk, port, harness} = await lose();
      expect(harness.get('status').innerText).to.equal('Connection lost. Reconnecting');
      expect(harness.find('timer', 'Time without a connection')).not.to.equal(undefined);
      await harness.click('button', 'Try now');
      await later();
      await settled(desk);
      expect(port.sessions).to.have.length(2);
      expect(desk.connection?.state).to.equal('live');
      expect(harness.find('button', 'Try now')).to.equal(undefined);
      expect(harness.get('status').innerText).to.equal('');
    });

    it('passes over a short interruption', async () => {
      const port = portWith('Kim');
      const desk = await deskInPage({port});
      await later();
      port.last.lose();
      await settled(desk);
      expect(new Harness(desk).text).to.equal('');
      expect(desk.connection?.state).to.equal('lost');
    });

    it('says why a connection is over, in the language of the desk', async () => {
      const port = portWith('Kim');
      const desk = await deskInPage({port, language: 'ko'});
      await later();
      port.last.lose('DW_AUTH_EXPIRED', true);
      await settled(desk);
      const harness = new Harness(desk);
      expect(harness.text).to.contain('로그인이 만료되었습니다.');
      expect(harness.all('button')).to.deep.equal([]);
    });

    it('takes no focus, and is accessible in both themes', async () => {
      const field = document.createElement('input');
      field.ariaLabel = 'Field';
      document.body.append(field);
      field.focus();
      const {desk} = await lose();
      expect(document.activeElement).to.equal(field);
      for (const theme of ['light', 'dark']) {
        desk.dataset['dwTheme'] = theme;
        await later(120);
        await expect(desk).to.be.accessible();
      }
    });
  });
});
