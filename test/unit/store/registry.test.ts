import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { defaultSettings, openRegistry, type Registry } from '../../../electron/store/registry.ts';
import { countingIds, refusal, temporaryFolder } from './testStore.ts';

function open(path = join(temporaryFolder(), 'registry.db')): { registry: Registry; path: string } {
  const registry = openRegistry({ path, now: () => 1_000, newId: countingIds() });
  onTestFinished(() => registry.close());
  return { registry, path };
}

const ana = {
  user: 'ana',
  server: 'https://www.afilnet.com/api/http/',
  transport: 'post',
  practice: false,
} as const;

test('accounts are kept in order, found by user and server, and changed', () => {
  const { registry } = open();
  const first = registry.accounts.add(ana);
  const second = registry.accounts.add({ ...ana, user: 'bea', practice: true });
  expect(registry.accounts.all()).toEqual([first, second]);
  expect(registry.accounts.find('bea', ana.server)).toEqual(second);
  expect(registry.accounts.find('bea', 'http://elsewhere')).toBeNull();
  registry.accounts.setTransport(first.id, 'basicPost');
  registry.accounts.setServer(first.id, 'http://127.0.0.1:1/');
  expect(registry.accounts.get(first.id)).toMatchObject({
    transport: 'basicPost',
    server: 'http://127.0.0.1:1/',
  });
  registry.accounts.remove(first.id);
  expect(registry.accounts.get(first.id)).toBeNull();
});

test('the same user at the same server stands once', () => {
  const { registry } = open();
  registry.accounts.add(ana);
  expect(refusal(() => registry.accounts.add(ana)).code).toBe('accountExists');
  expect(registry.accounts.all()).toHaveLength(1);
});

test('the active account survives a restart and goes with its account', () => {
  const { registry, path } = open();
  expect(registry.active.get()).toBeNull();
  const { id } = registry.accounts.add(ana);
  registry.active.set(id);
  registry.close();
  const again = open(path).registry;
  expect(again.active.get()).toBe(id);
  again.accounts.remove(id);
  expect(again.active.get()).toBeNull();
  again.active.set(null);
  expect(again.active.get()).toBeNull();
});

test('settings have defaults, are changed one by one and survive a restart', () => {
  const { registry, path } = open();
  expect(registry.settings.get()).toEqual(defaultSettings);
  const { set } = registry.settings;
  expect(set({ theme: 'dark', syncEveryMinutes: 0 })).toEqual({
    ...defaultSettings,
    theme: 'dark',
    syncEveryMinutes: 0,
  });
  registry.close();
  expect(open(path).registry.settings.get().theme).toBe('dark');
});

test.each(['"purple"', '{', '7', 'null', ''])(
  'a stored value that does not fit (%j) falls back alone',
  (value) => {
    const { registry, path } = open();
    registry.settings.set({ language: 'es', theme: 'dark' });
    registry.close();
    const db = new Sqlite(path);
    db.prepare('UPDATE settings SET value = ? WHERE name = ?').run(value, 'theme');
    db.close();
    expect(open(path).registry.settings.get()).toEqual({ ...defaultSettings, language: 'es' });
  },
);

test('a registry of a newer version is refused', () => {
  const { registry, path } = open();
  registry.close();
  const db = new Sqlite(path);
  db.pragma('user_version = 999');
  db.close();
  expect(refusal(() => open(path)).code).toBe('databaseFromNewerVersion');
});
