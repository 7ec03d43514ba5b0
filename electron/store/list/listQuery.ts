/** What the store is asked for: which contacts, in which order. What is not told is not asked. */
import type { Condition } from '#shared/domain/filter.ts';
import { searchWords } from '#shared/domain/searchText.ts';
import type { ListLanguage, Scope, Sort } from '#shared/ipc/list.ts';

export interface ListQuery {
  readonly scope: Scope;
  readonly search: string;
  readonly sort?: Sort | null;
  readonly filter?: Condition | null;
  readonly onlyUnsent: boolean;
  readonly language?: ListLanguage;
}

/** A query that an index answers as it is; every other needs an order that is made once and kept. */
export function isDirect({ sort, filter }: ListQuery): boolean {
  return (sort ?? null) === null && (filter ?? null) === null;
}

/** All contacts of its scope, in their natural order. */
export function isWhole(query: ListQuery): boolean {
  return isDirect(query) && !query.onlyUnsent && searchWords(query.search).length === 0;
}

export const queryKey = (query: ListQuery): string =>
  JSON.stringify([
    query.scope,
    query.search,
    query.sort ?? null,
    query.filter ?? null,
    query.onlyUnsent,
    query.sort ? (query.language ?? 'en') : null,
  ]);
