/** The plans of SQLite for what is asked at every scroll and every key: by an index, never through the whole table. */
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { ValueTest } from '#shared/domain/filter.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../../../electron/store/accountStore.ts';
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { existingGroup, openTestStore, pulled } from './testStore.ts';

function filled(): { store: AccountStore; group: GroupId; path: string } {
  const { store, path } = openTestStore();
  const group = existingGroup(store);
  store.transaction(() => {
    for (let index = 0; index < 2_000; index += 1) {
      pulled(store, group, { mobile: String(34_600_000_000 + index), name: `Ana ${index}` });
    }
    for (let index = 0; index < 50; index += 1) addContact(store, group, { mobile: String(index) });
  });
  return { store, group, path };
}

describe.each(['as made', 'with statistics'])('%s', (state) => {
  function prepared(): ReturnType<typeof filled> {
    const it = filled();
    if (state === 'as made') return it;
    const db = new Sqlite(it.path);
    db.exec('ANALYZE');
    db.close();
    it.store.close();
    return { ...it, store: openTestStore(it.path).store };
  }

  test('a window of a group walks its index, in order, and nothing else', () => {
    const { store, group } = prepared();
    const asked = {
      scope: { kind: 'group', groupId: group },
      search: '',
      sort: null,
      onlyUnsent: false,
    } as const;
    const plan = store.list.explain(asked);
    expect(plan.window).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row>?)',
    ]);
    expect(plan.back).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row<?)',
    ]);
    expect(plan.first).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row>? AND row<?)',
    ]);
    expect(plan.count).toEqual([
      'SEARCH contacts USING COVERING INDEX contacts_listed (group_id=? AND tombstone=?)',
    ]);
  });

  test.each(['group', 'all'] as const)(
    'a search (%s) starts from the words, then reads the rows found',
    (kind) => {
      const { store, group } = prepared();
      const scope = kind === 'group' ? { kind, groupId: group } : { kind };
      const plan = store.list.explain({ scope, search: '677 12', sort: null, onlyUnsent: false });
      for (const lines of [plan.window, plan.first, plan.count]) {
        expect(lines.join('\n')).toMatch(/contact_search VIRTUAL TABLE INDEX/u);
        expect(lines.join('\n')).toMatch(/SEARCH contacts USING .*rowid=\?\)/u);
        expect(lines.filter((line) => line.startsWith('SCAN contacts'))).toEqual([]);
      }
    },
  );

  test('an order is read batch by batch of the index, and mended row by row', () => {
    const { store, group } = prepared();
    const filter = {
      kind: 'value',
      column: { kind: 'field', name: 'name' },
      test: { kind: 'contains', text: 'ana' },
      not: false,
    } as const;
    const sort = { by: { kind: 'field', name: 'name' }, direction: 'up' } as const;
    const scope = { kind: 'group', groupId: group } as const;
    const plan = store.list.explain({ scope, search: '', onlyUnsent: false, filter, sort });
    expect(plan.batch).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row>? AND row<?)',
    ]);
    expect(plan.look.join('\n')).toMatch(/SEARCH contacts USING INTEGER PRIMARY KEY \(rowid=\?\)/u);
    expect(plan.look.filter((line) => line.startsWith('SCAN contacts'))).toEqual([]);
    const everywhere = store.list.explain({
      scope: { kind: 'all' },
      search: '',
      onlyUnsent: false,
      filter,
      sort,
    });
    expect(everywhere.batch[0]).toMatch(/^SEARCH contacts USING .*row(id)?>\? AND row(id)?<\?\)/u);
  });

  test.each([
    { kind: 'is', text: '+34 600 111 222' },
    { kind: 'startsWith', text: '+34 600' },
    { kind: 'anyOf', texts: ['+34 600 111 222', '600–111–222', 'Ana'] },
  ] satisfies ValueTest[])('a filter by a number ($kind) is read batch by batch, too', (test) => {
    const { store, group } = prepared();
    const plan = store.list.explain({
      scope: { kind: 'group', groupId: group },
      search: '',
      onlyUnsent: false,
      filter: { kind: 'value', column: { kind: 'main' }, test, not: false },
    });
    expect(plan.batch).toEqual([
      'SEARCH contacts USING INDEX contacts_listed (group_id=? AND tombstone=? AND row>? AND row<?)',
    ]);
    expect(plan.look.join('\n')).toMatch(/SEARCH contacts USING INTEGER PRIMARY KEY \(rowid=\?\)/u);
  });

  test('the state of a contact is looked up in the queue by the contact', () => {
    const { store, group } = prepared();
    const plan = store.list.explain({
      scope: { kind: 'group', groupId: group },
      search: '',
      onlyUnsent: false,
      filter: { kind: 'sync', states: ['needsYou'], not: false },
      sort: { by: { kind: 'sync' }, direction: 'up' },
    });
    expect(plan.batch.join('\n')).toMatch(/SEARCH outbox USING .*outbox_by_contact/u);
    expect(plan.batch.filter((line) => /^SCAN (contacts|outbox)$/u.test(line))).toEqual([]);
  });

  test('what is unsent is read from the queue', () => {
    const { store, group } = prepared();
    const scope = { kind: 'group', groupId: group } as const;
    const plan = store.list.explain({ scope, search: '', sort: null, onlyUnsent: true });
    expect(plan.window.filter((line) => line.startsWith('SCAN contacts'))).toEqual([]);
  });

  test.each([
    ['a contact', 'SELECT * FROM contacts WHERE id = ?'],
    ['a contact by its server id', 'SELECT * FROM contacts WHERE group_id = ? AND server_id = ?'],
    ['contacts by main field', 'SELECT * FROM contacts WHERE group_id = ? AND main_key = ?'],
    ['the entries of a contact', 'SELECT * FROM outbox WHERE contact_id = ? ORDER BY seq'],
    ['the entries of a group', 'SELECT * FROM outbox WHERE group_id = ? ORDER BY seq'],
    [
      'the entries about a group itself',
      'SELECT * FROM outbox WHERE contact_id IS NULL AND +group_id = ? ORDER BY seq',
    ],
    [
      'deletions that wait for a contact',
      `SELECT * FROM outbox WHERE json_extract(intent, '$.after') = ? ORDER BY seq`,
    ],
    [
      'the history of a contact',
      'SELECT * FROM history WHERE contact_id = ? ORDER BY id DESC LIMIT ?',
    ],
    [
      'the history of a group',
      'SELECT * FROM history WHERE group_id = ? AND contact_id IS NULL ORDER BY id DESC LIMIT ?',
    ],
  ])('%s: by an index, in its order', (_what, sql) => {
    const { path } = prepared();
    const db = new Sqlite(path);
    const parameters = Array.from({ length: sql.split('?').length - 1 }, () => '1');
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    db.close();
    expect(plan).toHaveLength(1);
    expect(plan[0]?.detail).toMatch(/^SEARCH \w+ USING INDEX/u);
  });
});
