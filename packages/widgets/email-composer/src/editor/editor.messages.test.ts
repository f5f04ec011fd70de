import {describe, expect, it} from 'vitest';
import {wordFaults} from '@deskwire/kit';

import {editorWords} from './editor.messages.js';
import {ariaKeys, keysText} from './tools.js';

describe('the words of the editor', () => {
  it('are whole in both languages', () => {
    expect(wordFaults(editorWords)).toEqual([]);
  });

  it('call keys by what stands on them', () => {
    expect(keysText('Mod+Shift+X', 'Win32')).toBe('Ctrl+Shift+X');
    expect(keysText('Mod+Shift+X', 'MacIntel')).toBe('⌘⇧X');
    expect(ariaKeys('Mod+B', 'MacIntel')).toBe('Meta+B');
    expect(ariaKeys('Mod+B', 'Linux x86_64')).toBe('Control+B');
  });
});
