/** Addresses: what is one, what is one written otherwise, and which slips are likely. */
import { describe, expect, it } from 'vitest';
import { emailKeyOf, readEmail } from '#shared/domain/email.ts';
import { fieldKindOf } from '#shared/domain/fieldKind.ts';

describe('an address', () => {
  it.each(['ana@example.org', "o'neill+list@sub.example.co.uk", 'josé@correo.es', 'a@ymail.com'])(
    '%s is valid',
    (value) => expect(readEmail(value)).toEqual({ kind: 'valid' }),
  );

  it.each([
    ['Ana@EXAMPLE.org', 'Ana@example.org'],
    [' ana@example.org ', 'ana@example.org'],
  ])('%s is the same as %s', (value, address) => {
    expect(readEmail(value)).toEqual({ kind: 'otherwise', address });
  });

  it.each([
    ['ana@gmial.com', 'ana@gmail.com'],
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@hotmal.com', 'ana@hotmail.com'],
    ['ana@hotmaill.es', 'ana@hotmail.es'],
  ])('%s looks like a slip for %s', (value, address) => {
    expect(readEmail(value)).toEqual({ kind: 'typo', address });
  });

  it.each([
    ['ana', 'noAt'],
    ['ana@b@c.es', 'severalAts'],
    ['ana lopez@example.org', 'space'],
    ['@example.org', 'noName'],
    ['ana,b@example.org', 'noName'],
    ['ana..b@example.org', 'dots'],
    ['ana@example.', 'dots'],
    ['ana@example', 'noDomain'],
    ['ana@-example.org', 'noDomain'],
    ['ana@example.1', 'noDomain'],
  ] as const)('%s is none: %s', (value, why) => {
    expect(readEmail(value)).toEqual({ kind: 'invalid', why });
  });

  it('is compared without regard to case', () => {
    expect(emailKeyOf(' Ana@Example.ORG')).toBe('ana@example.org');
    expect(readEmail('')).toEqual({ kind: 'empty' });
  });
});

describe('what a column holds', () => {
  it.each([
    ['mobile', 'phone'],
    ['Teléfono', 'phone'],
    ['telefono', 'phone'],
    ['E-Mail', 'email'],
    ['correo electrónico', 'email'],
    ['phone_notes', 'text'],
    ['constructor', 'text'],
  ])('%s: %s', (column, kind) => expect(fieldKindOf(column)).toBe(kind));
});
