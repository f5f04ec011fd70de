import {emulateMedia} from '@web/test-runner-commands';
import {expect} from '@open-wc/testing';
import {defineElement, provideContext, streamContext} from '@deskwire/kit';

import {fakeStream, type FakeStream} from '../fake-stream.js';

import {focused, textOf} from './deep.js';
import {settled} from './harness.js';
import {inlineCode, invisible, leaks, overflows} from './inspect.js';
import {makePlace, mountWidget, unmountAll, type MountOptions, type Mounted, type Place} from './mount.js';
import {watchFaults, type Watch} from './watch.js';

/** What the suite must know of a widget. */
export interface WidgetSuite<E extends HTMLElement> {
  readonly tag: string;
  /** The class that `x.element.ts` exports. */
  readonly elementClass: CustomElementConstructor;
  /** The version that `define.ts` registers. */
  readonly version: string;
  /** A desk on which the widget shows as much as it can; a new one for each call. */
  readonly stream: () => FakeStream;
  /** A text that the widget shows on that desk, in both languages. */
  readonly texts: {readonly en: string; readonly ko: string};
  /** Lets something happen that the widget shows. */
  readonly news: (stream: FakeStream) => void;
  /** Customer data of that desk: no attribute may hold any of it. */
  readonly secrets: readonly string[];
  readonly props?: Partial<E>;
  /** Which side of it is checked for overflow; the narrowest width that it must fit, px. */
  readonly narrowest?: number;
}

/** Holds every widget to what the house promises of all of them. */
export const runWidgetSuite = <E extends HTMLElement>(name: string, suite: WidgetSuite<E>): void => {
  describe(`${name} as a widget`, () => {
    let watch: Watch;
    beforeEach(() => {
      watch = watchFaults();
    });
    afterEach(() => {
      unmountAll();
      watch.stop();
      expect(watch.faults).to.deep.equal([]);
    });
    describeDefinition(suite);
    describeOrder(suite);
    describeLanguage(suite);
    describeLook(suite);
    describeGuest(suite);
  });
};

const mount = <E extends HTMLElement>(
  {tag, props}: WidgetSuite<E>,
  options: MountOptions<E> = {},
): Promise<Mounted<E>> => mountWidget<E>(tag, {...options, ...(props && {props})});

const create = <E extends HTMLElement>({tag, props}: WidgetSuite<E>): E =>
  Object.assign(document.createElement(tag) as E, props);

const describeDefinition = <E extends HTMLElement>(suite: WidgetSuite<E>): void => {
  it('[HOST-4] takes the same bundle a second time without a word', () => {
    const twin = class extends suite.elementClass {};
    expect(customElements.get(suite.tag)).to.equal(suite.elementClass);
    expect(defineElement(suite.tag, suite.elementClass, suite.version)).to.equal(true);
    expect(defineElement(suite.tag, twin, suite.version)).to.equal(false);
    expect(customElements.get(suite.tag)).to.equal(suite.elementClass);
  });

  it('stands without a desk, without an error', async () => {
    const element = create(suite);
    document.body.append(element);
    await settled(element);
    expect(textOf(element)).not.to.contain('undefined');
    element.remove();
  });

  it('stands on a desk that was told nothing yet', async () => {
    const {element} = await mount(suite, {stream: fakeStream({snapshot: null})});
    expect(textOf(element)).not.to.contain('undefined');
  });
};

