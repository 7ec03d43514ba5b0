/** The planner of each action. */
import { alpha3ToAlpha2 } from 'i18n-iso-countries/index.js';
import { valueOf } from '#shared/domain/contact.ts';
import { replacementOf } from '#shared/domain/findReplace.ts';
import { readPhone } from '#shared/domain/phone.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { Claims } from './claims.ts';
import { copyPlanner } from './copyPlanner.ts';
import { editPlan } from './editPlans.ts';
import { columnsIn } from './groupColumns.ts';
import { replacedIn } from './patternRun.ts';
import { refusedPlan, unchanged, type Member, type Plan, type Planner } from './plan.ts';

type ActionOf<Kind extends BulkAction['kind']> = Extract<BulkAction, { kind: Kind }>;

/** Longer values are not written by bulk work. */
const longestValue = 10_000;

/** A new planner for each run: it remembers what it has given away. @throws LibretaError patternInvalid */
export function plannerFor(store: AccountStore, action: BulkAction): Planner {
  switch (action.kind) {
    case 'setField':
      return setFieldPlanner(store, action);
    case 'replace':
      return replacePlanner(store, action);
    case 'normalise':
      return normalisePlanner(store, action);
    case 'copy':
    case 'move':
      return copyPlanner(store, action);
    case 'delete':
      return (members) => members.map(() => ({ kind: 'delete' }));
  }
}

function setFieldPlanner(store: AccountStore, { column, value }: ActionOf<'setField'>): Planner {
  const claims = new Claims();
  const columnsOf = columnsIn(store);
  return (members) =>
    members.map((member) =>
      columnsOf(member.group.id).has(column)
        ? editPlan(store, claims, member, { [column]: value })
        : refusedPlan('columnMissing', column),
    );
}

/** @throws LibretaError patternInvalid, patternTooSlow */
function replacePlanner(store: AccountStore, { columns, find }: ActionOf<'replace'>): Planner {
  const replacement = replacementOf(find);
  if (replacement === null) throw new LibretaError('patternInvalid');
  const claims = new Claims();
  const columnsOf = columnsIn(store);
  return (members) => {
    const places = members.map(({ contact, group }) =>
      columns.filter(
        (name) => columnsOf(group.id).has(name) && valueOf(contact.fields, name) !== '',
      ),
    );
    const values = members.flatMap(({ contact }, index) =>
      (places[index] ?? []).map((name) => valueOf(contact.fields, name)),
    );
    const replaced = replacedIn(values, replacement).values();
    return members.map((member, index) => {
      const wanted = (places[index] ?? []).map(
        (name) => [name, replaced.next().value ?? ''] as const,
      );
      const long = wanted.find(([, value]) => value.length > longestValue);
      return long === undefined
        ? editPlan(store, claims, member, Object.fromEntries(wanted))
        : refusedPlan('valueTooLong', long[0]);
    });
  };
}

/** A number that cannot be read, or in two ways, is left to a person; so is its contact. */
function normalisePlanner(store: AccountStore, { columns }: ActionOf<'normalise'>): Planner {
  const claims = new Claims();
  const columnsOf = columnsIn(store);
  const plan = (member: Member): Plan => {
    const { contact, group } = member;
    const country = group.country === null ? null : (alpha3ToAlpha2(group.country) ?? null);
    const wanted: Record<string, string> = {};
    for (const column of columns.filter((name) => columnsOf(group.id).has(name))) {
      const value = valueOf(contact.fields, column);
      const reading = readPhone(value, country);
      if (reading.kind === 'invalid') return refusedPlan('numberInvalid', value);
      if (reading.kind === 'ambiguous') {
        // In the form in which Afilnet keeps numbers it is taken at its word.
        if (reading.forms.number !== value) return refusedPlan('numberAmbiguous', value);
      } else if (reading.kind === 'otherwise') wanted[column] = reading.forms.number;
    }
    return Object.keys(wanted).length === 0 ? unchanged : editPlan(store, claims, member, wanted);
  };
  return (members) => members.map(plan);
}
