/**
 * When two texts count as the same. Case, accents and space around do not matter; and what can be a phone number is the
 * same in every writing: what stands between its digits does not count, and a leading + neither.
 *
 * A phone number is digits and what may stand between them, nothing else, with a digit, + or ( at its start, and six
 * digits or more. Two digits apart are two numbers: 007 is not 7, and 0034… not 34…. What would become another thing
 * without its marks is compared as it is written:
 * - a decimal (1.5 is not 15, 1234.56 not 123456; with a + it is a phone number, as in +34.600111222),
 * - a number with a minus (-123456),
 * - a date (1/12/1980 is not 11/2/1980).
 *
 * The search and `contains` are wider: they look for digits anywhere, and show more rather than less.
 */
import { folded, numberClass } from './searchText.ts';

/** Fewer are a code, a count or a year. */
const fewestDigits = 6;
const numberShape = new RegExp(String.raw`^[+(\d]${numberClass}*$`, 'u');
const decimal = /^\d+(?:\.\d*|(?:\s\d{3})+\.\d{1,2})$/u;
const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const mark = String.raw`([./\p{Pd}])`;
/** Day and month in either order, then the year; or the year first. */
const date = new RegExp(
  String.raw`^(?:${day}${mark}${day}\1(?:\d\d|\d{4})|\d{4}${mark}${day}\2${day})$`,
  'u',
);

/** The text in the form in which the same texts are equal: the digits of a phone number, or else the folded text. */
export function comparedText(text: string): string {
  const plain = folded(text.trim());
  return phoneIn(plain) ?? plain;
}

/** The digits of a text that can be a phone number; null for every other text. */
export function phoneDigits(text: string): string | null {
  return phoneIn(folded(text));
}

/** The digits of a text with which a phone number can begin, be they few; null for every other text. */
export function startOfPhone(text: string): string | null {
  return startIn(folded(text));
}

/** Whether a value begins with a text, by the same rule. */
export function beginsWith(value: string, start: string): boolean {
  if (folded(value.trim()).startsWith(folded(start.trim()))) return true;
  const digits = startOfPhone(start);
  return digits !== null && (phoneDigits(value)?.startsWith(digits) ?? false);
}

function phoneIn(plain: string): string | null {
  const digits = startIn(plain);
  return digits !== null && digits.length >= fewestDigits ? digits : null;
}

function startIn(plain: string): string | null {
  const shape = plain.trim();
  if (!numberShape.test(shape) || decimal.test(shape) || date.test(shape)) return null;
  const digits = shape.replace(/\D/gu, '');
  return digits === '' ? null : digits;
}
