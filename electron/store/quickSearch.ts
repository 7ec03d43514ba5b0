/** The first few contacts of every group that hold every word of a text, the best of them first. */
import { findRank } from '#shared/domain/findRank.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import { searchWords } from '#shared/domain/searchText.ts';
import type { AccountStore } from './accountStore.ts';
import type { Contact } from './contacts.ts';
import { foldedTitleOf } from './foldedTitles.ts';
import type { Steps } from './list/steps.ts';

export interface Findings {
  readonly groupId: GroupId;
  readonly contacts: readonly Contact[];
  readonly more: boolean;
}

/** Contacts of a group among which the best are chosen: enough for a name, few enough for every key that is pressed. */
const candidates = 40;

/** Groups in which nothing is found are left out, and so are those that are being deleted. */
export function* quickSearch(
  store: AccountStore,
  text: string,
  perGroup: number,
): Steps<Findings[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const chosen: { groupId: GroupId; rows: number[]; more: boolean }[] = [];
  for (const { id, type, state } of store.groups.all()) {
    if (state === 'deleting') continue;
    yield;
    const query = {
      scope: { kind: 'group', groupId: id },
      search: text,
      onlyUnsent: false,
    } as const;
    const found = yield* store.list.firstOf(
      { ...query, sort: null },
      Math.max(candidates, perGroup + 1),
    );
    if (found.length === 0) continue;
    const mainField = mainFieldOf(type);
    const best = found
      .map(({ row, fields }) => ({
        row,
        rank: findRank(foldedTitleOf(store, fields, mainField), words),
      }))
      .sort((left, right) => left.rank - right.rank)
      .slice(0, perGroup);
    chosen.push({
      groupId: id,
      rows: best.map(({ row }) => row),
      more: found.length > perGroup,
    });
  }
  return withContacts(store, chosen);
}

/** Those that are still there: they may have gone in a pause, or to another group. */
function withContacts(
  store: AccountStore,
  chosen: readonly { groupId: GroupId; rows: readonly number[]; more: boolean }[],
): Findings[] {
  const contacts = Map.groupBy(
    store.list.contactsAt([...new Set(chosen.flatMap(({ rows }) => rows))]),
    ({ groupId }) => groupId,
  );
  return chosen.flatMap(({ groupId, more }) => {
    const still = contacts.get(groupId);
    return still === undefined ? [] : [{ groupId, contacts: still, more }];
  });
}
