/** Single facts about an account that must survive a restart, such as when everything was last seen on the server. */
import type { StoreContext } from './context.ts';

/** `journal`: the number of the last journalled transaction; `schema`: the version, beside the header's; `recoveryReport`: JSON, until it was seen; `groupTotals`: list/groupTotals.ts. */
export type FactName =
  'lastSyncAt' | 'queuePaused' | 'journal' | 'schema' | 'recoveryReport' | 'groupTotals';

export type FactStore = ReturnType<typeof factStore>;

export function factStore({ db }: StoreContext) {
  const read = db.prepare<[string], string>('SELECT value FROM facts WHERE name = ?').pluck();
  const write = db.prepare(`
    INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  const remove = db.prepare('DELETE FROM facts WHERE name = ?');
  return {
    get: (name: FactName): string | null => read.get(name) ?? null,
    set: (name: FactName, value: string | null): void => {
      if (value === null) remove.run(name);
      else write.run(name, value);
    },
  };
}
