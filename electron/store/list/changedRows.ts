/**
 * Which contacts changed since a list was put in order. The database itself tells by triggers of this connection, so
 * no writer can forget to; what was rolled back is told too, and read again for nothing.
 */
import type { GroupId } from '#shared/domain/ids.ts';
import type { Database } from '../database.ts';

export interface ChangeListener {
  /** A contact came, went or has another value or state. */
  readonly contact: (row: number) => void;
  /** A contact of a group came or went. */
  readonly moved: (group: GroupId, row: number) => void;
  /** Groups came, went, or have another name. */
  readonly groups: () => void;
}

/** Tells from now on; call once per connection. */
export function watchRows(db: Database, listener: ChangeListener): void {
  db.function('list_touch', (row) => {
    if (typeof row === 'number') listener.contact(row);
    return null;
  });
  db.function('list_move', (group, row) => {
    if (typeof group === 'string' && typeof row === 'number') listener.moved(group as GroupId, row);
    return null;
  });
  db.function('list_touch_groups', () => {
    listener.groups();
    return null;
  });
  db.exec(triggers);
}

const triggers = `
  CREATE TEMP TRIGGER list_contact_added AFTER INSERT ON main.contacts BEGIN
    SELECT list_touch(new.row);
    SELECT list_move(new.group_id, new.row) WHERE new.tombstone = 0;
  END;
  CREATE TEMP TRIGGER list_contact_changed
  AFTER UPDATE OF row, group_id, fields, haystack, tombstone ON main.contacts BEGIN
    SELECT list_touch(old.row), list_touch(new.row);
  END;
  CREATE TEMP TRIGGER list_contact_moved AFTER UPDATE OF row, group_id, tombstone ON main.contacts
  WHEN old.row <> new.row OR old.group_id <> new.group_id OR old.tombstone <> new.tombstone BEGIN
    SELECT list_move(old.group_id, old.row), list_move(new.group_id, new.row);
  END;
  CREATE TEMP TRIGGER list_contact_removed AFTER DELETE ON main.contacts BEGIN
    SELECT list_touch(old.row);
    SELECT list_move(old.group_id, old.row) WHERE old.tombstone = 0;
  END;
  CREATE TEMP TRIGGER list_entry_added AFTER INSERT ON main.outbox BEGIN
    SELECT list_touch(row) FROM contacts WHERE id = new.contact_id;
  END;
  CREATE TEMP TRIGGER list_entry_changed AFTER UPDATE OF contact_id, phase ON main.outbox
  WHEN old.phase <> new.phase OR old.contact_id IS NOT new.contact_id BEGIN
    SELECT list_touch(row) FROM contacts WHERE id IN (old.contact_id, new.contact_id);
  END;
  CREATE TEMP TRIGGER list_entry_removed AFTER DELETE ON main.outbox BEGIN
    SELECT list_touch(row) FROM contacts WHERE id = old.contact_id;
  END;
  CREATE TEMP TRIGGER list_group_added AFTER INSERT ON main.groups BEGIN
    SELECT list_touch_groups();
  END;
  CREATE TEMP TRIGGER list_group_changed AFTER UPDATE OF type, label, state ON main.groups
  WHEN old.type <> new.type OR old.label <> new.label OR old.state <> new.state BEGIN
    SELECT list_touch_groups();
  END;
  CREATE TEMP TRIGGER list_group_removed AFTER DELETE ON main.groups BEGIN
    SELECT list_touch_groups();
  END;
`;
