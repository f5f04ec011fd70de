import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {settled, unmountAll} from '@deskwire/testing/widgets.js';

import {mountLog, type ProbeElement} from './conversation.harness.js';

describe('dw-compose-box', () => {
  afterEach(unmountAll);

  const write = async (element: ProbeElement, text: string): Promise<void> => {
    element.value = text;
    await settled(element);
  };

  it('sends by Enter and by the button, without the space around', async () => {
    const {element, harness} = await mountLog();
    await harness.focus('textbox', 'Message');
    await harness.type(' one ');
    await harness.press('Enter');
    await harness.click('button', 'Send');
    expect(element.heard).to.deep.equal(['dw-compose-send one', 'dw-compose-send one']);
  });

  it('sends nothing that is empty, and says why', async () => {
    const {element, harness} = await mountLog();
    await write(element, '  \n ');
    expect(harness.description('button', 'Send')).to.equal('Write a message first.');
    await harness.focus('textbox', 'Message');
    await sendKeys({press: 'Enter'});
    await harness.click('button', 'Send');
    expect(element.heard).to.deep.equal([]);
  });

  it('keeps a text that is too long, and says so', async () => {
    const {element, harness} = await mountLog();
    await write(element, 'a'.repeat(899));
    expect(harness.text).not.to.contain('/ 1000');
    await write(element, 'a'.repeat(1_001));
    expect(harness.text).to.match(/1,?001 \/ 1,?000/);
    expect(harness.text).to.contain('at most 1,000 characters. Nothing was cut.');
    await harness.click('button', 'Send');
    await harness.focus('textbox', 'Message');
    await harness.press('Enter');
    expect(element.heard).to.deep.equal([]);
    expect((harness.get('textbox', 'Message') as HTMLTextAreaElement).value.length).to.equal(1_001);
  });

  it('says what to do when it is closed', async () => {
    const {element, harness} = await mountLog();
    element.closed = 'The customer left. End the chat to wrap up.';
    await settled(element);
    expect(harness.text).to.contain('The customer left. End the chat to wrap up.');
    expect(harness.find('textbox')).to.equal(undefined);
    expect(harness.find('button', 'Send')).to.equal(undefined);
  });
});
