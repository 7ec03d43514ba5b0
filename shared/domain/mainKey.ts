/**
 * The main field in a form that can be compared: the server may normalise what it stores (open point 4).
 * Used to find a contact again, never to change what is stored or shown.
 */
import { valueOf, type ContactFields } from './contact.ts';
import { folded } from './searchText.ts';
import type { GroupType } from './group.ts';

/** Digits without `+` or `00` for a number, lower case for an address; the folded text where neither fits. */
export function mainKeyOf(type: GroupType, fields: ContactFields): string {
  const value = valueOf(fields, type).trim();
  if (type === 'email') return value.toLowerCase();
  const digits = value.replace(/\D/gu, '').replace(/^00/u, '');
  return digits === '' ? folded(value) : digits;
}
