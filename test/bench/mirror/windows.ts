/** Reading the list by windows of a hundred rows: as it comes, sorted for the first time, sorted again. */
import type { Sort } from '#shared/ipc/list.ts';
import { compare, timed } from '../compare.ts';
import type { Result } from '../result.ts';
import type { BareMirror } from './bareMirror.ts';
import type { Mirror } from './mirror.ts';

const rounds = 9;
const size = 100;
const byName: Sort = { by: { kind: 'field', name: 'name' }, direction: 'up' };

export async function measureWindows(
  { store, group }: Mirror,
  bare: BareMirror,
): Promise<Result[]> {
  const total = store.contacts.count(group.id);
  const offsets = [0, total / 2, total - size];
  const read = (sort: Sort | null, offset: number) => {
    const scope = { kind: 'group', groupId: group.id } as const;
    return store.list.window({ scope, search: '', sort, onlyUnsent: false }, offset, size);
  };
  for (const offset of offsets) {
    const mine = read(null, offset).map(({ fields }) => fields['mobile']);
    const theirs = bare.window(offset, size).map((fields) => fields['mobile']);
    if (mine.join() !== theirs.join()) throw new Error(`The windows at ${offset} differ.`);
  }
  const unsorted = await compare(
    () => timed(() => offsets.forEach((offset) => read(null, offset)), 10),
    () => timed(() => offsets.forEach((offset) => bare.window(offset, size)), 10),
    rounds,
  );
  const firstSort = await compare(
    () => {
      store.list.forget();
      return timed(() => read(byName, 0));
    },
    () => timed(() => bare.sortedWindow(0, size)),
    rounds,
  );
  read(byName, 0);
  const sortedAgain = await compare(
    () => timed(() => offsets.forEach((offset) => read(byName, offset)), 3),
    () => timed(() => offsets.forEach((offset) => bare.sortedWindow(offset, size)), 3),
    3,
  );
  return [
    { what: 'window: 3 of 100 rows, unsorted', ...unsorted },
    { what: 'window: first sort by name', ...firstSort },
    { what: 'window: 3 of 100 rows, sorted again', ...sortedAgain },
  ];
}
