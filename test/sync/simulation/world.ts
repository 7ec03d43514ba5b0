/** The world of a run: one server, two accounts, each with a real file, a real client and a real engine that may end at any step. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupId } from '#shared/domain/ids.ts';
import { serverIdSchema } from '#shared/domain/ids.ts';
import type { AfilnetClient } from '../../../electron/afilnet/client.ts';
import { createAfilnetClient } from '../../../electron/afilnet/createClient.ts';
import { randomDialect } from '../../../electron/sandbox/dialect.ts';
import { startSandbox, type Sandbox } from '../../../electron/sandbox/sandbox.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addExistingGroup } from '../../../electron/store/edits/groups.ts';
import { openAccount } from '../../../electron/store/safety/openAccount.ts';
import { createEngine, type Engine } from '../../../electron/sync/engine.ts';
import { harm, wipe } from '../../damage/harm.ts';
import { HandClock } from '../workshop.ts';
import { Gate } from './gate.ts';
import { Ledger } from './ledger.ts';
import { mend } from './mend.ts';
import { seeded, type Random } from './random.ts';
import { Watch } from './watch.ts';

/** Memory where there is some: the files are as real, and a run costs no disk. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface Actor {
  readonly user: string;
  readonly path: string;
  readonly password: { current: string };
  store: AccountStore;
  engine: Engine;
  gate: Gate;
  closeClient: () => void;
}

export interface World {
  readonly random: Random;
  readonly sandbox: Sandbox;
  readonly clock: HandClock;
  readonly ledger: Ledger;
  readonly watch: Watch;
  readonly actors: readonly Actor[];
  readonly folder: string;
  online: boolean;
  readonly end: () => Promise<void>;
}

export const secret = (user: string, turn: number): string => `s3creta-${user}-${turn}`;

export async function createWorld(seed: number): Promise<World> {
  const random = seeded(seed + 1_000_003);
  const folder = mkdtempSync(join(root, 'libreta-run-'));
  const sandbox = await startSandbox({
    dialect: randomDialect(random.next),
    random: random.next,
    recordLimit: 0,
  });
  const clock = new HandClock();
  const ledger = new Ledger();
  const watch = new Watch(sandbox, ledger);
  const world = { random, sandbox, clock, ledger, watch, folder, online: true };
  const actors: Actor[] = [];
  for (const user of ['ana', 'pau']) {
    sandbox.state.addAccount(user, secret(user, 0));
    mkdirSync(join(folder, user));
    const path = join(folder, user, 'mirror.db');
    actors.push(open(world, user, path, { current: secret(user, 0) }));
  }
  for (const actor of actors) await stock(world, actor);
  watch.look('others');
  return Object.assign(world, {
    actors,
    async end() {
      for (const actor of actors) await kill(actor);
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** What the world's people own at first: a group or two with some contacts. */
async function stock(
  world: Pick<World, 'sandbox' | 'ledger' | 'random'>,
  actor: Actor,
): Promise<void> {
  const { sandbox, ledger, random } = world;
  const count = actor.user === 'ana' ? 1 + random.below(2) : 1;
  for (let index = 0; index < count; index += 1) {
    const columns = ['mobile', 'name', 'city', 'notes'];
    const name = ledger.fresh('grupo');
    const group = sandbox.state.addGroup(actor.user, { name, type: 'mobile', columns });
    // Now and then enough of them that a list may lack too many.
    const length = random.chance(0.12) ? 21 + random.below(6) : random.below(7);
    const people = Array.from({ length }, () => ({
      mobile: ledger.freshMobile(),
      name: ledger.fresh('n'),
      ...(random.chance(0.6) ? { city: ledger.fresh('c') } : {}),
    }));
    sandbox.state.addContacts(group, people);
    const groupId: GroupId = actor.store.transaction(() =>
      addExistingGroup(actor.store, {
        serverId: serverIdSchema.parse(String(group)),
        label: name,
        columns,
      }),
    );
    await actor.engine.pull(groupId).catch(() => undefined);
  }
}

function open(
  world: Pick<World, 'sandbox' | 'clock' | 'random' | 'watch'>,
  user: string,
  path: string,
  password: { current: string },
): Actor {
  const { clock, sandbox, random, watch } = world;
  const gate = new Gate();
  const store = openAccount({
    path,
    now: clock.now,
    newId: newIds(random),
    onChange: () => undefined,
  });
  const client = createAfilnetClient({
    server: sandbox.origin,
    transport: 'post',
    user,
    password: () => password.current,
    timeoutMs: 300,
  });
  const engine = createEngine({
    store,
    client: guarded(client, gate, watch),
    clock: {
      now: clock.now,
      after: (milliseconds, callback) =>
        clock.after(milliseconds, () => {
          if (!gate.over) callback();
        }),
    },
    random: random.next,
    pause: () => gate.pass(),
    limits: { parallelWrites: random.chance(0.7) ? 1 : 4, listSize: random.chance(0.5) ? 2 : 500 },
    settings: () => ({ everyMinutes: 0, forcedOffline: false }),
    onStatus: () => undefined,
  });
  engine.start();
  return { user, path, password, store, engine, gate, closeClient: () => client.close() };
}

function newIds(random: Random): () => string {
  let serial = 0;
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  return () => {
    serial += 1;
    return `${hex(random.below(2 ** 31), 8)}-${hex(serial % 65536, 4)}-7000-8000-${hex(random.below(2 ** 31), 12)}`;
  };
}

const reads = new Set(['getBalance', 'getGroupColumns', 'getContacts', 'getContact']);

/** The same client, with a gate before and after each request and a look at the server after it. */
function guarded(client: AfilnetClient, gate: Gate, watch: Watch): AfilnetClient {
  return new Proxy(client, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        await gate.pass();
        const reply = await gate.carry(method.apply(target, given).finally(() => watch.look('us')));
        if (!reads.has(String(name))) await gate.wrote();
        await gate.pass();
        return reply;
      };
    },
  });
}

/** Ends the process of an account without a word, as `kill -9` does; what it had sent still lands. */
export async function kill(actor: Actor): Promise<void> {
  actor.gate.end();
  await actor.gate.landed();
  // What runs from one pause to the next runs to its end.
  await new Promise(setImmediate);
  actor.store.close();
  actor.closeClient();
}

export async function restart(world: World, index: number): Promise<void> {
  const actor = world.actors[index]!;
  await kill(actor);
  Object.assign(actor, open(world, actor.user, actor.path, actor.password));
  await settled(actor);
}

/** Ends the process, harms one of its files and starts it again, as the application does: what is damaged is made anew. */
export async function damage(world: World, index: number, seed: number): Promise<void> {
  const actor = world.actors[index]!;
  await kill(actor);
  const random = seeded(seed);
  if (random.chance(0.4)) wipe(actor.path);
  else harm(actor.path, random);
  // What was decided about a held list goes with a damaged file; the list is held and asked about again.
  const groups = await mend({
    path: actor.path,
    now: world.clock.now,
    newId: newIds(world.random),
    onChange: () => undefined,
  });
  for (const groupId of groups) world.ledger.decided(groupId, []);
  Object.assign(actor, open(world, actor.user, actor.path, actor.password));
  await settled(actor);
}

/** Waits until an engine rests, unless its process ended. */
export async function settled(actor: Actor): Promise<void> {
  await actor.engine.idle();
}

/** True when a text stands in any file of the run. */
export function foundInFiles(world: World, text: string): boolean {
  return readdirSync(world.folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text));
}
