import {expect, fixture, html} from '@open-wc/testing';

import * as icons from './icons.js';

/** Half a unit of 240 is less than can be seen; a curve may bulge by as much. */
const BULGE = 0.5;

describe('icons', () => {
  it('are drawn within their box, each of them', async () => {
    const drawn = Object.entries(icons).map(([name, icon]) => html`<span id=${name}>${icon}</span>`);
    const all = await fixture(html`<div>${drawn}</div>`);
    const outside = [...all.children].filter(({firstElementChild: svg}) => {
      const {x, y, width, height} = (svg as SVGSVGElement).getBBox();
      const isIn = (start: number, size: number, from: number): boolean =>
        size > 0 && start >= from - BULGE && start + size <= from + 240 + BULGE;
      return !isIn(x, width, 0) || !isIn(y, height, -240);
    });
    expect(all.children.length).to.be.greaterThan(50);
    expect(outside.map(({id}) => id)).to.deep.equal([]);
  });
});
