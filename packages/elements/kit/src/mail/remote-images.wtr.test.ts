import {expect} from '@open-wc/testing';

import {RemoteImages} from './remote-images.js';

const keys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('deskwire/remote-images/'));
const clear = (): void => {
  for (const key of keys()) localStorage.removeItem(key);
};

const images = (viewer: string | undefined = 'agent a'): RemoteImages => new RemoteImages(() => viewer);

describe('RemoteImages', () => {
  beforeEach(clear);
  afterEach(clear);

  it('remembers whose images are shown, for the next page too, until they are forgotten', async () => {
    await images().allow('Dain.Jung@Hanbit.example ');
    expect(await images().isAllowed('dain.jung@hanbit.example')).to.equal(true);
    expect(await images().isAllowed('jung@hanbit.example')).to.equal(false);
    await images().forget('DAIN.JUNG@hanbit.example');
    expect(await images().isAllowed('dain.jung@hanbit.example')).to.equal(false);
  });

  it('keeps that for each viewer apart, and for nobody while nobody is known', async () => {
    await images('agent a').allow('x@x.example');
    expect(await images('agent b').isAllowed('x@x.example')).to.equal(false);
    const nobody = new RemoteImages(() => undefined);
    await nobody.allow('x@x.example');
    expect(await nobody.isAllowed('x@x.example')).to.equal(false);
  });

  it('writes down no address and no viewer', async () => {
    await images('agent kim').allow('dain.jung@hanbit.example');
    await images('agent lee').allow('dain.jung@hanbit.example');
    const stored = keys().map((key) => `${key} ${localStorage.getItem(key) ?? ''}`);
    expect(stored).to.have.length(2);
    expect(stored.join()).not.to.match(/dain|hanbit|kim|lee/);
    const [first, second] = stored.map((one) => one.split(' ')[1]);
    expect(first).not.to.equal(second);
  });

  it('keeps the last 200, and what was asked at once', async () => {
    const some = images();
    await Promise.all(Array.from({length: 203}, (_, index) => some.allow(`${index}@x.example`)));
    const kept = await Promise.all(
      [0, 1, 2, 3, 202].map((index) => images().isAllowed(`${index}@x.example`)),
    );
    expect(kept).to.deep.equal([false, false, false, true, true]);
    expect(JSON.parse(localStorage.getItem(keys()[0] ?? '') ?? '')).to.have.length(200);
  });

  it('takes what is not its own for nothing', async () => {
    await images().allow('x@x.example');
    localStorage.setItem(keys()[0] ?? '', '{"a":1}');
    expect(await images().isAllowed('x@x.example')).to.equal(false);
    await images().allow('y@x.example');
    expect(await images().isAllowed('y@x.example')).to.equal(true);
  });

  it('keeps it in memory where nothing can be stored', async () => {
    const original = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const some = images();
      await some.allow('x@x.example');
      expect(await some.isAllowed('x@x.example')).to.equal(true);
    } finally {
      Storage.prototype.setItem = original;
    }
    expect(keys()).to.deep.equal([]);
  });
});
