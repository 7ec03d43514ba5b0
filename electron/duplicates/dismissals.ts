/** *Not a duplicate*: remembered two by two, and forgotten when what was compared has changed. */
import type { ContactId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../store/accountStore.ts';

/** A contact with the print of what is compared of it. */
export interface Printed {
  readonly id: ContactId;
  readonly print: string;
}

function ordered<T extends Printed>(left: T, right: T): [T, T] {
  return left.id < right.id ? [left, right] : [right, left];
}

/** Every two of these are told apart from now on: one step of undo, which it answers; null where they were before. */
export function dismissAll(store: AccountStore, contacts: readonly Printed[]): number | null {
  const step = store.undo.open({ kind: 'notDuplicates', count: contacts.length });
  step.run(() => {
    for (const [one, other] of pairsOf(contacts)) {
      store.duplicates.dismiss({
        one: one.id,
        other: other.id,
        printOne: one.print,
        printOther: other.print,
      });
    }
  });
  return step.id();
}

/** True while each two of these were told apart as they are now. */
export function areDismissed(store: AccountStore, contacts: readonly Printed[]): boolean {
  return pairsOf(contacts).every(([one, other]) => {
    const known = store.duplicates.dismissed(one.id, other.id);
    return known !== null && known.printOne === one.print && known.printOther === other.print;
  });
}

/** Words that no longer hold are taken out. */
export function forgetStale(store: AccountStore, contacts: readonly Printed[]): void {
  const stale = pairsOf(contacts).filter(([one, other]) => {
    const known = store.duplicates.dismissed(one.id, other.id);
    return known !== null && (known.printOne !== one.print || known.printOther !== other.print);
  });
  if (stale.length === 0) return;
  store.transaction(() => {
    for (const [one, other] of stale) store.duplicates.forget(one.id, other.id);
  });
}

function pairsOf<T extends Printed>(contacts: readonly T[]): [T, T][] {
  return contacts.flatMap((left, index) =>
    contacts.slice(index + 1).map((right) => ordered(left, right)),
  );
}
