import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addThenEdit, carryFor, editThenEdit, rebased } from '#shared/domain/coalesce.ts';
import { sameFields, type ContactFields } from '#shared/domain/contact.ts';
import { differences, fold, withChanges } from '#shared/domain/fold.ts';
import type { ContactIntent, IntentOf } from '#shared/domain/intent.ts';

function edit(
  changes: IntentOf<'editContact'>['changes'],
  carry: 'modify' | 'recreate' = 'modify',
): IntentOf<'editContact'> {
  return { kind: 'editContact', changes, carry };
}

const column = fc.constantFrom('mobile', 'name', 'city');
const value = fc.constantFrom('', 'a', 'b', 'c');
const fields = fc.dictionary(column, value);

describe('create and edit', () => {
  test('is a create of what it became, without emptied values', () => {
    const add = { kind: 'addContact', fields: { mobile: '1', name: 'Ana' } } as const;
    const edited = addThenEdit(add, {
      name: { from: 'Ana', to: '' },
      city: { from: '', to: 'Soria' },
    });
    expect(edited).toEqual({ kind: 'addContact', fields: { mobile: '1', city: 'Soria' } });
  });
});

describe('edit and edit', () => {
  const base = { mobile: '1', name: 'A' };

  test('is one edit per field, from the first start to the last word', () => {
    const first = edit({ name: { from: 'A', to: 'B' } });
    const changes = { name: { from: 'B', to: 'C' }, city: { from: '', to: 'Soria' } };
    expect(editThenEdit(first, changes, 'modify', base)).toEqual(
      edit({ name: { from: 'A', to: 'C' }, city: { from: '', to: 'Soria' } }),
    );
  });

  test('that comes back to what stands there is no edit', () => {
    const first = edit({ name: { from: 'A', to: 'B' } });
    expect(editThenEdit(first, { name: { from: 'B', to: 'A' } }, 'modify', base)).toBeNull();
  });

  test('that comes back to a value which the server has changed meanwhile is kept: it is what the user wants to see', () => {
    const first = edit({ name: { from: 'A', to: 'B' } });
    const now = { mobile: '1', name: 'C' };
    expect(editThenEdit(first, { name: { from: 'B', to: 'A' } }, 'modify', now)).toEqual(
      edit({ name: { from: 'A', to: 'A' } }),
    );
    expect(editThenEdit(first, { name: { from: 'B', to: 'C' } }, 'modify', now)).toBeNull();
  });

  test('shows the same as the two of them, and never keeps what changes nothing', () => {
    fc.assert(
      fc.property(fields, fields, fields, (start, one, two) => {
        const first = edit(differences(start, { ...start, ...one }));
        const between = withChanges(start, first.changes);
        const changes = differences(between, { ...between, ...two });
        const merged = editThenEdit(first, changes, 'modify', start);
        const both: ContactIntent[] = [first, edit(changes)];
        const seen = fold(start, both).fields;
        expect(sameFields(fold(start, merged === null ? [] : [merged]).fields, seen)).toBe(true);
        expect(Object.keys(merged?.changes ?? {}).sort()).toEqual(
          Object.keys(differences(start, seen)).sort(),
        );
      }),
    );
  });
});

test('a re-creation is asked for only where the text form cannot carry the contact', () => {
  expect(carryFor({ name: 'a,b' }, 'recreate')).toBe('recreate');
  expect(carryFor({ name: 'a,b' }, 'modify')).toBe('modify');
  expect(carryFor({ name: 'ab' }, 'recreate')).toBe('modify');
  expect(carryFor({ name: 'ab', 'a:b': '' }, 'recreate')).toBe('modify');
});

test('a later edit starts from what an earlier one yields; other fields keep their own start', () => {
  const later = edit({ name: { from: 'B', to: 'C' }, city: { from: 'x', to: 'y' } });
  expect(rebased(later, new Map([['name', 'A']]))).toEqual(
    edit({ name: { from: 'A', to: 'C' }, city: { from: 'x', to: 'y' } }),
  );
});

describe('fold', () => {
  test('lays intents over a base in order; a contact that the server does not know has none', () => {
    const add = { kind: 'addContact', fields: { mobile: '1' } } as const;
    const named = edit({ name: { from: '', to: 'Ana' } });
    expect(fold(null, [add, named])).toEqual({
      fields: { mobile: '1', name: 'Ana' },
      tombstone: false,
    });
    expect(fold({ mobile: '1' }, [named, { kind: 'deleteContact', base: {} }])).toEqual({
      fields: { mobile: '1', name: 'Ana' },
      tombstone: true,
    });
    expect(fold(null, [])).toEqual({ fields: {}, tombstone: false });
  });

  test('differences, laid over the one, yield the other', () => {
    fc.assert(
      fc.property(fields, fields, (from: ContactFields, to: ContactFields) => {
        expect(sameFields(withChanges(from, differences(from, to)), to)).toBe(true);
        expect(differences(from, from)).toEqual({});
      }),
    );
  });
});
