/**
 * The same work in bare better-sqlite3: one table (id, group, values as JSON, searched text), the same trigram
 * index over the same text, the same pragmas. No outbox, no server ids, no comparison with what was there.
 */
import Sqlite from 'better-sqlite3';
import type { ContactFields } from '#shared/domain/contact.ts';
import { haystackOf, searchWords } from '#shared/domain/searchText.ts';

const group = 1;

export type BareMirror = ReturnType<typeof openBareMirror>;

export function openBareMirror(path: string) {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.exec(`
    CREATE TABLE contacts (
      id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL, fields TEXT NOT NULL, haystack TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contacts_by_group ON contacts (group_id, id);
    CREATE VIRTUAL TABLE contact_search USING fts5 (
      haystack, content = 'contacts', content_rowid = 'id', tokenize = 'trigram'
    );`);
  const insert = db.prepare('INSERT INTO contacts VALUES (?, ?, ?, ?)');
  const index = db.prepare('INSERT INTO contact_search (rowid, haystack) VALUES (?, ?)');
  const reading = (order: string) =>
    db
      .prepare<[number, number, number], string>(
        `SELECT fields FROM contacts WHERE group_id = ? ORDER BY ${order} LIMIT ? OFFSET ?`,
      )
      .pluck();
  const unsorted = reading('id');
  const sorted = (column: string) =>
    reading(`json_extract(fields, '$.${column}') COLLATE NOCASE, id`);
  const valuesOf = (column: string) =>
    db
      .prepare<[number]>(
        `SELECT id, json_extract(fields, '$.${column}') FROM contacts WHERE group_id = ? ORDER BY id`,
      )
      .raw();
  const byId = db.prepare<[number], string>('SELECT fields FROM contacts WHERE id = ?').pluck();
  const searching = (condition: string) => {
    const where = `WHERE group_id = ? AND ${condition}`;
    return {
      count: db.prepare<[number, string], number>(`SELECT count(*) FROM contacts ${where}`).pluck(),
      first: db
        .prepare<[number, string, number], string>(
          `SELECT fields FROM contacts ${where} ORDER BY id LIMIT ?`,
        )
        .pluck(),
    };
  };
  const byIndex = searching(
    'id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ?)',
  );
  const byScan = searching('instr(haystack, ?) > 0');

  return {
    /** Everything in one transaction. */
    import(contacts: readonly ContactFields[]): void {
      db.transaction(() => {
        for (const [at, fields] of contacts.entries()) {
          const haystack = haystackOf(fields);
          insert.run(at + 1, group, JSON.stringify(fields), haystack);
          index.run(at + 1, haystack);
        }
      })();
    },
    /** How many there are, and the first of them. */
    search(text: string, limit: number): { total: number; first: ContactFields[] } {
      const words = searchWords(text);
      const isIndexed = words.every((word) => word.length >= 3);
      const { count, first } = isIndexed ? byIndex : byScan;
      const condition = isIndexed
        ? words.map((word) => `"${word}"`).join(' AND ')
        : words.join(' ');
      return {
        total: count.get(group, condition) ?? 0,
        first: first.all(group, condition, limit).map(parsed),
      };
    },
    window: (offset: number, limit: number): ContactFields[] =>
      unsorted.all(group, limit, offset).map(parsed),
    /** Sorted anew at each call, by SQLite: ASCII case aside, code point by code point. */
    sortedWindow: (column: string, offset: number, limit: number): ContactFields[] =>
      sorted(column).all(group, limit, offset).map(parsed),
    /** Sorted anew at each call, in the order that Libreta shows: numbers as numbers, text by a language, empty last. */
    collatedWindow(column: string, offset: number, limit: number): ContactFields[] {
      const rows = valuesOf(column).all(group) as [id: number, value: string | null][];
      const sorted = rows.map(([id, value]) => ({ id, key: keyOf(value ?? '') }));
      sorted.sort((left, right) => inOrder(left.key, right.key));
      return sorted.slice(offset, offset + limit).map(({ id }) => parsed(byId.get(id) ?? '{}'));
    },
    close: () => db.close(),
  };
}

const { compare } = new Intl.Collator('en');
/** The order of Libreta's lists, written down the plain way. */
function keyOf(value: string): string | number {
  return /^[+-]?\d{1,15}([.,]\d{1,6})?$/u.test(value) ? Number(value.replace(',', '.')) : value;
}

function inOrder(left: string | number, right: string | number): number {
  if (left === '' || right === '') return Number(left === '') - Number(right === '');
  if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
  return typeof right === 'number' ? 1 : compare(left, right);
}

function parsed(text: string): ContactFields {
  return JSON.parse(text) as ContactFields;
}
