/**
 * Which groups, contacts and entries a transaction changed. The database itself tells by triggers of this connection,
 * so no caller can forget to.
 */
import type { Database } from '../../database.ts';

const kinds = ['groups', 'contacts', 'entries', 'left'] as const;
type Kind = (typeof kinds)[number];

/** Ids by kind; `left`: entries whose request is about to leave. */
export type Touched = Readonly<Record<Kind, Set<string>>>;

export interface ChangeCapture {
  readonly touched: Touched;
  /** Empties the sets; answers what they held. */
  readonly take: () => Touched;
  readonly add: (touched: Touched) => void;
}

export function captureChanges(db: Database): ChangeCapture {
  const touched = nothing();
  db.function('journal_touch', (kind: unknown, id: unknown) => {
    if (typeof id === 'string') touched[kind as Kind].add(id);
    return null;
  });
  db.exec(triggers);
  return {
    touched,
    take() {
      const taken = nothing();
      for (const kind of kinds) {
        for (const id of touched[kind]) taken[kind].add(id);
        touched[kind].clear();
      }
      return taken;
    },
    add(more) {
      for (const kind of kinds) for (const id of more[kind]) touched[kind].add(id);
    },
  };
}

export function isUntouched(touched: Touched): boolean {
  return kinds.every((kind) => touched[kind].size === 0);
}

function nothing(): Touched {
  return { groups: new Set(), contacts: new Set(), entries: new Set(), left: new Set() };
}

/** A base matters to the journal only while entries stand on it. */
const triggers = `
  CREATE TEMP TRIGGER journal_entry_added AFTER INSERT ON main.outbox BEGIN
    SELECT journal_touch('entries', new.id), journal_touch('contacts', new.contact_id);
  END;
  CREATE TEMP TRIGGER journal_entry_changed
  AFTER UPDATE OF seq, id, group_id, contact_id, intent, step ON main.outbox
  WHEN old.intent IS NOT new.intent OR old.contact_id IS NOT new.contact_id OR old.step IS NOT new.step
    OR old.group_id IS NOT new.group_id OR old.id IS NOT new.id OR old.seq IS NOT new.seq
  BEGIN
    SELECT journal_touch('entries', old.id), journal_touch('entries', new.id);
    SELECT journal_touch('contacts', new.contact_id) WHERE old.contact_id IS NOT new.contact_id;
  END;
  CREATE TEMP TRIGGER journal_entry_removed AFTER DELETE ON main.outbox BEGIN
    SELECT journal_touch('entries', old.id);
  END;
  CREATE TEMP TRIGGER journal_entry_leaves AFTER UPDATE OF phase ON main.outbox
  WHEN new.phase IN ('sending', 'unknown', 'sent') AND old.phase NOT IN ('sending', 'unknown', 'sent') BEGIN
    SELECT journal_touch('left', new.id);
  END;
  CREATE TEMP TRIGGER journal_contact_changed AFTER UPDATE OF id, group_id, server_id, base ON main.contacts
  WHEN EXISTS (SELECT 1 FROM outbox WHERE contact_id = new.id) BEGIN
    SELECT journal_touch('contacts', new.id);
  END;
  CREATE TEMP TRIGGER journal_group_added AFTER INSERT ON main.groups BEGIN
    SELECT journal_touch('groups', new.id);
  END;
  CREATE TEMP TRIGGER journal_group_changed
  AFTER UPDATE OF id, server_id, label, type, country, state, created_at ON main.groups BEGIN
    SELECT journal_touch('groups', old.id), journal_touch('groups', new.id);
  END;
  CREATE TEMP TRIGGER journal_group_removed AFTER DELETE ON main.groups BEGIN
    SELECT journal_touch('groups', old.id);
  END;
  CREATE TEMP TRIGGER journal_column_added AFTER INSERT ON main.group_columns BEGIN
    SELECT journal_touch('groups', new.group_id);
  END;
  CREATE TEMP TRIGGER journal_column_changed AFTER UPDATE ON main.group_columns BEGIN
    SELECT journal_touch('groups', new.group_id);
  END;
  CREATE TEMP TRIGGER journal_column_removed AFTER DELETE ON main.group_columns BEGIN
    SELECT journal_touch('groups', old.group_id);
  END;
`;
