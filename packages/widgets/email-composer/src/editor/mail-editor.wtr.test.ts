import {expect, fixture, html} from '@open-wc/testing';
import {defineStage} from '@deskwire/testing/stage.js';
import {Harness, settled} from '@deskwire/testing/widgets.js';

import {mailHtmlOf} from './mail-html.js';
import type {MailEditorElement} from './mail-editor.element.js';
import {defineMailEditor} from './define-mail-editor.js';

defineStage();
defineMailEditor();

const mount = async (props: Partial<MailEditorElement> = {}) => {
  const stage = await fixture<HTMLElement>(
    html`<dw-stage><dw-mail-editor .label=${'Reply'}></dw-mail-editor></dw-stage>`,
  );
  const editor = stage.querySelector('dw-mail-editor')!;
  Object.assign(editor, props);
  await settled(stage);
  return {editor, stage: new Harness(stage)};
};

describe('dw-mail-editor', () => {
  it('writes', async () => {
    const {editor, stage} = await mount();
    editor.focus();
    await stage.type('hello');
    await stage.click('button', 'Bold');
    await stage.type(' world');
    expect(mailHtmlOf(editor.doc)).to.equal('<p>hello<strong> world</strong></p>');
    await stage.click('button', 'Table');
    await stage.press('Enter');
    await settled(editor);
    console.log(mailHtmlOf(editor.doc));
    expect(stage.text).to.contain('Add row');
  });
});
