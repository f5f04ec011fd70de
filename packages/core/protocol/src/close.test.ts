import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {refuse} from '@deskwire/domain';
import {CLOSE_CODES, closeCodeOf, readClose} from './close.js';
import {LIMITS, MAIL_BYTES, MESSAGE_BYTES} from './limits.js';
import {PROTOCOL_VERSION} from './messages.js';

const guide = readFileSync(new URL('../PROTOCOL.md', import.meta.url), 'utf8');

describe('close codes', () => {
  it('say the same in both directions', () => {
    for (const [number, {code, final}] of Object.entries(CLOSE_CODES)) {
      expect(closeCodeOf(refuse(code))).toBe(Number(number));
      expect(readClose(Number(number))).toEqual({refusal: refuse(code), final});
    }
  });

  it('that nobody agreed on mean a lost connection', () => {
    for (const number of [1000, 1001, 1005, 1006, 1011, 1012, 4999]) {
      expect(readClose(number)).toEqual({refusal: refuse('DW_SEND_OFFLINE'), final: false});
    }
    expect(readClose(1009).refusal.code).toBe('DW_WIRE_TOO_LARGE');
    expect(closeCodeOf(refuse('DW_CALL_HELD'))).toBe(4500);
  });
});

describe('PROTOCOL.md', () => {
  it('names the version, every close code and every limit as they are', () => {
    expect(guide).toContain(`\`protocol: ${PROTOCOL_VERSION}\``);
    for (const [number, {code, final}] of Object.entries(CLOSE_CODES)) {
      expect(guide).toMatch(new RegExp(`\\| ${number} \\| \`${code}\` \\| ${final ? 'yes' : 'no'} \\|`));
    }
    const rows = [...guide.matchAll(/^\| (4\d{3}) \|/gm)].map(([, number]) => number);
    expect(rows).toEqual(Object.keys(CLOSE_CODES));
    for (const bytes of [...Object.values(MESSAGE_BYTES), MAIL_BYTES])
      expect(guide).toContain(`${bytes / 1024} KiB`);
    for (const [name, value] of Object.entries(LIMITS)) expect(guide).toContain(`| \`${name}\` | ${value} |`);
  });
});
