import { contactTitle } from '#shared/domain/contactTitle.ts';
import { folded } from '#shared/domain/searchText.ts';
import { fieldsFromText } from './fieldsText.ts';

/** A few letters over many groups; some megabytes at most. */
const mostKept = 4_000;
const kept = new Map<string, string>();

/**
 * What a contact is called, folded, by its fields as stored. Kept for a while: each letter that is typed makes a search
 * look at most of the same contacts again.
 */
export function foldedTitleOf(fields: string, mainField: string): string {
  const key = `${mainField}\n${fields}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const title = folded(contactTitle(fieldsFromText(fields), mainField));
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, title);
  return title;
}
