/** A real account on a real SQLite file, a real client and a real engine against the sandbox over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { v7 } from 'uuid';
import type { ContactFields } from '#shared/domain/contact.ts';
import { serverIdSchema, type GroupId } from '#shared/domain/ids.ts';
import type { HeldDecision } from '#shared/ipc/views.ts';
import { createAfilnetClient } from '../../electron/afilnet/createClient.ts';
import type { Dialect } from '../../electron/sandbox/dialect.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openAccountStore, type AccountStore } from '../../electron/store/accountStore.ts';
import { addExistingGroup } from '../../electron/store/edits/groups.ts';
import { decideHeldPull } from '../../electron/store/edits/keep.ts';
import { createEngine, type Engine } from '../../electron/sync/engine.ts';
import type { SyncLimits } from '../../electron/sync/session.ts';

export const user = 'ana';
export const password = 'clave-secreta';

/** Time that stands still until it is moved; timers fire when it passes them. */
export class HandClock {
  time = 1_800_000_000_000;
  #timers = new Set<{ at: number; callback: () => void }>();
  readonly now = (): number => this.time;
  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.time + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };
  advance(milliseconds: number): void {
    this.time += milliseconds;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.time)) {
      this.#timers.delete(timer);
      timer.callback();
    }
  }
}

export interface Workshop {
  readonly sandbox: Sandbox;
  readonly store: AccountStore;
  readonly engine: Engine;
  readonly clock: HandClock;
  readonly settings: { everyMinutes: number; forcedOffline: boolean; parallelWrites: number };
  readonly password: { current: string };
  /** Contacts of a group as the server holds them, by main field. */
  readonly onServer: (group: number) => Map<string, ContactFields>;
  /** Ends the process as a crash would and starts anew on the same file. */
  readonly restart: () => Promise<Workshop>;
}

export async function workshop(
  options: { dialect?: Partial<Dialect>; limits?: Partial<SyncLimits> } = {},
): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'libreta-sync-'));
  const sandbox = await startSandbox({ dialect: options.dialect ?? {} });
  sandbox.state.addAccount(user, password);
  onTestFinished(async () => {
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return open(sandbox, join(folder, 'mirror.db'), new HandClock(), options.limits ?? {});
}

async function open(
  sandbox: Sandbox,
  path: string,
  clock: HandClock,
  limits: Partial<SyncLimits>,
): Promise<Workshop> {
  const held = { current: password };
  const settings = { everyMinutes: 0, forcedOffline: false, parallelWrites: 4 };
  const store = openAccountStore({ path, now: clock.now, newId: v7, onChange: () => undefined });
  const client = createAfilnetClient({
    server: sandbox.origin,
    transport: 'post',
    user,
    password: () => held.current,
    timeoutMs: 1_500,
  });
  const engine = createEngine({
    store,
    client,
    clock,
    random: () => 0.5,
    pause: () => new Promise((resolve) => void setImmediate(resolve)),
    limits,
    settings: () => settings,
    onStatus: () => undefined,
  });
  engine.start();
  await engine.syncNow();
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await engine.stop();
    client.close();
    store.close();
  };
  onTestFinished(close);
  return {
    sandbox,
    store,
    engine,
    clock,
    settings,
    password: held,
    onServer: (group) =>
      new Map(
        sandbox.state
          .contactsOf(group)
          .map(({ fields }) => [fields['mobile'] ?? fields['email'] ?? '', fields]),
      ),
    async restart() {
      await close();
      return open(sandbox, path, clock, limits);
    },
  };
}

/** A group on the server with contacts, registered here and pulled. */
export async function pulledGroup(
  { sandbox, store, engine }: Workshop,
  contacts: ContactFields[],
  columns = ['mobile', 'name', 'city'],
): Promise<{ groupId: GroupId; serverGroup: number }> {
  const group = sandbox.state.addGroup(user, { name: 'Clientes', type: 'mobile', columns });
  sandbox.state.addContacts(group, contacts);
  const groupId = store.transaction(() =>
    addExistingGroup(store, {
      serverId: serverIdSchema.parse(String(group)),
      label: 'Clientes',
      columns,
    }),
  );
  await engine.pull(groupId);
  sandbox.clearRequests();
  return { groupId, serverGroup: group };
}

/** What the user answers to a held list, as they see it. */
export function decideHeld(
  { store }: Pick<Workshop, 'store'>,
  groupId: GroupId,
  decision: HeldDecision | null,
): void {
  const heldAt = store.groups.get(groupId)?.held?.heldAt ?? 0;
  decideHeldPull(store, groupId, { heldAt, decision });
}
