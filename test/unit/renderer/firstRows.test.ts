import { expect, it } from 'vitest';
import type { ContactId } from '#shared/domain/ids.ts';
import { firstRows } from '../../../renderer/domain/firstRows.ts';

const row = (id: string, columns: readonly string[]) => ({
  contactId: id as ContactId,
  title: id,
  changes: Object.fromEntries(columns.map((column) => [column, { from: '', to: 'x' }])),
  refused: null,
});

it('takes whole rows until enough values are reached', () => {
  const rows = [row('a', ['x', 'y']), row('b', ['x', 'y']), row('c', ['x'])];
  const ids = (values: number): string[] => firstRows(rows, values).map(({ title }) => title);
  expect(ids(1)).toEqual(['a']);
  expect(ids(2)).toEqual(['a']);
  expect(ids(3)).toEqual(['a', 'b']);
  expect(ids(100)).toEqual(['a', 'b', 'c']);
});
