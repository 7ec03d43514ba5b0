/** What belongs to a key. Most keys of a long list have one of it, so a list is made only where there are more. */
export type OneOrMore<Value> = Value | Value[];

export function putUnder<Key, Value extends string | number>(
  byKey: Map<Key, OneOrMore<Value>>,
  key: Key,
  value: Value,
): void {
  const known = byKey.get(key);
  if (known === undefined) byKey.set(key, value);
  else if (Array.isArray(known)) known.push(value);
  else byKey.set(key, [known, value]);
}
