/**
 * The seal: what database and journal held when they were last found to agree, as two digests. A start that finds the
 * same digests need not compare them again, and thousands of waiting edits hold no start up. It is only ever a reason
 * to look less closely: any other bytes, in either file or in the seal itself, lead to the comparison.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { accountMigrations } from '../migrations/account.ts';
import type { AccountFiles } from './accountFiles.ts';
import { writeDurably } from './durable.ts';

/** What a seal vouches for; to be raised with every change of comparison, fold or stored form. */
const format = `1 of schema ${accountMigrations.at(-1)?.version ?? 0}`;

const sealSchema = z.object({
  format: z.literal(format),
  journal: z.string(),
  database: z.string(),
  /** As the journal has it: entries of which a request may have left. */
  left: z.array(z.string()),
});
/** Two digests and what a start would have read from the journal otherwise. */
export type Seal = Omit<z.infer<typeof sealSchema>, 'format'>;

/** The seal of these files, or null where there is none that can be trusted. Never throws. */
export function readSeal(files: AccountFiles): Seal | null {
  try {
    if (!existsSync(files.seal)) return null;
    const text = readFileSync(files.seal, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digestOf(body) ? sealSchema.parse(JSON.parse(body)) : null;
  } catch {
    return null;
  }
}

/** The same, if the journal is still the sealed one. Never throws. */
export function sealOfJournal(files: AccountFiles): Seal | null {
  const seal = readSeal(files);
  if (seal === null) return null;
  try {
    return seal.journal === digestOf(journalBytes(files)) ? seal : null;
  } catch {
    return null;
  }
}

/** Replaces the seal whole or not at all. @throws what the file system says */
export function writeSeal(files: AccountFiles, { journal, database, left }: Seal): void {
  const body = JSON.stringify({ format, journal, database, left });
  writeDurably(files.seal, `${digestOf(body)}\n${body}`);
}

/** All of the journal; nothing where there is none. @throws what the file system says */
export function journalBytes({ journal }: AccountFiles): Buffer {
  return existsSync(journal) ? readFileSync(journal) : Buffer.alloc(0);
}

/** What the journal speaks of, and what is seen of the contacts in it: all that the comparison and the mending read. */
const sealed = [
  everyRow(['value'], `facts WHERE name = 'journal'`),
  everyRow(['id', 'server_id', 'label', 'type', 'country', 'state', 'created_at'], 'groups', 'id'),
  everyRow(['group_id', 'position', 'name', 'state'], 'group_columns', 'group_id, position, name'),
  everyRow(
    ['id', 'seq', 'group_id', 'contact_id', 'intent', 'step', 'created_at'],
    'outbox',
    'seq',
  ),
  everyRow(
    ['id', 'group_id', 'server_id', 'base', 'fields', 'tombstone'],
    'contacts WHERE id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL)',
    'id',
  ),
];

/** All as one text, as SQL would write the values: thousands of rows would have to be made only to be hashed. */
function everyRow(columns: readonly string[], from: string, order = '1'): string {
  const line = columns.map((column) => `quote(${column})`).join(` || ',' || `);
  return `SELECT CAST(coalesce(group_concat(line, char(10)), '') AS BLOB)
    FROM (SELECT ${line} AS line FROM ${from} ORDER BY ${order})`;
}

/** A digest of the same in the database. @throws what SQLite says */
export function databaseDigest(db: Database): string {
  const digests = sealed.map((query) =>
    digestOf(db.prepare<[], Buffer>(query).pluck().get() ?? ''),
  );
  return digestOf(digests.join());
}

/** In hexadecimal digits; of a text, of its UTF-8. */
export function digestOf(content: string | Buffer): string {
  return hash('sha256', content, 'hex');
}
