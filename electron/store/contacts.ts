/** The contacts of the mirror: `base` is what the server last confirmed, `fields` what the user sees. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { GroupType } from '#shared/domain/group.ts';
import type { ContactId, GroupId, ServerId } from '#shared/domain/ids.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { haystackOf } from '#shared/domain/searchText.ts';
import type { StoreContext } from './context.ts';
import { fieldsFromText, fieldsToText } from './fieldsText.ts';

export interface Contact {
  readonly row: number;
  readonly id: ContactId;
  readonly groupId: GroupId;
  readonly serverId: ServerId | null;
  readonly base: ContactFields | null;
  readonly fields: ContactFields;
  readonly tombstone: boolean;
}

export interface ContactTableRow {
  row: number;
  id: ContactId;
  group_id: GroupId;
  server_id: ServerId | null;
  base: string | null;
  fields: string;
  tombstone: 0 | 1;
}

/** What a pull compares with: no parsed JSON, so that 100,000 unchanged contacts cost little. */
export interface LinkedContact {
  readonly id: ContactId;
  readonly server_id: ServerId;
  readonly base: string | null;
}

export const contactColumns = 'row, id, group_id, server_id, base, fields, tombstone';

export type ContactStore = ReturnType<typeof contactStore>;

export function contactStore({ db, newId }: StoreContext) {
  const insert = db.prepare(`
    INSERT INTO contacts (id, group_id, server_id, base, fields, main_key, haystack)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const byId = db.prepare<[string], ContactTableRow>(
    `SELECT ${contactColumns} FROM contacts WHERE id = ?`,
  );
  const byServerId = db.prepare<[string, string], ContactTableRow>(
    `SELECT ${contactColumns} FROM contacts WHERE group_id = ? AND server_id = ?`,
  );
  const byMainKey = db.prepare<[string, string], ContactTableRow>(
    `SELECT ${contactColumns} FROM contacts WHERE group_id = ? AND main_key = ?`,
  );
  const linked = db.prepare<[string], LinkedContact>(
    'SELECT id, server_id, base FROM contacts WHERE group_id = ? AND server_id IS NOT NULL',
  );
  const setFields = db.prepare(
    'UPDATE contacts SET fields = ?, main_key = ?, haystack = ?, tombstone = ? WHERE id = ?',
  );
  const setBase = db.prepare('UPDATE contacts SET server_id = ?, base = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM contacts WHERE id = ?');
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM contacts WHERE group_id = ? AND tombstone = 0')
    .pluck();
  const withColumn = db.prepare<
    { group: string; path: string; after: number; limit: number },
    ContactTableRow
  >(
    `SELECT ${contactColumns} FROM contacts WHERE group_id = @group AND row > @after
     AND (json_extract(base, @path) IS NOT NULL OR json_extract(fields, @path) IS NOT NULL)
     ORDER BY row LIMIT @limit`,
  );
  const holds = db
    .prepare<{ group: string; paths: string; queued: number }, number>(
      `SELECT 1 FROM contacts WHERE group_id = @group AND tombstone = 0 AND EXISTS (
       SELECT 1 FROM json_each(@paths) AS path WHERE json_extract(contacts.fields, path.value) IS NOT NULL
       AND NOT (@queued AND coalesce(json_extract(contacts.base, path.value), '') <> '')) LIMIT 1`,
    )
    .pluck();
  const countWithColumns = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM contacts WHERE group_id = ? AND tombstone = 0 AND EXISTS (
       SELECT 1 FROM json_each(?) AS path WHERE json_extract(contacts.base, path.value) IS NOT NULL)`,
    )
    .pluck();

  return {
    /** A contact that the user adds (no server id), or that a pull brings (both); `id` for one that was here before. */
    insert(
      group: { id: GroupId; type: GroupType },
      contact: { serverId: ServerId | null; base: ContactFields | null; fields: ContactFields },
      id: ContactId = newId() as ContactId,
    ): ContactId {
      insert.run(
        id,
        group.id,
        contact.serverId,
        contact.base === null ? null : fieldsToText(contact.base),
        fieldsToText(contact.fields),
        mainKeyOf(group.type, contact.fields),
        haystackOf(contact.fields),
      );
      return id;
    },
    get: (id: ContactId): Contact | null => orNull(byId.get(id)),
    byServerId: (group: GroupId, serverId: ServerId): Contact | null =>
      orNull(byServerId.get(group, serverId)),
    byMainKey: (group: GroupId, key: string): Contact[] => byMainKey.all(group, key).map(contactOf),
    linked: (group: GroupId): LinkedContact[] => linked.all(group),
    /** What the user sees; the search index follows by trigger. */
    setFields: (type: GroupType, id: ContactId, fields: ContactFields, tombstone: boolean) =>
      setFields.run(
        fieldsToText(fields),
        mainKeyOf(type, fields),
        haystackOf(fields),
        tombstone ? 1 : 0,
        id,
      ),
    /** What the server last confirmed. */
    setBase: (id: ContactId, serverId: ServerId | null, base: ContactFields | null) =>
      setBase.run(serverId, base === null ? null : fieldsToText(base), id),
    /** Refused by the database while outbox entries remain. */
    remove: (id: ContactId) => remove.run(id),
    count: (group: GroupId): number => count.get(group) ?? 0,
    /**
     * Contacts that hold a value in a column, there or here, all of them or some behind a row.
     * No index: read only when a column is deleted.
     */
    withColumn: (group: GroupId, column: string, after = 0, limit = -1): Contact[] =>
      withColumn.all({ group, path: jsonPath(column), after, limit }).map(contactOf),
    /**
     * True where some contact is seen with a value in one of these columns; `queued`: with one that the server did not
     * have there. No index: read when columns are taken away.
     */
    hold: (group: GroupId, columns: readonly string[], queued: boolean): boolean => {
      const paths = JSON.stringify(columns.map(jsonPath));
      return holds.get({ group, paths, queued: Number(queued) }) !== undefined;
    },
    /** How many contacts of a group the server confirmed with a value in one of these columns. No index: read when a column is lost. */
    countWithColumns: (group: GroupId, columns: readonly string[]): number =>
      countWithColumns.get(group, JSON.stringify(columns.map(jsonPath))) ?? 0,
  };
}

/** The JSON path of a column, written as the key is written in the stored text, so that any name is one key. */
export function jsonPath(column: string): string {
  return `$.${JSON.stringify(column)}`;
}

export function contactOf(row: ContactTableRow): Contact {
  const fields = fieldsFromText(row.fields);
  return {
    row: row.row,
    id: row.id,
    groupId: row.group_id,
    serverId: row.server_id,
    // Most contacts are as the server has them, in the same words.
    base: row.base === null ? null : row.base === row.fields ? fields : fieldsFromText(row.base),
    fields,
    tombstone: row.tombstone === 1,
  };
}

function orNull(row: ContactTableRow | undefined): Contact | null {
  return row === undefined ? null : contactOf(row);
}
