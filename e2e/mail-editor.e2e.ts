import {expect, test, type CDPSession, type Locator, type Page} from '@playwright/test';

import type {EditorPage} from './support/editor-page.js';
import {forgetRefused, openStrictPage, refusedIn} from './support/strict-page.js';

declare global {
  /** What the page offers; only there. */
  var editorPage: EditorPage;
}

/** The editor inside two shadow roots, under the gateway's own policy, and the hands on it. */
class EditorBench {
  #session: CDPSession | undefined;

  constructor(readonly page: Page) {}

  get text(): Locator {
    return this.page.getByRole('textbox', {name: 'Reply'});
  }

  html = (): Promise<string> => this.page.evaluate(() => editorPage.html());

  async start(html = '<p></p>'): Promise<void> {
    await this.page.evaluate((given) => {
      editorPage.start(given);
    }, html);
    await this.rest();
  }

  /** The focus is there, and everything that came with it. */
  async rest(): Promise<void> {
    await expect(this.text).toBeFocused();
    // The library sets the selection once more a moment after the focus came, whatever was pressed meanwhile; nobody is
    // that quick. The browser has told of the selection by then.
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
    await this.page.waitForFunction(() => editorPage.isAtRest());
  }

  /** One key after the other; the browser tells of a new selection when it has time, and people leave it that. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  type = (text: string): Promise<void> => this.page.keyboard.type(text);

  tool = (name: string): Locator => this.page.getByRole('button', {name, exact: true});

  /** What the input method composes, in place of what it did. */
  async compose(...steps: readonly string[]): Promise<void> {
    const session = await this.#cdp();
    for (const text of steps)
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
  }

  /** The composition is over: this stands there. */
  async commit(text: string): Promise<void> {
    await (await this.#cdp()).send('Input.insertText', {text});
  }

  /** A whole word, syllable by syllable. */
  async word(...steps: readonly string[]): Promise<void> {
    await this.compose(...steps);
    await this.commit(steps.at(-1) ?? '');
  }

  /** A key that the input method keeps: the page hears only that there is one. */
  async keyWhileComposing(key: string): Promise<void> {
    const session = await this.#cdp();
    const event = {key, code: key, windowsVirtualKeyCode: 229};
    await session.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...event});
    await session.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event});
  }

  /** Puts this into the clipboard and pastes it by the keyboard, as people do. */
  async paste(items: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate(async (given) => {
      const blobs = Object.entries(given).map(([type, text]) => [type, new Blob([text], {type})] as const);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, items);
    await forgetRefused(this.page);
    await this.press('Control+v');
  }

  /**
   * Pastes what another program put into the clipboard, to the letter: a page that writes there has it cleaned.
   * @returns How long the page was busy with it, ms.
   */
  pasteForeign(items: Readonly<Record<string, string>>): Promise<number> {
    return this.page.evaluate(
      (given) =>
        new Promise<number>((resolve) => {
          const clipboardData = new DataTransfer();
          for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
          const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
          const started = performance.now();
          editorPage.editor.shadowRoot?.querySelector('.prose')?.dispatchEvent(event);
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(performance.now() - started);
            });
          });
        }),
      items,
    );
  }

  async #cdp(): Promise<CDPSession> {
    return (this.#session ??= await this.page.context().newCDPSession(this.page));
  }
}

