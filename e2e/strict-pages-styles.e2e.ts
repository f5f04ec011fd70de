import {expect} from '@playwright/test';

import {test} from './support/strict-engines.js';
import type {EnginePage} from './support/strict-engines.js';
import type {StrictGlobals} from './support/strict-finder.js';
import {Hands, type GivenPage} from './support/strict-hands.js';
import {DESK} from './support/strict-host.js';
import {HOSTILE, RESETS, SURROUNDINGS} from './support/strict-sheets.js';

let hands: Hands;
const open = async (page: EnginePage, given: GivenPage = {}): Promise<Hands> => {
  hands = await Hands.open(page, given);
  return hands;
};
test.afterEach(async () => {
  await hands.close();
});

const LINK = '<link id="hostile" rel="stylesheet" href="/hostile.css">';

/** Lets the page's sheet apply, or not. */
const wear = (isOn: boolean): Promise<void> =>
  hands.run((on) => {
    const {sheet} = document.querySelector<HTMLLinkElement>('#hostile') ?? {};
    if (sheet) sheet.disabled = !on;
  }, isOn);

/**
 * What inside the widgets looks otherwise under the page's sheet: computed values, each once, with where it was seen first.
 * Sizes are left out, since how wide a widget is is the page's. Nothing moves or comes in between: it is one turn.
 */
