import { mostValues, type Condition, type ValueTest } from '#shared/domain/filter.ts';
import type { ContactSync } from '#shared/domain/contactSync.ts';
import type { ValueColumn } from '#shared/domain/listColumn.ts';

/** The conditions that the filter bar offers, each with its opposite. */
export const operators = [
  'contains',
  'notContains',
  'is',
  'isNot',
  'startsWith',
  'notStartsWith',
  'anyOf',
  'noneOf',
  'empty',
  'notEmpty',
] as const;
export type Operator = (typeof operators)[number];

export type Leaf = Exclude<Condition, { kind: 'all' | 'any' }>;

/** A filter while it is written. */
export interface FilterDraft {
  readonly column: ValueColumn | { readonly kind: 'sync' };
  readonly operator: Operator;
  /** For `anyOf` and `noneOf` one value per line. */
  readonly text: string;
  readonly states: readonly ContactSync[];
}

export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function testOf(operator: Operator, text: string): ValueTest {
  switch (operator) {
    case 'contains':
    case 'notContains':
      return { kind: 'contains', text };
    case 'is':
    case 'isNot':
      return { kind: 'is', text };
    case 'startsWith':
    case 'notStartsWith':
      return { kind: 'startsWith', text };
    case 'anyOf':
    case 'noneOf':
      return { kind: 'anyOf', texts: linesOf(text) };
    case 'empty':
    case 'notEmpty':
      return { kind: 'empty' };
  }
}

const negative: ReadonlySet<Operator> = new Set([
  'notContains',
  'isNot',
  'notStartsWith',
  'noneOf',
  'notEmpty',
]);

/** How many values there are more than one filter takes. */
export const tooMany = (text: string): number => Math.max(0, linesOf(text).length - mostValues);

/** The condition, or null while something is missing in it or too much. */
export function leafOf({ column, operator, text, states }: FilterDraft): Leaf | null {
  const not = negative.has(operator);
  if (column.kind === 'sync')
    return states.length === 0 ? null : { kind: 'sync', states, not: operator === 'isNot' };
  const test = testOf(operator, text.trim());
  if ('text' in test && test.text === '') return null;
  if (test.kind === 'anyOf' && (test.texts.length === 0 || test.texts.length > mostValues))
    return null;
  return { kind: 'value', column, test, not };
}

export function operatorOf(leaf: Leaf): Operator {
  if (leaf.kind === 'sync') return leaf.not ? 'isNot' : 'is';
  switch (leaf.test.kind) {
    case 'contains':
      return leaf.not ? 'notContains' : 'contains';
    case 'is':
      return leaf.not ? 'isNot' : 'is';
    case 'startsWith':
      return leaf.not ? 'notStartsWith' : 'startsWith';
    case 'anyOf':
      return leaf.not ? 'noneOf' : 'anyOf';
    case 'empty':
      return leaf.not ? 'notEmpty' : 'empty';
  }
}

export function draftOf(leaf: Leaf): FilterDraft {
  const operator = operatorOf(leaf);
  if (leaf.kind === 'sync')
    return { column: { kind: 'sync' }, operator, text: '', states: leaf.states };
  const { test, column } = leaf;
  const text = 'text' in test ? test.text : test.kind === 'anyOf' ? test.texts.join('\n') : '';
  return { column, operator, text, states: [] };
}

export interface FilterRow {
  readonly join: 'all' | 'any';
  /** A part that joins conditions of its own is shown as one, and kept as it is. */
  readonly parts: readonly Condition[];
}

export const isLeaf = (condition: Condition): condition is Leaf =>
  condition.kind === 'value' || condition.kind === 'sync';

/** A filter as the bar shows it: conditions in a row, joined one way. Nothing that asks for something is left out. */
export function rowOf(filter: Condition | null): FilterRow {
  if (filter === null) return { join: 'all', parts: [] };
  if (isLeaf(filter)) return { join: 'all', parts: [filter] };
  return {
    join: filter.kind,
    parts: filter.of.filter((part) => isLeaf(part) || part.of.length > 0),
  };
}

export function filterOf({ join, parts }: FilterRow): Condition | null {
  return parts.length === 0 ? null : { kind: join, of: parts };
}
