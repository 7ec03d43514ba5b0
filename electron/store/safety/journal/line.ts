/** A line of the journal: one JSON object whose checksum covers everything after it. */
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { journalRecordSchema, type JournalRecord } from './record.ts';

const lineSchema = z.object({
  /** The number of the transaction; they follow one another without a gap. */
  n: z.number().int(),
  /** Which line of the transaction it is, and how many there are. */
  i: z.number().int(),
  of: z.number().int(),
  record: journalRecordSchema,
});
export type JournalLine = z.infer<typeof lineSchema>;

const opening = '{"sum":"';
const sumLength = 8;

/** The lines of one transaction, each with its line break. */
export function linesOf(n: number, records: readonly JournalRecord[]): string {
  return records
    .map((record, i) => {
      const rest = `"n":${n},"i":${i},"of":${records.length},"record":${JSON.stringify(record)}}`;
      return `${opening}${sumOf(rest)}",${rest}\n`;
    })
    .join('');
}

/** What a line says, or null when it is not what was written. */
export function readLine(text: string): JournalLine | null {
  const restAt = opening.length + sumLength + 2;
  if (!text.startsWith(opening)) return null;
  const rest = text.slice(restAt);
  if (text.slice(opening.length, opening.length + sumLength) !== sumOf(rest)) return null;
  if (text.slice(restAt - 2, restAt) !== '",') return null;
  const parsed = lineSchema.safeParse(parsedJson(text));
  return parsed.success ? parsed.data : null;
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(sumLength, '0');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
