import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { ContactId } from '#shared/domain/ids.ts';
import type { SelectionRequest } from '#shared/ipc/selection.ts';
import type { Query } from '../domain/listQuery.ts';

export interface RowSelection {
  readonly count: ComputedRef<number>;
  /** What a bulk action is about; null while nothing is chosen. */
  readonly request: ComputedRef<SelectionRequest | null>;
  /** Every contact that matches is chosen, but for those taken out. */
  readonly isAll: ComputedRef<boolean>;
  readonly has: (id: ContactId) => boolean;
  /** The chosen contacts one by one, for what cannot be told by a query. */
  readonly ids: () => Promise<readonly ContactId[]>;
  /** One more or one less; the next range starts here. */
  readonly toggle: (index: number) => void;
  /** The same for a contact that stood at `index`, wherever it stands by now; a range starts there while it does. */
  readonly toggleContact: (id: ContactId, index: number) => void;
  /** The next range starts here. */
  readonly startAt: (index: number) => void;
  /** Everything from where a range starts to this row; the row alone where another contact stands there by now. */
  readonly extendTo: (index: number) => Promise<void>;
  readonly addRange: (first: number, last: number) => Promise<void>;
  /** All that match, by the query: the window holds no id of theirs. */
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

type Choice =
  | { readonly kind: 'ids'; readonly ids: ReadonlySet<ContactId> }
  | { readonly kind: 'all'; readonly query: Query; readonly except: ReadonlySet<ContactId> };

export interface ListedRows {
  readonly query: Ref<Query>;
  readonly total: Ref<number>;
  readonly idAt: (index: number) => ContactId | null;
  /** The ids of a part of the list that is not on screen. */
  readonly readIds: (offset: number, limit: number) => Promise<readonly ContactId[]>;
}

/** Ids that are read at once for a range that is not on screen. */
const idsAtOnce = 10_000;
const none: Choice = { kind: 'ids', ids: new Set() };

/** The part of a query that decides which contacts there are; the order does not. */
const which = ({ scope, search, filter, onlyUnsent }: Query): string =>
  JSON.stringify([scope, search, filter ?? null, onlyUnsent]);

function toggled(ids: ReadonlySet<ContactId>, id: ContactId): ReadonlySet<ContactId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Chosen rows by the contact's id, so that sorting and syncing do not move the choice to other contacts. */
export function useRowSelection({ query, total, idAt, readIds }: ListedRows): RowSelection {
  const choice = shallowRef<Choice>(none);
  let start: { readonly index: number; readonly id: ContactId } | null = null;

  const clear = (): void => {
    choice.value = none;
  };
  /* Another filter or search matches others: what was chosen as a whole is not that any more. */
  watch(
    () => which(query.value),
    () => {
      if (choice.value.kind === 'all') clear();
    },
  );

  function startAt(index: number): void {
    const id = idAt(index);
    start = id === null ? null : { index, id };
  }

  function toggle(index: number): void {
    const id = idAt(index);
    if (id !== null) toggleContact(id, index);
  }

  function toggleContact(id: ContactId, index: number): void {
    const now = choice.value;
    choice.value =
      now.kind === 'ids'
        ? { kind: 'ids', ids: toggled(now.ids, id) }
        : { ...now, except: toggled(now.except, id) };
    if (idAt(index) === id) startAt(index);
  }

  async function idsBetween(first: number, last: number): Promise<readonly ContactId[]> {
    const shown = Array.from({ length: last - first + 1 }, (_, at) => idAt(first + at));
    const known = shown.filter((id) => id !== null);
    if (known.length === shown.length) return known;
    const ids: ContactId[] = [];
    for (let offset = first; offset <= last; offset += idsAtOnce) {
      const limit = Math.min(idsAtOnce, last - offset + 1);
      ids.push(...(await readIds(offset, limit)));
    }
    return ids;
  }

  async function everyId(): Promise<readonly ContactId[]> {
    const now = choice.value;
    if (now.kind === 'ids') return [...now.ids];
    const ids = await idsBetween(0, total.value - 1);
    return ids.filter((id) => !now.except.has(id));
  }

  function add(ids: readonly ContactId[]): void {
    const now = choice.value;
    if (now.kind === 'ids') choice.value = { kind: 'ids', ids: new Set([...now.ids, ...ids]) };
    else {
      const added = new Set(ids);
      choice.value = { ...now, except: new Set([...now.except].filter((id) => !added.has(id))) };
    }
  }

  async function addRange(first: number, last: number): Promise<void> {
    add(await idsBetween(first, last));
  }

  async function extendTo(index: number): Promise<void> {
    const from = start ?? { index, id: null };
    const ids = await idsBetween(Math.min(from.index, index), Math.max(from.index, index));
    const [there, here] = from.index < index ? [ids[0], ids.at(-1)] : [ids.at(-1), ids[0]];
    if (there === from.id) add(ids);
    else if (here !== undefined) add([here]);
  }

  const count = computed(() =>
    choice.value.kind === 'ids'
      ? choice.value.ids.size
      : Math.max(0, total.value - choice.value.except.size),
  );

  return {
    count,
    request: computed(() => {
      const now = choice.value;
      if (count.value === 0) return null;
      if (now.kind === 'ids') return { kind: 'ids', contactIds: [...now.ids] };
      const { scope, search, filter, onlyUnsent } = now.query;
      const query = { scope, search, filter: filter ?? null, onlyUnsent };
      return { kind: 'query', query, except: [...now.except] };
    }),
    isAll: computed(() => choice.value.kind === 'all'),
    has: (id) =>
      choice.value.kind === 'ids' ? choice.value.ids.has(id) : !choice.value.except.has(id),
    ids: everyId,
    toggle,
    toggleContact,
    startAt,
    extendTo,
    addRange,
    chooseAll: () => {
      choice.value = { kind: 'all', query: query.value, except: new Set() };
    },
    clear,
  };
}
