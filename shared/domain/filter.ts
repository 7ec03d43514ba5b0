/**
 * Which contacts a list shows, as a tree of conditions. Text is compared as in the search: without regard to case and
 * accents, and a number is found whatever stands between its digits (comparedText.ts says which texts are such numbers
 * for `is`, `anyOf` and `startsWith`). A missing value is the empty text.
 */
import { z } from 'zod';
import { beginsWith, comparedText } from './comparedText.ts';
import { contactSyncSchema, type ContactSync } from './contactSync.ts';
import { valueColumnSchema, type ValueColumn } from './listColumn.ts';
import { haystackOf, needleOf } from './searchText.ts';

const text = z.string().max(1_000);
/** Values that `anyOf` takes. */
export const mostValues = 200;

/** What is asked of one value. `contains` and `startsWith` of an empty text are true of every value. */
export const valueTestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contains'), text }),
  z.object({ kind: z.literal('is'), text }),
  z.object({ kind: z.literal('startsWith'), text }),
  z.object({ kind: z.literal('anyOf'), texts: z.array(text).min(1).max(mostValues) }),
  z.object({ kind: z.literal('empty') }),
]);
export type ValueTest = z.infer<typeof valueTestSchema>;

/** `all` and `any` of nothing ask nothing: they are true. */
export type Condition =
  | {
      readonly kind: 'value';
      readonly column: ValueColumn;
      readonly test: ValueTest;
      readonly not: boolean;
    }
  | { readonly kind: 'sync'; readonly states: readonly ContactSync[]; readonly not: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** Deeper trees than this are refused; nobody reads them. */
const deepest = 4;
const leaf = [
  z.object({
    kind: z.literal('value'),
    column: valueColumnSchema,
    test: valueTestSchema,
    not: z.boolean(),
  }),
  z.object({
    kind: z.literal('sync'),
    states: z.array(contactSyncSchema).min(1),
    not: z.boolean(),
  }),
] as const;

function treeOf(depth: number): z.ZodType<Condition, Condition> {
  if (depth === 0) return z.discriminatedUnion('kind', leaf) as z.ZodType<Condition, Condition>;
  const of = z.array(treeOf(depth - 1)).max(50);
  return z.discriminatedUnion('kind', [
    ...leaf,
    z.object({ kind: z.enum(['all', 'any']), of }),
  ]) as z.ZodType<Condition, Condition>;
}

export const conditionSchema = treeOf(deepest);

/** What a condition is asked of. */
export interface Subject {
  readonly valueOf: (column: ValueColumn) => string;
  readonly sync: ContactSync;
}

export function matches(condition: Condition, subject: Subject): boolean {
  switch (condition.kind) {
    case 'value':
      return passes(condition.test, subject.valueOf(condition.column)) !== condition.not;
    case 'sync':
      return condition.states.includes(subject.sync) !== condition.not;
    case 'all':
      return condition.of.every((part) => matches(part, subject));
    case 'any':
      return condition.of.length === 0 || condition.of.some((part) => matches(part, subject));
  }
}

/** Whether one value passes one test. */
export function passes(test: ValueTest, value: string): boolean {
  switch (test.kind) {
    case 'contains':
      return haystackOf({ value }).includes(needleOf(test.text));
    case 'is':
      return same(value, test.text);
    case 'startsWith':
      return beginsWith(value, test.text);
    case 'anyOf':
      return test.texts.some((text) => same(value, text));
    case 'empty':
      return value === '';
  }
}

function same(value: string, text: string): boolean {
  return comparedText(value) === comparedText(text);
}

/** True where the outbox decides what is shown, and not the contacts alone. */
export function asksForSync(condition: Condition): boolean {
  switch (condition.kind) {
    case 'value':
      return false;
    case 'sync':
      return true;
    case 'all':
    case 'any':
      return condition.of.some(asksForSync);
  }
}
