/** Where the contacts of a query are read from, and under which conditions. */
import type { GroupType } from '#shared/domain/group.ts';
import { searchWords } from '#shared/domain/searchText.ts';
import type { Bound } from './columnSql.ts';
import { filterSql } from './filterSql.ts';
import { isDirect, type ListQuery } from './listQuery.ts';

/** The shortest word that the trigram index can find. */
const shortestIndexed = 3;

export interface Source {
  readonly from: string;
  readonly where: string;
  readonly values: Bound[];
  /** The words were looked up in the search index. */
  readonly searched: boolean;
  /** The natural order. */
  readonly order: string;
}

/** Every word is looked up in the search index, and nothing else is asked. */
export function isAllIndexed(query: ListQuery): boolean {
  const words = searchWords(query.search);
  const isLong = (word: string): boolean => [...word].length >= shortestIndexed;
  return isDirect(query) && !query.onlyUnsent && words.length > 0 && words.every(isLong);
}

/** `type`: of the one group that is listed; null for every group. */
export function sourceOf(query: ListQuery, type: GroupType | null): Source {
  const parts = ['tombstone = 0'];
  const values: Bound[] = [];
  const words = searchWords(query.search);
  const indexed = words.filter((word) => [...word].length >= shortestIndexed);
  if (indexed.length > 0) {
    parts.push('contact_search MATCH ?');
    values.push(indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
  }
  if (query.scope.kind === 'group') {
    parts.push('group_id = ?');
    values.push(query.scope.groupId);
  } else {
    parts.push(`group_id IN (SELECT id FROM groups WHERE state <> 'deleting')`);
  }
  if (query.onlyUnsent) {
    parts.push('id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)');
  }
  for (const word of words.filter((word) => [...word].length < shortestIndexed)) {
    parts.push('instr(contacts.haystack, ?) > 0');
    values.push(word);
  }
  if (query.filter) {
    const filter = filterSql(query.filter, type);
    parts.push(filter.text);
    values.push(...filter.values);
  }
  const searched = indexed.length > 0;
  return {
    from: tables(query, searched),
    where: parts.join(' AND '),
    values,
    searched,
    order: searched ? 'contact_search.rowid' : 'row',
  };
}

/** Where to begin is said here and not left to statistics, which know nothing of one group among unequal ones. */
function tables({ scope, onlyUnsent }: ListQuery, searched: boolean): string {
  // CROSS JOIN keeps the order: the words first, then the rows that hold them.
  if (searched) return 'contact_search CROSS JOIN contacts ON contacts.row = contact_search.rowid';
  return scope.kind === 'group' && !onlyUnsent ? 'contacts INDEXED BY contacts_listed' : 'contacts';
}
