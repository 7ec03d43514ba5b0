import { readEmail, type EmailProblem } from '#shared/domain/email.ts';
import { fieldKindOf } from '#shared/domain/fieldKind.ts';
import { readPhone, type PhoneForms, type PhoneProblem } from '#shared/domain/phone.ts';
import { iso2Of } from '../wording/countries.ts';

/** A remark on a value that was typed; it never changes the value by itself, and never stands in the way of saving. */
export type FieldHint =
  | { readonly kind: 'phoneInvalid'; readonly why: PhoneProblem }
  /** The same number as Afilnet usually writes it. */
  | { readonly kind: 'phoneOtherwise'; readonly number: string }
  | {
      readonly kind: 'phoneAmbiguous';
      readonly international: PhoneForms;
      readonly national: PhoneForms;
    }
  | { readonly kind: 'phoneLandline' }
  /** In the stored form: how people write it, and whose it is (alpha-2). */
  | { readonly kind: 'phoneShown'; readonly display: string; readonly country: string | null }
  | { readonly kind: 'emailInvalid'; readonly why: EmailProblem }
  | { readonly kind: 'emailOtherwise'; readonly address: string }
  | { readonly kind: 'emailTypo'; readonly address: string };

export interface HintedField {
  readonly column: string;
  readonly value: string;
  /** The group's country, ISO 3166 alpha-3. */
  readonly country: string | null;
  /** Whether the group's messages go to this number. */
  readonly takesSms: boolean;
}

/** What can be said about a value from the name of its column and the group's country. */
export function fieldHint(field: HintedField): FieldHint | null {
  switch (fieldKindOf(field.column)) {
    case 'phone':
      return phoneHint(field);
    case 'email':
      return emailHint(field.value);
    case 'text':
      return null;
  }
}

function phoneHint({ value, country, takesSms }: HintedField): FieldHint | null {
  const reading = readPhone(value, country === null ? null : iso2Of(country));
  switch (reading.kind) {
    case 'empty':
      return null;
    case 'invalid':
      return { kind: 'phoneInvalid', why: reading.why };
    case 'otherwise':
      return { kind: 'phoneOtherwise', number: reading.forms.number };
    case 'ambiguous': {
      const { forms, national } = reading;
      return { kind: 'phoneAmbiguous', international: forms, national };
    }
    case 'stored': {
      const { display, country: of, landline } = reading.forms;
      if (takesSms && landline) return { kind: 'phoneLandline' };
      return { kind: 'phoneShown', display, country: of };
    }
  }
}

function emailHint(value: string): FieldHint | null {
  const reading = readEmail(value);
  switch (reading.kind) {
    case 'empty':
    case 'valid':
      return null;
    case 'invalid':
      return { kind: 'emailInvalid', why: reading.why };
    case 'otherwise':
      return { kind: 'emailOtherwise', address: reading.address };
    case 'typo':
      return { kind: 'emailTypo', address: reading.address };
  }
}
