/** A group's columns, in the order in which they are shown. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { StoreContext } from './context.ts';

export interface Column {
  readonly name: string;
  readonly state: 'saved' | 'adding' | 'deleting';
}

export type ColumnStore = ReturnType<typeof columnStore>;

export function columnStore({ db }: StoreContext) {
  const ofGroup = db.prepare<[string], Column>(
    'SELECT name, state FROM group_columns WHERE group_id = ? ORDER BY position, name',
  );
  const insert = db.prepare(`
    INSERT INTO group_columns (group_id, name, position, state)
    VALUES (@group, @name,
      (SELECT coalesce(max(position), -1) + 1 FROM group_columns WHERE group_id = @group), @state)
    ON CONFLICT (group_id, name) DO UPDATE SET state = excluded.state`);
  const setState = db.prepare('UPDATE group_columns SET state = ? WHERE group_id = ? AND name = ?');
  const remove = db.prepare('DELETE FROM group_columns WHERE group_id = ? AND name = ?');

  return {
    of: (group: GroupId): Column[] => ofGroup.all(group),
    add: (group: GroupId, name: string, state: Column['state']) =>
      insert.run({ group, name, state }),
    setState: (group: GroupId, name: string, state: Column['state']) =>
      setState.run(state, group, name),
    remove: (group: GroupId, name: string) => remove.run(group, name),
  };
}
