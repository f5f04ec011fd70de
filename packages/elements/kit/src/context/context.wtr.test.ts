import {createContext, ContextConsumer} from '@lit/context';
import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';

import {streamContext} from '../contexts.js';
import {defineElement} from '../define-element.js';

import {consumeContext} from './consume.js';
import {provideContext} from './provide.js';

const context = streamContext as unknown as ReturnType<typeof createContext<string | undefined>>;

class ReaderElement extends LitElement {
  heard: (string | undefined)[] = [];
  read = consumeContext(this, context, (value) => void this.heard.push(value));
}

/** As another bundle with Lit's own consumer. */
class ForeignElement extends LitElement {
  consumer = new ContextConsumer(this, {context, subscribe: true});
}

defineElement('dw-reader', ReaderElement, '0');
defineElement('dw-foreign', ForeignElement, '0');

const reader = (): ReaderElement => document.createElement('dw-reader') as ReaderElement;

describe('contexts', () => {
  let outer: HTMLElement;
  let inner: HTMLElement;

  beforeEach(() => {
    outer = document.createElement('div');
    inner = document.createElement('div');
    outer.append(inner);
    document.body.append(outer);
  });

  afterEach(() => {
    outer.remove();
  });

  it('reach a consumer that was there first, through shadow roots', () => {
    const host = document.createElement('div');
    const element = reader();
    // eslint-disable-next-line wc/no-closed-shadow-root -- that of a host page, which we do not choose
    host.attachShadow({mode: 'closed'}).append(element);
    inner.append(host);
    expect(element.read()).to.equal(undefined);
    const provision = provideContext(outer, context, 'one');
    expect(element.read()).to.equal('one');
    provision.set('two');
    expect(element.heard).to.deep.equal(['one', 'two']);
    provision.close();
    expect(element.read()).to.equal(undefined);
  });

  it('come from the nearest provider, also when it comes later or goes', () => {
    const element = reader();
    inner.append(element);
    const far = provideContext(outer, context, 'far');
    const near = provideContext(inner, context, 'near');
    expect(element.read()).to.equal('near');
    far.set('farther');
    expect(element.read()).to.equal('near');
    near.close();
    expect(element.read()).to.equal('farther');
    far.close();
    expect(element.read()).to.equal(undefined);
  });

  it('stay with the first of two providers at one element, and go over to the second', () => {
    const element = reader();
    inner.append(element);
    const first = provideContext(outer, context, 'first');
    const second = provideContext(outer, context, 'second');
    expect(element.read()).to.equal('first');
    first.close();
    expect(element.read()).to.equal('second');
    second.close();
  });

  it('do not flicker when a consumer moves within its provider', () => {
    const element = reader();
    inner.append(element);
    const provision = provideContext(outer, context, 'one');
    outer.append(element);
    expect(element.heard).to.deep.equal(['one']);
    provision.close();
  });

  it('are lost where nobody provides, and found again', () => {
    const element = reader();
    inner.append(element);
    const provision = provideContext(inner, context, 'one');
    outer.append(element);
    expect(element.read()).to.equal(undefined);
    inner.append(element);
    expect(element.read()).to.equal('one');
    provision.close();
  });

  it('forget a consumer that went while it waited', () => {
    const element = reader();
    inner.append(element);
    element.remove();
    const provision = provideContext(outer, context, 'one');
    expect(element.heard).to.deep.equal([]);
    provision.close();
  });

  it("serve Lit's own consumers, before and after", () => {
    const early = document.createElement('dw-foreign') as ForeignElement;
    inner.append(early);
    // A context root is made by whatever of ours comes first.
    inner.append(reader());
    const late = document.createElement('dw-foreign') as ForeignElement;
    inner.append(late);
    const provision = provideContext(outer, context, 'one');
    expect(late.consumer.value).to.equal('one');
    provision.set('two');
    expect(late.consumer.value).to.equal('two');
    provision.close();
    expect(late.consumer.value).to.equal(undefined);
  });

  it('leave the contexts of others alone', () => {
    const theirs = createContext<string>(Symbol('theirs'));
    let passed = 0;
    const hear = (): void => void (passed += 1);
    document.addEventListener('context-request', hear);
    const consumer = document.createElement('dw-foreign') as ForeignElement;
    new ContextConsumer(consumer, {context: theirs, subscribe: true});
    const provision = provideContext(outer, context, 'one');
    inner.append(consumer);
    expect(passed).to.equal(1);
    document.removeEventListener('context-request', hear);
    provision.close();
  });
});

describe('defineElement', () => {
  const warnings = (act: () => void): readonly string[] => {
    const {warn} = console;
    const lines: string[] = [];
    console.warn = (line: string) => void lines.push(line);
    act();
    console.warn = warn;
    return lines;
  };

  it('[HOST-4] lets the first definition win, in silence for the same version', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    const lines = warnings(() => {
      expect(defineElement('dw-twice', First, '1.0.0')).to.equal(true);
      expect(defineElement('dw-twice', First, '1.0.0')).to.equal(true);
      expect(defineElement('dw-twice', Second, '1.0.0')).to.equal(false);
    });
    expect(lines).to.deep.equal([]);
    expect(document.createElement('dw-twice')).to.be.instanceOf(First);
  });

  it('tells another version once', () => {
    class First extends HTMLElement {}
    const lines = warnings(() => {
      defineElement('dw-versions', First, '1.0.0');
      defineElement('dw-versions', class extends HTMLElement {}, '2.0.0');
      defineElement('dw-versions', class extends HTMLElement {}, '2.0.0');
    });
    expect(lines).to.deep.equal(['<dw-versions> 2.0.0 was not registered: 1.0.0 is already there.']);
  });
});
