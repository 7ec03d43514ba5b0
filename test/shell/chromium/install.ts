import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/** Debian's names of all that the app and its tests use on a machine without a desktop. */
export const DEBIAN_PACKAGES = [
  'chromium',
  'xvfb',
  'xauth',
  'gnome-keyring',
  'libsecret-1-0',
  'libsecret-tools',
  'dbus-x11',
  'fonts-dejavu-core',
  'fonts-noto-core',
  'fonts-noto-color-emoji',
];

/** True on Debian and its relatives, for root. */
export function canInstall(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

async function aptGet(...args: string[]): Promise<void> {
  const child = spawn('apt-get', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    throw new Error(`${Buffer.concat(output).toString()}\napt-get ${args[0] ?? ''} failed.`);
  }
}

/** Installs packages and says so in one line. */
export async function installDebianPackages(packages = DEBIAN_PACKAGES): Promise<void> {
  console.error(`Installing with apt-get, about half a minute: ${packages.join(' ')}`);
  await aptGet('update');
  await aptGet('install', '-y', ...packages);
}

/** The one command that gives this machine a Chromium. */
export function missingChromiumHint(platform: NodeJS.Platform = process.platform): string {
  const command =
    platform === 'darwin'
      ? 'brew install --cask chromium'
      : existsSync('/usr/bin/apt-get')
        ? `sudo apt-get update && sudo apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`
        : existsSync('/usr/bin/dnf')
          ? 'sudo dnf install -y chromium'
          : 'install Chromium, then set LIBRETA_CHROMIUM to its file';
  return `Neither Electron nor a Chromium to stand in for it was found. To get one: ${command}`;
}
