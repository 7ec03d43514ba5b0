import type { Question } from '#shared/domain/entryState.ts';
import type { Intent } from '#shared/domain/intent.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { EntryView, SyncStatus } from '#shared/ipc/views.ts';
import { errorText } from '../errors/errorText.ts';
import { serverWord } from '../errors/serverWord.ts';
import { describeEntry } from './describeEntry.ts';
import { failureReason } from './failureReason.ts';
import { obstacleText } from './obstacleText.ts';
import type { Words } from './words.ts';

export type Tone = 'quiet' | 'busy' | 'warn';
export interface StateText {
  readonly label: string;
  readonly why: string | null;
  readonly tone: Tone;
}

/** What is known besides the entry itself: the queue as a whole, the time, the entry that it waits for. */
export interface Surroundings {
  readonly status: Pick<SyncStatus, 'connection' | 'queue'>;
  readonly now: number;
  readonly find: (entryId: string) => EntryView | null;
  /** Whether the list of its group is held, and nothing is sent to its contacts before that is settled. */
  readonly isHeld: (entry: EntryView) => boolean;
  /** Why its group could not be read, so that nothing of it can go on. */
  readonly groupTrouble: (entry: EntryView) => CodedError | null;
}

function waitingLabel({ connection, queue }: Surroundings['status'], { t }: Words): string {
  if (connection === 'forcedOffline') return t('entries.waitingForcedOffline');
  if (connection === 'offline') return t('entries.waitingOffline');
  return queue === 'signIn' ? t('entries.waitingSignIn') : t('entries.waiting');
}

/** Why an entry waits for the user, in one sentence. */
export function describeQuestion(
  question: Question,
  intent: Intent,
  { t, formats }: Words,
): string {
  switch (question.kind) {
    case 'conflict':
      return intent.kind === 'deleteContact'
        ? t('entries.conflictDelete')
        : t('entries.conflict', {}, question.fields.length);
    case 'exists':
      if (question.theirs === null) return t('entries.existsUnknown');
      return intent.kind === 'editContact' ? t('entries.existsEdit') : t('entries.exists');
    case 'deletedThere':
      return t('entries.deletedThere');
    case 'rejected':
      return question.code === 'not-stored' ? t('entries.notStored') : t('entries.rejected');
    case 'groupGone':
      return t('entries.groupGone');
    case 'notUnderstood':
      return serverWord({ code: 'rejectedByServer', serverCode: question.code }) === null
        ? t('entries.notUnderstood')
        : t('entries.unknownCode', { code: question.code });
    case 'createdUnknown':
      return t('entries.createdUnknown');
    case 'cannotCarry':
      return t('entries.cannotCarry', {
        fields: formats.list(question.fields.map((field) => obstacleText(field, t))),
      });
    case 'storedDifferently':
      return t('entries.storedDifferently');
    case 'noProgress':
      return t(
        'entries.noProgress',
        { n: formats.number(question.attempts), why: failureReason(question.code, t) },
        question.attempts,
      );
  }
}

/** Where an entry stands, why, and when it goes on. */
export function describeState(entry: EntryView, around: Surroundings, words: Words): StateText {
  const { t, formats } = words;
  const { state } = entry;
  switch (state.kind) {
    case 'waiting': {
      if (around.isHeld(entry)) {
        return { label: t('entries.waitingHeld'), why: t('entries.waitingHeldWhy'), tone: 'quiet' };
      }
      const trouble = around.groupTrouble(entry);
      const why =
        trouble === null ? null : t('entries.groupUnread', { why: errorText(trouble, t) });
      return { label: waitingLabel(around.status, words), why, tone: 'quiet' };
    }
    case 'retrying':
      return {
        label: t('entries.retrying', {
          when: formats.until(state.nextTryAt, around.now),
        }),
        why: t('entries.retryingWhy', {
          n: formats.number(state.attempts),
          why: failureReason(state.code, t),
        }),
        tone: 'quiet',
      };
    case 'sending':
      return { label: t('entries.sending'), why: null, tone: 'busy' };
    case 'checking':
      return state.why === 'readBack'
        ? { label: t('entries.checkingReadBack'), why: null, tone: 'busy' }
        : { label: t('entries.checkingUnknown'), why: null, tone: 'busy' };
    case 'blocked': {
      const other = around.find(state.by);
      if (other === null)
        return { label: t('entries.blocked'), why: t('entries.blockedWhy'), tone: 'quiet' };
      const asks = other.state.kind === 'needsYou';
      return {
        label: t('entries.blockedBy', { other: describeEntry(other, words) }),
        why: asks ? t('entries.blockedByQuestion') : t('entries.blockedWhy'),
        tone: 'quiet',
      };
    }
    case 'waitsForList':
      return {
        label: t('entries.waitsForList', { group: state.group }),
        why: t('entries.blockedByQuestion'),
        tone: 'quiet',
      };
    case 'needsYou':
      return {
        label: t('entries.needsYou'),
        why: describeQuestion(state.question, entry.intent, words),
        tone: 'warn',
      };
  }
}
