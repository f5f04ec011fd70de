import {expect} from '@open-wc/testing';
import {defineElement} from '@deskwire/kit';
import {mountWidget, pasteEvent, unmountAll} from '@deskwire/testing/widgets.js';

import {CcFieldElement} from './cc-field.element.js';

defineElement('dw-cc-field', CcFieldElement, '0.1.0');

const mount = async (set: Partial<CcFieldElement> = {}) => {
  const {element, harness, container} = await mountWidget<CcFieldElement>('dw-cc-field', {width: 420});
  Object.assign(element, set);
  await harness.settled();
  await harness.focus('textbox', 'Cc');
  return {element, harness, container, chips: () => element.value.chips};
};

const paste = async (element: CcFieldElement, text: string): Promise<void> => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  element.renderRoot.querySelector('input')?.dispatchEvent(pasteEvent(clipboardData));
  await element.updateComplete;
};

describe('the field for recipients', () => {
  afterEach(unmountAll);

  it('[MAIL-4] makes a chip by Enter, comma, semicolon, Tab and when it is left', async () => {
    const {harness, chips, element, container} = await mount();
    // Tab goes on to it; behind the last control of a page some browsers leave the page.
    container.append(document.createElement('button'));
    await harness.type('a@b.example');
    await harness.press('Enter');
    await harness.type('b@b.example,c@b.example;');
    expect(chips()).to.deep.equal(['a@b.example', 'b@b.example', 'c@b.example']);
    await harness.type('d@b.example');
    await harness.press('Tab');
    expect(chips().at(-1)).to.equal('d@b.example');
    await harness.focus('textbox', 'Cc');
    await harness.type('김민수 <e@b.example>');
    element.renderRoot.querySelector('input')?.blur();
    await harness.settled();
    expect(chips().at(-1)).to.equal('김민수 <e@b.example>');
    expect(harness.text).to.contain('김민수 <e@b.example>');
  });

  it('keeps a comma that belongs to a name in quotes', async () => {
    const {harness, chips} = await mount();
    await harness.type('"Kim, Min-su" <a@b.example>');
    await harness.press('Enter');
    expect(chips()).to.deep.equal(['"Kim, Min-su" <a@b.example>']);
  });

  it('[MAIL-4] takes a pasted list, and cells of a spreadsheet', async () => {
    const {element, chips} = await mount();
    await paste(element, 'Name <a@b.example>, c@d.example');
    await paste(element, '홍길동\thong@x.kr\r\n이순신\tlee@x.kr\r\n');
    expect(chips()).to.deep.equal([
      ...['Name <a@b.example>', 'c@d.example', '홍길동 <hong@x.kr>', '이순신 <lee@x.kr>'],
    ]);
  });

  it('[MAIL-4] marks what is no address in words, and keeps it until it is put right', async () => {
    const {harness, chips} = await mount();
    await harness.type('finance@b');
    await harness.press('Enter');
    expect(harness.text).to.contain('Not an email address');
    expect(harness.get('textbox', 'Cc').getAttribute('aria-invalid')).to.equal('true');
    await harness.press('Backspace');
    expect(harness.focused).to.equal('button "Remove finance@b. Not an email address"');
    await harness.press('F2');
    expect(chips()).to.deep.equal([]);
    await harness.press('End');
    await harness.type('.example');
    await harness.press('Enter');
    expect(chips()).to.deep.equal(['finance@b.example']);
    expect(harness.text).not.to.contain('Not an email address');
  });

  it('[MAIL-4] selects the last chip by Backspace, moves by arrows, and takes out with the focus kept', async () => {
    const {element, harness, chips} = await mount({
      value: {chips: ['a@b.example', 'b@b.example', 'c@b.example', 'd@b.example'], text: ''},
    });
    await harness.press('Backspace');
    expect(harness.focused).to.equal('button "Remove d@b.example"');
    expect(chips()).to.have.length(4);
    await harness.press('Backspace');
    expect(harness.focused).to.equal('button "Remove c@b.example"');
    await harness.press('ArrowLeft');
    await harness.press('ArrowLeft');
    expect(harness.focused).to.equal('button "Remove a@b.example"');
    await harness.press('Delete');
    expect(harness.focused).to.equal('button "Remove b@b.example"');
    await harness.press('End');
    expect(harness.focused).to.equal('textbox "Cc"');
    element.renderRoot.querySelector<HTMLElement>('.out')?.click();
    await harness.settled();
    expect(harness.focused).to.equal('button "Remove c@b.example"');
    await harness.press('Delete');
    expect(harness.focused).to.equal('textbox "Cc"');
    expect(chips()).to.deep.equal([]);
  });

  it('[MAIL-4] adds nobody twice, nobody who gets it anyway, and at most 50, and says so', async () => {
    const {element, harness, chips} = await mount({
      skip: ['help@b.example'],
      fixed: [{address: 'ops@b.example'}],
      value: {chips: ['a@b.example'], text: ''},
    });
    await paste(element, 'A@B.example, help@b.example, OPS@b.example, new@b.example');
    await harness.settled();
    expect(chips()).to.deep.equal(['a@b.example', 'new@b.example']);
    expect(harness.text).to.contain('1 was there already. 2 get the email anyway');
    await paste(element, Array.from({length: 60}, (_, at) => `n${at}@b.example`).join('\n'));
    await harness.settled();
    expect(chips()).to.have.length(50);
    expect(harness.text).to.contain('12 were left out: at most 50 recipients are allowed');
  });

  it('moves the other way where the writing runs from right to left', async () => {
    const {element, harness} = await mount({value: {chips: ['a@b.example', 'b@b.example'], text: ''}});
    element.style.direction = 'rtl';
    await harness.press('ArrowRight');
    expect(harness.focused).to.equal('button "Remove b@b.example"');
    await harness.press('ArrowRight');
    expect(harness.focused).to.equal('button "Remove a@b.example"');
  });

  it('leaves a composition alone', async () => {
    const {element, chips} = await mount();
    const input = element.renderRoot.querySelector('input');
    input?.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
        keyCode: 229,
      }),
    );
    expect(chips()).to.deep.equal([]);
  });

  it('shows a few of many who get it anyway, and the rest when asked', async () => {
    const fixed = Array.from({length: 40}, (_, at) => ({address: `n${at}@b.example`}));
    const {harness} = await mount({fixed});
    expect(harness.text).not.to.contain('n39@b.example');
    await harness.click('button', '34 more');
    expect(harness.text).to.contain('n39@b.example');
  });
});
