import {expect, fixture, html} from '@open-wc/testing';
import {refuse, type Refusal} from '@deskwire/domain';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, pasteEvent, settled} from '@deskwire/testing/widgets.js';

import {defineMailEditor} from './define-mail-editor.js';
import {docOfHtml} from './doc-of-html.js';
import {docOfText, EMPTY_DOC} from './doc.js';
import type {ImageKeeper, MailDoc} from './editor.types.js';
import type {MailEditorElement} from './mail-editor.element.js';
import {mailHtmlOf} from './mail-html.js';

defineStage();
defineMailEditor();

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const png = (name: string): File =>
  new File([Uint8Array.from(atob(PNG), (one) => one.charCodeAt(0))], name, {type: 'image/png'});

/** Keeps images when the test says so. */
class Keeper implements ImageKeeper {
  readonly added: File[] = [];
  readonly #answers: ((answer: {id: string} | Refusal) => void)[] = [];

  add(file: File): Promise<{id: string} | Refusal> {
    this.added.push(file);
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  url(id: string): Promise<string | undefined> {
    return Promise.resolve(id === 'gone' ? undefined : `data:image/png;base64,${PNG}`);
  }

  answer(answer: {id: string} | Refusal): void {
    this.#answers.shift()?.(answer);
  }
}

interface Setup {
  readonly editor: MailEditorElement;
  readonly stage: Harness;
  readonly changes: () => number;
  readonly files: File[];
  readonly html: () => string;
}

const mount = async (props: Partial<MailEditorElement> = {}, lang = 'en'): Promise<Setup> => {
  let changes = 0;
  const files: File[] = [];
  const stage = await fixture<HTMLElement>(
    html`<dw-stage lang=${lang}
      ><dw-mail-editor
        .label=${'Reply'}
        @dw-editor-change=${() => (changes += 1)}
        @dw-editor-files=${({detail}: CustomEvent<{files: File[]}>) => files.push(...detail.files)}
      ></dw-mail-editor
    ></dw-stage>`,
  );
  const editor = stage.querySelector('dw-mail-editor');
  if (!editor) throw new Error('no editor');
  Object.assign(editor, props);
  await settled(stage);
  const setup = {editor, stage: new Harness(stage), changes: () => changes, files};
  return {...setup, html: () => mailHtmlOf(editor.doc)};
};

const doc = (text: string): MailDoc => docOfHtml(text, document);

/** A paste, or a drop in the middle of the text. */
const bring = async (
  {editor, stage}: Setup,
  type: 'paste' | 'drop',
  set: (data: DataTransfer) => void,
): Promise<Event> => {
  const data = new DataTransfer();
  set(data);
  const box = stage.get('textbox', 'Reply');
  const {left, top} = box.getBoundingClientRect();
  const event =
    type === 'paste'
      ? pasteEvent(data)
      : new DragEvent('drop', {
          dataTransfer: data,
          clientX: left + 20,
          clientY: top + 20,
          bubbles: true,
          cancelable: true,
        });
  box.dispatchEvent(event);
  await settled(editor);
  return event;
};

const TOOLS = [
  ['Heading 1', 'Bold', 'Italic', 'Underline', 'Strike-through', 'Text colour'],
  ['Ordered list', 'Bullet list', 'Block quote', 'Outdent', 'Indent', 'Table', 'Link'],
].flat();

const namesOf = (elements: readonly HTMLElement[]): readonly (string | null)[] =>
  elements.map((element) => element.getAttribute('aria-label'));

describe('dw-mail-editor', () => {
  describe('the toolbar', () => {
    it('[MAIL-6] has the thirteen tools in one stop of Tab, moved by the arrows, Home and End', async () => {
      const {editor, stage} = await mount();
      const tools = stage.all('button').filter((tool) => tool.closest('[role="toolbar"]'));
      expect(namesOf(tools)).to.deep.equal(TOOLS);
      expect(tools.filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
      editor.focus();
      await stage.press('Alt+F10');
      expect(stage.focused).to.equal('button "Heading 1"');
      await stage.press('ArrowLeft');
      expect(stage.focused).to.equal('button "Link"');
      await stage.press('Home');
      await stage.press('ArrowRight');
      expect(stage.focused).to.equal('button "Bold"');
      await stage.press('End');
      expect(stage.focused).to.equal('button "Link"');
      await stage.press('Escape');
      expect(stage.focused).to.equal('textbox "Reply"');
    });

    it('[MAIL-6] has the words of the glossary in Korean', async () => {
      const {stage} = await mount({}, 'ko');
      for (const name of ['제목 1', '굵게', '순서 기준 목록', '블록 따옴표', '왼쪽 들여쓰기', '표', '링크'])
        expect(stage.find('button', name), name).to.exist;
    });

    it('says which tools are on, and why others are not', async () => {
      const {editor, stage} = await mount({doc: doc('<ul><li>one</li></ul>')});
      editor.focus();
      await stage.settled();
      expect(stage.get('button', 'Bullet list').ariaPressed).to.equal('true');
      expect(stage.isLive('button', 'Heading 1')).to.equal(false);
      expect(stage.description('button', 'Heading 1')).to.contain('Not possible in a list');
      expect(stage.description('button', 'Indent')).to.contain('Cannot be indented further');
      await stage.click('button', 'Heading 1');
      expect(mailHtmlOf(editor.doc)).to.equal('<ul><li>one</li></ul>');
    });

    it('[MAIL-6] names a tool and its keys where the focus is, and wraps below 480 px', async () => {
      const {editor, stage} = await mount();
      editor.focus();
      await stage.press('Alt+F10');
      await stage.press('ArrowRight');
      expect(stage.text).to.match(/Bold\s*(Ctrl\+|⌘)B/);
      stage.element.style.width = '320px';
      await stage.settled();
      const tops = new Set(stage.all('button').map((tool) => tool.offsetTop));
      expect(tops.size).to.equal(2);
      for (const tool of stage.all('button')) expect(tool.offsetWidth).to.be.greaterThan(20);
    });

    it('leaves the selection where it is when a tool is pressed', async () => {
      const {editor, stage} = await mount();
      editor.focus();
      const event = new MouseEvent('mousedown', {bubbles: true, cancelable: true});
      stage.get('button', 'Bold').dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    });

    it('[MAIL-6] makes a table of the size that the arrows span', async () => {
      const {editor, stage, html} = await mount();
      editor.focus();
      await stage.click('button', 'Table');
      expect(stage.focused).to.equal('gridcell "3 rows, 3 columns"');
      await stage.press('ArrowRight');
      await stage.press('ArrowUp');
      expect(stage.focused).to.equal('gridcell "2 rows, 4 columns"');
      await stage.press('Enter');
      expect(html().match(/<tr>/g)).to.have.length(2);
      expect(html().match(/<th/g)).to.have.length(4);
      expect(stage.find('toolbar', 'Table tools')).to.exist;
      expect(stage.isLive('button', 'Table')).to.equal(false);
    });

    it('[MAIL-6] adds and deletes rows and columns, the header row and the table', async () => {
      const {editor, stage, html} = await mount({
        doc: doc('<table><tr><td>a</td><td>b</td></tr></table><p>c</p>'),
      });
      editor.focus();
      await stage.settled();
      const cells = () => [html().match(/<tr>/g)?.length, html().match(/<t[dh][ >]/g)?.length];
      await stage.click('button', 'Add row');
      await stage.click('button', 'Add column');
      expect(cells()).to.deep.equal([2, 6]);
      await stage.click('button', 'Header row');
      expect(html().match(/<th/g)).to.have.length(3);
      await stage.click('button', 'Delete column');
      await stage.click('button', 'Delete row');
      expect(cells()).to.deep.equal([1, 2]);
      await stage.click('button', 'Delete row');
      expect(html()).to.equal('<p>c</p>');
    });

    it('opens menus that Escape closes: back to the tool, or to the text that they were opened from', async () => {
      const {editor, stage} = await mount({doc: docOfText('text')});
      editor.focus();
      await stage.click('button', 'Text colour');
      expect(stage.focused).to.equal('menuitemradio "Default"');
      await stage.press('ArrowRight');
      expect(stage.focused).to.equal('menuitemradio "Red"');
      await stage.press('Escape');
      expect(stage.focused).to.equal('button "Text colour"');
      editor.focus();
      await stage.press('Control+k');
      expect(stage.focused).to.equal('textbox "Link address"');
      await stage.press('Escape');
      expect(stage.focused).to.equal('textbox "Reply"');
    });
  });

  describe('what it holds', () => {
    it('tells of what was written, not of what was set', async () => {
      const {editor, stage, changes} = await mount();
      editor.doc = docOfText('draft');
      expect(changes()).to.equal(0);
      editor.focus();
      await stage.press('End');
      await stage.type('!');
      expect(changes()).to.equal(1);
      const mine = editor.doc;
      expect(editor.doc).to.equal(mine);
      editor.doc = JSON.parse(JSON.stringify(mine)) as MailDoc;
      await stage.type('?');
      expect(mailHtmlOf(editor.doc)).to.equal('<p>draft!?</p>');
    });

    it('begins anew with another mail, and undoes a template', async () => {
      const {editor, stage, html, changes} = await mount({doc: docOfText('one')});
      editor.focus();
      await stage.press('Control+z');
      expect(html()).to.equal('<p>one</p>');
      editor.replaceDoc(docOfText('template'));
      expect(changes()).to.equal(1);
      expect(html()).to.equal('<p>template</p>');
      await stage.press('Control+z');
      expect(html()).to.equal('<p>one</p>');
    });

    it('keeps at least the text of what an older version stored', async () => {
      const old = {
        type: 'doc',
        content: [
          {type: 'list_item', content: [{type: 'paragraph', content: [{type: 'text', text: 'kept'}]}]},
        ],
      };
      const {html} = await mount({doc: old as MailDoc});
      expect(html()).to.equal('<p>kept</p>');
    });

    it('[MAIL-5] marks the places that a template left open, and goes to the first', async () => {
      const {editor, stage, html} = await mount({doc: docOfText('Order {{order.id}} of {{day}}')});
      expect(editor.selectBlank()).to.equal(true);
      await stage.type('4711');
      expect(html()).to.equal('<p>Order 4711 of {{day}}</p>');
      editor.doc = EMPTY_DOC;
      expect(editor.selectBlank()).to.equal(false);
    });

    it('cannot be changed while it is disabled, and can be read', async () => {
      const {editor, stage, html} = await mount({disabled: true, doc: docOfText('fixed')});
      const box = stage.get('textbox', 'Reply');
      expect(box.getAttribute('aria-readonly')).to.equal('true');
      box.focus();
      await stage.type('x');
      await bring({editor, stage} as Setup, 'paste', (data) => {
        data.setData('text/plain', 'y');
      });
      expect(html()).to.equal('<p>fixed</p>');
      expect(stage.description('button', 'Bold')).to.contain('cannot be changed now');
    });

    it('goes on after it was taken out and put back', async () => {
      const {editor, stage, html} = await mount({doc: docOfText('a')});
      const parent = editor.parentElement;
      editor.remove();
      parent?.append(editor);
      await stage.settled();
      editor.focus();
      await stage.press('End');
      await stage.type('b');
      expect(html()).to.equal('<p>ab</p>');
    });
  });

  describe('images', () => {
    it('[MAIL-6] stand in the text once they are kept, with a place until then', async () => {
      const images = new Keeper();
      const setup = await mount({images, doc: docOfText('see')});
      const {editor, stage, html, changes} = setup;
      editor.focus();
      await stage.press('End');
      await bring(setup, 'paste', (data) => data.items.add(png('the bill.png')));
      expect(stage.text).to.contain('Uploading the bill.png');
      expect(editor.uploading).to.equal(1);
      expect(html()).to.equal('<p>see</p>');
      const before = changes();
      images.answer({id: 'kept-1'});
      await stage.settled();
      await stage.settled();
      expect(html()).to.contain('<p>see<img src="cid:kept-1" alt="the bill" width="1" height="1"');
      expect(editor.uploading).to.equal(0);
      expect(changes()).to.be.greaterThan(before);
    });

    it('[MAIL-6] say why they could not be kept, are tried again and given up', async () => {
      const images = new Keeper();
      const setup = await mount({images});
      const {editor, stage} = setup;
      await bring(setup, 'drop', (data) => data.items.add(png('photo.png')));
      images.answer(refuse('DW_FILE_FULL'));
      await stage.settled();
      expect(stage.text).to.contain('photo.png was not uploaded: The server has no room');
      await stage.click('button', 'Try again');
      expect(images.added).to.have.length(2);
      images.answer(refuse('DW_FILE_BROKEN'));
      await stage.settled();
      await stage.click('button', 'Remove');
      expect(stage.text).not.to.contain('photo.png');
      expect(editor.uploading).to.equal(0);
    });

    it('[MAIL-6] are described and sized when they are selected', async () => {
      const images = new Keeper();
      const {stage, html} = await mount({
        images,
        doc: doc('<p><img src="cid:kept" alt="" width="400" height="200"></p>'),
      });
      const image = stage.element
        .querySelector('dw-mail-editor')
        ?.shadowRoot?.querySelector<HTMLElement>('.image');
      image?.dispatchEvent(
        new MouseEvent('mousedown', {
          bubbles: true,
          cancelable: true,
          button: 0,
          clientX: image.getBoundingClientRect().left + 9,
          clientY: image.getBoundingClientRect().top + 9,
        }),
      );
      image?.dispatchEvent(
        new MouseEvent('mouseup', {
          bubbles: true,
          cancelable: true,
          button: 0,
          clientX: image.getBoundingClientRect().left + 9,
          clientY: image.getBoundingClientRect().top + 9,
        }),
      );
      await stage.settled();
      await stage.click('button', 'Small');
      expect(html()).to.contain('width="160" height="80"');
      await stage.focus('textbox', /Alternative text/);
      await stage.type('The bill');
      await stage.press('Enter');
      expect(html()).to.contain('alt="The bill"');
      await stage.click('button', 'Remove image');
      expect(html()).to.equal('<p><br></p>');
    });

    it('are files for the mail where they are none of the text', async () => {
      const setup = await mount({images: new Keeper()});
      await bring(setup, 'drop', (data) =>
        data.items.add(new File(['x'], 'form.pdf', {type: 'application/pdf'})),
      );
      expect(setup.files.map(({name}) => name)).to.deep.equal(['form.pdf']);
      const without = await mount();
      await bring(without, 'paste', (data) => data.items.add(png('a.png')));
      expect(without.files.map(({name}) => name)).to.deep.equal(['a.png']);
    });

    it('that are not there any more say so', async () => {
      const {stage} = await mount({images: new Keeper(), doc: doc('<p><img src="cid:gone" alt=""></p>')});
      await stage.settled();
      expect(stage.text).to.contain('Image not available');
    });
  });

  describe('a paste', () => {
    it('is the editor’s own to read, and tells what it left out', async () => {
      const setup = await mount();
      const event = await bring(setup, 'paste', (data) => {
        data.setData('text/html', '<p>a<img src="https://t.example/x.png"></p>');
        data.setData('text/plain', 'a');
      });
      expect(event.defaultPrevented).to.equal(true);
      expect(setup.html()).to.equal('<p>a</p>');
      expect(setup.stage.text).to.contain('1 image was left out');
      await setup.stage.click('button', 'Dismiss');
      expect(setup.stage.text).not.to.contain('left out');
    });

    it('of cells goes into cells', async () => {
      const setup = await mount({
        doc: doc('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'),
      });
      setup.editor.focus();
      await bring(setup, 'paste', (data) => {
        data.setData('text/html', '<table><tr><td>1</td><td>2</td></tr></table>');
        data.setData('text/plain', '1\t2');
      });
      expect(setup.html().match(/<table/g)).to.have.length(1);
      expect(setup.html()).to.match(/>1<\/td>.*>2<\/td>.*>c<\/td>.*>d<\/td>/);
    });

    it('can be dropped instead, where the pointer is', async () => {
      const setup = await mount({doc: docOfText('one')});
      await bring(setup, 'drop', (data) => {
        data.setData('text/html', '<p onclick="x()"><b>two</b></p>');
        data.setData('text/plain', 'two');
      });
      // Where exactly depends on the letters' width.
      expect(setup.html()).to.contain('<strong>two</strong>').and.not.contain('onclick');
      expect(setup.html().replace(/<strong>two<\/strong>|<[^>]+>/g, '')).to.equal('one');
    });

    it('of an image that is contained in the HTML uploads it', async () => {
      const images = new Keeper();
      const setup = await mount({images});
      await bring(setup, 'paste', (data) => {
        data.setData('text/html', `<p>a<img src="data:image/png;base64,${PNG}"></p>`);
        data.setData('text/plain', 'a');
      });
      expect(images.added.map(({type}) => type)).to.deep.equal(['image/png']);
      expect(setup.stage.text).not.to.contain('left out');
    });
  });

  it('writes lists and quotes by their marks', async () => {
    const {editor, stage, html} = await mount();
    editor.focus();
    await stage.type('- a');
    await stage.press('Enter');
    await stage.press('Enter');
    await stage.type('1. b');
    expect(html()).to.equal('<ul><li>a</li></ul><ol><li>b</li></ol>');
  });

  it('leaves the shadow roots of others as they are, where they know no selection', async () => {
    const {prototype} = ShadowRoot;
    const own = Object.getOwnPropertyDescriptor(prototype, 'getSelection');
    if (own) Reflect.deleteProperty(prototype, 'getSelection');
    try {
      const {editor, stage, html} = await mount();
      editor.focus();
      await stage.type('a');
      expect(html()).to.equal('<p>a</p>');
      expect('getSelection' in prototype).to.equal(false);
    } finally {
      if (own) Object.defineProperty(prototype, 'getSelection', own);
    }
  });

  it('keeps nothing of a hundred that came and went', async () => {
    const {editor, stage} = await mount({doc: docOfText('a')});
    const parent = editor.parentElement;
    const count = () => document.querySelectorAll('dw-announcer').length;
    const before = count();
    for (let round = 0; round < 100; round += 1) {
      editor.remove();
      parent?.append(editor);
    }
    await stage.settled();
    expect(editor.shadowRoot?.querySelectorAll('.prose')).to.have.length(1);
    expect(count()).to.equal(before);
    editor.focus();
    await stage.press('End');
    await stage.type('b');
    expect(mailHtmlOf(editor.doc)).to.equal('<p>ab</p>');
  });

  it('lets go of what it watches', async () => {
    const {editor, stage} = await mount({doc: docOfText('a')});
    editor.remove();
    await stage.settled();
    expect(editor.shadowRoot?.querySelector('.prose')).to.equal(null);
  });
});
