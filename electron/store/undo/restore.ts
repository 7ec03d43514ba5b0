/** Writing rows back as an image has them. Only for rows of which nothing has left this machine since. */
import type { Question } from '#shared/domain/entryState.ts';
import type { GroupLook } from '#shared/domain/groupLook.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { Database } from '../database.ts';
import { groupColumns } from './capture.ts';
import type { ColumnImage, ContactImage, EntryImage, GroupImage } from './image.ts';

export type RowRestorer = ReturnType<typeof rowRestorer>;

export function rowRestorer(db: Database) {
  const columns = groupColumns(db);
  const insertGroup = db.prepare(
    `INSERT INTO groups (id, ${columns.join(', ')}) VALUES (@id, ${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const readGroup = db.prepare<[string], GroupImage>('SELECT * FROM groups WHERE id = ?');
  const setGroup = new Map(
    columns.map((name) => [name, db.prepare(`UPDATE groups SET ${name} = ? WHERE id = ?`)]),
  );
  const readLook = db.prepare<[string], GroupLook>(
    'SELECT colour, position FROM group_looks WHERE group_id = ?',
  );
  const putLook = db.prepare(`
    INSERT INTO group_looks (group_id, colour, position) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET colour = excluded.colour, position = excluded.position`);
  const readColumn = db.prepare<[string, string], ColumnImage>(
    'SELECT position, state FROM group_columns WHERE group_id = ? AND name = ?',
  );
  const putColumn = db.prepare(`
    INSERT INTO group_columns (group_id, name, position, state) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET position = excluded.position, state = excluded.state`);
  const removeColumn = db.prepare('DELETE FROM group_columns WHERE group_id = ? AND name = ?');
  const putEntry = db.prepare(`
    INSERT INTO outbox (seq, id, group_id, contact_id, intent, phase, question, step, attempts, next_try_at, failure, created_at)
    VALUES (@seq, @id, @group, @contact, @intent, @phase, @question, @step, @attempts, @next_try_at, @failure, @created_at)
    ON CONFLICT (id) DO UPDATE SET intent = excluded.intent, phase = excluded.phase, question = excluded.question,
      step = excluded.step, attempts = excluded.attempts, next_try_at = excluded.next_try_at, failure = excluded.failure`);

  return {
    group: (id: GroupId): GroupImage | null => readGroup.get(id) ?? null,
    insertGroup: (id: GroupId, image: GroupImage) => insertGroup.run({ ...image, id }),
    /** `name`: a column of the table of groups. */
    setGroup: (id: GroupId, name: string, value: string | number | null) =>
      setGroup.get(name)?.run(value, id),
    look: (group: GroupId): GroupLook | null => readLook.get(group) ?? null,
    putLook: (group: GroupId, { colour, position }: GroupLook) =>
      putLook.run(group, colour, position),
    column: (group: GroupId, name: string): ColumnImage | null =>
      readColumn.get(group, name) ?? null,
    putColumn: (group: GroupId, name: string, { position, state }: ColumnImage) =>
      putColumn.run(group, name, position, state),
    removeColumn: (group: GroupId, name: string) => removeColumn.run(group, name),
    /** What was on its way when the image was taken is to be read before it is sent again. */
    putEntry: (id: EntryId, group: GroupId, contact: ContactId | null, image: EntryImage) => {
      const phase =
        image.phase === 'waiting' || image.phase === 'needsYou' ? image.phase : 'unknown';
      putEntry.run({ ...image, phase, id, group, contact });
    },
  };
}

/** The question of an entry's image. */
export function questionOf(image: EntryImage): Question | null {
  return image.question === null ? null : (JSON.parse(image.question) as Question);
}

/** True for a contact that is seen. */
export function isSeen(image: ContactImage | null): image is ContactImage {
  return image !== null && image.tombstone === 0;
}