const describeOrder = <E extends HTMLElement>(suite: WidgetSuite<E>): void => {
  const shows = async (element: E, expected: boolean): Promise<void> => {
    await settled(element);
    expect(textOf(element).includes(suite.texts.en), textOf(element)).to.equal(expected);
  };

  it('[HOST-3] is there before its provider', async () => {
    const host = document.createElement('div');
    const element = create(suite);
    host.append(element);
    document.body.append(host);
    await shows(element, false);
    const provision = provideContext(host, streamContext, suite.stream().handle);
    await shows(element, true);
    provision.close();
    await shows(element, false);
    host.remove();
  });

  it('[HOST-3] is served by a stream that comes late', async () => {
    const {element, stream} = await mount(suite);
    await shows(element, false);
    stream.set(suite.stream().handle);
    await shows(element, true);
  });

  it('[HOST-3] follows a stream that is replaced, and leaves the old one', async () => {
    const first = suite.stream();
    const {element, stream} = await mount(suite, {stream: first});
    stream.set(fakeStream().handle);
    await shows(element, false);
    expect(first.listeners).to.equal(0);
    stream.set(suite.stream().handle);
    await shows(element, true);
  });

  it('[HOST-3] moves between two desks of one page, and away from both', async () => {
    const first = suite.stream();
    const second = fakeStream();
    const {element} = await mount(suite, {stream: first});
    const other: Place = makePlace({stream: second});
    other.container.append(element);
    await shows(element, false);
    expect(first.listeners).to.equal(0);
    expect(second.listeners).to.be.greaterThan(0);
    document.body.append(element);
    await shows(element, false);
    expect(second.listeners).to.equal(0);
    element.remove();
    other.close();
  });

  it('leaves nobody listening when it is taken away', async () => {
    const stream = suite.stream();
    const {element, language, time} = await mount(suite, {stream});
    expect(stream.listeners).to.be.greaterThan(0);
    element.remove();
    expect(stream.listeners).to.equal(0);
    expect(language.listeners.size).to.equal(0);
    expect(time.waiting).to.equal(0);
  });
};

const describeLanguage = <E extends HTMLElement>(suite: WidgetSuite<E>): void => {
  it('[HOST-8] changes its language and its direction while it runs', async () => {
    const {element, language, harness} = await mount(suite, {stream: suite.stream()});
    expect(harness.text).to.contain(suite.texts.en);
    language.set({locale: 'ko', dir: 'rtl'});
    await settled(element);
    expect(harness.text).to.contain(suite.texts.ko);
    const outer = [...(element.shadowRoot?.children ?? [])].filter((child) => child.localName !== 'style');
    expect(outer.map((child) => child.getAttribute('lang'))).to.deep.equal(outer.map(() => 'ko'));
    expect(outer.map((child) => child.getAttribute('dir'))).to.deep.equal(outer.map(() => 'rtl'));
  });

  it('[HOST-8] takes the language of the page where no desk tells one, and follows it', async () => {
    const {element, container, harness} = await mount(suite, {stream: suite.stream(), bare: true});
    container.lang = 'ko-KR';
    await settled(element);
    expect(harness.text).to.contain(suite.texts.ko);
    container.lang = 'fr';
    await settled(element);
    expect(harness.text).to.contain(suite.texts.en);
  });
};

const describeLook = <E extends HTMLElement>(suite: WidgetSuite<E>): void => {
  for (const theme of ['light', 'dark'] as const) {
    for (const locale of ['en', 'ko'] as const) {
      it(`is accessible, ${theme}, ${locale}`, async () => {
        const {element} = await mount(suite, {stream: suite.stream(), theme, locale});
        await expect(element).to.be.accessible();
      });
    }
  }

  it('fits 320 px, in both languages and directions', async () => {
    for (const [locale, dir] of [
      ['en', 'ltr'],
      ['ko', 'ltr'],
      ['en', 'rtl'],
    ] as const) {
      const width = suite.narrowest ?? 320;
      const {element} = await mount(suite, {stream: suite.stream(), locale, dir, width});
      expect(overflows(element), `${locale} ${dir}`).to.deep.equal([]);
    }
  });

  it('keeps its texts and icons in forced colours', async function (this: Mocha.Context) {
    if (!/Chrom/.test(navigator.userAgent)) this.skip();
    await emulateMedia({forcedColors: 'active'});
    try {
      const {element} = await mount(suite, {stream: suite.stream()});
      expect(invisible(element)).to.deep.equal([]);
    } finally {
      await emulateMedia({forcedColors: 'none'});
    }
  });
};

const describeGuest = <E extends HTMLElement>(suite: WidgetSuite<E>): void => {
  it('puts no customer data into attributes, and nothing that a strict CSP refuses', async () => {
    const {element} = await mount(suite, {stream: suite.stream()});
    expect(leaks(element, suite.secrets)).to.deep.equal([]);
    expect(inlineCode(element)).to.deep.equal([]);
  });

  it('does not take the focus when something happens', async () => {
    const stream = suite.stream();
    const {element, container} = await mount(suite, {stream});
    const field = document.createElement('input');
    container.prepend(field);
    field.focus();
    suite.news(stream);
    await settled(element);
    expect(focused()).to.equal(field);
  });
};
