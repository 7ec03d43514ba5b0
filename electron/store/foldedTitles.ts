import { contactTitle } from '#shared/domain/contactTitle.ts';
import { folded } from '#shared/domain/searchText.ts';
import type { AccountStore } from './accountStore.ts';
import { fieldsFromText } from './fieldsText.ts';

/** A few letters over many groups; some megabytes at most. */
const mostKept = 4_000;
/** Of each account as long as it is open. */
const keptOf = new WeakMap<AccountStore, Map<string, string>>();

/**
 * What a contact is called, folded, by its fields as stored. Kept for a while: each letter that is typed makes a search
 * look at most of the same contacts again.
 */
export function foldedTitleOf(store: AccountStore, fields: string, mainField: string): string {
  const kept = keptOf.get(store) ?? new Map<string, string>();
  keptOf.set(store, kept);
  const key = `${mainField}\n${fields}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const title = folded(contactTitle(fieldsFromText(fields), mainField));
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, title);
  return title;
}
