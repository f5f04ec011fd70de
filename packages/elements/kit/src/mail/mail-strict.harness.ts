// The script of a page with the strictest policy that we promise to work under: a mail inside two shadow roots.
import {mountMail} from './mail-body.harness.js';

/** What the page that runs this is asked. */
export interface StrictPage {
  /** Shows a mail. @returns How its first paragraph looks, what can be read, and what the page's policy had to forbid. */
  show(html: string): Promise<{color: string; weight: string; text: string; violations: readonly string[]}>;
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
  violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
});

const shadowIn = (parent: Node): ShadowRoot => {
  const host = document.createElement('div');
  parent.appendChild(host);
  return host.attachShadow({mode: 'open'});
};

const show: StrictPage['show'] = async (html) => {
  const stage = await mountMail({html, text: 'As text'}, {parent: shadowIn(shadowIn(document.body))});
  const written = stage.element.shadowRoot?.querySelector('.text');
  if (written) return {color: '', weight: '', text: written.parentElement?.innerText ?? '', violations};
  const {doc, text} = stage;
  doc.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
    violations.push(`in the frame: ${effectiveDirective} ${blockedURI}`);
  });
  const paragraph = doc.querySelector('p');
  const {color, fontWeight} = getComputedStyle(paragraph ?? doc.body);
  return {color, weight: fontWeight, text, violations};
};

(globalThis as {strictPage?: StrictPage}).strictPage = {show};
