/** Flags are pictures, not letters: every country that can be chosen has one. */
import { expect, it } from 'vitest';
import { nextTick } from 'vue';
import { countriesIn } from '../../../renderer/wording/countries.ts';
import { flagOf } from '../../../renderer/wording/flags.ts';

it('has a picture for every country, of its own', async () => {
  expect(flagOf('ES')).toBeNull();
  await expect.poll(() => flagOf('ES')).toMatch(/^data:image\/svg\+xml,/u);
  await nextTick();
  const countries = countriesIn('en', (left, right) => left.localeCompare(right));
  expect(countries.filter(({ iso2 }) => flagOf(iso2) === null)).toEqual([]);
  expect(new Set(countries.map(({ iso2 }) => flagOf(iso2))).size).toBeGreaterThan(240);
  expect(flagOf('??')).toBeNull();
});
