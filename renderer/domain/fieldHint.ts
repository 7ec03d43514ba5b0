import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode } from 'libphonenumber-js/min';

/** A remark on a value that was typed; it never changes the value by itself. */
export type FieldHint =
  | { readonly kind: 'phoneInvalid' }
  /** The same number as Afilnet usually writes it: country code and digits, nothing else. */
  | { readonly kind: 'phoneForm'; readonly number: string }
  | { readonly kind: 'emailInvalid' };

const phoneColumns = /^(mobile|m[oó]vil|phone|tel|tel[eé]fono|telephone)$/iu;
const emailColumns = /^(e-?mail|correo)$/iu;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u;

const isValid = (text: string, country?: CountryCode): string | null => {
  const parsed = parsePhoneNumberFromString(text, country);
  return parsed?.isValid() === true ? parsed.number.slice(1) : null;
};

function phoneHint(value: string, iso2: string | null): FieldHint | null {
  const digits = value.replace(/\D/gu, '').replace(/^00/u, '');
  const international = isValid(`+${digits}`);
  const national = iso2 === null ? null : isValid(value, iso2 as CountryCode);
  const number = international ?? national;
  if (number === null) return { kind: 'phoneInvalid' };
  return value === number ? null : { kind: 'phoneForm', number };
}

/** What can be said about a value from the name of its column and the group's country (alpha-2). */
export function fieldHint(column: string, value: string, iso2: string | null): FieldHint | null {
  if (value.trim() === '') return null;
  if (phoneColumns.test(column)) return phoneHint(value.trim(), iso2);
  if (emailColumns.test(column) && !email.test(value.trim())) return { kind: 'emailInvalid' };
  return null;
}
