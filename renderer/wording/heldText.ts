import type { HeldDecision, HeldPull } from '#shared/ipc/views.ts';
import type { Words } from './words.ts';

/** What is missing in a list that is held. */
export function heldReason(held: HeldPull, { t, formats }: Words): string {
  const { number, list } = formats;
  const named = { removed: number(held.removed), of: number(held.of), columns: list(held.columns) };
  switch (held.reason) {
    case 'manyRemoved':
      return t('groups.heldManyRemoved', named);
    case 'emptied':
      return t('groups.heldEmptied', named);
    case 'columnLost':
      return t('groups.heldColumnLost', named);
  }
}

/** What an answer to it will do, with its counts. */
export function heldConsequence(
  held: HeldPull,
  decision: HeldDecision,
  { t, formats }: Words,
): string {
  if (held.reason === 'columnLost') {
    const named = { columns: formats.list(held.columns), n: formats.number(held.values) };
    return decision === 'apply'
      ? t('groups.heldApplyColumns', named, held.values)
      : t('groups.heldKeepColumns', named, held.values);
  }
  const named = { n: formats.number(held.removed) };
  return decision === 'apply'
    ? t('groups.heldApplyContacts', named, held.removed)
    : t('groups.heldKeepContacts', named, held.removed);
}