test.describe('the mail editor in two nested shadow roots under a strict policy', () => {
  let bench: EditorBench;

  test.beforeEach(async ({browser}) => {
    const context = await browser.newContext({
      viewport: {width: 760, height: 700},
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    bench = new EditorBench(await openStrictPage(context, 'e2e/support/editor-page.ts'));
  });
  test.afterEach(async () => {
    expect(await refusedIn(bench.page)).toEqual([]);
    await bench.page.context().close();
  });

  test('[MAIL-6] takes what is typed, and formats it by the keyboard', async () => {
    await bench.start();
    await bench.type('plain ');
    await bench.press('Control+b');
    await bench.type('bold');
    await bench.press('Control+b', 'Control+i');
    await bench.type(' italic');
    await bench.press('Control+i', 'Control+u');
    await bench.type(' under');
    await bench.press('Control+u', 'Control+Shift+x');
    await bench.type(' struck');
    expect(await bench.html()).toBe(
      '<p>plain <strong>bold</strong><em> italic</em><u> under</u><s> struck</s></p>',
    );
  });

  test('[MAIL-6] formats what is selected by double click and by Shift, and keeps it selected', async () => {
    await bench.start('<p>one two three</p>');
    await bench.text.getByText('one two three').dblclick({position: {x: 36, y: 8}});
    await bench.tool('Bold').click();
    await expect(bench.tool('Bold')).toHaveAttribute('aria-pressed', 'true');
    await expect(bench.text).toBeFocused();
    expect(await bench.html()).toBe('<p>one <strong>two</strong> three</p>');
    await bench.type('2');
    expect(await bench.html()).toBe('<p>one <strong>2</strong> three</p>');
    await bench.press('End', 'Shift+Control+ArrowLeft', 'Control+i');
    expect(await bench.html()).toBe('<p>one <strong>2</strong> <em>three</em></p>');
  });

  test('[MAIL-6] undoes and does again, and sets headings, quotes and indents', async () => {
    await bench.start('<p>text</p>');
    await bench.press('Control+Alt+1');
    expect(await bench.html()).toContain('<h1');
    await bench.press('Control+z');
    expect(await bench.html()).toBe('<p>text</p>');
    await bench.press('Control+y');
    expect(await bench.html()).toContain('<h1');
    await bench.press('Control+Alt+1', 'Control+]', 'Control+]', 'Control+[');
    expect(await bench.html()).toBe('<p style="margin-left:40px">text</p>');
    await bench.press('Control+Shift+9');
    expect(await bench.html()).toContain('<blockquote');
    await bench.press('Control+Shift+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z');
    expect(await bench.html()).toContain('<h1');
  });

  test('[MAIL-6] lists nest by Tab, and Escape leads out of them', async () => {
    await bench.start();
    await bench.press('Control+Shift+8');
    await bench.type('one');
    await bench.press('Enter');
    await bench.type('two');
    await bench.press('Tab');
    expect(await bench.html()).toBe('<ul><li>one<ul><li>two</li></ul></li></ul>');
    await bench.press('Shift+Tab');
    expect(await bench.html()).toBe('<ul><li>one</li><li>two</li></ul>');
    await bench.press('Control+Shift+7');
    expect(await bench.html()).toBe('<ol><li>one</li><li>two</li></ol>');
    await bench.press('Escape', 'Tab');
    await expect(bench.page.getByRole('button', {name: 'after'})).toBeFocused();
    await bench.press('Shift+Tab');
    await expect(bench.text).toBeFocused();
  });

  test('[MAIL-6] a table is made, grown and shrunk by the keyboard alone', async () => {
    await bench.start();
    await bench.press('Alt+F10', 'End', 'ArrowLeft', 'Enter');
    await bench.press('ArrowLeft', 'ArrowUp', 'Enter');
    await expect(bench.text).toBeFocused();
    await bench.type('a');
    await bench.press('Tab');
    await bench.type('b');
    await bench.press('Tab', 'Tab', 'Tab');
    await bench.type('new row');
    await expect(bench.text.getByRole('row')).toHaveCount(3);
    await bench.press('Alt+F10', 'ArrowRight', 'Enter');
    await expect(bench.text.getByRole('row').first().getByRole('columnheader')).toHaveCount(3);
    await bench.press('ArrowRight', 'Enter');
    await expect(bench.text.getByRole('row')).toHaveCount(2);
    await bench.press('ArrowRight', 'Enter');
    await expect(bench.text.getByRole('columnheader')).toHaveCount(2);
    await bench.press('End', 'Enter');
    await expect(bench.text.getByRole('table')).toHaveCount(0);
    await expect(bench.text).toBeFocused();
  });

  test('[MAIL-6] a link is added, changed and removed', async () => {
    await bench.start('<p>our page</p>');
    await bench.press('Control+a', 'Control+k');
    await bench.type('no address');
    await bench.press('Enter');
    await expect(bench.page.getByText('Enter a web address')).toBeVisible();
    await bench.press('Control+a');
    await bench.type('example.com/refund');
    await bench.press('Enter');
    expect(await bench.html()).toBe('<p><a href="https://example.com/refund">our page</a></p>');
    await bench.press('ArrowLeft', 'ArrowRight', 'Control+k', 'Control+a');
    await bench.type('javascript:alert(1)');
    await bench.press('Enter');
    await expect(bench.page.getByText('Enter a web address')).toBeVisible();
    await bench.tool('Remove link').click();
    expect(await bench.html()).toBe('<p>our page</p>');
  });

  test('[MAIL-6] a colour is picked by its name', async () => {
    await bench.start('<p>late</p>');
    await bench.press('Control+a');
    await bench.tool('Text colour').click();
    await bench.page.getByRole('menuitemradio', {name: 'Red'}).click();
    expect(await bench.html()).toBe('<p><span style="color:#b3261e">late</span></p>');
    await bench.press('Control+\\');
    expect(await bench.html()).toBe('<p>late</p>');
  });

  test('[MAIL-6] a paste from Word keeps lists, colours and cells, and nothing that acts', async () => {
    await bench.start();
    await bench.pasteForeign({'text/html': WORD, 'text/plain': 'Word'});
    const html = await bench.html();
    expect(html).toContain('<ul><li>첫째<ul><li>둘째</li></ul></li></ul><ol><li>하나</li></ol>');
    expect(html).toContain('<span style="color:#c00000">red</span>');
    expect(html).toContain('background-color:#fff2cc');
    expect(html).toContain('<strong>strong</strong>');
    expect(html).not.toMatch(/Mso|onerror|script|javascript|invisible|color:#ffff00|o:p/);
  });

  test('[MAIL-6] Mod+Shift+V pastes text without its formatting', async () => {
    await bench.start();
    const items = {'text/html': '<p><b>bold</b></p>', 'text/plain': 'bold\n\nnext'};
    await bench.paste(items);
    expect(await bench.html()).toBe('<p><strong>bold</strong></p>');
    await bench.start();
    await bench.press('Control+Shift+v');
    expect(await bench.html()).toBe('<p>bold</p><p>next</p>');
  });

  test('[MAIL-6] five megabytes are pasted within a second, and it says what was cut', async () => {
    await bench.start();
    const line = '<p class="MsoNormal"><span style="font-weight:bold">긴 글 a long text</span></p>';
    const html = line.repeat(Math.ceil(5_000_000 / line.length));
    const text = '긴 글 a long text\n\n'.repeat(60_000);
    expect(await bench.pasteForeign({'text/html': html, 'text/plain': text})).toBeLessThan(1_000);
    await expect(bench.page.getByText('only the first 50,000 characters')).toBeVisible();
    await bench.start();
    const most = line.repeat(Math.floor(150_000 / line.length));
    expect(await bench.pasteForeign({'text/html': most, 'text/plain': text})).toBeLessThan(1_000);
    expect((await bench.html()).split('<strong>')).toHaveLength(most.split('<span').length);
  });

  test('[MAIL-6] copies clean HTML and text, cuts, and pastes it back as it was', async () => {
    await bench.start('<p>one <b>two</b></p><ul><li>three</li></ul>');
    const before = await bench.html();
    await bench.press('Control+a', 'Control+x');
    const copied = await bench.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return {html: await read('text/html'), text: await read('text/plain')};
    });
    expect(copied.html).toContain('<p>one <strong>two</strong></p><ul><li>three</li></ul>');
    expect(copied.html).not.toMatch(/class|data-/);
    expect(copied.text).toBe('one two\n\n- three');
    expect(await bench.html()).not.toContain('two');
    await bench.press('Control+v');
    expect(await bench.html()).toBe(before);
  });

  test('goes on in another tree', async () => {
    await bench.start('<p>here</p>');
    await bench.page.evaluate(() => {
      editorPage.remount();
    });
    await bench.rest();
    await bench.press('Control+End');
    await bench.type(' and there');
    await bench.press('Shift+Home', 'Control+b');
    expect(await bench.html()).toBe('<p><strong>here and there</strong></p>');
    await bench.press('Control+z', 'Control+z');
    expect(await bench.html()).toBe('<p>here</p>');
  });

  test.describe('Korean', () => {
    const HAN = ['ㅎ', '하', '한'] as const;

    test('is composed in an empty paragraph and in the middle of a word', async () => {
      await bench.start();
      await bench.word(...HAN);
      await bench.word('ㄱ', '구', '국');
      expect(await bench.html()).toBe('<p>한국</p>');
      await bench.press('ArrowLeft');
      await bench.word('ㅁ', '미', '민');
      expect(await bench.html()).toBe('<p>한민국</p>');
    });

    test('is composed with a stored mark, in lists, tables and headings', async () => {
      await bench.start();
      await bench.press('Control+b');
      await bench.word(...HAN);
      expect(await bench.html()).toBe('<p><strong>한</strong></p>');
      await bench.start('<ul><li>가</li></ul>');
      await bench.press('End', 'Enter');
      await bench.word(...HAN);
      expect(await bench.html()).toBe('<ul><li>가</li><li>한</li></ul>');
      await bench.start('<table><tr><td></td><td>b</td></tr></table>');
      await bench.word(...HAN);
      await bench.press('Tab');
      await bench.word('ㅂ', '부');
      await expect(bench.text.getByRole('cell').first()).toHaveText('한');
      await expect(bench.text.getByRole('cell').last()).toHaveText('부');
      await bench.start('<h1>제목</h1>');
      await bench.press('End');
      await bench.word(...HAN);
      expect(await bench.html()).toContain('제목한</h1>');
    });

    test('keeps the syllable when Enter or Backspace comes while it is composed', async () => {
      await bench.start('<p>가</p>');
      await bench.press('End');
      await bench.compose(...HAN);
      await bench.keyWhileComposing('Enter');
      expect(await bench.html()).toBe('<p>가한</p>');
      await bench.commit('한');
      await bench.press('Enter');
      await bench.word('ㄴ', '나');
      expect(await bench.html()).toBe('<p>가한</p><p>나</p>');
      await bench.compose('ㄷ', '다');
      await bench.keyWhileComposing('Backspace');
      await bench.compose('ㄷ');
      await bench.compose('');
      await bench.commit('');
      expect(await bench.html()).toBe('<p>가한</p><p>나</p>');
      await bench.press('Backspace');
      await bench.word(...HAN);
      expect(await bench.html()).toBe('<p>가한</p><p>한</p>');
    });

    test('is not broken by a tool that is used while it is composed', async () => {
      await bench.start('<p>앞 </p>');
      await bench.press('Control+End');
      await bench.compose(...HAN);
      await bench.tool('Bold').click();
      await bench.commit('한');
      await bench.word('ㄱ', '글');
      const text = (await bench.html()).replace(/<[^>]+>/g, '');
      expect(text.replace(/&nbsp;/g, ' ').trim()).toMatch(/^앞 ?한글$/);
    });

    test('replaces what is selected, and is undone', async () => {
      await bench.start('<p>바꿀 말</p>');
      await bench.press('Control+a');
      await bench.word('ㅅ', '새');
      expect(await bench.html()).toBe('<p>새</p>');
      await bench.press('Control+z');
      expect(await bench.html()).toBe('<p>바꿀 말</p>');
    });

    test('a lone consonant before a digit stays, and the placeholder goes at once', async () => {
      await bench.page.evaluate(() => {
        editorPage.editor.placeholder = 'Write here';
      });
      await bench.start();
      const hint = () => bench.text.locator('p').evaluate((p) => getComputedStyle(p, '::before').content);
      expect(await hint()).toBe('"Write here"');
      await bench.compose('ㅎ');
      expect(await hint()).toBe('none');
      await bench.commit('ㅎ');
      await bench.type('1');
      expect(await bench.html()).toBe('<p>ㅎ1</p>');
    });
  });
});

/** As Word puts it into the clipboard: a list in two levels, another one, colours, a table, and what an attacker adds. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style>
<!--[if gte mso 9]><xml><o:x>invisible</o:x></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>   </span></span><![endif]>첫째<o:p></o:p></p>
<p class=MsoListParagraph style='margin-left:80.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>   </span></span><![endif]>둘째</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>   </span></span><![endif]>하나</p>
<p class=MsoNormal><span style='color:#C00000'>red</span> <span style='color:yellow'>yellow</span> <b>strong</b><img src=x onerror="alert(1)"><a href="javascript:alert(1)">link</a><script>alert(1)</script></p>
<table class=MsoTableGrid border=1><tr><td style='background:#FFF2CC;width:100pt'><p class=MsoNormal>a</p></td><td><p class=MsoNormal>b</p></td></tr></table>
<!--EndFragment--></body></html>`;
