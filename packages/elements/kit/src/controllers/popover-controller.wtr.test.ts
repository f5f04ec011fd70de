import {html, nothing, type TemplateResult} from 'lit';
import {expect} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {Harness, settled} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';
import {DeskwireElement} from '../element.js';
import {defineButton} from '../primitives/register.js';
import {popoverStyles} from '../styles/popover.styles.js';
import {surfaceStyles} from '../styles/surface.styles.js';

import {placeBelow} from './place-below.js';
import {PopoverController} from './popover-controller.js';

class MenuElement extends DeskwireElement {
  static override styles = [surfaceStyles, popoverStyles];

  readonly menu = new PopoverController(this, {
    anchor: () => this.renderRoot.querySelector('.anchor'),
    popover: () => this.renderRoot.querySelector('.popover'),
    focus: () => this.renderRoot.querySelector('input'),
  });

  protected override render(): TemplateResult {
    return html`<dw-button
        class="anchor"
        .expanded=${this.menu.open}
        @click=${() => {
          this.menu.toggle();
        }}
        >Open</dw-button
      >
      <div class="popover top" popover="manual">
        ${
          this.menu.open
            ? html`<input aria-label="Search" />
                <p>Text</p>`
            : nothing
        }
      </div>
      <button>Elsewhere</button>`;
  }
}
defineButton();
defineElement('dw-menu', MenuElement, '0');

const mount = async (): Promise<{element: MenuElement; harness: Harness; surface: HTMLElement}> => {
  const element = document.createElement('dw-menu') as MenuElement;
  document.body.append(element);
  await settled(element);
  const surface = element.shadowRoot?.querySelector<HTMLElement>('.popover');
  if (!surface) throw new Error('no surface');
  return {element, harness: new Harness(element), surface};
};

const pressAt = async (x: number, y: number): Promise<void> => {
  await sendMouse({type: 'click', position: [Math.round(x), Math.round(y)]});
};

describe('PopoverController', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('opens in the top layer under its anchor, and puts the focus where it is wanted', async () => {
    const {element, harness, surface} = await mount();
    await harness.click('button', 'Open');
    expect(surface.matches(':popover-open')).to.equal(true);
    expect(harness.focused).to.equal('textbox "Search"');
    const anchor = element.shadowRoot?.querySelector('.anchor')?.getBoundingClientRect();
    const {top, left} = surface.getBoundingClientRect();
    expect(top - (anchor?.bottom ?? 0)).to.be.within(3, 5);
    expect(left - (anchor?.left ?? 0)).to.be.within(-1, 1);
  });

  it('closes by Escape, gives the focus back, and keeps the key from the page', async () => {
    const {harness, surface} = await mount();
    let escapes = 0;
    const hear = ({key}: KeyboardEvent): void => void (escapes += key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', hear);
    await harness.click('button', 'Open');
    await harness.press('Escape');
    document.removeEventListener('keydown', hear);
    expect(surface.matches(':popover-open')).to.equal(false);
    expect(harness.focused).to.equal('button "Open"');
    expect(escapes).to.equal(0);
  });

  it('closes by a press outside, not by one inside', async () => {
    const {harness, surface} = await mount();
    await harness.click('button', 'Open');
    const {right, bottom} = surface.getBoundingClientRect();
    await pressAt(right - 4, bottom - 4);
    await harness.settled();
    expect(surface.matches(':popover-open')).to.equal(true);
    await pressAt(right + 40, bottom + 40);
    await harness.settled();
    expect(surface.matches(':popover-open')).to.equal(false);
  });

  it('closes when the focus goes on to something else', async () => {
    const {harness, surface} = await mount();
    await harness.click('button', 'Open');
    await harness.focus('button', 'Elsewhere');
    expect(surface.matches(':popover-open')).to.equal(false);
    expect(harness.focused).to.equal('button "Elsewhere"');
  });

  it('closes when its host is taken away, and can be opened again', async () => {
    const {element, harness, surface} = await mount();
    await harness.click('button', 'Open');
    element.remove();
    expect(element.menu.open).to.equal(false);
    document.body.append(element);
    await harness.settled();
    expect(surface.matches(':popover-open')).to.equal(false);
    await harness.click('button', 'Open');
    expect(surface.matches(':popover-open')).to.equal(true);
  });
});

describe('placeBelow, for browsers without anchor positioning', () => {
  const box = (top: string, left: string): {anchor: HTMLElement; surface: HTMLElement} => {
    const anchor = document.createElement('button');
    const surface = document.createElement('div');
    Object.assign(anchor.style, {position: 'fixed', top, left, width: '80px', height: '30px', padding: '0'});
    Object.assign(surface.style, {width: '200px', height: '100px', border: '0', padding: '0'});
    surface.popover = 'manual';
    document.body.append(anchor, surface);
    surface.showPopover();
    return {anchor, surface};
  };

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('puts the surface under the anchor', () => {
    const {anchor, surface} = box('50px', '60px');
    const stop = placeBelow(surface, anchor);
    const {top, left} = surface.getBoundingClientRect();
    expect([top, left]).to.deep.equal([84, 60]);
    stop();
  });

  it('puts it over the anchor where there is no room below, and keeps it in view', () => {
    const {anchor, surface} = box(`${innerHeight - 40}px`, `${innerWidth - 50}px`);
    const stop = placeBelow(surface, anchor);
    const {bottom, right} = surface.getBoundingClientRect();
    expect(bottom).to.equal(innerHeight - 44);
    expect(right).to.be.at.most(innerWidth - 8);
    stop();
  });

  it('follows until it is stopped', () => {
    const {anchor, surface} = box('50px', '60px');
    const stop = placeBelow(surface, anchor);
    anchor.style.top = '90px';
    window.dispatchEvent(new Event('resize'));
    expect(surface.getBoundingClientRect().top).to.equal(124);
    stop();
    anchor.style.top = '10px';
    window.dispatchEvent(new Event('resize'));
    expect(surface.getBoundingClientRect().top).to.equal(124);
  });
});
