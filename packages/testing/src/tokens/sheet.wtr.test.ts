import {expect, fixture, html} from '@open-wc/testing';

import {contrastOf, hexOf, screenColour} from '../contrast.js';
import {settled} from '../widget/harness.js';

import {defineTokenSheet, type TokenSheetElement} from './sheet.element.js';

defineTokenSheet();

const sheetIn = async (theme: string): Promise<TokenSheetElement> => {
  const sheet = await fixture<TokenSheetElement>(html`<dw-token-sheet data-dw-theme=${theme}></dw-token-sheet>`);
  await settled(sheet);
  return sheet;
};

describe('the design tokens', () => {
  for (const theme of ['light', 'dark']) {
    it(`keep their contrast, ${theme}`, async () => {
      const sheet = await sheetIn(theme);
      expect(sheet.isMeasured).to.equal(true);
      expect(sheet.failures).to.deep.equal([]);
    });
  }

  it('are those of the design: its measured figures', async () => {
    const light = (await sheetIn('light')).shadowRoot?.textContent ?? '';
    for (const figure of ['17.06', '5.84', '6.98', '3.16', '5.08']) expect(light).to.contain(figure);
    const dark = (await sheetIn('dark')).shadowRoot?.textContent ?? '';
    for (const figure of ['15.00', '7.20', '8.09', '3.79', '5.56']) expect(dark).to.contain(figure);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).to.equal(21);
    expect(contrastOf([119, 119, 119], [255, 255, 255])).to.equal(4.47);
    expect(contrastOf([255, 255, 255], [255, 255, 255])).to.equal(1);
  });

  it('is measured on what the screen shows', () => {
    expect(hexOf(screenColour('oklch(0.47 0.125 268)'))).to.equal('#3d55a0');
    expect(hexOf(screenColour('color-mix(in oklab, black, white)'))).to.equal(hexOf(screenColour('oklab(0.5 0 0)')));
  });
});
