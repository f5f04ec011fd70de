import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {anActive} from '@deskwire/testing/fixtures.js';
import {unmountAll} from '@deskwire/testing/widgets.js';

import './define.js';

import {loadOutdial} from './outdial.element.js';
import {mountOutdial, type Outdial, type OutdialOptions} from './outdial.harness.js';

interface Page extends Outdial {
  readonly host: HTMLElement;
}

/** Stops what a browser without a phone would do with the link, after everybody has had a look at it. */
const swallow = (event: Event): void => {
  event.preventDefault();
};
let untouched = 0;
const count = (event: Event): void => {
  if (!event.defaultPrevented) untouched += 1;
};

const page = async (
  attributes: Readonly<Record<string, string>> = {'tel-links': 'ask'},
  options: OutdialOptions = {},
): Promise<Page> => {
  const outdial = await mountOutdial(options);
  for (const [name, value] of Object.entries(attributes)) outdial.element.setAttribute(name, value);
  const host = document.createElement('p');
  outdial.mounted.container.append(host);
  await outdial.harness.settled();
  return Object.assign(outdial, {host});
};

const link = ({host}: Page, href: string, set: Partial<HTMLAnchorElement> = {}): HTMLAnchorElement => {
  const anchor = Object.assign(document.createElement('a'), {href, textContent: 'Call us', ...set});
  host.append(anchor);
  return anchor;
};

const click = async (outdial: Page, on: HTMLElement, init: MouseEventInit = {}): Promise<void> => {
  on.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...init}));
  await outdial.harness.settled();
};

const numberField = ({harness}: Page): string =>
  (harness.find('textbox', 'Number to call') as HTMLInputElement | undefined)?.value ?? '';

