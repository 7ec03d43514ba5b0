/** Invented contacts, the same at every run. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { withoutEmpty } from '#shared/domain/contact.ts';
import { drawPerson } from '../../electron/sandbox/sample/person.ts';
import { createDraw } from '../../electron/sandbox/sample/random.ts';

/** What a group of the bench keeps of each. */
export const peopleColumns = [
  'mobile',
  'name',
  'surname',
  'company',
  'address',
  'city',
  'postcode',
  'email',
  'birthday',
  'notes',
] as const;

/** So many contacts with these columns, no two with the same mobile number. */
export function people(count: number, columns: readonly string[]): ContactFields[] {
  return [...drawPeople(count, columns)];
}

/** The same, one by one, for more than memory shall hold. */
export function* drawPeople(count: number, columns: readonly string[]): Generator<ContactFields> {
  const draw = createDraw(20_260_101);
  const taken = new Set<string>();
  for (let serial = 1; taken.size < count; serial += 1) {
    const person = drawPerson(draw, serial);
    const mobile = person['mobile'] ?? '';
    if (taken.has(mobile)) continue;
    taken.add(mobile);
    yield withoutEmpty(Object.fromEntries(columns.map((column) => [column, person[column] ?? ''])));
  }
}
