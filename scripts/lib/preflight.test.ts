import {describe, expect, it} from 'vitest';
import {nodeIsTooOld, staleness} from './preflight.mjs';

const lock = (packages: Record<string, object | undefined>) => ({packages});
const wanted = lock({
  '': {name: 'deskwire'},
  'packages/core/domain': {version: '0.1.0'},
  'node_modules/@deskwire/domain': {resolved: 'packages/core/domain', link: true},
  'node_modules/lit': {version: '3.3.3'},
  'node_modules/lit/node_modules/inner': {version: '1.0.0'},
  'node_modules/only-on-a-mac': {version: '2.0.0', optional: true},
});
const installed = {
  'node_modules/@deskwire/domain': {link: true},
  'node_modules/lit': {version: '3.3.3'},
  'node_modules/lit/node_modules/inner': {version: '1.0.0'},
};

describe('staleness of what is installed', () => {
  it('is none when every package of the lock file is there, save those for other machines', () => {
    expect(staleness(wanted, lock(installed))).toBeUndefined();
  });

  it('names a package of ours that is not linked yet', () => {
    expect(staleness(wanted, lock({...installed, 'node_modules/@deskwire/domain': undefined}))).toBe(
      'node_modules/@deskwire/domain is not linked',
    );
  });

  it('names a package that is missing', () => {
    expect(staleness(wanted, lock({...installed, 'node_modules/lit': undefined}))).toMatch(
      /lit should be 3.3.3.*missing/,
    );
  });

  it('names a package of another version, an optional one too', () => {
    const older = {...installed, 'node_modules/lit/node_modules/inner': {version: '0.9.0'}};
    expect(staleness(wanted, lock(older))).toMatch(/inner should be 1.0.0, and is 0.9.0/);
    const otherBinary = {...installed, 'node_modules/only-on-a-mac': {version: '1.0.0'}};
    expect(staleness(wanted, lock(otherBinary))).toMatch(/only-on-a-mac/);
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0'])('%s will do', (version) => {
    expect(nodeIsTooOld(version, '>=20.19')).toBeUndefined();
  });
  it.each(['18.20.0', '20.18.9'])('%s is too old', (version) => {
    expect(nodeIsTooOld(version, '>=20.19')).toMatch(version);
  });
});
