import { expect, test } from 'vitest';
import { inOrder, movedTo } from '#shared/domain/groupOrder.ts';

const compare = (left: string, right: string): number => left.localeCompare(right, 'es');
const group = (label: string, position: number | null = null) => ({ label, position });
const labels = (groups: { label: string }[]) => groups.map(({ label }) => label);

test('groups go by their names until one is moved; a new one stands behind those that were', () => {
  expect(labels(inOrder([group('b'), group('á'), group('c')], compare))).toEqual(['á', 'b', 'c']);
  const moved = [group('a', 2), group('z', 0), group('n'), group('b', 1), group('d')];
  expect(labels(inOrder(moved, compare))).toEqual(['z', 'b', 'a', 'd', 'n']);
});

test('one is moved to a place, and beyond an end to that end', () => {
  expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
  expect(movedTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b', 'c'], 'a', -3)).toEqual(['a', 'b', 'c']);
});
