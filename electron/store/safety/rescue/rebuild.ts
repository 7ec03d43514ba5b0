/** Filling a new database: first what was rescued, then the outbox as the journal knows it, which wins. */
import { fold } from '#shared/domain/fold.ts';
import type { GroupType } from '#shared/domain/group.ts';
import { contactIntentKinds, intentSchema, type Intent } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { haystackOf } from '#shared/domain/searchText.ts';
import type { Database } from '../../database.ts';
import type { EntryRecord, GroupRecord } from '../journal/record.ts';
import { fieldsIn, mendContacts, queued, strayed } from '../mend.ts';
import type { OutboxTruth } from './outboxTruth.ts';
import type { Rescue, RescuedGroup } from './rescued.ts';

export interface Rebuilt {
  readonly contacts: number;
  readonly history: number;
  readonly entries: number;
}

/**
 * Makes a database of what is known. `db` is empty or a copy of a backup, with the newest schema.
 * Every group counts as never pulled, so that the server is read before anything else happens.
 */
export function rebuild(db: Database, rescue: Rescue | null, truth: OutboxTruth): Rebuilt {
  return db
    .transaction(() => {
      db.exec('DELETE FROM outbox');
      // Steps of an older state of things would be taken back against another one.
      db.exec('DELETE FROM undo_steps');
      const groups = new Map(truth.groups.map((group) => [group.id, group]));
      if (rescue !== null && !truth.groupsComplete) addRescuedGroups(groups, rescue);
      writeGroups(db, [...groups.values()], truth.groupsComplete);
      const types = new Map([...groups.values()].map(({ id, type }) => [id, type]));
      const contacts = rescue === null ? 0 : writeRescuedContacts(db, rescue, types);
      const history = rescue === null ? 0 : writeHistory(db, rescue);
      if (rescue !== null) writeListViews(db, rescue);
      if (rescue !== null) writeLooks(db, rescue);
      if (rescue !== null) writeDismissals(db, rescue);
      writeQueuedContacts(db, truth, types);
      const entries = truth.entries.filter((entry) => writeEntry(db, entry, truth.unsent)).length;
      mendContacts(db, queued);
      mendContacts(db, strayed);
      writeFacts(db, rescue, truth.number);
      db.exec('UPDATE groups SET pulled_at = NULL, pull_error = NULL, held = NULL');
      return { contacts, history, entries };
    })
    .immediate();
}

function addRescuedGroups(groups: Map<string, GroupRecord>, rescue: Rescue): void {
  const columns = Map.groupBy(rescue.columns(), ({ group_id }) => group_id);
  for (const row of rescue.groups().filter(({ id }) => !groups.has(id))) {
    groups.set(row.id, recordOf(row, columns.get(row.id) ?? []));
  }
}

function recordOf(
  row: RescuedGroup,
  columns: readonly { name: string; state: 'saved' | 'adding' | 'deleting' }[],
): GroupRecord {
  return {
    kind: 'group',
    id: row.id,
    serverId: row.server_id,
    label: row.label,
    type: row.type,
    country: row.country,
    state: row.state,
    createdAt: row.created_at,
    columns: columns.map(({ name, state }) => [name, state]),
  };
}

