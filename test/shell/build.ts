import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './prepare.ts';

const SOURCES = ['electron/**/*', 'renderer/**/*', 'shared/**/*', 'package.json', 'vite.config.ts'];
const RESULTS = ['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer/index.html'];

/** When a file was last written, in milliseconds; nothing for a folder or what is not there. */
function writtenAt(root: string, file: string): number | undefined {
  const found = statSync(join(root, file), { throwIfNoEntry: false });
  return found?.isFile() ? found.mtimeMs : undefined;
}

/** True when a result is missing, or older than some source. */
export function needsBuild(root: string): boolean {
  const built = RESULTS.map((file) => writtenAt(root, file));
  const oldest = Math.min(...built.map((time) => time ?? 0));
  return globSync(SOURCES, { cwd: root }).some((file) => (writtenAt(root, file) ?? 0) > oldest);
}

/** Runs `npm run build` when it is needed, quietly; its output is shown when it fails. */
export async function buildIfNeeded(root = projectRoot): Promise<void> {
  if (!needsBuild(root)) return;
  console.error('Building Libreta …');
  const npm = process.env['npm_execpath'];
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const build = spawn(command, [...first, 'run', 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: npm === undefined && process.platform === 'win32',
  });
  const output: Buffer[] = [];
  build.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  build.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(build, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${Buffer.concat(output).toString()}\nThe build failed.`);
}
