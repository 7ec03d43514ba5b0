/**
 * A filter as SQL. What a test looks for stands in the searched text of every contact that passes it, so most
 * contacts are told apart without a look at their values.
 */
import type { ContactSync } from '#shared/domain/contactSync.ts';
import { comparedText, phoneDigits, startOfPhone } from '#shared/domain/comparedText.ts';
import type { Condition, ValueTest } from '#shared/domain/filter.ts';
import type { GroupType } from '#shared/domain/group.ts';
import { folded, haystackOf, needleOf } from '#shared/domain/searchText.ts';
import type { Database } from '../database.ts';
import { columnSql, syncRank, type Sql } from './columnSql.ts';

/** The functions that a filter calls. */
export function addFilterFunctions(db: Database): void {
  const once = { deterministic: true };
  db.function('list_folded', once, (text) => folded(textOf(text).trim()));
  db.function('list_compared', once, (text) => comparedText(textOf(text)));
  db.function('list_phone', once, (text) => phoneDigits(textOf(text)) ?? '');
  db.function('list_haystack', once, (text) => haystackOf({ value: textOf(text) }));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export function filterSql(condition: Condition, type: GroupType | null): Sql {
  switch (condition.kind) {
    case 'value': {
      const value = columnSql(condition.column, type);
      return negated(testSql(condition.test, value), condition.not);
    }
    case 'sync':
      return negated(syncSql(condition.states), condition.not);
    case 'all':
    case 'any':
      return joined(
        condition.of.map((part) => filterSql(part, type)),
        condition.kind === 'all' ? 'AND' : 'OR',
      );
  }
}

const always: Sql = { text: '1', values: [] };

function joined(parts: readonly Sql[], by: 'AND' | 'OR'): Sql {
  if (parts.length === 0) return always;
  return {
    text: `(${parts.map(({ text }) => text).join(` ${by} `)})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function negated(sql: Sql, not: boolean): Sql {
  return not ? { text: `NOT ${sql.text}`, values: sql.values } : sql;
}

/** Always 0 or 1, never NULL, so that it can be negated. */
function testSql(test: ValueTest, value: Sql): Sql {
  switch (test.kind) {
    case 'contains': {
      const needle = needleOf(test.text);
      return {
        text: `(instr(contacts.haystack, ?) > 0 AND instr(list_haystack(${value.text}), ?) > 0)`,
        values: [needle, ...value.values, needle],
      };
    }
    case 'startsWith': {
      const asWritten = startSql('list_folded', folded(test.text.trim()), value);
      const digits = startOfPhone(test.text);
      return digits === null
        ? asWritten
        : joined([asWritten, startSql('list_phone', digits, value)], 'OR');
    }
    case 'is':
      return sameSql(test.text, value);
    case 'anyOf':
      return joined(
        test.texts.map((text) => sameSql(text, value)),
        'OR',
      );
    case 'empty':
      // An empty value is never stored.
      return { text: `(coalesce(${value.text}, '') = '')`, values: value.values };
  }
}

function startSql(form: 'list_folded' | 'list_phone', start: string, value: Sql): Sql {
  return {
    text: `(instr(contacts.haystack, ?) > 0 AND instr(${form}(${value.text}), ?) = 1)`,
    values: [start, ...value.values, start],
  };
}

function sameSql(text: string, value: Sql): Sql {
  const wanted = comparedText(text);
  return {
    text: `(instr(contacts.haystack, ?) > 0 AND list_compared(${value.text}) = ?)`,
    values: [wanted, ...value.values, wanted],
  };
}

const ranks: Record<ContactSync, number> = { needsYou: 0, sending: 1, waiting: 2, saved: 3 };

function syncSql(states: readonly ContactSync[]): Sql {
  const wanted = `${syncRank} IN (${states.map((state) => ranks[state]).join(', ')})`;
  if (states.includes('saved')) return { text: `(${wanted})`, values: [] };
  // Few contacts have entries: they are found by those.
  const queued = 'id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)';
  return { text: `(${queued} AND ${wanted})`, values: [] };
}
