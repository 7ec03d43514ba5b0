/** Contacts side by side: what differs, what a merge proposes, and what cannot go along. */
import { expect, it } from 'vitest';
import type { ContactRow } from '#shared/ipc/views.ts';
import { leftBehind, proposedValue, sideBySide } from '../../../renderer/domain/sideBySide.ts';

const rows = [
  { fields: { mobile: '34600000001', name: 'Ana', birthday: '1 May' } },
  { fields: { mobile: '34600000001', name: 'Anna', size: 'M' } },
] as unknown as ContactRow[];
const fields = sideBySide(rows);

it('tells which fields differ', () => {
  expect(fields.map(({ column, differs }) => [column, differs])).toEqual([
    ['mobile', false],
    ['name', true],
    ['birthday', true],
    ['size', true],
  ]);
});

it('proposes what the one that stays says, and else the first value that there is', () => {
  expect(fields.map((field) => proposedValue(field, 1))).toEqual([
    '34600000001',
    'Anna',
    '1 May',
    'M',
  ]);
});

it('names the columns that only those that go have a value in, and that the one that stays cannot take', () => {
  expect(leftBehind(fields, 0, ['mobile', 'name', 'birthday'])).toEqual(['size']);
  expect(leftBehind(fields, 1, ['mobile', 'name', 'size'])).toEqual(['birthday']);
  expect(leftBehind(fields, 1, ['mobile', 'name', 'size', 'birthday'])).toEqual([]);
  // Its own values stay, whatever the list of its columns says by now.
  expect(leftBehind(fields, 0, ['mobile', 'name', 'size'])).toEqual([]);
});
