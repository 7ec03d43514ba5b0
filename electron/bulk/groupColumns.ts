/** The columns of groups that are written to, read once for all the contacts of a piece of work. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../store/accountStore.ts';

export type ColumnsOf = (group: GroupId) => ReadonlySet<string>;

/** Those that are not being deleted. */
export function columnsIn(store: AccountStore): ColumnsOf {
  const known = new Map<GroupId, ReadonlySet<string>>();
  return (group) => {
    const found =
      known.get(group) ??
      new Set(
        store.columns.of(group).flatMap(({ name, state }) => (state === 'deleting' ? [] : [name])),
      );
    known.set(group, found);
    return found;
  };
}
