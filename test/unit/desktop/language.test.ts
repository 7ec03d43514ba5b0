import { describe, expect, it } from 'vitest';
import { chooseLanguage, preferredLanguages } from '../../../electron/desktop/language.ts';

describe('the language', () => {
  it.each([
    [['es-ES'], 'es'],
    [['es_MX.UTF-8'], 'es'],
    [['ES'], 'es'],
    [['ca-ES', 'es-ES', 'en'], 'es'],
    [['de', 'en-GB', 'es'], 'en'],
    [['de', 'fr'], 'en'],
    [['est'], 'en'],
    [[], 'en'],
  ])('of a system with %j is %s', (languages, language) => {
    expect(chooseLanguage('system', languages)).toBe(language);
  });

  it('is the setting where there is one', () => {
    expect(chooseLanguage('es', ['en'])).toBe('es');
    expect(chooseLanguage('en', ['es'])).toBe('en');
  });

  it('prefers what the command line asks for', () => {
    expect(preferredLanguages('es', ['en', 'es', 'fr'])).toEqual(['es', 'en', 'fr']);
    expect(preferredLanguages(null, ['en'])).toEqual(['en']);
  });
});
