/**
 * What becomes of an unsent intent when the user goes on editing (rule 4): create + edit = create,
 * edit + edit = one edit per field. Never call it for an intent that may be on its way.
 */
import { obstaclesIn } from './contactText.ts';
import { valueOf, withoutEmpty, type ContactFields } from './contact.ts';
import type { Carry, FieldChange, IntentOf } from './intent.ts';
import { withChanges } from './fold.ts';

type Changes = Readonly<Record<string, FieldChange>>;

/** An unsent add that was edited is an add of what it became. */
export function addThenEdit(add: IntentOf<'addContact'>, changes: Changes): IntentOf<'addContact'> {
  return { ...add, fields: withoutEmpty(withChanges(add.fields, changes)) };
}

/**
 * Two edits are one: each field from what it was before the first to what it is after the second.
 * `standing`: the contact as it is without either. A field that comes back to what stands is no change; one that
 * comes back to its start while the server changed it stays one, for it is what the user wrote.
 * Null when nothing is left to change.
 */
export function editThenEdit(
  first: IntentOf<'editContact'>,
  changes: Changes,
  carry: Carry,
  standing: ContactFields,
): IntentOf<'editContact'> | null {
  const merged = new Map(Object.entries(first.changes));
  for (const [column, change] of Object.entries(changes)) {
    const from = merged.get(column)?.from ?? change.from;
    if (valueOf(standing, column) === change.to) merged.delete(column);
    else merged.set(column, { from, to: change.to });
  }
  return merged.size === 0
    ? null
    : { kind: 'editContact', changes: Object.fromEntries(merged), carry };
}

/** How an edit must travel: what the text form can carry needs no re-creation, whatever was asked. */
export function carryFor(fieldsAfter: ContactFields, asked: Carry): Carry {
  return obstaclesIn(withoutEmpty(fieldsAfter)).length === 0 ? 'modify' : asked;
}

/**
 * A later edit starts from what the earlier ones yield. Fields that no earlier intent touched keep their own start,
 * which is what the three-way check compares with.
 */
export function rebased(
  edit: IntentOf<'editContact'>,
  earlier: ReadonlyMap<string, string>,
): IntentOf<'editContact'> {
  const changes = Object.entries(edit.changes).map(([column, change]) => {
    const start = earlier.get(column);
    return [column, start === undefined ? change : { from: start, to: change.to }] as const;
  });
  return { ...edit, changes: Object.fromEntries(changes) };
}
