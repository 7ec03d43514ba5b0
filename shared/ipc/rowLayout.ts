/** What the rows of a list have in common, and what is left to say of each. */

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
type Texts = Readonly<Record<string, string>>;

export interface RowLayout {
  /** The keys of a row that is written as a list of its values, in that order. Any other row is written as it is. */
  readonly keys: readonly string[];
  /** For each of them: the names of the texts in its value, where these are a list as well; null where they are not. */
  readonly names: readonly (readonly string[] | null)[];
  /** Keys and values that are the same in all of those rows: none of them says it again. */
  readonly same: readonly (readonly [string, Json])[];
}

/** Stands for a text that is not there: every other value of such a list is a text. */
const absent = 0;
/** Of so many places at most one may be empty, on average: else the names are shorter than the gaps. */
const sparse = 3;

export function layoutOf(rows: readonly JsonObject[]): RowLayout {
  const all = Object.keys(rows[0] ?? {});
  const alike = rows.filter((row) => hasKeys(row, all));
  const [first] = alike;
  const isSame = (key: string): boolean => alike.every((row) => isEqual(row[key], first?.[key]));
  const same = all.filter(isSame);
  const keys = all.filter((key) => !same.includes(key));
  return {
    keys,
    names: keys.map((key) => namesIn(alike.map((row) => row[key]))),
    same: same.map((key) => [key, first?.[key]]),
  };
}

/** A row as it is written: its values, or itself. */
export function valuesOf(row: JsonObject, { keys, names, same }: RowLayout): Json {
  if (!hasKeys(row, [...keys, ...same.map(([key]) => key)])) return row;
  return keys.map((key, at) => {
    const value = row[key];
    const named = names[at] ?? null;
    return named !== null && isTexts(value) ? textsInOrder(value, named) : value;
  });
}

/** The row that was written so. */
export function rowFrom(written: Json, { keys, names, same }: RowLayout): Json {
  if (!isList(written)) return written;
  const own = keys.map((key, at): [string, Json] => {
    const value = written[at];
    const named = names[at] ?? null;
    return [key, named !== null && isList(value) ? textsByName(value, named) : value];
  });
  return Object.fromEntries([...same, ...own]);
}

/** These keys and no others, and a value for each. */
function hasKeys(row: JsonObject, keys: readonly string[]): boolean {
  return (
    Object.keys(row).length === keys.length &&
    keys.every((key) => Object.hasOwn(row, key) && row[key] !== undefined)
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function isEqual(left: Json, right: Json): boolean {
  return left === right || (isList(left) && isList(right) && left.length + right.length === 0);
}

/** The names of all texts, where each value is texts by name and few of them are missing. */
function namesIn(values: readonly Json[]): readonly string[] | null {
  const texts = values.filter(isTexts);
  if (texts.length < values.length) return null;
  const names = [...new Set(texts.flatMap((one) => Object.keys(one)))].sort();
  const there = texts.reduce((sum, one) => sum + Object.keys(one).length, 0);
  return there * sparse < names.length * texts.length ? null : names;
}

/** In the order of the names, which is all that a list of them keeps. */
function isTexts(value: Json): value is Texts {
  if (typeof value !== 'object' || value === null || isList(value)) return false;
  let before = '';
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== 'string' || name < before) return false;
    before = name;
  }
  return true;
}

const textsInOrder = (texts: Texts, names: readonly string[]): Json[] =>
  names.map((name) => (Object.hasOwn(texts, name) ? texts[name] : absent));

const textsByName = (list: readonly Json[], names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name, at) => (typeof list[at] === 'string' ? [[name, list[at]]] : [])),
  );
