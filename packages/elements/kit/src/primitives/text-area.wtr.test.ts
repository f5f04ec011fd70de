import {expect, fixture, html} from '@open-wc/testing';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, settled} from '@deskwire/testing/widgets.js';

import {defineTextArea} from './register.js';
import type {TextAreaElement} from './text-area.element.js';

defineStage();
defineTextArea();

interface Setup {
  readonly area: TextAreaElement;
  readonly stage: Harness;
  readonly submits: () => number;
}

const mount = async (props: Partial<TextAreaElement> = {}): Promise<Setup> => {
  let submits = 0;
  const stage = await fixture<HTMLElement>(
    html`<dw-stage
      ><dw-text-area .label=${'Message'} @dw-submit=${() => (submits += 1)}></dw-text-area
    ></dw-stage>`,
  );
  const area = stage.querySelector('dw-text-area');
  if (!area) throw new Error('no text area');
  Object.assign(area, props);
  await settled(stage);
  return {area, stage: new Harness(stage), submits: () => submits};
};

describe('dw-text-area', () => {
  it('takes what is typed, and Enter submits while Shift+Enter is a new line', async () => {
    const {area, stage, submits} = await mount();
    area.focus();
    await stage.type('one');
    await stage.press('Shift+Enter');
    await stage.type('two');
    await stage.press('Enter');
    expect(area.value).to.equal('one\ntwo');
    expect(submits()).to.equal(1);
  });

  it('does not submit the Enter that ends a composition', async () => {
    const {stage, submits} = await mount();
    const box = stage.get('textbox', 'Message');
    box.focus();
    box.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, composed: true}),
    );
    box.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Process', code: 'Enter', keyCode: 229, bubbles: true}),
    );
    expect(submits()).to.equal(0);
  });

  it('grows with its text up to a limit, and shrinks again', async () => {
    const {area, stage} = await mount();
    const heightOf = async (value: string): Promise<number> => {
      area.value = value;
      await stage.settled();
      return area.getBoundingClientRect().height;
    };
    const empty = await heightOf('');
    const five = await heightOf('a\nb\nc\nd\ne');
    const most = await heightOf('a\n'.repeat(60));
    expect(five).to.be.greaterThan(empty);
    expect(most).to.be.greaterThan(five);
    expect(most).to.be.lessThan(280);
    const box = stage.get('textbox');
    expect(box.getBoundingClientRect().bottom).to.be.at.most(area.getBoundingClientRect().bottom);
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    expect(await heightOf('')).to.equal(empty);
  });

  it('counts near the limit, and loses nothing over it', async () => {
    const {area, stage} = await mount({max: 20});
    area.focus();
    await stage.type('a'.repeat(17));
    expect(stage.text).not.to.contain('/ 20');
    await stage.type('a');
    expect(stage.text).to.contain('18 / 20');
    await stage.type('aaaaa');
    expect(area.value).to.have.length(23);
    expect(area.over).to.equal(true);
    expect(stage.text).to.contain('23 / 20');
    expect(stage.get('textbox').getAttribute('aria-invalid')).to.equal('true');
    expect(stage.description('textbox')).to.contain('23 / 20');
  });

  it('says what is wrong in a region that was there before', async () => {
    const {area, stage} = await mount();
    const region = area.shadowRoot?.querySelector('[role="alert"]');
    area.error = 'Not sent';
    await stage.settled();
    expect(region?.textContent).to.equal('Not sent');
    expect(stage.description('textbox')).to.contain('Not sent');
  });

  it('inserts where the caret is, as if typed', async () => {
    const {area, stage} = await mount({value: 'Hello Kim'});
    const box = stage.get('textbox') as HTMLTextAreaElement;
    let inputs = 0;
    area.addEventListener('input', () => (inputs += 1));
    box.setSelectionRange(5, 9);
    area.insert(', Lee');
    expect(area.value).to.equal('Hello, Lee');
    expect(box.selectionStart).to.equal(10);
    expect(inputs).to.equal(1);
  });

  it('is emptied from outside, also right after typing', async () => {
    const {area, stage} = await mount();
    area.focus();
    await stage.type('x');
    area.value = '';
    await stage.settled();
    expect((stage.get('textbox') as HTMLTextAreaElement).value).to.equal('');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}`, async () => {
      const {stage} = await mount({
        max: 10,
        value: 'too long for it',
        error: 'Too long',
        placeholder: 'Write',
      });
      stage.element.dataset['dwTheme'] = theme;
      await stage.settled();
      await expect(stage.element).to.be.accessible();
    });
  }
});
