import {html, type TemplateResult} from 'lit';
import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {expect, fn, userEvent, waitFor} from 'storybook/test';
import {refuse} from '@deskwire/domain';
import {defineStage} from '@deskwire/testing/stage.js';

import {defineMailEditor} from './define-mail-editor.js';
import {docOfHtml} from './doc-of-html.js';
import {EMPTY_DOC} from './doc.js';
import type {ImageKeeper, MailDoc} from './editor.types.js';
import type {MailEditorElement} from './mail-editor.element.js';
import {mailHtmlOf} from './mail-html.js';
import {mailTextOf} from './mail-text.js';
import {SHORTCUTS} from './tools.js';

defineStage();
defineMailEditor();

interface Args {
  readonly doc: () => MailDoc;
  readonly disabled: boolean;
  readonly images: ImageKeeper | undefined;
  readonly placeholder: string;
  readonly onChange: () => void;
}

/** A small picture, drawn here: stories fetch nothing. */
const picture = async (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(320, 120);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#dfe7f7';
  context.fillRect(0, 0, 320, 120);
  context.fillStyle = '#1a56b0';
  context.font = '600 22px sans-serif';
  context.fillText('November bill', 20, 68);
  return canvas.convertToBlob();
};

const keeps = (): ImageKeeper => {
  const kept = new Map<string, string>();
  return {
    add: async (file) => {
      const id = `kept-${kept.size + 1}`;
      kept.set(id, URL.createObjectURL(file));
      return Promise.resolve({id});
    },
    url: async (id) => kept.get(id) ?? URL.createObjectURL(await picture()),
  };
};

const never: ImageKeeper = {add: () => new Promise(() => undefined), url: () => Promise.resolve(undefined)};
const refuses: ImageKeeper = {
  add: () => Promise.resolve(refuse('DW_FILE_FULL')),
  url: () => Promise.resolve(undefined),
};

const of = (text: string) => (): MailDoc => docOfHtml(text, document);
const isKorean = (): boolean => document.documentElement.lang === 'ko';

const REPLY_EN = `<p>Dear Jung Da-in,</p><p>You are right: both lines were charged twice. We refund <b>24,800 KRW</b> in total.</p>
<table><tr><th>Line</th><th>Charged</th><th>Refund</th></tr><tr><td>010-4827-1934</td><td>12,400</td><td>12,400</td></tr>
<tr><td>010-4827-1935</td><td>12,400</td><td>12,400</td></tr></table>
<ol><li>Send us the account number with the attached form.</li><li>The refund arrives within two working days.</li></ol>`;
const REPLY_KO = `<p>정다인 님께,</p><p>말씀하신 대로 두 회선 모두 두 번 청구되었습니다. 합계 <b>24,800원</b>을 환불합니다.</p>
<table><tr><th>회선</th><th>청구</th><th>환불</th></tr><tr><td>010-4827-1934</td><td>12,400</td><td>12,400</td></tr>
<tr><td>010-4827-1935</td><td>12,400</td><td>12,400</td></tr></table>
<ol><li>첨부한 양식에 계좌 번호를 적어 보내 주세요.</li><li>영업일 기준 이틀 안에 입금됩니다.</li></ol>`;

const reply = (): MailDoc => docOfHtml(isKorean() ? REPLY_KO : REPLY_EN, document);

const meta: Meta<Args> = {
  title: 'Widgets/dw-email-composer/Editor',
  component: 'dw-mail-editor',
  args: {doc: reply, disabled: false, images: keeps(), placeholder: '', onChange: fn()},
  argTypes: {doc: {control: false}, images: {control: false}},
  render: ({doc, disabled, images, placeholder, onChange}, {globals}): TemplateResult =>
    html`<dw-stage>
      <dw-mail-editor
        .doc=${doc()}
        .label=${globals['language'] === 'ko' ? '회신' : 'Reply'}
        .placeholder=${placeholder}
        .disabled=${disabled}
        .images=${images}
        @dw-editor-change=${onChange}
      ></dw-mail-editor>
    </dw-stage>`,
};
export default meta;

type Story = StoryObj<Args>;

const editorIn = (canvas: HTMLElement): MailEditorElement => {
  const editor = canvas.querySelector('dw-mail-editor');
  if (!editor) throw new Error('no editor');
  return editor;
};

/** A part of the editor, by its selector; it may be on its way. */
const part = (canvas: HTMLElement, selector: string): Promise<HTMLElement> =>
  waitFor(() => {
    const found = editorIn(canvas).shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  });

/** Presses a tool as a pointer does: the text keeps the focus. */
const press = async (canvas: HTMLElement, tool: string): Promise<void> => {
  (await part(canvas, `[data-tool="${tool}"]`)).click();
};

const paste = async (canvas: HTMLElement, items: Readonly<Record<string, string>>): Promise<void> => {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(items)) clipboardData.setData(type, text);
  const text = await part(canvas, '.prose');
  text.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
};

export const Playground: Story = {};

// ---- states ----

/** Nothing is written yet. */
export const Empty: Story = {args: {doc: () => EMPTY_DOC, placeholder: 'Write a reply'}};

