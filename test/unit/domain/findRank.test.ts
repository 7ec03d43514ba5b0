import { expect, test } from 'vitest';
import { findRank } from '#shared/domain/findRank.ts';
import { folded } from '#shared/domain/searchText.ts';

test.each([
  ['Núria Soler', ['nuria'], 0],
  ['Núria Soler', ['nuria', 'soler'], 0],
  ['Núria Soler', ['soler'], 1],
  ['Núria Soler', ['sol', 'nur'], 1],
  ['Núria Soler', ['uria'], 2],
  ['Núria Soler', ['677'], 3],
])('%s answers %o as %d', (title, words, rank) => {
  expect(findRank(folded(title), words)).toBe(rank);
});
