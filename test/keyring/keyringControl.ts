/** Locks and unlocks the private keyring that `with-keyring.mjs` opened; only for use inside it. */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const quiet: ExecFileSyncOptions = { stdio: ['pipe', 'ignore', 'ignore'] };
const login = '/org/freedesktop/secrets/collection/login';

function send(...call: string[]): string {
  return execFileSync('dbus-send', ['--session', '--print-reply', ...call], { encoding: 'utf8' });
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (holds()) return;
    await pause(100);
  }
  throw new Error(`Waited in vain: ${what}`);
}

function isLocked(): boolean {
  const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
  const get = 'org.freedesktop.DBus.Properties.Get';
  return send('--dest=org.freedesktop.secrets', login, get, ...property).includes('boolean true');
}

function isOwned(name: string): boolean {
  const call = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  return send(...call, `string:${name}`).includes('boolean true');
}

/** A new daemon takes over that has not opened the keyring, as after a login without a password. */
export async function lock(): Promise<void> {
  execFileSync('gnome-keyring-daemon', ['--replace', '--daemonize', '--components=secrets'], quiet);
  await until('the keyring is locked', () => isOwned('org.freedesktop.secrets') && isLocked());
}

/** A new daemon takes over and opens the keyring from its file, as after a usual login. */
export async function unlock(): Promise<void> {
  execFileSync('gnome-keyring-daemon', ['--replace', '--unlock', '--components=secrets'], {
    ...quiet,
    input: 'libreta',
  });
  await until('the keyring is open', () => isOwned('org.freedesktop.secrets') && !isLocked());
}

/** Waits until the keyring asks for its password on the display. */
export function promptShown(): Promise<void> {
  return until('a prompt is shown', () => isOwned('org.gnome.keyring.SystemPrompter'));
}
