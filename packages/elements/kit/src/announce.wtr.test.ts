import {expect} from '@open-wc/testing';
import {settled, textOf} from '@deskwire/testing/widgets.js';

import {announce, announcerFor} from './announce.js';

const regions = (urgency: string): readonly string[] =>
  [...document.querySelectorAll('dw-announcer')].map((announcer) => {
    const region = announcer.shadowRoot?.querySelector(`[aria-live="${urgency}"]`);
    return region ? textOf(region) : '';
  });

describe('announce', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('says it in one region per document and urgency, which is there before', async () => {
    const one = document.body.appendChild(document.createElement('p'));
    const two = document.body.appendChild(document.createElement('p'));
    const announcer = announcerFor(one);
    await settled(announcer);
    expect(regions('assertive')).to.deep.equal(['']);
    announce(one, 'Incoming call', 'assertive');
    announce(two, 'Saved');
    await settled(announcer);
    expect(regions('assertive')).to.deep.equal(['Incoming call']);
    expect(regions('polite')).to.deep.equal(['Saved']);
  });

  it('says the same thing twice when it happens twice', async () => {
    const one = document.body.appendChild(document.createElement('p'));
    announce(one, 'Incoming call');
    announce(one, 'Incoming call');
    await settled(announcerFor(one));
    expect(regions('polite')).to.deep.equal(['Incoming call Incoming call']);
  });

  it('speaks from within a modal dialog, around which all is inert', () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    const inside = dialog.appendChild(document.createElement('p'));
    dialog.showModal();
    expect(announcerFor(inside).parentElement).to.equal(dialog);
    dialog.close();
    expect(announcerFor(inside).parentElement).to.equal(document.body);
  });

  it('is never seen', async () => {
    const announcer = announcerFor(document.body.appendChild(document.createElement('p')));
    await settled(announcer);
    const {width, height} = announcer.getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
  });
});
