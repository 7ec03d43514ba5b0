/** Invented contacts, the same at every run. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { withoutEmpty } from '#shared/domain/contact.ts';
import { drawPerson } from '../../electron/sandbox/sample/person.ts';
import { createDraw } from '../../electron/sandbox/sample/random.ts';

/** So many contacts with these columns, no two with the same mobile number. */
export function people(count: number, columns: readonly string[]): ContactFields[] {
  const draw = createDraw(20_260_101);
  const taken = new Set<string>();
  const drawn: ContactFields[] = [];
  for (let serial = 1; drawn.length < count; serial += 1) {
    const person = drawPerson(draw, serial);
    const mobile = person['mobile'] ?? '';
    if (taken.has(mobile)) continue;
    taken.add(mobile);
    drawn.push(
      withoutEmpty(Object.fromEntries(columns.map((column) => [column, person[column] ?? '']))),
    );
  }
  return drawn;
}
