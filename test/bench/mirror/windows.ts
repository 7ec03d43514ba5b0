/** Reading the list by windows of a hundred rows: as it comes, sorted for the first time, sorted again. */
import type { Sort } from '#shared/ipc/list.ts';
import { compare, timed } from '../compare.ts';
import type { Result } from '../result.ts';
import type { BareMirror } from './bareMirror.ts';
import type { Mirror } from './mirror.ts';

const rounds = 9;
const size = 100;
/** What reading may cost against bare SQLite. */
const target = 1.5;
/** Few values, many values, values that are all different and long, numbers. */
const columns = ['name', 'city', 'email', 'mobile'];
const by = (name: string): Sort => ({ by: { kind: 'field', name }, direction: 'up' });

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
  const bareWindows = () => timed(() => offsets.forEach((offset) => bare.window(offset, size)), 10);
  // Read for the first time, and once more while the places are known.
  const unsorted = await compare(
    () =>
      timed(() => {
        store.list.forget();
        offsets.forEach((offset) => read(null, offset));
      }, 10),
    bareWindows,
    rounds,
  );
  const unsortedAgain = await compare(
    () => timed(() => offsets.forEach((offset) => read(null, offset)), 10),
    bareWindows,
    rounds,
  );
  const first: Result[] = [];
  const again: Result[] = [];
  for (const column of columns) {
    for (const offset of offsets) {
      const mine = read(by(column), offset).map(({ fields }) => fields['mobile']);
      const theirs = bare.collatedWindow(column, offset, size).map((fields) => fields['mobile']);
      if (mine.join() !== theirs.join()) throw new Error(`The windows by ${column} differ.`);
    }
    const sortedFirst = () => {
      store.list.forget();
      return timed(() => read(by(column), 0));
    };
    const sameOrder = await compare(
      sortedFirst,
      () => timed(() => bare.collatedWindow(column, 0, size)),
      5,
    );
    first.push({ what: `window: first sort by ${column}`, target, ...sameOrder });
    const byCodePoint = await compare(
      sortedFirst,
      () => timed(() => bare.sortedWindow(column, 0, size)),
      5,
    );
    first.push({ what: '  against an order without a language', ...byCodePoint });
    read(by(column), 0);
    const sortedAgain = await compare(
      () => timed(() => offsets.forEach((offset) => read(by(column), offset)), 3),
      () => timed(() => offsets.forEach((offset) => bare.sortedWindow(column, offset, size)), 1),
      3,
    );
    again.push({ what: `window: 3 of 100 rows, sorted by ${column}`, target, ...sortedAgain });
  }
  return [
    { what: 'window: 3 of 100 rows, unsorted', target, ...unsorted },
    { what: 'window: the same once more', target, ...unsortedAgain },
    ...first,
    ...again,
  ];
}
