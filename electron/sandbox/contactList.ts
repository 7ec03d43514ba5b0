/** The `contacts=` form: a JSON array of flat objects. */
import { z } from 'zod';
import type { ContactFields } from '#shared/domain/contact.ts';

const rowSchema = z.record(z.string(), z.unknown());

/** The rows, or null when the text is no JSON array. What is not a flat object becomes an empty row. */
export function parseContactList(text: string): ContactFields[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  return value.map((item: unknown) => {
    const row = rowSchema.safeParse(item);
    if (!row.success || Array.isArray(item)) return {};
    return Object.fromEntries(
      Object.entries(row.data).flatMap(([column, cell]) =>
        typeof cell === 'string' || typeof cell === 'number' ? [[column, String(cell)]] : [],
      ),
    );
  });
}
