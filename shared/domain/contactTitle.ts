/** What to call a contact in a sentence. */
import { valueOf, type ContactFields } from './contact.ts';
import { folded } from './searchText.ts';

const given = new Set(['name', 'nombre', 'firstname', 'first_name', 'first name', 'nom', 'nome']);
const family = new Set([
  'surname',
  'apellido',
  'apellidos',
  'lastname',
  'last_name',
  'last name',
  'cognoms',
]);
const company = new Set(['company', 'empresa', 'organisation', 'organization']);

/** Its name where a column looks like one, else its company, else its main field. */
export function contactTitle(fields: ContactFields, mainField: string): string {
  return contactName(fields) || firstOf(fields, company) || valueOf(fields, mainField);
}

/** Given name and family name, where columns look like these; else an empty text. */
export function contactName(fields: ContactFields): string {
  return `${firstOf(fields, given)} ${firstOf(fields, family)}`.trim();
}

function firstOf(fields: ContactFields, names: ReadonlySet<string>): string {
  const column = Object.keys(fields).find((name) => names.has(folded(name)) && fields[name] !== '');
  return column === undefined ? '' : valueOf(fields, column);
}
