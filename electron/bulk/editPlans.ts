/** From what shall stand in a contact to a plan: what the edit itself would refuse is told here in the same way. */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import { differences, withChanges } from '#shared/domain/fold.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { mainFieldProblem, obstaclesToEdit, trimmed } from '../store/edits/contacts.ts';
import type { Claims } from './claims.ts';
import { refusedPlan, unchanged, type Member, type Plan } from './plan.ts';

/** `wanted`: new values by column, of columns that the group has. */
export function editPlan(
  store: AccountStore,
  claims: Claims,
  { contact, group }: Member,
  wanted: ContactFields,
): Plan {
  const changes = differences(contact.fields, { ...contact.fields, ...trimmed(wanted) });
  if (Object.keys(changes).length === 0) return unchanged;
  const after = withChanges(contact.fields, changes);
  const mainField = mainFieldOf(group.type);
  if (Object.hasOwn(changes, mainField)) {
    const value = valueOf(after, mainField);
    const problem =
      mainFieldProblem(store, group, after, contact.id, (id) => claims.hasLeft(id)) ??
      (claims.isTaken(group.id, value, contact.id) ? 'mainFieldTaken' : null);
    if (problem !== null) return refusedPlan(problem, value === '' ? mainField : value);
    claims.leave(contact.id);
    claims.take(group.id, value, contact.id);
  }
  const [obstacle] = obstaclesToEdit(store, contact, changes, 'modify');
  if (obstacle !== undefined) return refusedPlan('cannotCarry', obstacle.column);
  const values = Object.entries(changes).map(([column, { to }]) => [column, to] as const);
  return { kind: 'edit', changes: Object.fromEntries(values) };
}
