// A page with the mail editor inside two nested shadow roots, as a widget stands in a widget of a host page.
import {docOfHtml} from '../../packages/widgets/email-composer/src/editor/doc-of-html.js';
import {docOfText} from '../../packages/widgets/email-composer/src/editor/doc.js';
import {defineMailEditor} from '../../packages/widgets/email-composer/src/editor/define-mail-editor.js';
import {mailHtmlOf} from '../../packages/widgets/email-composer/src/editor/mail-html.js';
import {mailTextOf} from '../../packages/widgets/email-composer/src/editor/mail-text.js';

/** Timers that are still to run, the library's own among them. */
const timers = new Set<unknown>();
const {setTimeout: set, clearTimeout: clear} = window;
Object.assign(window, {
  setTimeout: (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]): number => {
    const id = set(() => {
      timers.delete(id);
      run(...given);
    }, delay);
    timers.add(id);
    return id;
  },
  clearTimeout: (id?: number): void => {
    timers.delete(id);
    clear(id);
  },
});

defineMailEditor();

const nested = (tag: string, inside: Element): HTMLElement => {
  const host = document.createElement(tag);
  host.attachShadow({mode: 'open'}).append(inside);
  return host;
};

const editor = document.createElement('dw-mail-editor');
editor.label = 'Reply';
const before = document.createElement('button');
before.textContent = 'before';
const after = document.createElement('button');
after.textContent = 'after';
const inner = nested('x-inner', editor);
const outer = nested('x-outer', inner);
const main = document.createElement('main');
main.append(before, outer, after);
document.body.append(main);

const kept = new Map<string, string>();

const editorPage = {
  editor,
  /** Nothing is put off any more. */
  isAtRest: () => timers.size === 0,
  html: () => mailHtmlOf(editor.doc),
  text: () => mailTextOf(editor.doc),
  start: (html: string) => {
    editor.doc = docOfHtml(html, document);
    editor.focus();
  },
  startText: (text: string) => {
    editor.doc = docOfText(text);
    editor.focus();
  },
  /** Takes it out of one tree and into another. */
  remount: () => {
    editor.remove();
    outer.shadowRoot?.append(nested('x-other', editor));
    editor.focus();
  },
  keepImages: () => {
    editor.images = {
      add: (file) => {
        const id = `kept-${kept.size + 1}`;
        kept.set(id, URL.createObjectURL(file));
        return Promise.resolve({id});
      },
      url: (id) => Promise.resolve(kept.get(id)),
    };
  },
};

/** What the tests ask the page. */
export type EditorPage = typeof editorPage;

Object.assign(globalThis, {editorPage});
