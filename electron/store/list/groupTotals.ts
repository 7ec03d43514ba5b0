/**
 * How many contacts each group shows. Counting a million takes longer than all else that a start does, so the numbers
 * are kept until a contact comes or goes, and from a clean end to the next start.
 */
import { z } from 'zod';
import type { GroupId } from '#shared/domain/ids.ts';
import type { Database } from '../database.ts';

const keptSchema = z.record(z.string(), z.number().int().nonnegative());

export type GroupTotals = ReturnType<typeof groupTotals>;

/** `endedWell`: the file was closed by the app and by nothing else. */
export function groupTotals(db: Database, endedWell: boolean) {
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM contacts WHERE group_id = ? AND tombstone = 0')
    .pluck();
  const shown = db.prepare<[], GroupId>(`SELECT id FROM groups WHERE state <> 'deleting'`).pluck();
  const read = db.prepare<[], string>(`SELECT value FROM facts WHERE name = 'groupTotals'`).pluck();
  const write = db.prepare(`INSERT OR REPLACE INTO facts (name, value) VALUES ('groupTotals', ?)`);
  const remove = db.prepare(`DELETE FROM facts WHERE name = 'groupTotals'`);
  const written = db.prepare<[], number>('SELECT total_changes()').pluck();
  const totals = taken();

  /** What the last session left, for this one alone: whatever ends it, the file never holds a number that is old. */
  function taken(): Map<GroupId, number> {
    const text = read.get();
    if (text === undefined) return new Map();
    // What was mended at the opening may have been counted.
    const holds = endedWell && written.get() === 0;
    try {
      remove.run();
    } catch {
      return new Map();
    }
    return holds ? parsed(text) : new Map();
  }

  function of(group: GroupId): number {
    const total = totals.get(group) ?? count.get(group) ?? 0;
    totals.set(group, total);
    return total;
  }

  return {
    of,
    /** Of all groups but those that are being deleted. */
    ofAll: (): number => shown.all().reduce((sum, group) => sum + of(group), 0),
    /** A contact of the group came or went. */
    changed: (group: GroupId): void => void totals.delete(group),
    forget: (): void => totals.clear(),
    /** At a clean end: leaves what is known to the next start. */
    keep(): void {
      if (totals.size === 0) return;
      try {
        write.run(JSON.stringify(Object.fromEntries(totals)));
      } catch {
        // They are counted again.
      }
    },
  };
}

function parsed(text: string): Map<GroupId, number> {
  try {
    return new Map(Object.entries(keptSchema.parse(JSON.parse(text))) as [GroupId, number][]);
  } catch {
    return new Map();
  }
}
