/** What the tests need of a Linux machine beside Electron: a private keyring and a display for its prompt. */
import { accessSync, constants, existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, installDebianPackages } from '../shell/chromium/install.ts';

interface Need {
  readonly debianPackage: string;
  readonly isThere: () => boolean;
}

const program = (debianPackage: string, name: string): Need => ({
  debianPackage,
  isThere: () => isOnPath(name),
});

const needs: readonly Need[] = [
  program('gnome-keyring', 'gnome-keyring-daemon'),
  program('dbus-x11', 'dbus-launch'),
  program('dbus', 'dbus-run-session'),
  program('dbus', 'dbus-send'),
  program('libsecret-tools', 'secret-tool'),
  program('xvfb', 'xvfb-run'),
  program('xauth', 'xauth'),
  {
    debianPackage: 'libsecret-1-0',
    isThere: () => globSync('/{usr/lib,usr/lib64,lib}{,/*}/libsecret-1.so.0').length > 0,
  },
];

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Debian's names of what this machine lacks; nothing elsewhere than on Linux. */
export function missingPackages(platform: NodeJS.Platform = process.platform): string[] {
  if (platform !== 'linux') return [];
  const missing = needs.filter(({ isThere }) => !isThere());
  return [...new Set(missing.map(({ debianPackage }) => debianPackage))];
}

/** Installs what is missing where that is allowed, and tells the one command to run elsewhere. */
export async function prepareMachine(): Promise<void> {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (canInstall()) {
    await installDebianPackages(missing);
    return;
  }
  console.error(
    existsSync('/usr/bin/apt-get')
      ? `Tests of the keyring will fail. What they need comes with: sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`
      : `Tests of the keyring will fail. Debian's names of what is missing: ${missing.join(' ')}`,
  );
}