/** Everything that a mail can have. */
export const Everything: Story = {
  args: {
    doc: of(`<h1>Refund of November</h1><p>Plain, <b>bold</b>, <i>italic</i>, <u>underlined</u>, <s>struck</s> and
      <span style="color:#b3261e">red</span>, <span style="color:#1e6b34">green</span>, <span style="color:#1a56b0">blue</span>;
      a <a href="https://carrier.example/refund">link</a>.</p><p style="margin-left:40px">Indented once.</p>
      <ul><li>first<ul><li>deeper</li></ul></li><li>second</li></ul><blockquote><p>You were charged twice.</p></blockquote>
      <p><img src="cid:bill" alt="November bill" width="320" height="120"></p><p>שלום, right to left.</p>`),
  },
};

/** A template left places open that nobody could fill: they are marked until they are. */
export const OpenPlaces: Story = {
  args: {doc: of('<p>Dear {{customer.name}},</p><p>your order {{order.id}} is on its way.</p>')},
};

/** The caret is in a table: its tools are beside it. */
export const InATable: Story = {
  play: async ({canvasElement}) => {
    editorIn(canvasElement).focus();
    await userEvent.click(await part(canvasElement, 'td'));
    await part(canvasElement, '.caret-bar');
  },
};

/** Colours have names, so that nobody has to tell them apart by eye. */
export const Colours: Story = {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'colour');
    await part(canvasElement, '[role="menu"]');
  },
};

/** The size of a table, by pointer or arrows. */
export const TableSize: Story = {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'table');
    await part(canvasElement, '[role="grid"]');
  },
};

/** What is no address says so. */
export const WrongLink: Story = {
  play: async ({canvasElement}) => {
    await press(canvasElement, 'link');
    const field = await part(canvasElement, '#address');
    await userEvent.type(field, 'our page');
    (await part(canvasElement, 'button[type="submit"]')).click();
    await part(canvasElement, '#address-why');
  },
};

/** An image is on its way. */
export const ImageOnItsWay: Story = {
  args: {images: never},
  play: async ({canvasElement}) => {
    editorIn(canvasElement).insertImages([new File(['x'], 'november-bill.png', {type: 'image/png'})]);
    await part(canvasElement, '.waiting');
  },
};

/** An image could not be uploaded. */
export const ImageFailed: Story = {
  args: {images: refuses},
  play: async ({canvasElement}) => {
    editorIn(canvasElement).insertImages([new File(['x'], 'november-bill.png', {type: 'image/png'})]);
    await part(canvasElement, '.waiting.failed');
  },
};

/** Something of a paste was left out. */
export const PasteNotice: Story = {
  play: async ({canvasElement}) => {
    await paste(canvasElement, {
      'text/html': '<p>a<img src="https://elsewhere.example/a.png"></p>',
      'text/plain': 'a',
    });
    await part(canvasElement, '.notice');
  },
};

/** The text cannot be changed for now; every tool says so. */
export const Disabled: Story = {args: {disabled: true}};

// ---- behaviours ----

/** A tool keeps the selection; what is pasted takes its place; what is written leaves as HTML for every mail client and as text. */
export const Behaviours: Story = {
  args: {doc: of('<p>We refund {{amount}}.</p>')},
  play: async ({canvasElement, args}) => {
    const editor = editorIn(canvasElement);
    await part(canvasElement, '.prose');
    await expect(editor.selectBlank()).toBe(true);
    await press(canvasElement, 'bold');
    await expect(mailHtmlOf(editor.doc)).toBe('<p>We refund <strong>{{amount}}</strong>.</p>');
    await paste(canvasElement, {'text/html': '<p><u>24,800</u></p>', 'text/plain': '24,800'});
    await expect(mailHtmlOf(editor.doc)).toBe('<p>We refund <u>24,800</u>.</p>');
    await expect(mailTextOf(editor.doc)).toBe('We refund 24,800.');
    await expect(args.onChange).toHaveBeenCalledTimes(2);
  },
};

// ---- accessibility ----

/**
 * The text box is a multi-line textbox with a name; the toolbar is one stop of Tab. Tab leaves the text, but for lists and
 * tables, where it moves within; Escape and then Tab always leaves. All keys are in the table below the editor.
 */
export const Accessibility: Story = {
  render: ({doc, images}, {globals}) =>
    html`<dw-stage>
      <dw-mail-editor
        .doc=${doc()}
        .label=${globals['language'] === 'ko' ? '회신' : 'Reply'}
        .images=${images}
      ></dw-mail-editor>
      <table>
        <caption>
          Keys (Mod is Ctrl, on macOS Command)
        </caption>
        <thead>
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          ${SHORTCUTS.map(
            ({keys, does}) =>
              html`<tr>
                <td><kbd>${keys}</kbd></td>
                <td>${does}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </dw-stage>`,
  play: async ({canvasElement}) => {
    const text = await part(canvasElement, '.prose');
    await expect(text.getAttribute('role')).toBe('textbox');
    await expect(text.getAttribute('aria-multiline')).toBe('true');
    await expect(text.getAttribute('aria-label')).toBeTruthy();
    const tools = editorIn(canvasElement).shadowRoot?.querySelectorAll('.tools button') ?? [];
    await expect([...tools].filter((tool) => (tool as HTMLElement).tabIndex === 0)).toHaveLength(1);
    for (const tool of tools) await expect(tool.getAttribute('aria-label')).toBeTruthy();
  },
};
