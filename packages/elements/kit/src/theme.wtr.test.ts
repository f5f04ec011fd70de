import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {css, html, type TemplateResult} from 'lit';
import {settled} from '@deskwire/testing/widgets.js';

import {defineElement} from './define-element.js';
import {DeskwireElement} from './element.js';

class SwatchElement extends DeskwireElement {
  static override styles = css`
    div {
      width: var(--dw-size-control);
      color: var(--dw-color-accent);
      background: var(--dw-color-surface);
      font-family: var(--dw-font-family);
      border-radius: var(--dw-radius-control);
      border-top-left-radius: var(--dw-radius-chip);
    }
  `;

  protected override render(): TemplateResult {
    return html`<div>x</div>`;
  }
}
defineElement('dw-swatch', SwatchElement, '0');

const isChromium = /Chrom/.test(navigator.userAgent);

const mount = async (parent: Element): Promise<SwatchElement> => {
  const element = document.createElement('dw-swatch') as SwatchElement;
  parent.append(element);
  await settled(element);
  return element;
};

const styleOf = (element: Element): CSSStyleDeclaration => {
  const box = element.shadowRoot?.querySelector('div');
  if (!box) throw new Error('nothing rendered');
  return getComputedStyle(box);
};

/** How light a background is, from its own numbers: oklch's and rgb's grow with the light. */
const isLight = (element: Element): boolean => {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('no canvas');
  canvas.fillStyle = styleOf(element).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  return (canvas.getImageData(0, 0, 1, 1).data[0] ?? 0) > 127;
};

const changed = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

describe('the theme', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => {
    page.remove();
    delete document.documentElement.dataset['dwTheme'];
  });

  it('follows data-dw-theme of the document, while it runs', async () => {
    const element = await mount(page);
    document.documentElement.dataset['dwTheme'] = 'dark';
    await changed();
    expect(isLight(element)).to.equal(false);
    document.documentElement.dataset['dwTheme'] = 'light';
    await changed();
    expect(isLight(element)).to.equal(true);
  });

  it('takes the nearest one, the own first, and through the shadow roots of others', async () => {
    document.documentElement.dataset['dwTheme'] = 'light';
    page.dataset['dwTheme'] = 'dark';
    const host = document.createElement('div');
    page.append(host);
    const root = host.attachShadow({mode: 'open'});
    const inside = document.createElement('div');
    root.append(inside);
    const element = await mount(inside);
    expect(isLight(element)).to.equal(false);
    inside.dataset['dwTheme'] = 'light';
    await changed();
    expect(isLight(element)).to.equal(true);
    element.dataset['dwTheme'] = 'dark';
    await changed();
    expect(isLight(element)).to.equal(false);
  });

  it('is right again after a move', async () => {
    page.dataset['dwTheme'] = 'dark';
    const element = await mount(page);
    expect(isLight(element)).to.equal(false);
    const other = document.createElement('div');
    other.dataset['dwTheme'] = 'light';
    document.body.append(other);
    other.append(element);
    expect(isLight(element)).to.equal(true);
    other.remove();
  });

  it('follows the system where the page says nothing', async function (this: Mocha.Context) {
    if (!isChromium) this.skip();
    const element = await mount(page);
    await emulateMedia({colorScheme: 'dark'});
    expect(isLight(element)).to.equal(false);
    await emulateMedia({colorScheme: 'light'});
    expect(isLight(element)).to.equal(true);
  });

  it('gives way to the system palette in forced colours', async function (this: Mocha.Context) {
    if (!isChromium) this.skip();
    const element = await mount(page);
    const before = styleOf(element).color;
    await emulateMedia({forcedColors: 'active'});
    expect(styleOf(element).color).not.to.equal(before);
    await emulateMedia({forcedColors: 'none'});
  });

  it('lets the page turn four knobs', async () => {
    const element = await mount(page);
    for (const [knob, value] of [
      ['--dw-accent', 'rgb(1, 2, 3)'],
      ['--dw-font', 'serif'],
      ['--dw-radius', '4px'],
      ['--dw-density', '0.875'],
    ] as const) {
      page.style.setProperty(knob, value);
    }
    const style = styleOf(element);
    expect(style.color).to.equal('rgb(1, 2, 3)');
    expect(style.fontFamily).to.equal('serif');
    expect(style.borderBottomLeftRadius).to.equal('4px');
    expect(style.borderTopLeftRadius).to.equal('3px');
    expect(style.width).to.equal('28px');
  });

  it('changes nothing on the page and nothing on its own attributes', async () => {
    const sheets = document.adoptedStyleSheets.length;
    page.dataset['dwTheme'] = 'dark';
    const element = await mount(page);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
    expect(document.head.querySelector('style')).to.equal(null);
    expect(element.getAttributeNames()).to.deep.equal([]);
  });
});
