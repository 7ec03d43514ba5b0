/** Filters as the bar shows them: nothing that a view asks for is dropped, and all of it can be read. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '#shared/domain/filter.ts';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import { filterOf, rowOf } from '../../../renderer/domain/filterDraft.ts';
import { filterText } from '../../../renderer/wording/filterText.ts';
import { wordsIn } from './words.ts';

describe('a filter in the bar', () => {
  const city = (text: string): Condition => ({
    kind: 'value',
    column: { kind: 'field', name: 'city' },
    test: { kind: 'is', text },
    not: false,
  });
  const either: Condition = { kind: 'any', of: [city('Pego'), city('Oliva')] };
  const noName: Condition = {
    kind: 'value',
    column: { kind: 'main' },
    test: { kind: 'empty' },
    not: false,
  };
  const nested: Condition = { kind: 'all', of: [either, noName] };
  const nameOf = (column: ListColumn): string =>
    column.kind === 'field' ? column.name : column.kind;
  const said = (condition: Condition, locale: 'en' | 'es'): string =>
    filterText(condition, nameOf, wordsIn(locale));

  it('keeps what joins conditions of its own, as one part', () => {
    const row = rowOf(nested);
    expect(row).toEqual({ join: 'all', parts: [either, noName] });
    expect(filterOf(row)).toEqual(nested);
    expect(filterOf({ ...row, parts: [...row.parts, city('Denia')] })).toEqual({
      kind: 'all',
      of: [either, noName, city('Denia')],
    });
    expect(rowOf({ kind: 'all', of: [{ kind: 'any', of: [] }] }).parts).toEqual([]);
  });

  it('reads it as one sentence, in both languages', () => {
    expect(said(either, 'en')).toBe('city is “Pego” or city is “Oliva”');
    expect(said(either, 'es')).toBe('city es «Pego» o city es «Oliva»');
    expect(said({ kind: 'any', of: [nested, city('Denia')] }, 'en')).toBe(
      '((city is “Pego” or city is “Oliva”) and main is empty) or city is “Denia”',
    );
  });
});
