import {readFileSync} from 'node:fs';

import {describe, expect, it} from 'vitest';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly link?: boolean;
        readonly dependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/** Every copy that is installed: its name and its version. */
const installed = Object.entries(packages).flatMap(([path, {version, link}]) => {
  const name = path.split('node_modules/').at(-1);
  return path.includes('node_modules/') && name !== undefined && version !== undefined && !link
    ? [{name, version}]
    : [];
});
const versionsOf = (isOne: (name: string) => boolean): readonly string[] => [
  ...new Set(installed.filter(({name}) => isOne(name)).map(({version}) => version)),
];

/** Packages that their makers release together, and that do not work with each other's neighbours. */
const FAMILIES: Readonly<Record<string, (name: string) => boolean>> = {
  Playwright: (name) => /^(playwright|playwright-core|@playwright\/test)$/.test(name),
  Vitest: (name) => /^(vitest|@vitest\/(browser|browser-playwright|runner))$/.test(name),
  Angular: (name) => /^@angular\/(common|compiler|compiler-cli|core)$/.test(name),
  React: (name) => /^(react|react-dom)$/.test(name),
};

/** Libraries of which two copies do not know each other's objects. Older ones that tests ask for have names of their own. */
const SINGLE = [
  'lit',
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@lit/context',
  'rxjs',
  'dompurify',
];

describe('[T7] what has to agree does', () => {
  for (const [family, isOne] of Object.entries(FAMILIES))
    it(`${family} is of one version`, () => {
      expect(versionsOf(isOne)).toHaveLength(1);
    });

  for (const name of SINGLE)
    it(`there is one copy of ${name}`, () => {
      expect(installed.filter((one) => one.name === name)).toHaveLength(1);
    });

  it('there is one copy of each part of the mail editor’s library', () => {
    const parts = installed.map(({name}) => name).filter((name) => name.startsWith('prosemirror-'));
    expect(parts.length).toBeGreaterThan(3);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('what our packages ask for by an exact version is what is installed', () => {
    const wrong = Object.entries(packages)
      .filter(([path]) => path.startsWith('packages/') && !path.includes('node_modules/'))
      .flatMap(([path, {dependencies = {}}]) =>
        Object.entries(dependencies).map(([name, asked]) => ({path, name, asked})),
      )
      .filter(({name, asked}) => !name.startsWith('@deskwire/') && /^\d/.test(asked))
      .filter(({name, asked}) => packages[`node_modules/${name}`]?.version !== asked)
      // Beside the package, where another version is at the top.
      .filter(({path, name, asked}) => packages[`${path}/node_modules/${name}`]?.version !== asked);
    expect(wrong).toEqual([]);
  });
});
