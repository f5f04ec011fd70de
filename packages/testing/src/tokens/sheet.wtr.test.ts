import {expect, fixture, html} from '@open-wc/testing';

import {contrastOf, hexOf, screenColour} from '../contrast.js';
import {settled} from '../widget/harness.js';

import {TEXT_PAIRS} from './list.js';
import {defineTokenSheet, type TokenSheetElement} from './sheet.element.js';

defineTokenSheet();

const sheetIn = async (theme: string): Promise<TokenSheetElement> => {
  const sheet = await fixture<TokenSheetElement>(
    html`<dw-token-sheet data-dw-theme=${theme}></dw-token-sheet>`,
  );
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

  it('are those of the design: its measured figures, but for the rounding of other engines', async () => {
    const figures = (sheet: TokenSheetElement): readonly number[] =>
      [...(sheet.shadowRoot?.querySelectorAll('.pair .num') ?? [])].map(({textContent}) =>
        Number(textContent),
      );
    const light = figures(await sheetIn('light'));
    const dark = figures(await sheetIn('dark'));
    expect(light).to.have.length(TEXT_PAIRS.length);
    const near = (all: readonly number[], index: number, figure: number): void => {
      expect(all[index]).to.be.closeTo(figure, 0.06);
    };
    // text, muted and accent on surface; input outline on surface
    for (const [front, lightFigure, darkFigure] of [
      ['text', 17.06, 15],
      ['text-muted', 5.84, 7.2],
      ['accent', 6.98, 8.09],
      ['border-control', 3.16, 3.79],
    ] as const) {
      const index = TEXT_PAIRS.findIndex((pair) => pair.front === front && pair.back === 'surface');
      near(light, index, lightFigure);
      near(dark, index, darkFigure);
    }
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
    expect(hexOf(screenColour('color-mix(in oklab, black, white)'))).to.equal(
      hexOf(screenColour('oklab(0.5 0 0)')),
    );
  });
});
