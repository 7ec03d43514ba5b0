import {
  questionKinds,
  settlementKinds,
  type Question,
  type Settlement,
} from '#shared/domain/entryState.ts';
import { givenUpReasons, type GivenUpReason } from '#shared/domain/givenUp.ts';
import type { HistoryLine } from '#shared/ipc/views.ts';
import type { Translate } from '../i18n/index.ts';
import { failureReason } from './failureReason.ts';

/** Why a line of history came to be, in a sentence; null where its outcome says it all. */
export function historyReason(
  { outcome, code }: Pick<HistoryLine, 'outcome' | 'code'>,
  t: Translate,
): string | null {
  if (code === null) return null;
  switch (outcome) {
    case 'failed':
      return t('history.because', { why: failureReason(code, t) });
    case 'asked': {
      const kind = questionKinds.find((known) => known === code);
      return kind === undefined
        ? t('history.because', { why: failureReason(code, t) })
        : askedText(kind, t);
    }
    case 'settled':
      return settledText(code, t);
    case 'discarded': {
      const reason = givenUpReasons.find((known) => known === code);
      return reason === undefined ? null : givenUpText(reason, t);
    }
    case 'saved':
      return t('history.kept');
    case 'sent':
    case 'acknowledged':
    case 'storedDifferently':
    case 'mergedFromServer':
    case 'deletedOnServer':
    case 'undone':
    case 'redone':
      return null;
  }
}

function askedText(kind: Question['kind'], t: Translate): string {
  switch (kind) {
    case 'conflict':
      return t('history.askedConflict');
    case 'exists':
      return t('history.askedExists');
    case 'deletedThere':
      return t('history.askedDeletedThere');
    case 'rejected':
      return t('history.askedRejected');
    case 'groupGone':
      return t('history.askedGroupGone');
    case 'notUnderstood':
      return t('history.askedNotUnderstood');
    case 'createdUnknown':
      return t('history.askedCreatedUnknown');
    case 'cannotCarry':
      return t('history.askedCannotCarry');
    case 'storedDifferently':
      return t('history.askedStoredDifferently');
    case 'noProgress':
      return t('history.askedNoProgress');
  }
}

/** `code`: the question and its answer, as in `conflict:mine`; of a held list `held:keep`. */
function settledText(code: string, t: Translate): string | null {
  const [question, answer] = code.split(':');
  if (question === 'held') {
    if (answer === 'apply') return t('history.heldApply');
    return answer === 'keep' ? t('history.heldKeep') : t('history.heldAsked');
  }
  const kind = settlementKinds.find((known) => known === answer);
  return kind === undefined ? null : answerText(kind, t);
}

function answerText(kind: Settlement['kind'], t: Translate): string {
  switch (kind) {
    case 'retry':
      return t('history.settledRetry');
    case 'mine':
      return t('history.settledMine');
    case 'theirs':
      return t('history.settledTheirs');
    case 'values':
      return t('history.settledValues');
    case 'bringBack':
      return t('history.settledBringBack');
    case 'letGo':
      return t('history.settledLetGo');
    case 'createdAs':
      return t('history.settledCreatedAs');
    case 'notCreated':
      return t('history.settledNotCreated');
    case 'recreate':
      return t('history.settledRecreate');
  }
}

function givenUpText(reason: GivenUpReason, t: Translate): string {
  switch (reason) {
    case 'nothingLeft':
      return t('history.nothingLeft');
    case 'columnKept':
      return t('history.columnKept');
    case 'columnDeleted':
      return t('history.columnDeleted');
    case 'groupDeleted':
      return t('history.groupDeleted');
    case 'groupDiscarded':
      return t('history.groupDiscarded');
    case 'contactDiscarded':
      return t('history.contactDiscarded');
    case 'successorDiscarded':
      return t('history.successorDiscarded');
    case 'movedBack':
      return t('history.movedBack');
  }
}
