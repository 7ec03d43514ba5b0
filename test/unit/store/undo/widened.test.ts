import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../electron/store/database.ts';
import { accountMigrations } from '../../../../electron/store/migrations/account.ts';
import { temporaryFolder } from '../testStore.ts';

test.each([
  { version: 7, row: "(1, 'look', 'g', 'g', NULL, NULL, '{}')" },
  { version: 8, row: "(1, 'apart', 'a b', '', NULL, NULL, '{}')" },
])('steps of before are there after version $version gave images more room', ({ version, row }) => {
  const path = join(temporaryFolder(), 'x.db');
  const old = openDatabase(
    path,
    accountMigrations.filter((migration) => migration.version < version),
  );
  old.exec(`
    INSERT INTO undo_steps (id, at, what) VALUES (1, 5, '{}');
    INSERT INTO undo_images VALUES (1, 'contact', 'c', 'g', 'c', '{"a":1}', NULL)`);
  old.close();
  const db = openDatabase(path, accountMigrations);
  expect(db.prepare('SELECT * FROM undo_images').all()).toEqual([
    {
      step_id: 1,
      kind: 'contact',
      key: 'c',
      group_id: 'g',
      contact_id: 'c',
      before: '{"a":1}',
      after: null,
    },
  ]);
  db.exec(`INSERT INTO undo_images VALUES ${row}`);
  db.exec('DELETE FROM undo_steps');
  expect(db.prepare('SELECT * FROM undo_images').all()).toEqual([]);
  db.close();
});
