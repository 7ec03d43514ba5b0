/**
 * One run: an account lives, ends cleanly or abruptly, one of its files is damaged, and it is opened again the way
 * the application does. Every edit that was reported as saved and not yet sent must stand there.
 */
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../../electron/store/accountStore.ts';
import { accountMigrations } from '../../electron/store/migrations/account.ts';
import { addContact } from '../../electron/store/edits/contacts.ts';
import { openAccount } from '../../electron/store/safety/openAccount.ts';
import { seeded, type Random } from '../sync/simulation/random.ts';
import {
  allContacts,
  broken,
  entriesOf,
  expectation,
  unsound,
  type Expectation,
} from './expectation.ts';
import { harm, listed, setAsideCount, type Target } from './harm.ts';
import { happen, pulledGroup, type Life } from './life.ts';

/** Memory where there is some: the files are as real, and a run costs no disk. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface RunResult {
  readonly seed: number;
  readonly target: Target;
  readonly end: 'clean' | 'abrupt';
  readonly what: string;
  /** Unsent edits before the damage. */
  readonly unsent: number;
  /** Contacts of the mirror before the damage and after it, without a pull. */
  readonly mirrored: number;
  readonly mirroredAfter: number;
  readonly recovered: boolean;
  /** True when the header came to name a newer version: such a file is refused, left alone, and opened with its own. */
  readonly refused: boolean;
  readonly failures: readonly string[];
}

const never = new AbortController().signal;

export async function run(seed: number): Promise<RunResult> {
  const random = seeded(seed);
  const folder = mkdtempSync(join(root, 'libreta-damage-'));
  try {
    return await runIn(folder, seed, random);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, seed: number, random: Random): Promise<RunResult> {
  const alive = join(folder, 'alive');
  mkdirSync(alive);
  const clock = { now: 1_700_000_000_000 };
  const open = (place: string): AccountStore =>
    openAccount({
      path: join(place, 'mirror.db'),
      now: () => (clock.now += 1_000),
      newId: ids(random),
      onChange: () => undefined,
    });
  const life: Life = { random, typed: new Map(), saved: 0, serial: 0 };
  let store = open(alive);
  pulledGroup(store, life);
  const sessions = 1 + random.below(3);
  for (let session = 1; session <= sessions; session += 1) {
    const length = 10 + random.below(60);
    for (let step = 0; step < length; step += 1) await happen(store, life);
    if (random.chance(0.4)) await store.safety.backup(never);
    for (let step = random.below(20); step > 0; step -= 1) await happen(store, life);
    if (session === sessions) break;
    store.close();
    store = open(alive);
  }
  const expected = expectation(store, life.typed);
  const before = broken(store, expected);
  if (before.length > 0) throw new Error(`before any damage: ${before.join('; ')}`);
  const end = random.chance(0.4) ? 'clean' : 'abrupt';
  const hurt = join(folder, 'hurt');
  if (end === 'clean') store.close();
  // What a crash leaves: every file as it stands now, the shared memory in a share of the runs.
  const withMemory = random.chance(0.5);
  cpSync(alive, hurt, {
    recursive: true,
    filter: (source) => withMemory || !source.endsWith('-shm'),
  });
  store.close();
  const { target, what } = harm(join(hurt, 'mirror.db'), random);
  const after = await openedAgain(join(hurt, 'mirror.db'), () => open(hurt), expected, random);
  return {
    seed,
    target,
    end,
    what,
    unsent: expected.entries.length,
    mirrored: expected.mirrored,
    mirroredAfter: after.mirrored,
    recovered: setAsideCount(hurt) > 0,
    refused: after.refused,
    failures:
      after.failures.length === 0
        ? []
        : [...after.failures, `${end} end; ${target}: ${what}`, listed(hurt).join(', ')],
  };
}

interface After {
  readonly mirrored: number;
  readonly refused: boolean;
  readonly failures: readonly string[];
}

/** Opens, reads everything, lets the background check run; opens again whenever damage was told. */
async function openedAgain(
  path: string,
  open: () => AccountStore,
  expected: Expectation,
  random: Random,
): Promise<After> {
  const failures: string[] = [];
  let refused = false;
  for (let opening = 1; opening <= 4; opening += 1) {
    let store: AccountStore;
    try {
      store = open();
    } catch (error) {
      if (!(error instanceof LibretaError) || error.coded.code !== 'databaseFromNewerVersion') {
        return { mirrored: 0, refused, failures: [`not opened: ${detailOf(error)}`] };
      }
      // Refused and left alone: with its right version everything must still be there.
      refused = true;
      mendVersion(path);
      continue;
    }
    try {
      if (random.chance(0.5)) readAll(store);
      const { kind } = await store.safety.backup(never);
      if (kind !== 'damaged') {
        readAll(store);
        failures.push(...broken(store, expected));
        const mirrored = allContacts(store).length;
        if (failures.length === 0) failures.push(...goesOn(store, open, expected));
        return { mirrored, refused, failures };
      }
    } catch (error) {
      if (!(error instanceof LibretaError) || error.coded.code !== 'databaseDamaged') {
        return { mirrored: 0, refused, failures: [detailOf(error)] };
      }
    } finally {
      store.close();
    }
  }
  return { mirrored: 0, refused, failures: ['damaged again at every opening'] };
}

/** Where the header keeps the version: SQLite's file format, section 1.3.15. */
export function mendVersion(path: string): void {
  const version = Buffer.alloc(4);
  version.writeUInt32BE(accountMigrations.length);
  const file = openSync(path, 'r+');
  writeSync(file, version, 0, 4, 60);
  closeSync(file);
}

/** What is on the screens. */
function readAll(store: AccountStore): void {
  const query = { scope: { kind: 'all' }, search: '346', sort: null, onlyUnsent: false } as const;
  for (const sort of [null, { by: { kind: 'field', name: 'name' }, direction: 'up' } as const]) {
    store.list.window({ ...query, sort }, 0, 100_000);
  }
  for (const { id } of store.groups.all()) {
    store.history.ofGroup(id);
    store.columns.of(id);
  }
  for (const contact of allContacts(store)) store.history.ofContact(contact.id);
  store.outbox.counts();
}

/** The account works: an edit is taken, and the next clean opening finds nothing to repair. */
function goesOn(store: AccountStore, open: () => AccountStore, expected: Expectation): string[] {
  const group = store.groups.all().find(({ state }) => state !== 'deleting');
  if (group !== undefined) addContact(store, group.id, { mobile: '34999999999', name: 'más' });
  const more = group === undefined ? 0 : 1;
  const report = JSON.stringify(store.safety.report());
  store.close();
  const again = open();
  try {
    const problems = unsound(again);
    if (entriesOf(again).length !== expected.entries.length + more) {
      problems.push('an edit after the recovery is lost');
    }
    if (JSON.stringify(again.safety.report()) !== report) problems.push('recovered once more');
    return problems;
  } finally {
    again.close();
  }
}

function ids(random: Random): () => string {
  const hex = (width: number): string =>
    random
      .below(2 ** 31)
      .toString(16)
      .padStart(width, '0');
  return () => `${hex(8)}-0000-7000-8000-${hex(12)}`;
}

function detailOf(error: unknown): string {
  if (error instanceof LibretaError) return JSON.stringify(error.coded);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
