/**
 * What can be said about a phone number. Afilnet's document writes numbers as digits with the country code and without
 * `+` or `00` (34600000000), here the *stored form*. Nothing here rewrites a value: it is read, and a form is offered.
 */
import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
} from 'libphonenumber-js/max';

/** A valid number: its stored form, as people write it, and whose it is (ISO 3166 alpha-2). */
export interface PhoneForms {
  readonly number: string;
  readonly display: string;
  readonly country: string | null;
  /** A line that surely takes no SMS. Where a country's numbers do not tell, it is false. */
  readonly landline: boolean;
}

export type PhoneReading =
  | { readonly kind: 'empty' }
  /** Written in the stored form. */
  | { readonly kind: 'stored'; readonly forms: PhoneForms }
  /** A valid number that is written otherwise. */
  | { readonly kind: 'otherwise'; readonly forms: PhoneForms }
  /** Valid as it stands, and also as a number of the group's country without its code: only a person can tell. */
  | { readonly kind: 'ambiguous'; readonly forms: PhoneForms; readonly national: PhoneForms }
  | { readonly kind: 'invalid'; readonly why: PhoneProblem };

export type PhoneProblem = 'noNumber' | 'tooShort' | 'tooLong' | 'noCountry' | 'unknown';

/** Digits and what people put between them; a number never holds letters. */
const numberLike = /^\(?\+?[\d\s().\-/\u00a0\u2010-\u2015]*$/u;
const withPrefix = /^\(?(\+|00)/u;

/** Reads a value. `country`: the group's, ISO 3166 alpha-2, by which a number without its country code is understood. */
export function readPhone(value: string, country: string | null): PhoneReading {
  const text = value.trim();
  if (text === '') return { kind: 'empty' };
  const digits = text.replace(/\D/gu, '');
  if (!numberLike.test(text) || digits === '') return { kind: 'invalid', why: 'noNumber' };
  const home = country !== null && isSupportedCountry(country) ? country : null;
  const international = formsOf(`+${digits.replace(/^00/u, '')}`);
  const national = home === null || withPrefix.test(text) ? null : formsOf(text, home);
  if (national !== null && international !== null && national.number !== international.number) {
    return { kind: 'ambiguous', forms: international, national };
  }
  const forms = national ?? international;
  if (forms === null) return { kind: 'invalid', why: problemOf(text, digits, home) };
  return { kind: forms.number === value ? 'stored' : 'otherwise', forms };
}

/** The stored form of a number that can be read in one way only; null where there is none. */
export function storedFormOf(value: string, country: string | null): string | null {
  const reading = readPhone(value, country);
  return reading.kind === 'stored' || reading.kind === 'otherwise' ? reading.forms.number : null;
}

function formsOf(text: string, country?: CountryCode): PhoneForms | null {
  const parsed = parsePhoneNumberFromString(text, country);
  if (parsed?.isValid() !== true || parsed.ext !== undefined) return null;
  return {
    number: parsed.number.slice(1),
    display: parsed.formatInternational(),
    country: parsed.country ?? null,
    landline: isLandline(parsed),
  };
}

function isLandline(parsed: PhoneNumber): boolean {
  return parsed.getType() === 'FIXED_LINE';
}

function problemOf(text: string, digits: string, home: CountryCode | null): PhoneProblem {
  const international = withPrefix.test(text) || home === null;
  const asked = international ? `+${digits.replace(/^00/u, '')}` : text;
  switch (validatePhoneNumberLength(asked, international ? undefined : home)) {
    case 'TOO_SHORT':
      return 'tooShort';
    case 'TOO_LONG':
      return 'tooLong';
    case 'INVALID_COUNTRY':
      return 'noCountry';
    case 'NOT_A_NUMBER':
    case 'INVALID_LENGTH':
    case undefined:
      return home === null && !withPrefix.test(text) ? 'noCountry' : 'unknown';
  }
}
