/**
 * What can be said about an e-mail address. It is read, never rewritten: the part before the @ may tell upper case
 * from lower case, the domain never does.
 */

export type EmailProblem = 'noAt' | 'severalAts' | 'space' | 'noName' | 'dots' | 'noDomain';

export type EmailReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'valid' }
  /** The same address, written as it usually is. */
  | { readonly kind: 'otherwise'; readonly address: string }
  /** Valid, but its domain is one letter away from a common one. */
  | { readonly kind: 'typo'; readonly address: string }
  | { readonly kind: 'invalid'; readonly why: EmailProblem };

/** Domains that many people have, for the slips that are made in them. */
const common = [
  'gmail.com',
  'hotmail.com',
  'hotmail.es',
  'outlook.com',
  'outlook.es',
  'yahoo.com',
  'yahoo.es',
  'icloud.com',
  'telefonica.net',
];
/** Real domains one letter away from a common one. */
const real = new Set([...common, 'mail.com', 'ymail.com', 'email.com', 'hotmail.it']);

const label = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const nameCharacters = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+$/u;

export function readEmail(value: string): EmailReading {
  const text = value.trim();
  if (text === '') return { kind: 'empty' };
  const why = problemOf(text);
  if (why !== null) return { kind: 'invalid', why };
  const [name, domain] = partsOf(text);
  const lower = domain.toLowerCase();
  const meant = real.has(lower) ? undefined : common.find((one) => oneSlipApart(one, lower));
  if (meant !== undefined) return { kind: 'typo', address: `${name}@${meant}` };
  const address = `${name}@${lower}`;
  return address === value ? { kind: 'valid' } : { kind: 'otherwise', address };
}

/** One text for all spellings of an address, to compare by. */
export function emailKeyOf(value: string): string {
  return value.trim().toLowerCase();
}

function partsOf(text: string): [name: string, domain: string] {
  const at = text.lastIndexOf('@');
  return [text.slice(0, at), text.slice(at + 1)];
}

function problemOf(text: string): EmailProblem | null {
  if (/\s/u.test(text)) return 'space';
  const ats = text.split('@').length - 1;
  if (ats === 0) return 'noAt';
  if (ats > 1) return 'severalAts';
  const [name, domain] = partsOf(text);
  if (!nameCharacters.test(name) || name.length > 64) return 'noName';
  if (/^\.|\.\.|\.$/u.test(name) || /^\.|\.\.|\.$/u.test(domain)) return 'dots';
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  const whole = labels.length > 1 && labels.every((part) => label.test(part));
  return whole && /^(\p{L}{2,}|xn--[\w-]+)$/u.test(last) ? null : 'noDomain';
}

/** One letter more, less, other or swapped with its neighbour. */
function oneSlipApart(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [a, b] = [left.slice(start), right.slice(start)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
