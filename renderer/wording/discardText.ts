import { changesWhatItReplaces } from '#shared/domain/intent.ts';
import type { EntryView } from '#shared/ipc/views.ts';
import { describeEntry } from './describeEntry.ts';
import type { Words } from './words.ts';

/** What giving a change up does, told before it is done: as main does it, and no more than is known. */
export function discardText(
  entry: Pick<EntryView, 'intent' | 'state' | 'groupLabel' | 'contactTitle' | 'movedFrom'>,
  words: Words,
): string {
  const { t } = words;
  const { intent, state, movedFrom } = entry;
  const named = { entry: describeEntry(entry, words) };
  const question = state.kind === 'needsYou' ? state.question.kind : null;
  /* Sent without a clear answer: nobody here knows whether it stands there. */
  const maybeThere =
    question === 'createdUnknown' || question === 'notUnderstood' || question === 'noProgress';
  switch (intent.kind) {
    case 'createGroup':
      return maybeThere
        ? t('pending.discardGroupMaybeThere', named)
        : t('pending.discardGroup', named);
    case 'addContact':
      if (changesWhatItReplaces(intent)) return t('pending.discardAgain', named);
      if (movedFrom !== null) return t('pending.discardMove', { ...named, group: movedFrom });
      if (question === 'exists') return t('pending.discardExists', named);
      return maybeThere ? t('pending.discardMaybeThere', named) : t('pending.discardCreate', named);
    case 'deleteContact':
    case 'deleteGroup':
    case 'deleteColumn':
      return t('pending.discardDelete', named);
    case 'editContact':
      return question === 'deletedThere'
        ? t('pending.discardGone', named)
        : t('pending.discardText', named);
    case 'addColumn':
    case 'assignCountry':
      return t('pending.discardText', named);
  }
}
