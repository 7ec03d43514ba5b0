/** The outbox: intents in the order in which the user had them. Rows leave it only by acknowledgement or by the user's word. */
import type { Question } from '#shared/domain/entryState.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import { isContactIntent, type Intent } from '#shared/domain/intent.ts';
import type { StoreContext } from './context.ts';
import type { ContactEntry, Entry, EntryFailure, Phase } from './entry.ts';

interface EntryRow {
  seq: number;
  id: EntryId;
  group_id: GroupId;
  contact_id: ContactId | null;
  intent: string;
  phase: Phase;
  question: string | null;
  step: number;
  attempts: number;
  next_try_at: number;
  failure: string | null;
  created_at: number;
}

export interface OutboxCounts {
  readonly waiting: number;
  readonly needsYou: number;
}

export type OutboxStore = ReturnType<typeof outboxStore>;

export function outboxStore({ db, now, newId }: StoreContext) {
  const insert = db.prepare(`
    INSERT INTO outbox (id, group_id, contact_id, intent, phase, created_at)
    VALUES (?, ?, ?, ?, 'waiting', ?)`);
  const byId = db.prepare<[string], EntryRow>('SELECT * FROM outbox WHERE id = ?');
  const ofContact = db.prepare<[string], EntryRow>(
    'SELECT * FROM outbox WHERE contact_id = ? ORDER BY seq',
  );
  const ofGroup = db.prepare<[string], EntryRow>(
    'SELECT * FROM outbox WHERE group_id = ? ORDER BY seq',
  );
  // Found by the contacts that they do not have: a group's queue may be long, and few of it are its own.
  const ofGroupItself = db.prepare<[string], EntryRow>(
    'SELECT * FROM outbox WHERE contact_id IS NULL AND +group_id = ? ORDER BY seq',
  );
  const firstOfGroup = db.prepare<[string], EntryRow>(
    'SELECT * FROM outbox WHERE group_id = ? ORDER BY seq LIMIT 1',
  );
  const afterContact = db.prepare<[string], EntryRow>(`
    SELECT * FROM outbox WHERE json_extract(intent, '$.after') = ? ORDER BY seq`);
  // An add, or an edit: two contacts of one number may have become one. Where a list is held it may not stand there.
  const stays = `
    json_extract(deletion.intent, '$.after') IS NOT NULL AND (EXISTS (
      SELECT 1 FROM outbox AS first WHERE first.contact_id = json_extract(deletion.intent, '$.after')
      AND json_extract(first.intent, '$.kind') IN ('addContact', 'editContact'))
    OR EXISTS (
      SELECT 1 FROM contacts JOIN groups ON groups.id = contacts.group_id
      WHERE contacts.id = json_extract(deletion.intent, '$.after') AND groups.held IS NOT NULL))`;
  const staying = db.prepare<[], { id: EntryId; group_id: GroupId }>(`
    SELECT deletion.id, deletion.group_id FROM outbox AS deletion WHERE ${stays}`);
  const stayingIn = db
    .prepare<[string], EntryId>(
      `SELECT deletion.id FROM outbox AS deletion WHERE +deletion.group_id = ? AND ${stays}`,
    )
    .pluck();
  const staysItself = db
    .prepare<[string], number>(
      `SELECT 1 FROM outbox AS deletion WHERE deletion.id = ? AND ${stays}`,
    )
    .pluck();
  const page = db.prepare<[number, number], EntryRow>(`
    SELECT * FROM outbox ORDER BY phase <> 'needsYou', seq LIMIT ? OFFSET ?`);
  const needsYouPage = db.prepare<[number, number], EntryRow>(`
    SELECT * FROM outbox WHERE phase = 'needsYou' ORDER BY seq LIMIT ? OFFSET ?`);
  const counts = db.prepare<[], OutboxCounts>(`
    SELECT count(*) FILTER (WHERE phase <> 'needsYou') AS waiting,
           count(*) FILTER (WHERE phase = 'needsYou') AS needsYou FROM outbox`);
  const countsByGroup = db.prepare<[], OutboxCounts & { group_id: GroupId }>(`
    SELECT group_id, count(*) FILTER (WHERE phase <> 'needsYou') AS waiting,
           count(*) FILTER (WHERE phase = 'needsYou') AS needsYou FROM outbox GROUP BY group_id`);
  const setPhase = db.prepare('UPDATE outbox SET phase = ?, question = NULL WHERE id = ?');
  const setIntent = db.prepare('UPDATE outbox SET intent = ? WHERE id = ?');
  const setStep = db.prepare('UPDATE outbox SET step = ? WHERE id = ?');
  const ask = db.prepare(`UPDATE outbox SET phase = 'needsYou', question = ? WHERE id = ?`);
  const requeue = db.prepare(`
    UPDATE outbox SET phase = 'waiting', question = NULL, attempts = 0, next_try_at = 0, failure = NULL
    WHERE id = ?`);
  const fail = db.prepare(`
    UPDATE outbox SET phase = ?, attempts = ?, next_try_at = ?, failure = ? WHERE id = ?`);
  const remove = db.prepare('DELETE FROM outbox WHERE id = ?');
  const moveToContact = db.prepare('UPDATE outbox SET contact_id = ? WHERE id = ?');
  const earliest = db
    .prepare<[number], number | null>(
      `SELECT min(next_try_at) FROM outbox WHERE phase IN ('waiting', 'unknown') AND next_try_at > ?`,
    )
    .pluck();
  const phasesOf = db.prepare<[string], { contact_id: ContactId; phase: Phase }>(`
    SELECT contact_id, phase FROM outbox WHERE contact_id IN (SELECT value FROM json_each(?))`);
  const hurry = db.prepare('UPDATE outbox SET next_try_at = 0 WHERE id = ?');
  const interrupted = db.prepare(`UPDATE outbox SET phase = 'unknown' WHERE phase = 'sending'`);
  const interruptedIn = db.prepare(
    `UPDATE outbox SET phase = 'unknown' WHERE phase = 'sending' AND group_id = ?`,
  );

  return {
    add(entry: { groupId: GroupId; contactId: ContactId | null; intent: Intent }): EntryId {
      const id = newId() as EntryId;
      insert.run(id, entry.groupId, entry.contactId, JSON.stringify(entry.intent), now());
      return id;
    },
    get(id: EntryId): Entry | null {
      const row = byId.get(id);
      return row === undefined ? null : entryOf(row);
    },
    ofContact: (contact: ContactId): ContactEntry[] =>
      ofContact.all(contact).map(entryOf).filter(isContactEntry),
    ofGroup: (group: GroupId): Entry[] => ofGroup.all(group).map(entryOf),
    /** Those about the group and its columns. */
    ofGroupItself: (group: GroupId): Entry[] => ofGroupItself.all(group).map(entryOf),
    /** Deletions that wait until this contact has arrived. */
    afterContact: (contact: ContactId): ContactEntry[] =>
      afterContact.all(contact).map(entryOf).filter(isContactEntry),
    /** Deletions that must not leave yet, since another contact has not arrived, and their groups. */
    staying: (): Map<EntryId, GroupId> =>
      new Map(staying.all().map(({ id, group_id }) => [id, group_id])),
    stayingIn: (group: GroupId): Set<EntryId> => new Set(stayingIn.all(group)),
    staysItself: (deletion: EntryId): boolean => staysItself.get(deletion) !== undefined,
    firstOfGroup(group: GroupId): Entry | null {
      const row = firstOfGroup.get(group);
      return row === undefined ? null : entryOf(row);
    },
    /** What needs the user comes first. */
    page: (filter: 'all' | 'needsYou', offset: number, limit: number): Entry[] =>
      (filter === 'all' ? page : needsYouPage).all(limit, offset).map(entryOf),
    counts: (): OutboxCounts => counts.get() ?? { waiting: 0, needsYou: 0 },
    countsByGroup: (): Map<GroupId, OutboxCounts> =>
      new Map(countsByGroup.all().map((row) => [row.group_id, row])),
    setPhase: (id: EntryId, phase: Exclude<Phase, 'needsYou'>) => setPhase.run(phase, id),
    setIntent: (id: EntryId, intent: Intent) => setIntent.run(JSON.stringify(intent), id),
    setStep: (id: EntryId, step: number) => setStep.run(step, id),
    ask: (id: EntryId, question: Question) => ask.run(JSON.stringify(question), id),
    /** Back to the start: to be sent as if never tried. */
    requeue: (id: EntryId) => requeue.run(id),
    /** A failure that heals by itself: not sent (or not read) again before `nextTryAt`. */
    fail: (
      id: EntryId,
      phase: 'waiting' | 'unknown',
      attempts: number,
      nextTryAt: number,
      failure: EntryFailure,
    ) => fail.run(phase, attempts, nextTryAt, JSON.stringify(failure), id),
    remove: (id: EntryId) => remove.run(id),
    moveToContact: (id: EntryId, contact: ContactId) => moveToContact.run(contact, id),
    /**
     * When the first of the entries that were still backing off at a time may be tried; null for none.
     * What was due then and is still here waits for something else than time. Milliseconds since 1970.
     */
    earliestTryAfter: (time: number): number | null => earliest.get(time) ?? null,
    /** The phases of everything queued for these contacts. */
    phasesOf(contacts: readonly ContactId[]): Map<ContactId, Phase[]> {
      const phases = new Map<ContactId, Phase[]>();
      for (const { contact_id, phase } of phasesOf.all(JSON.stringify(contacts))) {
        phases.set(contact_id, [...(phases.get(contact_id) ?? []), phase]);
      }
      return phases;
    },
    /** Due now, whatever its back-off. */
    hurry: (id: EntryId) => hurry.run(id),
    /** At start: what was on its way when the process ended has an unknown outcome. Answers how many. */
    recoverInterrupted: (): number => interrupted.run().changes,
    /** The same for one group, of which nothing can be on its way now. */
    recoverInterruptedIn: (group: GroupId): number => interruptedIn.run(group).changes,
  };
}

export function isContactEntry(entry: Entry): entry is ContactEntry {
  return entry.contactId !== null && isContactIntent(entry.intent);
}

/** Columns that wait to be added, by these entries. */
export function columnsBeingAdded(entries: readonly Entry[]): Set<string> {
  return new Set(
    entries.flatMap(({ intent }) => (intent.kind === 'addColumn' ? [intent.column] : [])),
  );
}

function entryOf(row: EntryRow): Entry {
  return {
    seq: row.seq,
    id: row.id,
    groupId: row.group_id,
    contactId: row.contact_id,
    intent: JSON.parse(row.intent) as Intent,
    phase: row.phase,
    question: row.question === null ? null : (JSON.parse(row.question) as Question),
    step: row.step,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as EntryFailure),
    createdAt: row.created_at,
  };
}
