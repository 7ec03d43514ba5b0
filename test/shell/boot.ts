import { existsSync, readFileSync } from 'node:fs';
import { open as openInspector } from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Chromium } from './chromium/chromium.ts';
import { findChromium } from './chromium/find.ts';
import { parseCommandLine, type CommandLine } from './commandLine.ts';
import { startRuntime, useChromium, type LoadedApp } from './runtime.ts';
import { isEnding } from './shutdown.ts';

interface PackageJson {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** The app that was named, or the one that is packed beside the executable. */
function findApp(executable: string, { appPath }: CommandLine): LoadedApp {
  const resources = join(dirname(executable), 'resources');
  const packed = join(resources, 'app');
  if (appPath === undefined && !existsSync(packed) && existsSync(join(resources, 'app.asar'))) {
    fail('The stand-in for Electron cannot read asar archives; pack the app with asar: false.');
  }
  const packaged = appPath === undefined && existsSync(packed);
  if (appPath === undefined && !packaged) fail('Usage: electron [switches] <folder of the app>');
  const path = packaged ? packed : resolve(appPath ?? '.');
  const manifest = join(path, 'package.json');
  if (!existsSync(manifest)) fail(`There is no package.json in ${path}.`);
  const description = JSON.parse(readFileSync(manifest, 'utf8')) as PackageJson;
  return {
    path,
    packaged,
    name: description.productName ?? description.name ?? 'Electron',
    version: description.version ?? '0.0.0',
    main: resolve(path, description.main ?? 'index.js'),
  };
}

const [, , executable = '', ...args] = process.argv;
const commandLine = parseCommandLine(args);
const loaded = findApp(executable, commandLine);
const chromiumFile =
  findChromium() ?? fail('The stand-in for Electron needs an installed Chromium.');
const wantsHeadless = commandLine.switches.has('headless');
const headless = wantsHeadless || (process.platform === 'linux' && !process.env['DISPLAY']);
if (headless && !wantsHeadless) {
  process.stderr.write('[stand-in] No DISPLAY: running without a visible window.\n');
}

process.argv = [executable, ...args];
process.title = loaded.name;
Object.defineProperties(process, {
  type: { value: 'browser', enumerable: true },
  resourcesPath: { value: join(dirname(executable), 'resources'), enumerable: true },
  defaultApp: { value: loaded.packaged ? undefined : true, enumerable: true },
});
const electronVersion = readFileSync(new URL('./bin/version', import.meta.url), 'utf8').trim();
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });

startRuntime({ executable, commandLine, app: loaded, headless });
if (commandLine.inspectPort !== undefined) openInspector(commandLine.inspectPort, '127.0.0.1');

const electronUrl = new URL('./api/electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: electronUrl, shortCircuit: true }
      : next(specifier, context),
});

const { app } = await import('./api/app.ts');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

const load = createRequire(loaded.main);
for (const file of commandLine.requires) load(resolve(file));
load(loaded.main);

if (!app.isQuitting && !isEnding()) {
  const switches = new Map([...commandLine.switches, ...app.commandLine.added]);
  const chromium = await Chromium.launch({
    executable: chromiumFile,
    profile: join(app.getPath('userData'), 'stand-in', 'chromium'),
    headless,
    locale: app.getLocale(),
    switches,
  });
  if (!isEnding()) {
    const chrome = { value: chromium.version, enumerable: true };
    Object.defineProperty(process.versions, 'chrome', chrome);
    useChromium(chromium);
    chromium.onExit(() => {
      if (!isEnding()) fail('[stand-in] Chromium ended unexpectedly.');
    });
    app.becomeReady();
  }
}
