/** What the search for duplicates reads, and which contacts a person said are not the same one. */
import type { GroupId, ContactId } from '#shared/domain/ids.ts';
import type { Scope } from '#shared/ipc/list.ts';
import type { StoreContext } from './context.ts';
import { fieldsFromText } from './fieldsText.ts';
import type { ContactFields } from '#shared/domain/contact.ts';

/** A contact as it is compared: by the number of its row, so that a million of them stay small. */
export interface ComparedContact {
  readonly row: number;
  readonly id: ContactId;
  readonly groupId: GroupId;
  readonly fields: ContactFields;
}

interface ComparedRow {
  row: number;
  id: ContactId;
  group_id: GroupId;
  fields: string;
}

export interface Dismissal {
  readonly one: ContactId;
  readonly other: ContactId;
  readonly printOne: string;
  readonly printOther: string;
}

const columns = 'row, id, group_id, fields';

export type DuplicateStore = ReturnType<typeof duplicateStore>;

export function duplicateStore({ db }: StoreContext) {
  const ofGroup = db.prepare<[string, number, number], ComparedRow>(`
    SELECT ${columns} FROM contacts INDEXED BY contacts_listed
    WHERE group_id = ? AND tombstone = 0 AND row > ? ORDER BY row LIMIT ?`);
  const ofAll = db.prepare<[number, number], ComparedRow>(`
    SELECT ${columns} FROM contacts WHERE row > ? AND tombstone = 0
    AND group_id IN (SELECT id FROM groups WHERE state <> 'deleting') ORDER BY row LIMIT ?`);
  const atRows = db.prepare<[string], ComparedRow>(`
    SELECT ${columns} FROM contacts WHERE tombstone = 0 AND row IN (SELECT value FROM json_each(?))
    ORDER BY row`);
  const dismiss = db.prepare(`
    INSERT INTO duplicates_dismissed (one, other, print_one, print_other) VALUES (?, ?, ?, ?)
    ON CONFLICT (one, other) DO UPDATE
    SET print_one = excluded.print_one, print_other = excluded.print_other`);
  const between = db.prepare<[string, string], { print_one: string; print_other: string }>(
    'SELECT print_one, print_other FROM duplicates_dismissed WHERE one = ? AND other = ?',
  );
  const forget = db.prepare('DELETE FROM duplicates_dismissed WHERE one = ? AND other = ?');

  return {
    /** Contacts behind a row, in the order of rows. */
    after: (scope: Scope, row: number, limit: number): ComparedContact[] =>
      (scope.kind === 'group' ? ofGroup.all(scope.groupId, row, limit) : ofAll.all(row, limit)).map(
        comparedOf,
      ),
    atRows: (rows: readonly number[]): ComparedContact[] =>
      atRows.all(JSON.stringify(rows)).map(comparedOf),
    dismiss: ({ one, other, printOne, printOther }: Dismissal) =>
      dismiss.run(one, other, printOne, printOther),
    /** What was compared when the two were told apart; null when they never were. The lower id first. */
    dismissed(one: ContactId, other: ContactId): Dismissal | null {
      const found = between.get(one, other);
      if (found === undefined) return null;
      return { one, other, printOne: found.print_one, printOther: found.print_other };
    },
    forget: (one: ContactId, other: ContactId) => forget.run(one, other),
  };
}

function comparedOf(row: ComparedRow): ComparedContact {
  return {
    row: row.row,
    id: row.id,
    groupId: row.group_id,
    fields: fieldsFromText(row.fields),
  };
}
