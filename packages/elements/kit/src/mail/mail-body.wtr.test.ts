import {expect} from '@open-wc/testing';

import {mountMail, unmountMails} from './mail-body.harness.js';

describe('MailBodyElement', () => {
  afterEach(unmountMails);

  it('shows the text of a mail that has no HTML, and tells that nothing is kept back', async () => {
    const {element, told} = await mountMail({text: 'Hello <b>there</b>\nhttps://carrier.example'});
    const text = element.shadowRoot?.querySelector('.text');
    expect(text?.textContent).to.equal('Hello <b>there</b>\nhttps://carrier.example');
    expect(text?.querySelector('a')?.href).to.equal('https://carrier.example/');
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
  });

  it('shows HTML as its writer meant it, in a frame in which nothing can run', async () => {
    const {element, doc, text, told} = await mountMail({
      html: '<p style="color: red">Red</p><style>.a{font-weight:700}</style><b class="a">B</b><script>top.x=1</script>',
    });
    const frame = element.shadowRoot?.querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).to.equal('allow-same-origin');
    expect(text.trim()).to.equal('Red\n\nB');
    expect(getComputedStyle(doc.querySelector('p') as Element).color).to.equal('rgb(255, 0, 0)');
    expect(getComputedStyle(doc.querySelector('.a') as Element).fontWeight).to.equal('700');
    expect(told).to.deep.equal([{blocked: 0, hasQuote: false}]);
    expect(frame?.getBoundingClientRect().height).to.be.greaterThan(40);
  });
});
