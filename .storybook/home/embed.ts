import type {ElementApi} from './manifest.js';
import type {WidgetPage} from './model.js';

/** A way into a page, as code to copy. */
export interface EmbedCode {
  readonly html: string;
  /** For a page with a build. */
  readonly install: string;
  readonly npm: string;
  /** For a page without one: the files of `npm run bundle`, below an address of one's own. */
  readonly script: string;
}

const ADAPTER = '@deskwire/adapter-gateway';

/** The file of a package among the bundles for a script tag. */
export const standalone = (folder: string): string => `/deskwire/standalone/${folder}/${folder}.js`;

/** As on the page, without what only a Storybook wants. */
const tagOf = ({tag, attributes = {}}: WidgetPage): string => {
  const list = Object.entries(attributes).filter(([name]) => name !== 'muted');
  return `<${tag}${list.map(([name, value]) => ` ${name}="${value}"`).join('')}></${tag}>`;
};

/** Which event of the page opens a dialog; which one, and where, is the page's affair. */
const OPENERS: Readonly<Record<string, string>> = {
  'dw-transfer-dialog': 'dw-transfer-open',
  'dw-consult-dialog': 'dw-consult-open',
};

const openerOf = (tag: string): string => {
  const event = OPENERS[tag];
  if (!event) return '';
  return `
desk.addEventListener('${event}', ({detail}) => {
  document.querySelector('${tag}').open(detail.interactionId);
});`;
};

const agentCode = ({tag}: WidgetPage): string => `const url = 'https://gateway.example';
const desk = document.querySelector('dw-desk');
const {token} = await signIn({url, user, password});
desk.port = gatewayPort({url, token});${openerOf(tag)}`;

const visitorCode = ({tag}: WidgetPage): string => `const url = 'https://gateway.example';
const desk = document.querySelector('dw-desk');
document.querySelector('${tag}').start = async (form) => {
  const {token} = await visit({url, ...form});
  desk.port = gatewayPort({url, token});
};`;

/** The code for one element; names come from its manifest and its package. */
export const embedCode = (page: WidgetPage, api: ElementApi): EmbedCode => {
  const isVisitor = page.side === 'customer';
  const names = `{gatewayPort, ${isVisitor ? 'visit' : 'signIn'}}`;
  const code = isVisitor ? visitorCode(page) : agentCode(page);
  const html = `<dw-desk>\n  ${tagOf(page)}\n</dw-desk>`;
  const scripts = ['desk', api.folder].map(
    (folder) => `<script type="module" src="${standalone(folder)}"></script>`,
  );
  return {
    html,
    install: `npm install @deskwire/desk ${api.packageName} ${ADAPTER}`,
    npm: `import ${names} from '${ADAPTER}';
import '@deskwire/desk/define.js';
import '${api.define}';

${code}`,
    script: `${scripts.join('\n')}
${html}
<script type="module">
import ${names} from '${standalone('adapter-gateway')}';

${code}
</script>`,
  };
};
