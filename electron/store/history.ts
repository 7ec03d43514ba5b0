/** What happened to each contact and group: kept for good, whatever becomes of the row (rule 12). */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { FieldChange, Intent } from '#shared/domain/intent.ts';
import type { HistoryLine } from '#shared/ipc/views.ts';
import type { StoreContext } from './context.ts';

export interface HistoryEvent {
  readonly groupId: GroupId;
  readonly contactId: ContactId | null;
  readonly intent: Intent | null;
  readonly outcome: HistoryLine['outcome'];
  readonly code?: string;
  readonly changes?: Readonly<Record<string, FieldChange>>;
}

interface HistoryRow {
  id: number;
  at: number;
  intent: string | null;
  outcome: HistoryLine['outcome'];
  code: string | null;
  changes: string | null;
}

export type HistoryStore = ReturnType<typeof historyStore>;

export function historyStore({ db, now }: StoreContext) {
  const insert = db.prepare(`
    INSERT INTO history (at, group_id, contact_id, intent, outcome, code, changes)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const ofContact = db.prepare<[string, number], HistoryRow>(`
    SELECT id, at, intent, outcome, code, changes FROM history
    WHERE contact_id = ? ORDER BY id DESC LIMIT ?`);
  const ofGroup = db.prepare<[string, number], HistoryRow>(`
    SELECT id, at, intent, outcome, code, changes FROM history
    WHERE group_id = ? AND contact_id IS NULL ORDER BY id DESC LIMIT ?`);

  return {
    add(event: HistoryEvent): void {
      insert.run(
        now(),
        event.groupId,
        event.contactId,
        event.intent === null ? null : JSON.stringify(event.intent),
        event.outcome,
        event.code ?? null,
        event.changes === undefined ? null : JSON.stringify(event.changes),
      );
    },
    /** The newest lines first. */
    ofContact: (contact: ContactId, limit = 200): HistoryLine[] =>
      ofContact.all(contact, limit).map(lineOf),
    ofGroup: (group: GroupId, limit = 200): HistoryLine[] => ofGroup.all(group, limit).map(lineOf),
  };
}

function lineOf(row: HistoryRow): HistoryLine {
  return {
    id: row.id,
    at: row.at,
    intent: row.intent === null ? null : (JSON.parse(row.intent) as Intent),
    outcome: row.outcome,
    code: row.code,
    changes: row.changes === null ? null : (JSON.parse(row.changes) as Record<string, FieldChange>),
  };
}
