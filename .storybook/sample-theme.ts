import crm from '../examples/themes/crm.css?inline';

/** Themes of the toolbar that are more than a scheme: the very files of the example, each with the scheme it is for. */
const SAMPLES: Readonly<Record<string, {readonly css: string; readonly scheme: string}>> = {
  crm: {css: crm, scheme: 'light'},
};

const sheet = new CSSStyleSheet();

/** Dresses the document in a theme as a host page does: a style sheet and an attribute. `auto` follows the system. */
export const wearTheme = (theme: string): void => {
  const {css = '', scheme = theme} = SAMPLES[theme] ?? {};
  sheet.replaceSync(css);
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const page = document.documentElement;
  if (scheme === 'auto') delete page.dataset['dwTheme'];
  else page.dataset['dwTheme'] = scheme;
};
