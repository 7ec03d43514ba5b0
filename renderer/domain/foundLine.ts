import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import { folded, haystackOf } from '#shared/domain/searchText.ts';

/**
 * What to show of a found contact beside its title: its main field, then the values in which the words were found that
 * stand in neither, so that it is always seen why it was found. `words`: as `searchWords` makes them.
 */
export function foundLine(
  fields: ContactFields,
  mainField: string,
  title: string,
  words: readonly string[],
): string[] {
  const main = valueOf(fields, mainField);
  const line = main === title || main === '' ? [] : [main];
  const holds = (text: string, word: string): boolean => haystackOf({ text }).includes(word);
  let missing = words.filter((word) => !holds(title, word) && !holds(main, word));
  for (const [column, value] of Object.entries(fields)) {
    if (missing.length === 0) break;
    if (column === mainField || folded(title).includes(folded(value))) continue;
    const rest = missing.filter((word) => !holds(value, word));
    if (rest.length < missing.length) line.push(value);
    missing = rest;
  }
  return line;
}
