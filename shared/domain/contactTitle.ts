/** What to call a contact in a sentence. */
import { valueOf, type ContactFields } from './contact.ts';
import { folded } from './searchText.ts';

type Called = 'given' | 'family' | 'company';

const names: Readonly<Record<Called, readonly string[]>> = {
  given: ['name', 'nombre', 'firstname', 'first_name', 'first name', 'nom', 'nome'],
  family: ['surname', 'apellido', 'apellidos', 'lastname', 'last_name', 'last name', 'cognoms'],
  company: ['company', 'empresa', 'organisation', 'organization'],
};
const calledBy = new Map(
  (Object.keys(names) as Called[]).flatMap((called) =>
    names[called].map((name) => [name, called] as const),
  ),
);

/** Thousands of contacts have the same few columns: what each looks like is kept, of so many at most. */
const mostKept = 500;
const kept = new Map<string, Called | null>();

/** Its name where a column looks like one, else its company, else its main field. */
export function contactTitle(fields: ContactFields, mainField: string): string {
  const { name, company } = calledIn(fields);
  return name || company || valueOf(fields, mainField);
}

/** Given name and family name, where columns look like these; else an empty text. */
export function contactName(fields: ContactFields): string {
  return calledIn(fields).name;
}

function calledIn(fields: ContactFields): { readonly name: string; readonly company: string } {
  const found: Record<Called, string> = { given: '', family: '', company: '' };
  for (const column of Object.keys(fields)) {
    const called = lookOf(column);
    if (called !== null && found[called] === '') found[called] = valueOf(fields, column);
  }
  return { name: `${found.given} ${found.family}`.trim(), company: found.company };
}

function lookOf(column: string): Called | null {
  const known = kept.get(column);
  if (known !== undefined) return known;
  const called = calledBy.get(folded(column)) ?? null;
  if (kept.size >= mostKept) kept.clear();
  kept.set(column, called);
  return called;
}
