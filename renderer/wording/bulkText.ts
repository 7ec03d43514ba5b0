import type { BulkJob, BulkKind, BulkRefusal } from '#shared/ipc/bulk.ts';
import type { Words } from './words.ts';

type Some = Pick<Words, 't' | 'formats'>;

/** How many contacts an action would change. */
export function willDoText(kind: BulkKind, count: number, { t, formats }: Some): string {
  const n = { n: formats.number(count) };
  if (count === 0) return t('bulk.willNone');
  switch (kind) {
    case 'setField':
    case 'replace':
    case 'normalise':
      return t('bulk.willChange', n, count);
    case 'copy':
      return t('bulk.willCopy', n, count);
    case 'move':
      return t('bulk.willMove', n, count);
    case 'delete':
      return t('bulk.willDelete', n, count);
  }
}

/** What the button that begins it says. */
export function applyText(kind: BulkKind, count: number, { t, formats }: Some): string {
  const n = { n: formats.number(count) };
  if (count === 0) return t('bulk.applyNone');
  switch (kind) {
    case 'setField':
    case 'replace':
    case 'normalise':
      return t('bulk.apply', n, count);
    case 'copy':
      return t('bulk.applyCopy', n, count);
    case 'move':
      return t('bulk.applyMove', n, count);
    case 'delete':
      return t('bulk.applyDelete', n, count);
  }
}

/** How far it is, or how it ended. */
export function jobText(job: BulkJob, words: Some): string {
  const { t } = words;
  switch (job.state) {
    case 'running':
      return runningText(job, words);
    case 'done':
      return doneText(job, words);
    case 'cancelled':
      return t('bulk.cancelled', { what: doneText(job, words) });
    case 'failed':
      return t('bulk.failed', { what: doneText(job, words) });
  }
}

function runningText({ kind, done, total }: BulkJob, { t, formats }: Some): string {
  const named = { done: formats.number(done), total: formats.number(total) };
  switch (kind) {
    case 'setField':
    case 'replace':
    case 'normalise':
      return t('bulk.runningEdit', named);
    case 'copy':
      return t('bulk.runningCopy', named);
    case 'move':
      return t('bulk.runningMove', named);
    case 'delete':
      return t('bulk.runningDelete', named);
  }
}

function doneText({ kind, changed }: BulkJob, { t, formats }: Some): string {
  const n = { n: formats.number(changed) };
  switch (kind) {
    case 'setField':
    case 'replace':
    case 'normalise':
      return t('bulk.doneEdit', n, changed);
    case 'copy':
      return t('bulk.doneCopy', n, changed);
    case 'move':
      return t('bulk.doneMove', n, changed);
    case 'delete':
      return t('bulk.doneDelete', n, changed);
  }
}

/** How many contacts are left as they are for a reason. */
export function refusalText(why: BulkRefusal, count: number, { t, formats }: Some): string {
  const n = { n: formats.number(count) };
  switch (why) {
    case 'mainFieldTaken':
      return t('bulk.whyTaken', n, count);
    case 'mainFieldMissing':
      return t('bulk.whyMissing', n, count);
    case 'cannotCarry':
      return t('bulk.whyCarry', n, count);
    case 'columnMissing':
      return t('bulk.whyColumn', n, count);
    case 'numberInvalid':
      return t('bulk.whyInvalid', n, count);
    case 'numberAmbiguous':
      return t('bulk.whyAmbiguous', n, count);
    case 'valueTooLong':
      return t('bulk.whyLong', n, count);
    case 'sameGroup':
      return t('bulk.whySameGroup', n, count);
    case 'contactGone':
      return t('bulk.whyGone', n, count);
    case 'groupGone':
      return t('bulk.whyGroupGone', n, count);
  }
}
