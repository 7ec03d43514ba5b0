/** The steps of undo and redo, kept over restarts: the newest ones, and what each changed. */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Direction, StepWhat } from '#shared/domain/step.ts';
import type { StoreContext } from '../context.ts';
import { jsonPath } from '../contacts.ts';
import type { Image, ImageKind, Move } from './image.ts';
import { successionStore, type Succession } from './successions.ts';

/** Older steps are forgotten. */
export const stepsKept = 200;

export interface Step {
  readonly id: number;
  readonly at: number;
  readonly what: StepWhat;
  readonly undone: boolean;
}

interface StepRow {
  id: number;
  at: number;
  what: string;
  undone: number | null;
}

interface MoveRow {
  kind: ImageKind;
  key: string;
  group_id: GroupId;
  contact_id: ContactId | null;
  before: string | null;
  after: string | null;
}

export type StepStore = ReturnType<typeof stepStore>;

export function stepStore({ db, now }: StoreContext) {
  const successions = successionStore({ db });
  const insert = db.prepare('INSERT INTO undo_steps (at, what) VALUES (?, ?)');
  const setWhat = db.prepare('UPDATE undo_steps SET what = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM undo_steps WHERE id = ?');
  const renew = db.prepare('UPDATE undo_steps SET at = ? WHERE id = ?');
  // A step at a time, of which there are few: its images are found by the primary key.
  const forgetGroup = db.prepare(`
    DELETE FROM undo_steps
    WHERE EXISTS (SELECT 1 FROM undo_images WHERE step_id = undo_steps.id AND kind = 'group' AND group_id = @group)
    OR (EXISTS (SELECT 1 FROM undo_images WHERE step_id = undo_steps.id AND group_id = @group)
      AND NOT EXISTS (SELECT 1 FROM undo_images WHERE step_id = undo_steps.id AND group_id <> @group))`);
  const addImage = db.prepare(`
    INSERT INTO undo_images (step_id, kind, key, group_id, contact_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET after = excluded.after`);
  const forgetUndone = db.prepare('DELETE FROM undo_steps WHERE undone IS NOT NULL');
  const forgetOld = db.prepare(`
    DELETE FROM undo_steps WHERE id <= (SELECT id FROM undo_steps ORDER BY id DESC LIMIT 1 OFFSET ?)`);
  const byId = db.prepare<[number], StepRow>('SELECT * FROM undo_steps WHERE id = ?');
  const newest = db.prepare<[], StepRow>(
    'SELECT * FROM undo_steps WHERE undone IS NULL ORDER BY id DESC LIMIT 1',
  );
  const lastUndone = db.prepare<[], StepRow>(
    'SELECT * FROM undo_steps WHERE undone IS NOT NULL ORDER BY undone DESC LIMIT 1',
  );
  const setUndone = db.prepare(`
    UPDATE undo_steps SET undone = iif(?, (SELECT coalesce(max(undone), 0) + 1 FROM undo_steps), NULL) WHERE id = ?`);
  const columns = 'kind, key, group_id, contact_id, before, after';
  const withoutContact = db.prepare<[number], MoveRow>(
    `SELECT ${columns} FROM undo_images WHERE step_id = ? AND contact_id IS NULL`,
  );
  const contactsAfter = db
    .prepare<[number, string, number], ContactId>(
      `SELECT DISTINCT contact_id FROM undo_images INDEXED BY undo_images_by_contact
       WHERE step_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?`,
    )
    .pluck();
  const ofContact = db.prepare<[number, string], MoveRow>(
    `SELECT ${columns} FROM undo_images WHERE step_id = ? AND contact_id = ?`,
  );
  const countContacts = db
    .prepare<[number], number>(
      'SELECT count(DISTINCT contact_id) FROM undo_images WHERE step_id = ?',
    )
    .pluck();
  const stranger = db
    .prepare<[GroupId, number], number>(
      `SELECT 1 FROM contacts WHERE group_id = ? AND tombstone = 0 AND NOT EXISTS (
       SELECT 1 FROM undo_images INDEXED BY undo_images_by_contact WHERE step_id = ? AND contact_id = contacts.id) LIMIT 1`,
    )
    .pluck();
  const renameContact = db.prepare(`
    UPDATE undo_images SET contact_id = @new, key = iif(kind = 'entry', key, @new) WHERE contact_id = @old`);
  const keepGroup = db.prepare(`
    INSERT INTO undo_images (step_id, kind, key, group_id, contact_id, before)
    SELECT ?, 'value', id, group_id, id, json_object('fields', fields) FROM contacts
    WHERE group_id = ? AND tombstone = 0`);
  const keepLook = db.prepare(`
    INSERT INTO undo_images (step_id, kind, key, group_id, before)
    SELECT ?, 'look', group_id, group_id, json_object('colour', colour, 'position', position) FROM group_looks
    WHERE group_id = ?`);
  const keepColumns = db.prepare(`
    INSERT INTO undo_images (step_id, kind, key, group_id, before)
    SELECT ?, 'column', name, group_id, json_object('position', position, 'state', state) FROM group_columns
    WHERE group_id = ?`);
  const keepColumn = db.prepare(`
    INSERT INTO undo_images (step_id, kind, key, group_id, contact_id, before, after)
    SELECT @step, 'value', id, group_id, id,
      json_object('fields', json_object(@column, json_extract(fields, @path)) || ''), json_object('fields', '{}')
    FROM contacts
    WHERE group_id = @group AND tombstone = 0 AND json_extract(fields, @path) IS NOT NULL`);

  return {
    /** Begins a step; whatever was undone can no longer be redone. */
    add(what: StepWhat): number {
      forgetUndone.run();
      const id = Number(insert.run(now(), JSON.stringify(what)).lastInsertRowid);
      forgetOld.run(stepsKept);
      return id;
    },
    rename: (id: number, what: StepWhat) => setWhat.run(JSON.stringify(what), id),
    remove: (id: number) => remove.run(id),
    /** It goes on now. */
    renew: (id: number) => renew.run(now(), id),
    /** Of a group that leaves this machine: what was done to it, or to its contacts alone, has nothing left to be taken back. */
    forgetGroup: (group: GroupId) => forgetGroup.run({ group }),
    /**
     * What a step changed, and which contacts took the place of others. Where it changes a row twice, how that was at
     * first stays.
     */
    note(id: number, images: readonly Image[], succeeded: readonly Succession[]): void {
      for (const succession of succeeded) successions.note(id, succession);
      for (const { kind, key, groupId, contactId, before, after } of images) {
        addImage.run(id, kind, key, groupId, contactId, before, after);
      }
    },
    /** Keeps the looks of a group, its columns and what every contact of it holds, before the group is deleted. */
    keepGroup(id: number, group: GroupId): void {
      keepGroup.run(id, group);
      keepLook.run(id, group);
      keepColumns.run(id, group);
    },
    /** Keeps what a column holds, before it is deleted. */
    keepColumn: (id: number, group: GroupId, column: string) =>
      keepColumn.run({ step: id, group, column, path: jsonPath(column) }),
    get: (id: number): Step | null => orNull(byId.get(id)),
    /** The step that would be taken next in a direction. */
    next: (direction: Direction): Step | null =>
      orNull((direction === 'undo' ? newest : lastUndone).get()),
    /** The newest step, where it is of this kind, not older than that, and nothing was undone since; else null. */
    goingOn(kind: StepWhat['kind'], since: number): number | null {
      const step = orNull(newest.get());
      if (step === null || step.what.kind !== kind || step.at < since) return null;
      return lastUndone.get() === undefined ? step.id : null;
    },
    setTaken: (id: number, direction: Direction) => setUndone.run(Number(direction === 'undo'), id),
    /** What is about groups themselves, or about two contacts at once. */
    withoutContact: (id: number, direction: Direction): Move[] =>
      withoutContact.all(id).map((row) => moveOf(row, direction)),
    contactsAfter: (id: number, after: string, limit: number): ContactId[] =>
      contactsAfter.all(id, after, limit),
    countContacts: (id: number): number => countContacts.get(id) ?? 0,
    ofContact: (id: number, contact: ContactId, direction: Direction): Move[] =>
      ofContact.all(id, contact).map((row) => moveOf(row, direction)),
    /** True where a contact is seen in the group that the step did not put there, or change. */
    hasOthersIn: (id: number, group: GroupId): boolean => stranger.get(group, id) !== undefined,
    /** A contact had to be made anew under another local id: every step goes on with that one. */
    renameContact(old: ContactId, id: ContactId): void {
      renameContact.run({ old, new: id });
      successions.rename(old, id);
    },
    /** Contacts of the step of which one took the place of the other, where this is either. */
    successionsOf: (id: number, contact: ContactId): Succession[] =>
      successions.ofContact(id, contact),
  };
}

function moveOf(row: MoveRow, direction: Direction): Move {
  const { kind, key, group_id: groupId, contact_id: contactId, before, after } = row;
  const [from, to] = direction === 'undo' ? [after, before] : [before, after];
  return { kind, key, groupId, contactId, from, to };
}

function orNull(row: StepRow | undefined): Step | null {
  if (row === undefined) return null;
  const { id, at, what, undone } = row;
  return { id, at, what: JSON.parse(what) as StepWhat, undone: undone !== null };
}
