import {expect, fixture, html} from '@open-wc/testing';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, pressKey, settled} from '@deskwire/testing/widgets.js';

import {endCallIcon, holdIcon} from '../icons.js';

import type {ButtonElement} from './button.element.js';
import {BUTTON_VARIANTS} from './button.element.js';
import {defineButton} from './register.js';

defineStage();
defineButton();

const mount = async (
  content: unknown,
  theme = 'light',
): Promise<{stage: Harness; button: ButtonElement; clicks: () => number}> => {
  let clicks = 0;
  const stage = await fixture<HTMLElement>(
    html`<dw-stage data-dw-theme=${theme} @click=${() => (clicks += 1)}>${content}</dw-stage>`,
  );
  await settled(stage);
  const button = stage.querySelector('dw-button');
  if (!button) throw new Error('no button');
  return {stage: new Harness(stage), button, clicks: () => clicks};
};

describe('dw-button', () => {
  it('is a button with its text as its name, and clicks once by pointer, Enter and Space', async () => {
    const {stage, button, clicks} = await mount(html`<dw-button>${holdIcon}Hold</dw-button>`);
    stage.get('button', 'Hold').click();
    button.focus();
    await pressKey('Enter');
    await pressKey('Space');
    expect(clicks()).to.equal(3);
    expect(stage.focused).to.equal('button "Hold"');
  });

  it('takes no click while pending, keeps its width and its focus, and says that it is busy', async () => {
    const {stage, button, clicks} = await mount(html`<dw-button>${holdIcon}Hold</dw-button>`);
    const {width} = button.getBoundingClientRect();
    button.focus();
    button.pending = true;
    await button.updateComplete;
    stage.get('button', 'Hold').click();
    button.click();
    await pressKey('Enter');
    expect(clicks()).to.equal(0);
    expect(button.getBoundingClientRect().width).to.equal(width);
    expect(stage.focused).to.equal('button "Hold"');
    expect(stage.get('button', 'Hold').getAttribute('aria-busy')).to.equal('true');
    expect(stage.isLive('button', 'Hold')).to.equal(false);
  });

  it('keeps the width of an icon alone while pending', async () => {
    const {button} = await mount(html`<dw-button icon .label=${'Hold'}>${holdIcon}</dw-button>`);
    const {width, height} = button.getBoundingClientRect();
    expect(width).to.equal(height);
    button.pending = true;
    await button.updateComplete;
    expect(button.getBoundingClientRect().width).to.equal(width);
  });

  it('stays focusable with a reason, describes itself with it, and takes no click', async () => {
    const reason = 'Resume the customer before you end the call.';
    const {stage, button, clicks} = await mount(
      html`<dw-button variant="danger" .reason=${reason}>${endCallIcon}End</dw-button>`,
    );
    button.focus();
    await pressKey('Enter');
    button.click();
    expect(stage.focused).to.equal('button "End"');
    expect(stage.description('button', 'End')).to.equal(reason);
    expect(stage.isLive('button', 'End')).to.equal(false);
    expect(clicks()).to.equal(0);
  });

  it('submits its form only when it says so, and not while it has a reason', async () => {
    let submits = 0;
    const handle = (event: Event): void => {
      event.preventDefault();
      submits += 1;
    };
    const {stage, button} = await mount(html`<form @submit=${handle}><dw-button>Plain</dw-button></form>`);
    stage.get('button', 'Plain').click();
    expect(submits).to.equal(0);
    button.type = 'submit';
    stage.get('button', 'Plain').click();
    expect(submits).to.equal(1);
    button.reason = 'Not now';
    stage.get('button', 'Plain').click();
    expect(submits).to.equal(1);
  });

  it('says whether it is pressed, and whether what it opens is open', async () => {
    const {stage} = await mount(
      html`<dw-button .pressed=${true} .expanded=${false} .popup=${'menu'}>Mute</dw-button>`,
    );
    const inner = stage.get('button', 'Mute');
    expect(inner.getAttribute('aria-pressed')).to.equal('true');
    expect(inner.getAttribute('aria-expanded')).to.equal('false');
    expect(inner.getAttribute('aria-haspopup')).to.equal('menu');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in every variant, ${theme}`, async () => {
      const {stage} = await mount(
        html`${BUTTON_VARIANTS.map(
          (variant) =>
            html`<dw-button variant=${variant}>${holdIcon}Hold</dw-button>
              <dw-button variant=${variant} .reason=${'Not now'}>${holdIcon}Hold</dw-button>
              <dw-button variant=${variant} pending>${holdIcon}Hold</dw-button>
              <dw-button variant=${variant} icon .label=${'Hold'}>${holdIcon}</dw-button>`,
        )}`,
        theme,
      );
      await expect(stage.element).to.be.accessible();
    });
  }
});
