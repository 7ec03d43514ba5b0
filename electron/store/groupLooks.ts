/** Colours of groups and their order in the sidebar: of this machine only. */
import { groupLookSchema, type GroupColour, type GroupLook } from '#shared/domain/groupLook.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { StoreContext } from './context.ts';

interface LookRow {
  group_id: GroupId;
  colour: string | null;
  position: number | null;
}

export const plainLook: GroupLook = { colour: null, position: null };

export type GroupLookStore = ReturnType<typeof groupLookStore>;

export function groupLookStore({ db }: StoreContext) {
  const all = db.prepare<[], LookRow>('SELECT group_id, colour, position FROM group_looks');
  const setColour = db.prepare(`
    INSERT INTO group_looks (group_id, colour) VALUES (?, ?)
    ON CONFLICT (group_id) DO UPDATE SET colour = excluded.colour`);
  const clearOrder = db.prepare('UPDATE group_looks SET position = NULL');
  const setPosition = db.prepare(`
    INSERT INTO group_looks (group_id, position) SELECT id, ? FROM groups WHERE id = ?
    ON CONFLICT (group_id) DO UPDATE SET position = excluded.position`);

  return {
    /** A value that does not fit counts as none: it is only a look. */
    all: (): ReadonlyMap<GroupId, GroupLook> =>
      new Map(
        all.all().map(({ group_id, ...look }) => {
          const parsed = groupLookSchema.safeParse(look);
          return [group_id, parsed.success ? parsed.data : plainLook];
        }),
      ),
    setColour: (id: GroupId, colour: GroupColour | null) => setColour.run(id, colour),
    /** Groups that are not named, or all when none is, go by their names again. */
    arrange(ids: readonly GroupId[]): void {
      clearOrder.run();
      ids.forEach((id, position) => setPosition.run(position, id));
    },
  };
}
