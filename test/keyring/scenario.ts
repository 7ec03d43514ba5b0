/**
 * Runs one scenario against the keychain of the session it finds itself in, through the real keychain
 * process, and prints what the vault answered, as a line of "answers" and JSON: `node test/keyring/scenario.ts <name>`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keychain, type KeychainLimits } from '../../electron/credentials/keychain.ts';
import { startInPlainNode } from '../../electron/credentials/plainNodeProcess.ts';
import { Vault } from '../../electron/credentials/vault.ts';
import { openRegistry } from '../../electron/store/registry.ts';
import { accountIdSchema } from '#shared/domain/ids.ts';
import { lock, promptShown, unlock } from './keyringControl.ts';

const file = fileURLToPath(
  new URL('../../electron/credentials/keychainProcess.ts', import.meta.url),
);
const ana = accountIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8057');
const ben = accountIdSchema.parse('01890a5d-ac96-774b-bcce-b302099a8058');
const password = 'clave-Ñandú-€-📇 "x"';

const ids = [ana, ben];
const folder = mkdtempSync(join(tmpdir(), 'libreta-keyring-'));
const registry = openRegistry({
  path: join(folder, 'registry.db'),
  now: Date.now,
  newId: () => ids.shift() ?? ana,
});
for (const user of ['ana', 'ben'])
  registry.accounts.add({ user, server: 'https://a.test', transport: 'post', practice: false });
const opened: Vault[] = [];
const pids: number[] = [];

/** A vault of its own process, as after a new start of the app. */
function open(limits?: KeychainLimits, nodeOptions: string[] = []) {
  const start = () => {
    const child = startInPlainNode({ file, environment: process.env, nodeOptions });
    if (child.pid !== undefined) pids.push(child.pid);
    return child;
  };
  const keychain = new Keychain(start, limits);
  const vault = new Vault(keychain, registry.keychainEntries);
  opened.push(vault);
  return { keychain, vault };
}

/** Long enough for an open keyring on a busy machine, and short enough for a test that waits it out. */
const shortLimits: KeychainLimits = { unlockedMs: 10_000, mayPromptMs: 6_000 };

const scenarios: Record<string, () => Promise<Record<string, unknown>>> = {
  async remembers() {
    const { vault, keychain } = open();
    const availability = await vault.availability();
    const beforeAny = await vault.password(ana);
    const remembered = await vault.remember(ana, password);
    const other = await vault.remember(ben, 'of Ben');
    const replaced = await vault.remember(ben, 'of Ben, renewed');
    keychain.stop();
    const afterStop = await vault.password(ana);
    const next = open().vault;
    const atNextStart = await next.password(ana);
    const forgotten = await next.forget(ana);
    const forgottenTwice = await next.forget(ana);
    const afterForget = await open().vault.password(ana);
    const otherStays = await open().vault.password(ben);
    return {
      ...{ availability, beforeAny, remembered, other, replaced, afterStop, atNextStart },
      ...{ forgotten, forgottenTwice, afterForget, otherStays, processes: new Set(pids).size },
    };
  },

  async serviceRestarted() {
    const { vault } = open();
    const remembered = await vault.remember(ana, password);
    await unlock();
    const read = await vault.password(ana);
    await unlock();
    const rememberedAgain = await vault.remember(ana, 'renewed');
    const renewed = await vault.password(ana);
    return { remembered, read, rememberedAgain, renewed };
  },

  async locked() {
    const { vault } = open();
    const remembered = await vault.remember(ana, password);
    await lock();
    const withOldProbe = await vault.password(ana);
    const withNewProbe = await vault.password(ana);
    const next = open().vault;
    const availability = await next.availability();
    const read = await next.password(ana);
    next.rememberForSession(ana, 'typed while locked');
    const overwrite = await next.remember(ana, 'typed while locked');
    const session = await next.password(ana);
    await unlock();
    const cached = await next.availability();
    const again = await next.availability('again');
    const afterUnlock = await open().vault.password(ana);
    await lock();
    const forget = await next.forget(ana);
    await unlock();
    const last = open().vault;
    const afterForget = await last.password(ana);
    const forgotten = await last.forget(ana);
    return {
      ...{ remembered, withOldProbe, withNewProbe, availability, read, overwrite },
      ...{ cached, again, afterUnlock, session, forget, afterForget, forgotten },
      mayHold: last.mayHold(ana),
    };
  },

  async prompt() {
    await open().vault.remember(ana, password);
    await lock();
    const { vault } = open(shortLimits);
    const [availability, behind] = await Promise.all([
      vault.availability(),
      vault.remember(ana, 'typed while locked'),
    ]);
    await unlock();
    const again = await vault.availability('again');
    const afterUnlock = await vault.password(ana);
    return { availability, behind, again, afterUnlock };
  },

  async killed() {
    await open().vault.remember(ana, password);
    await lock();
    const { vault } = open();
    const asked = vault.availability();
    await promptShown();
    const pid = pids.at(-1);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    const availability = await asked;
    await unlock();
    const again = await vault.availability('again');
    const afterUnlock = await vault.password(ana);
    return { availability, again, afterUnlock };
  },

  unavailable: () => withoutKeychain([]),
  /** Node refuses to load any native library: what a missing libsecret looks like to keytar. */
  noLibrary: () => withoutKeychain(['--permission', '--allow-fs-read=*']),
};

async function withoutKeychain(nodeOptions: string[]) {
  const { vault } = open(undefined, nodeOptions);
  const availability = await vault.availability();
  const remember = await vault.remember(ana, password);
  const before = await vault.password(ana);
  vault.rememberForSession(ana, password);
  const session = await vault.password(ana);
  const other = await vault.password(ben);
  const forget = await vault.forget(ana);
  const after = await vault.password(ana);
  return { availability, remember, before, session, other, forget, after };
}

const scenario = scenarios[process.argv[2] ?? ''];
if (!scenario) throw new Error(`Scenarios: ${Object.keys(scenarios).join(', ')}`);
console.log(`answers ${JSON.stringify(await scenario())}`);
for (const vault of opened) await vault.close();
registry.close();
rmSync(folder, { recursive: true, force: true });
