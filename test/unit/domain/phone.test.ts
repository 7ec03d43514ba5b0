/** Numbers as people write them, against the form in which Afilnet usually keeps them. */
import { describe, expect, it } from 'vitest';
import { readPhone, storedFormOf } from '#shared/domain/phone.ts';

describe('a number', () => {
  it.each([
    ['34612345678', 'ES'],
    ['34612345678', null],
    ['447911123456', 'ES'],
    ['4915123456789', 'ES'],
  ])('%s in %s is in the stored form', (value, country) => {
    expect(readPhone(value, country)).toMatchObject({ kind: 'stored', forms: { number: value } });
  });

  it.each([
    ['612 34 56 78', 'ES'],
    ['612345678', 'ES'],
    ['+34 612-345-678', null],
    ['0034612345678', null],
    ['(+34) 612.345.678', 'FR'],
    ['34 612 345 678', 'ES'],
    [' 34612345678', 'ES'],
  ])('%s in %s is a number written otherwise', (value, country) => {
    expect(readPhone(value, country)).toMatchObject({
      kind: 'otherwise',
      forms: { number: '34612345678', display: '+34 612 34 56 78', country: 'ES' },
    });
  });

  it.each([
    ['6123', 'ES', 'tooShort'],
    ['34612345678123456789', 'ES', 'tooLong'],
    ['no number', 'ES', 'noNumber'],
    ['612345678 ext. 4', 'ES', 'noNumber'],
    ['-', 'ES', 'noNumber'],
    ['999123456', null, 'noCountry'],
    ['012345678', 'ES', 'unknown'],
  ] as const)('%s in %s is none: %s', (value, country, why) => {
    expect(readPhone(value, country)).toEqual({ kind: 'invalid', why });
  });

  it('that can be read in two ways is told with both', () => {
    // A complete German number of 11 digits, and a Spanish mobile with its code.
    expect(readPhone('34600112233', 'DE')).toMatchObject({
      kind: 'ambiguous',
      forms: { number: '34600112233' },
      national: { country: 'DE' },
    });
    expect(storedFormOf('34600112233', 'DE')).toBeNull();
  });

  it('with its own prefix is never read as one of the group’s country', () => {
    expect(readPhone('+34600112233', 'DE')).toMatchObject({
      kind: 'otherwise',
      forms: { number: '34600112233' },
    });
  });

  it('knows a landline where the country’s numbers tell', () => {
    expect(readPhone('34963000000', 'ES')).toMatchObject({ forms: { landline: true } });
    expect(readPhone('34612345678', 'ES')).toMatchObject({ forms: { landline: false } });
    // The numbers of the United States do not tell one from the other.
    expect(readPhone('12133734253', 'US')).toMatchObject({ forms: { landline: false } });
  });

  it('without text is nothing to remark on', () => {
    expect(readPhone('  ', 'ES')).toEqual({ kind: 'empty' });
  });

  it('of an unknown country is read as it stands', () => {
    expect(readPhone('34612345678', 'ZZ').kind).toBe('stored');
  });
});
