import {describe, expect, it} from 'vitest';
import {wordFaults} from '@deskwire/kit';

import {transferDialogWords} from './transfer-dialog.messages.js';
import {CONSEQUENCES, consequenceOf} from './transfer-dialog.view.js';

describe('consequenceOf', () => {
  it('is about the target that is chosen', () => {
    expect(consequenceOf('voice', {kind: 'agent', agentId: 'a'})).toBe('callToAgent');
    expect(consequenceOf('voice', {kind: 'number', number: '112'}, 'agents')).toBe('callToNumber');
    expect(consequenceOf('voice', {kind: 'queue', queueId: 'q'})).toBe('callToQueue');
    expect(consequenceOf('voice', {kind: 'entry-point', entryPointId: 'e'}, 'queues')).toBe(
      'callToEntryPoint',
    );
  });

  it('is about what the list is for, while nothing is chosen', () => {
    expect(consequenceOf('voice', undefined)).toBe('callToAgent');
    expect(consequenceOf('voice', undefined, 'queues')).toBe('callToQueue');
    expect(consequenceOf('voice', undefined, 'numbers')).toBe('callToNumber');
  });

  it('does not speak of calls where there is none', () => {
    expect(consequenceOf('chat', undefined, 'agents')).toBe('chatToAgent');
    expect(consequenceOf('social', undefined, 'queues')).toBe('chatToQueue');
    expect(consequenceOf('email', undefined, 'queues')).toBe('mailToQueue');
  });

  it('has words for each, in both languages', () => {
    expect(wordFaults(transferDialogWords)).toEqual([]);
    for (const consequence of CONSEQUENCES) expect(transferDialogWords.ko[consequence]).toBeTruthy();
  });
});
