/** A session bus on which the keychain is being started for ever: as one whose prompt nobody answers. Linux only. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface SilentKeychain {
  /** The bus, by its D-Bus address. */
  readonly bus: string;
  readonly stop: () => Promise<void>;
}

/** `folder`: for its files; made when it is missing. */
export async function startSilentKeychain(folder: string): Promise<SilentKeychain> {
  await mkdir(folder, { recursive: true });
  // It never takes its name, and ends when the folder is removed.
  const waits = `/bin/sh -c "while [ -d '${folder}' ]; do sleep 1; done"`;
  await writeFile(
    join(folder, 'secrets.service'),
    `[D-BUS Service]\nName=org.freedesktop.secrets\nExec=${waits}\n`,
  );
  const configuration = join(folder, 'bus.conf');
  await writeFile(
    configuration,
    `<busconfig>
      <type>session</type>
      <listen>unix:path=${join(folder, 'socket')}</listen>
      <auth>EXTERNAL</auth>
      <servicedir>${folder}</servicedir>
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
