/** Session buses of their own, with a keychain on them or not. Linux only. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export interface KeychainBus {
  /** By its D-Bus address. */
  readonly bus: string;
  readonly stop: () => Promise<void>;
}

export interface LateKeychain extends KeychainBus {
  /** Starts a keyring on it and opens it: the one of before, where there was one. */
  readonly open: () => Promise<void>;
  /** Ends the keyring. What is in it stays. */
  readonly close: () => Promise<void>;
}

/**
 * A bus on which the keychain is being started for ever: as one whose prompt nobody answers. `folder`: for its files;
 * made when it is missing.
 */
export async function startSilentKeychain(folder: string): Promise<KeychainBus> {
  await mkdir(folder, { recursive: true });
  // It never takes its name, and ends when the folder is removed.
  const waits = `/bin/sh -c "while [ -d '${folder}' ]; do sleep 1; done"`;
  await writeFile(
    join(folder, 'secrets.service'),
    `[D-BUS Service]\nName=org.freedesktop.secrets\nExec=${waits}\n`,
  );
  return startBus(folder, `<servicedir>${folder}</servicedir>`);
}

/** A bus without a keychain until one is opened. */
export async function startLateKeychain(folder: string): Promise<LateKeychain> {
  await mkdir(folder, { recursive: true });
  const { bus, stop } = await startBus(folder, '');
  const env = {
    ...process.env,
    DBUS_SESSION_BUS_ADDRESS: bus,
    XDG_RUNTIME_DIR: folder,
    XDG_DATA_HOME: join(folder, 'data'),
  };
  let close = async (): Promise<void> => undefined;

  async function open(): Promise<void> {
    const keyring = spawn(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets'],
      { stdio: ['pipe', 'ignore', 'ignore'], env },
    );
    keyring.stdin.end('libreta');
    const gone = once(keyring, 'exit');
    close = async () => {
      keyring.kill('SIGTERM');
      await gone;
    };
    const isOpen = (): boolean => {
      try {
        const asked = ['--session', '--print-reply', '--dest=org.freedesktop.secrets'];
        const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked'];
        const path = '/org/freedesktop/secrets/collection/login';
        const get = 'org.freedesktop.DBus.Properties.Get';
        const said = execFileSync('dbus-send', [...asked, path, get, ...property], {
          env,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return said.includes('boolean false');
      } catch {
        return false;
      }
    };
    while (!isOpen()) await pause(100);
  }

  return {
    bus,
    open,
    close: () => close(),
    async stop() {
      await close();
      await stop();
    },
  };
}

async function startBus(folder: string, services: string): Promise<KeychainBus> {
  const configuration = join(folder, 'bus.conf');
  await writeFile(
    configuration,
    `<busconfig>
      <type>session</type>
      <listen>unix:path=${join(folder, 'socket')}</listen>
      <auth>EXTERNAL</auth>
      ${services}
      <limit name="service_start_timeout">600000</limit>
      <policy context="default">
        <allow send_destination="*" eavesdrop="true"/>
        <allow eavesdrop="true"/>
        <allow own="*"/>
      </policy>
    </busconfig>`,
  );
  const daemon = spawn(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--print-address'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [bus] = (await once(createInterface(daemon.stdout), 'line')) as [string];
  return {
    bus,
    async stop() {
      const gone = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await gone;
    },
  };
}
