#!/usr/bin/env node
/**
 * Runs a command with a keyring of its own, or with none:
 *
 *   node test/keyring/with-keyring.mjs -- <command…>               an unlocked gnome-keyring on a private session bus
 *   node test/keyring/with-keyring.mjs --no-service -- <command…>  a private session bus with nothing on it
 *   node test/keyring/with-keyring.mjs --none -- <command…>        no bus, no keyring, no display
 *
 * Linux only. The user's own bus and keyring are never touched; everything made here is removed at the end,
 * and the command's exit code is passed on (128 + n for a signal). A display is passed on except with --none.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';

/** The private keyring's password: it guards nothing but what tests put there. */
const keyringPassword = 'libreta';
const couldNotStart = 97;

/** Unlocks a new keyring, waits until it answers as unlocked, and becomes the command. */
const unlocked = `
printf '%s' '${keyringPassword}' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit ${couldNotStart}
tries=0
until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \\
    string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true' &&
  dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \\
    org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked 2>/dev/null |
    grep -q 'boolean false'
do
  tries=$((tries + 1))
  if [ "$tries" -gt 100 ]; then echo 'with-keyring: the keyring did not open.' >&2; exit ${couldNotStart}; fi
  sleep 0.1
done
exec "$@"`;

/** A session bus that can start no service. */
const emptyBus = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const arguments_ = process.argv.slice(2);
const separator = arguments_.indexOf('--');
const [mode = '--keyring', ...more] = arguments_.slice(0, Math.max(separator, 0));
const command = arguments_.slice(separator + 1);
const modes = ['--keyring', '--no-service', '--none'];
if (separator < 0 || command.length === 0 || more.length > 0 || !modes.includes(mode)) {
  console.error('usage: with-keyring.mjs [--no-service | --none] -- <command…>');
  process.exit(2);
}

const home = mkdtempSync(path.join(tmpdir(), 'libreta-keyring-'));
// Left out: the bus of the user's own session, and a display whose socket lies in the old XDG_RUNTIME_DIR.
const leftOut = ['DBUS_SESSION_BUS_ADDRESS', 'GNOME_KEYRING_CONTROL', 'WAYLAND_DISPLAY'];
if (mode === '--none') leftOut.push('DISPLAY');
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !leftOut.includes(name))),
  XDG_RUNTIME_DIR: home,
  XDG_DATA_HOME: path.join(home, 'data'),
};

/** The program to start and its arguments, by mode. */
function plan() {
  switch (mode) {
    case '--none':
      return command;
    case '--no-service': {
      const configuration = path.join(home, 'bus.conf');
      writeFileSync(configuration, emptyBus);
      return ['dbus-run-session', `--config-file=${configuration}`, '--', ...command];
    }
    default:
      return ['dbus-run-session', '--', 'sh', '-c', unlocked, 'with-keyring', ...command];
  }
}

function finish(code) {
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(code);
}

const [program, ...rest] = plan();
// A process group of its own, so that a signal reaches the bus and the command too, and leaves nothing behind.
const child = spawn(program, rest, { env: environment, stdio: 'inherit', detached: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  });
}
child.on('error', (error) => {
  console.error(`with-keyring: ${program} could not be started: ${error.message}`);
  finish(couldNotStart);
});
child.on('exit', (code, signal) => {
  finish(signal === null ? code : 128 + constants.signals[signal]);
});
