// Sheets of pages, as they are met. The resets are written by hand after what the widespread ones do; nothing is copied.

/** Rules that no page should have, and many do. */
export const HOSTILE: Readonly<Record<string, string>> = {
  '* {all: unset !important}': 'body, body * { all: unset !important }',
  '* {all: revert !important}': 'body, body * { all: revert !important }',
  'the usual properties with !important for everything': `* {
    font: italic 900 31px/3 "Comic Sans MS", cursive !important;
    font-variant: small-caps !important;
    color: rgb(255, 0, 255) !important;
    background: rgb(255, 255, 0) !important;
    letter-spacing: 4px !important;
    word-spacing: 9px !important;
    text-transform: uppercase !important;
    text-align: right !important;
    text-indent: 30px !important;
    text-shadow: 1px 1px red !important;
    white-space: pre !important;
    word-break: break-all !important;
    overflow-wrap: normal !important;
    hyphens: auto !important;
    caret-color: red !important;
    cursor: crosshair !important;
    list-style: square !important;
    quotes: none !important;
    tab-size: 1 !important;
    accent-color: red !important;
    user-select: none !important;
    -webkit-user-select: none !important;
    -webkit-text-fill-color: lime !important;
    color-scheme: only light !important;
    box-sizing: content-box !important;
    margin: 1px !important;
    padding: 1px !important;
    border: 1px solid red !important;
    outline: 1px solid red !important;
    box-shadow: 0 0 3px red !important;
    border-radius: 0 !important;
    float: none !important;
    transition: all 0s !important;
  }`,
  'rules for every div, button, input and section':
    'div, button, input, section, p, svg, ul, li, label, textarea { position: absolute !important; display: none !important; inline-size: 3px !important; opacity: 0 !important }',
};

/** In the manner of three that are on a great many pages. */
export const RESETS: Readonly<Record<string, string>> = {
  'a reset that empties every element (as Eric Meyer’s, public domain)': `
    html, body, div, span, h1, h2, h3, p, a, em, img, strong, dl, dt, dd, ol, ul, li, fieldset, form, label, table, td, section
      { margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline }
    body { line-height: 1 }
    ol, ul { list-style: none }
    table { border-collapse: collapse; border-spacing: 0 }`,
  'a normalising sheet with a form of its own (as Bootstrap’s, MIT)': `
    *, *::before, *::after { box-sizing: border-box }
    body { margin: 0; font: 400 1rem/1.5 system-ui; color: #212529; -webkit-text-size-adjust: 100% }
    h1, h2, h3 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2 }
    button, input, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit }
    [role="button"], button { cursor: pointer }
    [hidden] { display: none !important }`,
  'a preflight (as Tailwind’s, MIT), with its motion taken away': `
    *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
    html { line-height: 1.5; tab-size: 4; font-family: ui-serif, Georgia }
    h1, h2, h3 { font-size: inherit; font-weight: inherit }
    button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; background: transparent; border-radius: 0 }
    img, svg, video, iframe { display: block; vertical-align: middle }
    * { animation-duration: 1ms !important; transition-duration: 1ms !important; scroll-behavior: auto !important }`,
};

/** What stands around the desk. */
export const SURROUNDINGS: Readonly<Record<string, string>> = {
  'transformed and filtered':
    '#ancestor { transform: rotate(0.01deg) translateX(4px); filter: saturate(0.9); perspective: 500px; will-change: transform }',
  'that clip and contain':
    '#ancestor { overflow: auto; contain: content; inline-size: 720px; block-size: 560px; position: relative; z-index: 0 }',
  'that are zoomed in': '#ancestor { zoom: 1.25 }',
  'in a page that is zoomed out': 'html { zoom: 0.8 }',
};