const differences = (): Promise<{readonly looked: number; readonly changed: readonly string[]}> =>
  hands.run(() => {
    const {all} = (globalThis as unknown as StrictGlobals).strictFinder;
    const OF_SIZE =
      /size|width|height|^(inset|top|left|right|bottom|margin|transform|perspective)|^grid-template|-origin$/;
    const {sheet} = document.querySelector<HTMLLinkElement>('#hostile') ?? {};
    if (!sheet) throw new Error('the page has no sheet');
    const inside = all('*').filter((one) => {
      const root = one.getRootNode();
      // What is only read out has nothing to look like.
      return root instanceof ShadowRoot && /^dw-(?!announcer)/.test(root.host.localName);
    });
    const look = (isWorn: boolean): readonly ReadonlyMap<string, string>[] => {
      sheet.disabled = !isWorn;
      for (const one of inside)
        for (const moving of one.getAnimations())
          if (moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish();
      return inside.map((one) => {
        const style = getComputedStyle(one);
        const names = [...style].filter((name) => !name.startsWith('--') && !OF_SIZE.test(name));
        return new Map(names.map((name) => [name, style.getPropertyValue(name)]));
      });
    };
    const [without, worn] = [look(false), look(true)];
    const seen = new Map<string, string>();
    for (const [index, one] of inside.entries())
      for (const [name, value] of without[index] ?? []) {
        const now = worn[index]?.get(name);
        const line = `${name}: ${value}, then ${now}`;
        const {host} = one.getRootNode() as ShadowRoot;
        if (now !== value && !seen.has(line)) seen.set(line, `${host.localName} ${one.localName}`);
      }
    return {looked: inside.length, changed: [...seen].map(([line, where]) => `${line} (${where})`)};
  });

/** Stands still: what slides in has slid, and nothing is on its way to another colour. */
const settled = (): Promise<void> =>
  hands.run(async () => {
    const {all} = (globalThis as unknown as StrictGlobals).strictFinder;
    const running = all('*')
      .flatMap((one) => one.getAnimations())
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(running.map(({finished}) => finished));
  });

test.describe('[HOST-5] rules of the page', () => {
  test.slow(
    ({engine}) => engine === 'webkit',
    'It reads computed styles slowly, and draws these pages without a graphics card.',
  );

  for (const [name, rules] of Object.entries({...HOSTILE, ...RESETS}))
    test(`${name}: nothing inside looks otherwise, and a day of every widget goes by`, async ({
      enginePage,
    }) => {
      await open(enginePage, {head: LINK, files: {'/hostile.css': rules}});
      const compare = async (): Promise<void> => {
        const {looked, changed} = await differences();
        expect(changed).toEqual([]);
        expect(looked).toBeGreaterThan(100);
      };
      hands.after = compare;
      await hands.aDay();
      await compare();
    });

  test('do not bring to light what is only read out, and do not hide it from those who listen', async ({
    enginePage,
  }) => {
    await open(enginePage, {head: LINK, files: {'/hostile.css': Object.values(HOSTILE).join('\n')}});
    await hands.available();
    const [announcer, ...more] = await hands.run(() =>
      [...document.querySelectorAll('dw-announcer')].map((one) => {
        const {width, height} = one.getBoundingClientRect();
        const {position, clipPath, display} = getComputedStyle(one);
        return {width, height, position, clipPath, display};
      }),
    );
    expect(more).toEqual([]);
    expect(announcer).toEqual({
      ...{width: 1, height: 1, position: 'fixed', clipPath: 'inset(50%)', display: 'block'},
    });
  });

  test('for the dark do not make the dark light', async ({enginePage}) => {
    await open(enginePage, {
      head: LINK,
      files: {'/hostile.css': '* { color-scheme: light !important; color: black !important }'},
    });
    await hands.available();
    const look = async (theme: string): Promise<string> => {
      await hands.run((value) => {
        document.documentElement.dataset['dwTheme'] = value;
      }, theme);
      await settled();
      return hands.run(() => {
        const inner = document.querySelector('dw-task-list')?.shadowRoot?.querySelector('section, h2, .card');
        const {color, backgroundColor} = getComputedStyle(inner ?? document.body);
        return `${color} ${backgroundColor}`;
      });
    };
    const worn = [await look('light'), await look('dark')];
    await wear(false);
    expect([await look('light'), await look('dark')]).toEqual(worn);
    expect(worn[0]).not.toBe(worn[1]);
  });
});

test.describe('[HOST-5] ancestors', () => {
  for (const [name, rules] of Object.entries(SURROUNDINGS))
    test(`${name}: requests are whole, and a day of every widget goes by`, async ({enginePage}) => {
      await open(enginePage, {
        head: LINK,
        body: `<main id="ancestor">${DESK}</main>`,
        files: {'/hostile.css': rules},
      });
      hands.during = async () => {
        const outside = await hands.run(() => {
          const {all, boxOf} = (globalThis as unknown as StrictGlobals).strictFinder;
          return all('.stack.tray-place:popover-open')
            .map(boxOf)
            .filter(
              ({left, top, right, bottom}) =>
                left < 0 || top < 0 || right > innerWidth || bottom > innerHeight,
            ).length;
        });
        expect(outside).toBe(0);
      };
      await hands.aDay();
    });
});

test('[HOST-5] [HOST-8] from right to left, what stands left stands right', async ({enginePage}) => {
  await open(enginePage);
  await hands.available();
  await hands.customer('call');
  const boxes = (): Promise<readonly {name: string; start: number; end: number}[]> =>
    hands.run(() => {
      const {all} = (globalThis as unknown as StrictGlobals).strictFinder;
      const isRight = document.dir === 'rtl';
      const round = (value: number): number => Math.round(value);
      // A scrollbar stays where it is.
      const {clientWidth: width} = document.documentElement;
      return all('button, h2, h3, .channel, dw-timer')
        .filter((one) => one.getClientRects().length > 0)
        .flatMap((one) => {
          const {left, right} = one.getBoundingClientRect();
          const [start, end] = isRight ? [width - right, width - left] : [left, right];
          const {host} = one.getRootNode() as ShadowRoot;
          return [
            {
              name: `${host.localName} ${one.localName} ${one.className}`,
              start: round(start),
              end: round(end),
            },
          ];
        });
    });
  const compare = async (): Promise<void> => {
    await settled();
    const before = await boxes();
    await hands.run(() => {
      document.dir = 'rtl';
    });
    await expect
      .poll(async () => {
        const after = await boxes();
        return before.filter(({name, start}, index) => {
          const other = after[index];
          // Half a pixel here and there; a clock may have gone on by a digit.
          return other?.name !== name || Math.abs(other.start - start) > 2;
        });
      })
      .toEqual([]);
    expect(before.length).toBeGreaterThan(4);
    await hands.run(() => {
      document.dir = '';
    });
  };
  await hands.sees('dw-incoming-call', /Kim Min-su/);
  await compare();
  await hands.take('Answer');
  await hands.sees('dw-interaction-control', /Hold/);
  await compare();
});

test('[HOST-5] leaves the page as it was: its looks, its globals, its prototypes, its names', async ({
  enginePage,
}) => {
  const own =
    '<section id="own"><h1>Account</h1><p>Text <a href="#x">link</a></p><button>Save</button><input></section>';
  await open(enginePage, {
    head: '<link rel="stylesheet" href="/own.css"><script src="/before.js"></script>',
    body: `${own}<div id="frame">${DESK}</div>`,
    files: {
      '/own.css':
        'body { margin: 0 } #own { position: absolute; top: 0; width: 300px } #frame { padding-block-start: 200px }',
      '/before.js': `(${String(remember)})();`,
    },
  });
  await hands.aDay();
  const told = await hands.run(() => (globalThis as unknown as {compare(): unknown}).compare());
  expect(told).toEqual({
    // Lit says which versions of it there are, and keeps what decorators tell it; the last one is the page's own.
    globals: [
      ...[
        'litElementVersions',
        'litHtmlVersions',
        'litPropertyMetadata',
        'reactiveElementVersions',
        'simulator',
      ],
    ],
    prototypes: ['Symbol.metadata'],
    foreignNames: [],
    sheets: 1,
    attributes: '',
    looks: [],
  });
});

/** Runs before everything else in the page: what there is, so that it can be said what was changed. */
function remember(): void {
  const objectsOf = (): ReadonlyMap<string, object> =>
    new Map(
      Object.getOwnPropertyNames(globalThis).flatMap((name): [string, object][] => {
        const value: unknown = Reflect.getOwnPropertyDescriptor(globalThis, name)?.value;
        const prototype: unknown = typeof value === 'function' ? value.prototype : undefined;
        return [
          ...(typeof value === 'function' ? [[name, value] as [string, object]] : []),
          ...(prototype instanceof Object || (typeof prototype === 'object' && prototype !== null)
            ? [[`${name}.prototype`, prototype as object] as [string, object]]
            : []),
        ];
      }),
    );
  const propertiesOf = (one: object): ReadonlyMap<PropertyKey, PropertyDescriptor> =>
    new Map(Object.entries(Object.getOwnPropertyDescriptors(one)));
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  const before = new Map([...objectsOf()].map(([name, one]) => [name, {one, properties: propertiesOf(one)}]));
  const names: string[] = [];
  const define = CustomElementRegistry.prototype.define;
  CustomElementRegistry.prototype.define = function (
    this: CustomElementRegistry,
    ...given: Parameters<typeof define>
  ) {
    names.push(given[0]);
    define.apply(this, given);
  };
  const patched = CustomElementRegistry.prototype.define;
  const looks = (): readonly string[] =>
    ['html', 'body', '#own', '#own *']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .flatMap((one) =>
        [...getComputedStyle(one)].map(
          (name) => `${one.localName} ${name}: ${getComputedStyle(one).getPropertyValue(name)}`,
        ),
      )
      // The page is as long as what stands in it.
      .filter((line) => !/^(html|body) .*(height|block-size|origin)/.test(line));
  let looked: readonly string[] = [];
  addEventListener(
    'DOMContentLoaded',
    () => {
      looked = looks();
    },
    {once: true},
  );
  const compare = (): unknown => ({
    globals: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !globals.has(name) && name !== 'compare')
      .sort(),
    prototypes: [...before].flatMap(([name, {one, properties}]) => {
      const now = propertiesOf(one);
      const keys = new Set([...properties.keys(), ...now.keys()]);
      return (
        [...keys]
          .filter((key) => {
            const [was, is] = [properties.get(key), now.get(key)];
            return !Object.is(was?.value, is?.value) || was?.get !== is?.get || was?.set !== is?.set;
          })
          .filter((key) => now.get(key)?.value !== patched)
          // Another one whenever it is read.
          .filter((key) => Object.is(now.get(key)?.value, propertiesOf(one).get(key)?.value))
          // The last match of a regular expression.
          .filter(() => name !== 'RegExp')
          .map((key) => `${name}.${String(key)}`)
      );
    }),
    foreignNames: names.filter((name) => !name.startsWith('dw-')),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    attributes: [document.documentElement, document.body]
      .flatMap((one) => [...one.attributes])
      .filter(({name}) => name !== 'lang')
      .map(({name, value}) => `${name}=${value}`)
      .join(' '),
    looks: looks().filter((line, index) => line !== looked[index]),
  });
  Object.assign(globalThis, {compare});
}
