/** What of a contact is compared when duplicates are looked for. */
import type { ContactFields } from './contact.ts';
import { contactName } from './contactTitle.ts';
import { emailKeyOf } from './email.ts';
import { fieldKindOf } from './fieldKind.ts';
import { storedFormOf } from './phone.ts';
import { comparableName } from './similarName.ts';

export type LikenessReason = 'number' | 'email' | 'name';

export interface Likeness {
  /** Its numbers, whatever their spelling. */
  readonly numbers: readonly string[];
  /** Its addresses, whatever their case. */
  readonly emails: readonly string[];
  readonly name: string | null;
}

/** Digits that are surely a number in the usual form already; reading it would tell nothing new. */
const storedForm = /^[1-9]\d{10,14}$/u;
const fewestDigits = 7;

/** `country`: of the contact's group, ISO 3166 alpha-2, by which a number without its code is understood. */
export function likenessOf(fields: ContactFields, country: string | null): Likeness {
  const numbers = new Set<string>();
  const emails = new Set<string>();
  for (const [column, value] of Object.entries(fields)) {
    switch (fieldKindOf(column)) {
      case 'phone': {
        const key = numberKey(value, country);
        if (key !== null) numbers.add(key);
        break;
      }
      case 'email':
        if (value.includes('@')) emails.add(emailKeyOf(value));
        break;
      case 'text':
    }
  }
  return {
    numbers: [...numbers],
    emails: [...emails],
    name: comparableName(contactName(fields)),
  };
}

/** One text that changes whenever something that is compared changes. */
export function printOf({ numbers, emails, name }: Likeness): string {
  return JSON.stringify([[...numbers].sort(), [...emails].sort(), name]);
}

function numberKey(value: string, country: string | null): string | null {
  if (storedForm.test(value)) return value;
  const stored = storedFormOf(value, country);
  if (stored !== null) return stored;
  const digits = value.replace(/\D/gu, '').replace(/^00/u, '');
  return digits.length < fewestDigits ? null : digits;
}
