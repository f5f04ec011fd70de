// The Chromium inside the npm package @sparticuz/chromium (Linux x64): one pinned build that needs no system package.
import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Raise it when what is written beside the browser changes, so that an older unpacking is not taken. */
const LAYOUT = 1;

/** How to start the shipped browser, unpacked first where that is still to be done; undefined where there is none. */
export async function shippedChromium() {
  const version = shippedVersion();
  if (!version) return undefined;
  const home = join(cache, `chromium-${version}-${LAYOUT}`);
  if (!existsSync(join(home, 'chromium'))) await unpack(home);
  return {
    executablePath: join(home, 'chromium'),
    // For the browser alone: these libraries are not meant for any other process.
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023/lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
      FONTCONFIG_FILE: join(home, 'fonts/fonts.conf'),
    },
  };
}

function shippedVersion() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = packageFolder('@sparticuz/chromium');
  return folder && JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** The folder of an installed package, also where its export map hides package.json. */
function packageFolder(name) {
  return require.resolve
    .paths(name)
    ?.map((modules) => join(modules, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

async function unpack(home) {
  console.error('Unpacking the test browser that came with npm (about 200 MB, once) …');
  const half = `${home}.${process.pid}`;
  mkdirSync(half, {recursive: true});
  await withEnvironment(
    {
      // It unpacks to the temporary folder, and takes any browser it finds there, whatever version or half-written.
      TMPDIR: half,
      // Believing itself on Lambda it also unpacks its own nss, nspr and expat, which a bare machine lacks.
      AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
    },
    async () => (await import('@sparticuz/chromium')).default.executablePath(),
  );
  await writeFonts(join(half, 'fonts'));
  writeFileSync(join(half, 'fonts/fonts.conf'), fontsConf(home));
  try {
    renameSync(half, home);
  } catch (error) {
    // Another run was faster: its copy is as good.
    rmSync(half, {recursive: true, force: true});
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

/** Runs `work` under changed variables, and puts the old ones back: the package changes the environment, too. */
async function withEnvironment(variables, work) {
  const before = {...process.env};
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/**
 * Gives the browser Inter and Noto Sans KR as fonts of its system, so that Korean has glyphs in every page, and the
 * same ones everywhere. npm has them as compressed web font slices, which the browser's font lookup cannot read.
 */
async function writeFonts(folder) {
  const {default: decompress} = await import('woff2-encoder/decompress');
  for (const name of ['@fontsource-variable/inter', '@fontsource-variable/noto-sans-kr']) {
    const files = join(packageFolder(name), 'files');
    for (const slice of readdirSync(files).filter((file) => file.endsWith('-wght-normal.woff2'))) {
      const font = await decompress(readFileSync(join(files, slice)));
      writeFileSync(join(folder, 'fonts', slice.replace('.woff2', '.ttf')), font);
    }
  }
}

/** The package's own configuration knows one folder that is not there; without any font, pages crash now and then. */
function fontsConf(home) {
  // What Noto's slices call themselves, all their weights included.
  const korean = 'Noto Sans KR Thin';
  const prefer = (family, ...fonts) =>
    `  <alias binding="same"><family>${family}</family><prefer>${fonts.map((font) => `<family>${font}</family>`).join('')}</prefer></alias>`;
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts/fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
${prefer('Noto Sans KR', korean)}
${generic.map((family) => prefer(family, 'Inter', korean)).join('\n')}
</fontconfig>
`;
}
