/**
 * The seal: what database and journal held when they were last found to agree, as two digests. A start that finds the
 * same digests need not compare them again, and thousands of waiting edits hold no start up. It is only ever a reason
 * to look less closely: any other bytes, in either file or in the seal itself, lead to the comparison.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Database } from '../database.ts';
import type { AccountFiles } from './accountFiles.ts';
import { writeDurably } from './durable.ts';

const sealSchema = z.object({
  journal: z.string(),
  database: z.string(),
  /** As the journal has it: entries of which a request may have left. */
  left: z.array(z.string()),
});
export type Seal = z.infer<typeof sealSchema>;

/** The seal of these files if their journal is still the sealed one, or null. Never throws. */
export function sealOfJournal(files: AccountFiles): Seal | null {
  try {
    if (!existsSync(files.seal)) return null;
    const seal = sealSchema.parse(JSON.parse(readFileSync(files.seal, 'utf8')));
    return seal.journal === journalDigest(files) ? seal : null;
  } catch {
    return null;
  }
}

export function writeSeal(files: AccountFiles, seal: Seal): void {
  writeDurably(files.seal, JSON.stringify(seal));
}

/** A digest of the journal's bytes. */
export function journalDigest({ journal }: AccountFiles): string {
  return existsSync(journal) ? digestOf(readFileSync(journal)) : '';
}

/** What the journal speaks of, and what is seen of the contacts in it: all that the comparison and the mending read. */
const sealed = [
  `SELECT value FROM facts WHERE name = 'journal'`,
  `SELECT id, server_id, label, type, country, state, created_at FROM groups ORDER BY id`,
  `SELECT group_id, position, name, state FROM group_columns ORDER BY group_id, position, name`,
  `SELECT id, seq, group_id, contact_id, intent, step, created_at FROM outbox ORDER BY seq`,
  `SELECT id, group_id, server_id, base, fields, tombstone FROM contacts
   WHERE id IN (SELECT contact_id FROM outbox WHERE contact_id IS NOT NULL) ORDER BY id`,
];

/** A digest of the same in the database. @throws what SQLite says */
export function databaseDigest(db: Database): string {
  const rows = sealed.map((query) => db.prepare(query).raw().all());
  return digestOf(JSON.stringify(rows));
}

function digestOf(content: string | Buffer): string {
  return hash('sha256', content, 'hex');
}
