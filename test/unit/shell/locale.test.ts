import { describe, expect, it } from 'vitest';
import { chromiumLocale, systemLanguages } from '../../shell/locale.ts';

describe('languages of the system', () => {
  it.each([
    [{}, ['en-US']],
    [{ LANG: 'C.UTF-8' }, ['en-US']],
    [{ LANG: 'es_ES.UTF-8' }, ['es-ES']],
    [{ LANG: 'es_ES', LC_ALL: 'en_GB' }, ['en-GB']],
    [{ LANGUAGE: 'ca:es_ES', LANG: 'es_ES.UTF-8' }, ['ca', 'es-ES']],
    [{ LANG: 'sr_RS@latin' }, ['sr-RS']],
  ])('%j', (env, expected) => {
    expect(systemLanguages(env)).toEqual(expected);
  });

  it.each([
    ['es', 'es'],
    ['es-ES', 'es'],
    ['es-MX', 'es-419'],
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['en-CA', 'en-US'],
    ['fr', 'fr'],
    ['', 'en-US'],
  ])('%s is shown in %s', (tag, expected) => {
    expect(chromiumLocale(tag)).toBe(expected);
  });
});
