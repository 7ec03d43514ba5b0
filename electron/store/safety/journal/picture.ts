/** What the journal must say of a database: read from the database itself, in the journal's own words. */
import type { Database } from '../../database.ts';
import type { ContactRecord, EntryRecord, GroupRecord } from './record.ts';

interface GroupRow {
  id: string;
  server_id: string | null;
  label: string;
  type: 'mobile' | 'email';
  country: string | null;
  state: GroupRecord['state'];
  created_at: number;
}

export type Pictures = ReturnType<typeof picturesOf>;

/** Reads groups, entries and the contacts that have entries, one or all. */
export function picturesOf(db: Database) {
  const groupColumns = 'id, server_id, label, type, country, state, created_at';
  const group = db.prepare<[string], GroupRow>(`SELECT ${groupColumns} FROM groups WHERE id = ?`);
  const groups = db.prepare<[], GroupRow>(`SELECT ${groupColumns} FROM groups`);
  const columns = db
    .prepare<[string], [string, 'saved' | 'adding' | 'deleting']>(
      'SELECT name, state FROM group_columns WHERE group_id = ? ORDER BY position, name',
    )
    .raw();
  const contactColumns = `'contact' AS kind, id, group_id AS groupId, server_id AS serverId, base`;
  const withEntries = 'id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)';
  const contact = db.prepare<[string], ContactRecord>(
    `SELECT ${contactColumns} FROM contacts WHERE id = ? AND EXISTS (SELECT 1 FROM outbox WHERE contact_id = contacts.id)`,
  );
  const contacts = db.prepare<[], ContactRecord>(
    `SELECT ${contactColumns} FROM contacts WHERE ${withEntries}`,
  );
  const entryColumns = `'entry' AS kind, id, seq, group_id AS groupId, contact_id AS contactId, intent, step,
    created_at AS createdAt`;
  const entry = db.prepare<[string], EntryRecord>(
    `SELECT ${entryColumns} FROM outbox WHERE id = ?`,
  );
  const entries = db.prepare<[], EntryRecord>(`SELECT ${entryColumns} FROM outbox ORDER BY seq`);
  const count = db.prepare<[], number>('SELECT count(*) FROM outbox').pluck();
  const left = db
    .prepare<[], string>(`SELECT id FROM outbox WHERE phase NOT IN ('waiting', 'needsYou')`)
    .pluck();

  function groupOf(row: GroupRow): GroupRecord {
    return {
      kind: 'group',
      id: row.id,
      serverId: row.server_id,
      label: row.label,
      type: row.type,
      country: row.country,
      state: row.state,
      createdAt: row.created_at,
      columns: columns.all(row.id),
    };
  }

  return {
    group(id: string): GroupRecord | null {
      const row = group.get(id);
      return row === undefined ? null : groupOf(row);
    },
    groups: (): GroupRecord[] => groups.all().map(groupOf),
    /** Null for a contact without entries: the server knows all of it. */
    contact: (id: string): ContactRecord | null => contact.get(id) ?? null,
    contacts: (): ContactRecord[] => contacts.all(),
    entry: (id: string): EntryRecord | null => entry.get(id) ?? null,
    entries: (): EntryRecord[] => entries.all(),
    /** How many entries there are. */
    count: (): number => count.get() ?? 0,
    /** Entries of which a request may be on its way. */
    left: (): string[] => left.all(),
  };
}
