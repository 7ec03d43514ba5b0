/**
 * Contacts whose seen values are not what follows from base and queue are written anew from them. Damage that keeps
 * a page well formed changes such a value without SQLite noticing; the base itself is healed by the next pull.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import { fold } from '#shared/domain/fold.ts';
import type { GroupType } from '#shared/domain/group.ts';
import { isContactIntent, type Intent } from '#shared/domain/intent.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import { haystackOf } from '#shared/domain/searchText.ts';
import type { Database } from '../database.ts';
import { fieldsToText } from '../fieldsText.ts';

interface Row {
  id: string;
  type: GroupType;
  base: string | null;
  fields: string;
  tombstone: number;
}

/** Contacts that have entries: few, and found by an index. */
export const queued = 'contacts.id IN (SELECT contact_id FROM outbox)';

/** Contacts without entries that are not as the server confirmed them: finding them reads all of them. */
export const strayed = `(base IS NOT fields OR tombstone <> 0) AND contacts.id NOT IN
  (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)`;

/** What is to be done to a contact. Null: nobody's contact, not on the server and not to be sent there. */
interface Repair {
  readonly id: string;
  readonly type: GroupType;
  readonly becomes: { base: string | null; fields: ContactFields; tombstone: boolean } | null;
}

/** True when `mendContacts` would change something. */
export function isToMend(db: Database, condition: typeof queued | typeof strayed): boolean {
  return repairsOf(db, condition).next().done !== true;
}

/**
 * Mends the contacts of a condition (`queued`, `strayed`); answers how many were changed.
 * To be called inside a transaction.
 */
export function mendContacts(db: Database, condition: typeof queued | typeof strayed): number {
  const write = db.prepare(
    'UPDATE contacts SET base = ?, fields = ?, main_key = ?, haystack = ?, tombstone = ? WHERE id = ?',
  );
  const remove = db.prepare('DELETE FROM contacts WHERE id = ?');
  let mended = 0;
  for (const { id, type, becomes } of repairsOf(db, condition)) {
    mended += 1;
    if (becomes === null) {
      remove.run(id);
      continue;
    }
    const { base, fields, tombstone } = becomes;
    const key = mainKeyOf(type, fields);
    write.run(base, fieldsToText(fields), key, haystackOf(fields), tombstone ? 1 : 0, id);
  }
  return mended;
}

/** One after another; all contacts are read before the first. */
function* repairsOf(db: Database, condition: string): Generator<Repair, undefined> {
  const all = db.prepare<[], Row>(`
    SELECT contacts.id, type, base, fields, tombstone FROM contacts JOIN groups ON groups.id = group_id
    WHERE ${condition}`);
  const intents = intentsByContact(db);
  for (const row of all.all()) {
    const { id, type } = row;
    const entries = intents.get(id) ?? [];
    if (entries.length === 0 && row.base === null) {
      yield { id, type, becomes: null };
      continue;
    }
    // A base that is no JSON any more: what is seen is the nearest to it, and the next pull brings the true one.
    const base = row.base === null ? null : (fieldsIn(row.base) ?? fieldsIn(row.fields) ?? {});
    const { fields, tombstone } = fold(base, entries.filter(isContactIntent));
    const baseText = base === null ? null : fieldsToText(base);
    const isSame =
      fieldsToText(fields) === row.fields &&
      baseText === row.base &&
      tombstone === (row.tombstone === 1);
    if (!isSame) yield { id, type, becomes: { base: baseText, fields, tombstone } };
  }
  return undefined;
}

/** In one query: a start with thousands of entries waits for it. */
function intentsByContact(db: Database): Map<string, Intent[]> {
  const queue = db.prepare<[], { contact_id: string; intent: string }>(
    'SELECT contact_id, intent FROM outbox WHERE contact_id IS NOT NULL ORDER BY seq',
  );
  const byContact = new Map<string, Intent[]>();
  for (const { contact_id: id, intent } of queue.all()) {
    const known = byContact.get(id);
    const read = JSON.parse(intent) as Intent;
    if (known === undefined) byContact.set(id, [read]);
    else known.push(read);
  }
  return byContact;
}

/** The fields in a stored text, or null when it is none. */
export function fieldsIn(text: string): ContactFields | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isFields(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** As `contactFieldsSchema` has it, which takes ten times as long over thousands of them. */
function isFields(value: unknown): value is ContactFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => typeof one === 'string');
}
