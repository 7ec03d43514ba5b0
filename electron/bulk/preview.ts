/** What bulk work would do, counted over every contact of the choice; nothing is written. */
import { columnNameProblem } from '#shared/domain/columnName.ts';
import { valueOf } from '#shared/domain/contact.ts';
import type { FieldChange } from '#shared/domain/intent.ts';
import type { BulkAction, BulkPreview } from '#shared/ipc/bulk.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { chosenOf } from './chosen.ts';
import { membersOf } from './members.ts';
import type { Member, Plan } from './plan.ts';
import { plannerFor } from './planners.ts';
import { Tally, titleOf } from './tally.ts';

const batch = 250;
const mostSamples = 20;

export interface PreviewOptions {
  readonly store: AccountStore;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** @throws LibretaError cancelled, patternInvalid, patternTooSlow */
export async function previewOf(
  { store, pause, signal }: PreviewOptions,
  action: BulkAction,
  selection: Selection,
): Promise<BulkPreview> {
  const plan = plannerFor(store, action);
  const chosen = await chosenOf(store, selection, pause);
  const tally = new Tally();
  const samples: BulkPreview['samples'] = [];
  const missing = new Map<string, number>();
  for (let from = 0; from < chosen.total; from += batch) {
    await pause();
    if (signal.aborted) throw new LibretaError('cancelled');
    const members = membersOf(store, chosen.read(from, batch));
    tally.gone(Math.min(batch, chosen.total - from) - members.length);
    for (const [index, made] of plan(members).entries()) {
      const member = members[index];
      if (member === undefined) continue;
      tally.count(member, made);
      if (made.kind === 'add') {
        for (const column of made.missing) missing.set(column, (missing.get(column) ?? 0) + 1);
      }
      if (samples.length < mostSamples && made.kind !== 'refused' && made.kind !== 'unchanged')
        samples.push(sampleOf(member, made));
    }
  }
  return {
    total: chosen.total,
    ...tally.counts(),
    samples,
    missingColumns: [...missing].map(([column, contacts]) => ({
      column,
      contacts,
      addable: columnNameProblem(column, namesIn(store, action)) === null,
    })),
  };
}

function sampleOf(member: Member, plan: Plan): BulkPreview['samples'][number] {
  const { contact } = member;
  const changes: Record<string, FieldChange> = {};
  if (plan.kind === 'edit') {
    for (const [column, to] of Object.entries(plan.changes))
      changes[column] = { from: valueOf(contact.fields, column), to };
  }
  return { contactId: contact.id, title: titleOf(member), changes };
}

function namesIn(store: AccountStore, action: BulkAction): string[] {
  if (action.kind !== 'copy' && action.kind !== 'move') return [];
  return store.columns.of(action.groupId).map(({ name }) => name);
}
