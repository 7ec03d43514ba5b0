/** Taking back that contacts are not the same one. */
import type { ContactId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../accountStore.ts';
import { imageOf, type ApartImage, type Move } from './image.ts';

/** Those of the two of which something else was said, or forgotten because one of them changed: that stays so. */
export function apartBack(store: AccountStore, { key, from, to }: Move): ContactId[] {
  const [one, other] = key.split(' ') as [ContactId, ContactId];
  const now = store.duplicates.dismissed(one, other);
  const expected = imageOf('apart', from);
  const wanted: ApartImage | null = imageOf('apart', to);
  if (now?.printOne === wanted?.print_one && now?.printOther === wanted?.print_other) return [];
  if (now?.printOne !== expected?.print_one || now?.printOther !== expected?.print_other)
    return [one, other];
  if (wanted === null) store.duplicates.forget(one, other);
  else {
    const { print_one: printOne, print_other: printOther } = wanted;
    store.duplicates.dismiss({ one, other, printOne, printOther });
  }
  return [];
}