describe('dw-outdial and the tel: links of a page', () => {
  before(async () => {
    await loadOutdial();
  });
  beforeEach(() => {
    untouched = 0;
    window.addEventListener('click', count);
    window.addEventListener('click', swallow);
  });
  afterEach(() => {
    window.removeEventListener('click', count);
    window.removeEventListener('click', swallow);
    unmountAll();
  });

  it('asks: opens the dialpad with the number in it, and the focus goes back to the link', async () => {
    const outdial = await page();
    const anchor = link(outdial, 'tel:+82%20(0)10-4827-1934;ext=3');
    anchor.focus();
    await sendKeys({press: 'Enter'});
    await outdial.harness.settled();
    expect(numberField(outdial)).to.equal('+821048271934');
    expect(outdial.harness.focused).to.equal('textbox "Number to call"');
    expect([outdial.stream.sent, untouched]).to.deep.equal([[], 0]);
    await outdial.harness.press('Escape');
    await outdial.harness.press('Escape');
    expect(outdial.isOpen).to.equal(false);
    expect(document.activeElement).to.equal(anchor);
  });

  it('asks in the address book where the profile allows no dialpad', async () => {
    const outdial = await page({'tel-links': ''}, {profile: {permissions: ['outdial']}});
    await click(outdial, link(outdial, 'tel:0215550142'));
    await outdial.calls();
    expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
  });

  it('calls at once where it shall', async () => {
    const outdial = await page({'tel-links': 'call', 'hide-button': ''});
    expect(outdial.harness.all('button')).to.deep.equal([]);
    await click(outdial, link(outdial, 'tel:02-1555-0142'));
    expect(outdial.stream.last).to.deep.equal({type: 'outdial.call', number: '0215550142'});
    expect([outdial.isOpen, untouched]).to.deep.equal([false, 0]);
    await outdial.taken();
    await outdial.fails('customer-unanswered');
    expect(outdial.notice).to.contain('The customer did not answer.');
    const box = outdial.harness.get('group').getBoundingClientRect();
    expect(box.bottom).to.be.lessThan(innerHeight);
    expect(box.height).to.be.greaterThan(0);
  });

  it('asks nevertheless where letters were left out or the number cannot be dialled, and says so', async () => {
    const outdial = await page({'tel-links': 'call'});
    await click(outdial, link(outdial, 'tel:1-800-555-FLOWERS'));
    expect(numberField(outdial)).to.equal('1800555');
    expect(outdial.note).to.equal('Letters cannot be dialled and were left out.');
    await click(outdial, link(outdial, 'tel:4417'));
    expect(numberField(outdial)).to.equal('4417');
    expect(outdial.stream.sent).to.deep.equal([]);
  });

  it('says why no call can be made just now', async () => {
    const outdial = await page({'tel-links': 'call'}, {interactions: [anActive()]});
    await click(outdial, link(outdial, 'tel:0215550142'));
    expect(outdial.notice).to.contain('Finish the current call first.');
    expect(outdial.stream.sent).to.deep.equal([]);
  });

  it('sees links in open shadow roots, and what stands in a link', async () => {
    const outdial = await page();
    const root = outdial.host.attachShadow({mode: 'open'});
    root.innerHTML = '<a href="tel:0215550142"><b>Call us</b></a>';
    await click(outdial, root.querySelector('b') as HTMLElement);
    expect(numberField(outdial)).to.equal('0215550142');
  });

  it('leaves alone what the page has dealt with, and every other way to press a link', async () => {
    const outdial = await page();
    const handled = link(outdial, 'tel:0215550142');
    handled.addEventListener('click', swallow);
    await click(outdial, handled);
    const plain = link(outdial, 'tel:0215550142');
    for (const init of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {altKey: true}, {button: 1}])
      await click(outdial, plain, init);
    await click(outdial, link(outdial, 'tel:0215550142', {download: 'x'}));
    await click(outdial, link(outdial, 'tel:0215550142', {target: '_blank'}));
    await click(outdial, link(outdial, 'tel:call-us'));
    await click(outdial, link(outdial, 'mailto:a@b.example'));
    await click(outdial, link(outdial, '#there'));
    expect(outdial.isOpen).to.equal(false);
    expect(untouched).to.equal(10);
  });

  it('leaves links to the browser without the attribute, without the permission, and when it was taken away', async () => {
    const outdial = await page({});
    const anchor = link(outdial, 'tel:0215550142');
    await click(outdial, anchor);
    outdial.element.telLinks = 'ask';
    await outdial.harness.settled();
    outdial.element.removeAttribute('tel-links');
    outdial.element.telLinks = undefined;
    await outdial.harness.settled();
    await click(outdial, anchor);
    outdial.element.telLinks = 'ask';
    await outdial.harness.settled();
    outdial.element.remove();
    await click(outdial, anchor);
    expect(untouched).to.equal(3);
    unmountAll();
    const other = await page({'tel-links': 'call'}, {profile: {permissions: []}});
    await click(other, link(other, 'tel:0215550142'));
    expect(untouched).to.equal(4);
  });

  it('takes a click once where two widgets want it', async () => {
    const outdial = await page({'tel-links': 'call'});
    const twin = document.createElement('dw-outdial');
    twin.telLinks = 'call';
    outdial.mounted.container.append(twin);
    await outdial.harness.settled();
    await click(outdial, link(outdial, 'tel:0215550142'));
    expect(outdial.stream.sent).to.have.length(1);
  });

  describe('dial(), for pages', () => {
    it('tells what became of the call, with the ANI, and fires its events', async () => {
      const outdial = await page({});
      const outcome = outdial.element.dial('+82 10-4827-1934', {ani: '+82215770420'});
      await outdial.harness.settled();
      expect(outdial.harness.get('button', 'Outdial call').getAttribute('aria-busy')).to.equal('true');
      expect(outdial.stream.last).to.deep.equal({
        type: 'outdial.call',
        number: '+821048271934',
        ani: '+82215770420',
      });
      await outdial.taken();
      await outdial.fails('customer-rejected');
      expect(await outcome).to.deep.equal({kind: 'failed', reason: 'customer-rejected'});
      expect(outdial.heard).to.deep.equal(['dw-outdial-request', 'dw-outdial-done', 'dw-outdial-failed']);
    });

    it('is refused without a desk, for a number that cannot be dialled, and for an ANI that is none', async () => {
      const lonely = document.createElement('dw-outdial');
      document.body.append(lonely);
      const codeOf = async (outcome: ReturnType<typeof lonely.dial>): Promise<string> => {
        const end = await outcome;
        return end.kind === 'refused' ? end.refusal.code : end.kind;
      };
      expect(await codeOf(lonely.dial('0215550142'))).to.equal('DW_SEND_OFFLINE');
      lonely.remove();
      const outdial = await page({});
      expect(await codeOf(outdial.element.dial('call us'))).to.equal('DW_NUMBER_INVALID');
      expect(await codeOf(outdial.element.dial('060 555 0142'))).to.equal('DW_NUMBER_DIAL_PLAN');
      await outdial.harness.settled();
      expect(outdial.notice).to.contain('The dial plan (No premium) does not allow');
      expect(await codeOf(outdial.element.dial('0215550142', {ani: '1'}))).to.equal('DW_ANI_UNKNOWN');
      expect(outdial.stream.sent).to.deep.equal([]);
    });
  });
});
