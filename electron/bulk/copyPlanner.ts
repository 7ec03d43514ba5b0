/** Copying and moving to another group: the target takes what it has columns for, and each main field once. */
import { valueOf, withoutEmpty, type ContactFields } from '#shared/domain/contact.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { mainFieldProblem } from '../store/edits/contacts.ts';
import { Claims } from './claims.ts';
import { columnsIn } from './groupColumns.ts';
import { refusedPlan, type Plan, type Planner } from './plan.ts';

/** Columns that are to be added are in the target by the time that the work is done; in a preview they are not yet. */
export function copyPlanner(
  store: AccountStore,
  action: Extract<BulkAction, { kind: 'copy' | 'move' }>,
): Planner {
  const target = store.groups.get(action.groupId);
  if (target === null || target.state === 'deleting') {
    return (members) => members.map(() => refusedPlan('groupGone'));
  }
  const claims = new Claims();
  const columnsOf = columnsIn(store);
  const mainField = mainFieldOf(target.type);

  return (members) =>
    members.map(({ contact, group }): Plan => {
      if (group.id === target.id) return refusedPlan('sameGroup', target.label);
      const all = Object.entries(withoutEmpty(contact.fields));
      const has = columnsOf(target.id);
      const fields: ContactFields = Object.fromEntries(all.filter(([column]) => has.has(column)));
      const missing = all.flatMap(([column]) => (has.has(column) ? [] : [column]));
      const value = valueOf(fields, mainField);
      const problem =
        mainFieldProblem(store, target, fields, null) ??
        (claims.isTaken(target.id, value, contact.id) ? 'mainFieldTaken' : null);
      if (problem !== null) return refusedPlan(problem, value === '' ? mainField : value);
      claims.take(target.id, value, contact.id);
      const thenDelete = action.kind === 'move';
      return { kind: 'add', target: target.id, fields, missing, thenDelete };
    });
}