function writeGroups(db: Database, groups: readonly GroupRecord[], complete: boolean): void {
  if (complete) {
    const known = JSON.stringify(groups.map(({ id }) => id));
    db.prepare('DELETE FROM groups WHERE id NOT IN (SELECT value FROM json_each(?))').run(known);
  }
  const isOther = db.prepare('UPDATE groups SET server_id = NULL WHERE server_id = ? AND id <> ?');
  const write = db.prepare(`
    INSERT INTO groups (id, server_id, label, type, country, state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET server_id = excluded.server_id, label = excluded.label, type = excluded.type,
      country = excluded.country, state = excluded.state, created_at = excluded.created_at`);
  const clear = db.prepare('DELETE FROM group_columns WHERE group_id = ?');
  const column = db.prepare(`
    INSERT INTO group_columns (group_id, name, position, state) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  for (const { id, serverId, label, type, country, state, createdAt, columns } of groups) {
    if (serverId !== null) isOther.run(serverId, id);
    write.run(id, serverId, label, type, country, state, createdAt);
    clear.run(id);
    columns.forEach(([name, columnState], position) => column.run(id, name, position, columnState));
  }
}

interface WrittenContact {
  readonly id: string;
  readonly groupId: string;
  readonly serverId: string | null;
  readonly base: string | null;
  readonly fields: string;
}

function contactWriter(db: Database): (contact: WrittenContact, type: GroupType) => boolean {
  const known = db.prepare<
    [string],
    { server_id: string | null; base: string | null; fields: string }
  >('SELECT server_id, base, fields FROM contacts WHERE id = ?');
  // The same contact of the server under two local ids: the one that is written now stays.
  const removeOther = db.prepare(
    'DELETE FROM contacts WHERE group_id = ? AND server_id = ? AND id <> ?',
  );
  const write = db.prepare(`
    INSERT INTO contacts (id, group_id, server_id, base, fields, main_key, haystack) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id, server_id = excluded.server_id, base = excluded.base,
      fields = excluded.fields, main_key = excluded.main_key, haystack = excluded.haystack, tombstone = 0`);
  return ({ id, groupId, serverId, base, fields }, type) => {
    const before = known.get(id);
    if (before?.server_id === serverId && before.base === base && before.fields === fields) {
      return false;
    }
    if (serverId !== null) removeOther.run(groupId, serverId, id);
    const values = fieldsIn(fields) ?? {};
    write.run(id, groupId, serverId, base, fields, mainKeyOf(type, values), haystackOf(values));
    return true;
  };
}

/** Rescued contacts stand as the server confirmed them; the queue is laid over them afterwards. */
function writeRescuedContacts(
  db: Database,
  rescue: Rescue,
  types: ReadonlyMap<string, GroupType>,
): number {
  const write = contactWriter(db);
  let count = 0;
  for (const { id, group_id, server_id, base } of rescue.contacts()) {
    const type = types.get(group_id);
    // Without an id of the server it is a contact of the queue, and the queue brings it.
    if (type === undefined || server_id === null || base === null) continue;
    write({ id, groupId: group_id, serverId: server_id, base, fields: base }, type);
    count += 1;
  }
  return count;
}

function writeQueuedContacts(
  db: Database,
  truth: OutboxTruth,
  types: ReadonlyMap<string, GroupType>,
): void {
  const write = contactWriter(db);
  for (const { id, groupId, serverId, base } of truth.contacts) {
    const type = types.get(groupId);
    if (type === undefined) continue;
    write({ id, groupId, serverId, base, fields: base ?? '{}' }, type);
  }
}

/** False for an entry that cannot be kept: its intent is none, or its group is unknown. */
function writeEntry(db: Database, entry: EntryRecord, unsent: ReadonlySet<string>): boolean {
  const intent = intentSchema.safeParse(JSON.parse(entry.intent));
  if (!intent.success) return false;
  const { id, seq, groupId, contactId, step, createdAt } = entry;
  if (contactId !== null && !makeSure(db, entry)) return false;
  if (contactId === null && contactIntentKinds.some((kind) => kind === intent.data.kind))
    return false;
  const phase = mayHaveLeft(db, entry, intent.data, unsent) ? 'unknown' : 'waiting';
  const { changes } = db
    .prepare(
      `INSERT INTO outbox (seq, id, group_id, contact_id, intent, phase, step, created_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM groups WHERE id = ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(seq, id, groupId, contactId, entry.intent, phase, step, createdAt, groupId);
  return changes === 1;
}

/**
 * What may have been sent is read before it is sent again. A creation cannot be read back: where it certainly never
 * left, the user need not be asked. Nothing of a group leaves before the group has an id.
 */
function mayHaveLeft(
  db: Database,
  { id, groupId }: EntryRecord,
  intent: Intent,
  unsent: ReadonlySet<string>,
): boolean {
  if (intent.kind === 'createGroup') return !unsent.has(id);
  const serverId = db.prepare('SELECT server_id FROM groups WHERE id = ?').pluck().get(groupId);
  return serverId !== null;
}

/** An entry whose contact is in no file any more: the entry itself says enough to make it again. */
function makeSure(db: Database, { contactId, groupId, intent: text }: EntryRecord): boolean {
  if (contactId === null) return false;
  if (db.prepare('SELECT 1 FROM contacts WHERE id = ?').get(contactId) !== undefined) return true;
  const type = db.prepare('SELECT type FROM groups WHERE id = ?').pluck().get(groupId);
  if (type !== 'mobile' && type !== 'email') return false;
  const intent = intentSchema.parse(JSON.parse(text));
  // Only an add stands without an id of the server.
  if (intent.kind !== 'addContact') return false;
  const { fields } = fold(null, [intent]);
  contactWriter(db)(
    { id: contactId, groupId, serverId: null, base: null, fields: JSON.stringify(fields) },
    type,
  );
  return true;
}

function writeHistory(db: Database, rescue: Rescue): number {
  const write = db.prepare(`
    INSERT INTO history (id, at, group_id, contact_id, intent, outcome, code, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO NOTHING`);
  let count = 0;
  for (const row of rescue.history()) {
    const { id, at, group_id, contact_id, intent, outcome, code, changes } = row;
    write.run(id, at, group_id, contact_id, intent, outcome, code, changes);
    count += 1;
  }
  return count;
}

/** What the damaged file still says of a list is newer than the backup. */
function writeListViews(db: Database, rescue: Rescue): void {
  const known = `WHERE @scope = 'all' OR EXISTS (SELECT 1 FROM groups WHERE id = @scope)`;
  const layout = db.prepare(`
    INSERT INTO list_layouts (scope, layout) SELECT @scope, @layout ${known}
    ON CONFLICT (scope) DO UPDATE SET layout = excluded.layout`);
  const view = db.prepare(`
    INSERT INTO list_views (id, scope, name, look) SELECT @id, @scope, @name, @look ${known}
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, look = excluded.look ON CONFLICT DO NOTHING`);
  for (const row of rescue.layouts()) layout.run(row);
  for (const row of rescue.views()) view.run(row);
}

function writeLooks(db: Database, rescue: Rescue): void {
  const look = db.prepare(`
    INSERT INTO group_looks (group_id, colour, position) SELECT id, @colour, @position FROM groups WHERE id = @group_id
    ON CONFLICT (group_id) DO UPDATE SET colour = excluded.colour, position = excluded.position`);
  for (const row of rescue.looks()) look.run(row);
}

/** What a person said of two contacts; of one that is not there again it costs nothing. */
function writeDismissals(db: Database, rescue: Rescue): void {
  const write = db.prepare(`
    INSERT INTO duplicates_dismissed (one, other, print_one, print_other)
    SELECT @one, @other, @print_one, @print_other WHERE @one < @other ON CONFLICT DO NOTHING`);
  for (const row of rescue.dismissed()) write.run(row);
}

function writeFacts(db: Database, rescue: Rescue | null, number: number): void {
  const write = db.prepare(`
    INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`);
  // A password that was refused is not tried again by itself: accounts can lock.
  const paused = rescue?.facts().get('queuePaused');
  if (paused !== undefined) write.run('queuePaused', paused);
  db.exec(`DELETE FROM facts WHERE name = 'lastSyncAt'`);
  write.run('journal', String(number));
}
