import { expect, test } from 'vitest';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import {
  laidOut,
  narrowest,
  usual,
  withColumn,
  withColumnMoved,
  type ListLayout,
} from '#shared/domain/listLayout.ts';

const main: ListColumn = { kind: 'main' };
const sync: ListColumn = { kind: 'sync' };
const field = (name: string): ListColumn => ({ kind: 'field', name });
const names = (layout: ListLayout): string[] =>
  layout.map(({ column }) => (column.kind === 'field' ? column.name : column.kind));
const available = [main, sync, field('a'), field('b'), field('c')];

test('columns that nobody laid out stand as they come', () => {
  expect(names(laidOut(available, []))).toEqual(['main', 'sync', 'a', 'b', 'c']);
});

test('a column that came stands after the one before it, one that went is left out', () => {
  const layout = [usual(main), usual(field('c')), usual(field('gone')), usual(field('a'))];
  expect(names(laidOut(available, layout))).toEqual(['main', 'sync', 'c', 'a', 'b']);
});

test('pinned columns come first; the main field cannot be hidden', () => {
  const layout = laidOut(available, []);
  const pinned = withColumn(withColumn(layout, field('b'), { pinned: true }), main, {
    hidden: true,
  });
  const [first, second] = laidOut(available, pinned);
  expect(first).toMatchObject({ column: main, hidden: false });
  expect(second?.column).toEqual(field('b'));
});

test('a width stays within what can be used', () => {
  const [laid] = withColumn([usual(main)], main, { width: 3 });
  expect(laid?.width).toBe(narrowest);
});

test('a column is moved before another or to the end, and is pinned where it stands among pinned ones', () => {
  const layout = laidOut(available, []);
  expect(names(withColumnMoved(layout, field('c'), field('a')))).toEqual([
    'main',
    'sync',
    'c',
    'a',
    'b',
  ]);
  expect(names(withColumnMoved(layout, field('a'), null)).at(-1)).toBe('a');
  expect(withColumnMoved(layout, field('a'), main)[0]).toMatchObject({ pinned: true });
  expect(withColumnMoved(layout, field('a'), field('a'))).toEqual(layout);
});
