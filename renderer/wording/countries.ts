import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json';
import spanish from 'i18n-iso-countries/langs/es.json';
import { folded } from '#shared/domain/searchText.ts';
import type { Locale } from '../i18n/index.ts';

countries.registerLocale(english);
countries.registerLocale(spanish);

export interface Country {
  /** ISO 3166 alpha-3, as Afilnet takes it. */
  readonly iso3: string;
  readonly iso2: string;
  readonly name: string;
}

/** Every country by its name in the language, sorted as the language sorts. */
export function countriesIn(
  locale: Locale,
  compare: (left: string, right: string) => number,
): Country[] {
  return Object.entries(countries.getNames(locale, { select: 'official' }))
    .flatMap(([iso2, name]) => {
      const iso3 = countries.alpha2ToAlpha3(iso2);
      return iso3 === undefined ? [] : [{ iso3, iso2, name }];
    })
    .sort((left, right) => compare(left.name, right.name));
}

/** Those whose name holds the text, or whose code it is; those that begin with it first. */
export function findCountries(countries: readonly Country[], text: string): Country[] {
  const wanted = folded(text).trim();
  const rankOf = ({ name, iso2, iso3 }: Country): number => {
    if (wanted === iso3.toLowerCase() || wanted === iso2.toLowerCase()) return 0;
    const at = folded(name).indexOf(wanted);
    return at === 0 ? 1 : at > 0 ? 2 : -1;
  };
  return countries
    .map((country) => ({ country, rank: rankOf(country) }))
    .filter(({ rank }) => rank >= 0)
    .sort((left, right) => left.rank - right.rank)
    .map(({ country }) => country);
}

/** The name of a country in the language; the code itself when it is none. */
export function countryName(iso3: string, locale: Locale): string {
  return countries.getName(iso3, locale, { select: 'official' }) ?? iso3;
}

/** The alpha-2 code, which phone rules go by. */
export const iso2Of = (iso3: string): string | null => countries.alpha3ToAlpha2(iso3) ?? null;
