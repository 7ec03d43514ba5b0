import type { StepWhat } from '#shared/domain/step.ts';
import { describeEntry } from './describeEntry.ts';
import type { Words } from './words.ts';

/** A step of undo in plain words: the same in its notice, its button's name and for a screen reader. */
export function describeStep(what: StepWhat, words: Words): string {
  const { t, formats } = words;
  switch (what.kind) {
    case 'entry':
      return describeEntry(what, words);
    case 'settled':
      return t('undo.settled', { change: describeEntry(what, words) });
    case 'discarded':
      return t('undo.discarded', { change: describeEntry(what, words) });
    case 'groupLooks':
      return t('undo.groupLooks', { group: what.groupLabel });
    case 'groupOrder':
      return t('undo.groupOrder');
    case 'notDuplicates':
      return t('undo.notDuplicates', { n: formats.number(what.count) }, what.count);
    case 'bulk':
      return bulkText(what, formats.number(what.count), t);
  }
}

function bulkText(
  { action, count }: StepWhat & { kind: 'bulk' },
  n: string,
  t: Words['t'],
): string {
  switch (action) {
    case 'add':
      return t('undo.bulkAdd', { n }, count);
    case 'delete':
      return t('undo.bulkDelete', { n }, count);
    case 'edit':
      return t('undo.bulkEdit', { n }, count);
    case 'replace':
      return t('undo.bulkReplace', { n }, count);
    case 'normalise':
      return t('undo.bulkNormalise', { n }, count);
    case 'copy':
      return t('undo.bulkCopy', { n }, count);
    case 'move':
      return t('undo.bulkMove', { n }, count);
    case 'paste':
      return t('undo.bulkPaste', { n }, count);
    case 'merge':
      return t('undo.bulkMerge', { n }, count);
  }
}
