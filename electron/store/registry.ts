/** The accounts of this machine and the settings, in a file of their own. Passwords are never in it. */
import type { AccountId } from '#shared/domain/ids.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import { settingsSchema, type Settings, type Transport } from '#shared/ipc/views.ts';
import { closeDatabase, coded, openDatabase, withDatabase, type Database } from './database.ts';
import { keychainEntriesOn } from './keychainEntries.ts';
import { registryMigrations } from './migrations/registry.ts';

export interface Account {
  readonly id: AccountId;
  readonly user: string;
  readonly server: string;
  readonly transport: Transport;
  readonly practice: boolean;
}

type AccountRow = Omit<Account, 'practice'> & { practice: 0 | 1 };

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  syncEveryMinutes: 5,
  forcedOffline: false,
  welcomed: false,
  parallelWrites: 4,
};

export type Registry = ReturnType<typeof registryOn>;

export interface RegistryOptions {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
}

/** @throws LibretaError as openDatabase */
export function openRegistry(options: RegistryOptions): Registry {
  const db = openDatabase(options.path, registryMigrations);
  return withDatabase(db, () => registryOn(db, options));
}

function registryOn(db: Database, options: RegistryOptions) {
  const columns = 'id, user, server, transport, practice';
  const insert = db.prepare(`
    INSERT INTO accounts (id, user, server, transport, practice, created_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (user, server) DO NOTHING`);
  const all = db.prepare<[], AccountRow>(
    `SELECT ${columns} FROM accounts ORDER BY created_at, rowid`,
  );
  const byId = db.prepare<[string], AccountRow>(`SELECT ${columns} FROM accounts WHERE id = ?`);
  const byUser = db.prepare<[string, string], AccountRow>(
    `SELECT ${columns} FROM accounts WHERE user = ? AND server = ?`,
  );
  const setTransport = db.prepare('UPDATE accounts SET transport = ? WHERE id = ?');
  const setServer = db.prepare('UPDATE accounts SET server = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM accounts WHERE id = ?');
  const readAll = db.prepare<[], { name: string; value: string }>(
    'SELECT name, value FROM settings',
  );
  const write = db.prepare(`
    INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const read = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck();
  const erase = db.prepare('DELETE FROM settings WHERE name = ?');
  const activeAccount = 'activeAccount';

  /** A stored value that no longer fits falls back to its default; the others stay. */
  function settings(): Settings {
    const stored = readAll.all().flatMap(({ name, value }) => {
      const one = settingsSchema.partial().safeParse({ [name]: parsed(value) });
      return one.success ? [one.data] : [];
    });
    return settingsSchema.parse(Object.assign({}, defaultSettings, ...stored));
  }

  return {
    accounts: {
      all: (): Account[] => all.all().map(accountOf),
      get: (id: AccountId): Account | null => orNull(byId.get(id)),
      find: (user: string, server: string): Account | null => orNull(byUser.get(user, server)),
      /** @throws LibretaError accountExists */
      add(account: Omit<Account, 'id'>): Account {
        const id = options.newId() as AccountId;
        const { user, server, transport, practice } = account;
        const time = options.now();
        const { changes } = coded(() =>
          insert.run(id, user, server, transport, practice ? 1 : 0, time),
        );
        if (changes === 0) throw new LibretaError('accountExists');
        return { id, ...account };
      },
      setTransport: (id: AccountId, transport: Transport) => setTransport.run(transport, id),
      /** The practice server answers at another port each time. */
      setServer: (id: AccountId, server: string) => setServer.run(server, id),
      /** The active account is none after it was removed. */
      remove(id: AccountId): void {
        coded(() =>
          db.transaction(() => {
            if (read.get(activeAccount) === id) erase.run(activeAccount);
            remove.run(id);
          })(),
        );
      },
    },
    active: {
      get: (): AccountId | null => (read.get(activeAccount) as AccountId | undefined) ?? null,
      set: (id: AccountId | null): void => {
        if (id === null) erase.run(activeAccount);
        else write.run(activeAccount, id);
      },
    },
    settings: {
      get: settings,
      set(changes: Partial<Settings>): Settings {
        coded(() =>
          db.transaction(() => {
            for (const [name, value] of Object.entries(changes)) {
              if (value !== undefined) write.run(name, JSON.stringify(value));
            }
          })(),
        );
        return settings();
      },
    },
    keychainEntries: keychainEntriesOn(db),
    close: () => closeDatabase(db),
  };
}

function accountOf(row: AccountRow): Account {
  return { ...row, practice: row.practice === 1 };
}

function orNull(row: AccountRow | undefined): Account | null {
  return row === undefined ? null : accountOf(row);
}

/** A text that is no JSON is a value that fits nowhere. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return Symbol('unreadable');
  }
}
