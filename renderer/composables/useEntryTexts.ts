import type { EntryView } from '#shared/ipc/views.ts';
import { useGroups } from '../stores/groups.ts';
import { useOutbox } from '../stores/outbox.ts';
import { useStatus } from '../stores/status.ts';
import { describeEntry } from '../wording/describeEntry.ts';
import { discardText } from '../wording/discardText.ts';
import { describeState, type StateText, type Surroundings } from '../wording/describeState.ts';
import type { Words } from '../wording/words.ts';
import { useNow } from './useNow.ts';
import { useText } from './useText.ts';

export interface EntryTexts {
  readonly sentence: (entry: EntryView) => string;
  /** What giving it up does. */
  readonly discarding: (entry: EntryView) => string;
  /** Live: “in 20 seconds” counts down. */
  readonly state: (entry: EntryView) => StateText;
}

export function useEntryTexts(): EntryTexts {
  const { t, locale, formats } = useText();
  const outbox = useOutbox();
  const groups = useGroups();
  const status = useStatus();
  const now = useNow();
  const words = (): Words => ({ t, locale: locale.value, formats: formats.value });

  const isHeld = ({ groupId, contactId }: EntryView): boolean =>
    contactId !== null && groups.find(groupId)?.held?.decision === null;
  const around = (): Surroundings => ({
    status: status.current,
    now: now.value,
    find: outbox.find,
    isHeld,
    groupTrouble: ({ groupId }) => groups.find(groupId)?.pullError ?? null,
  });

  return {
    sentence: (entry) => describeEntry(entry, words()),
    discarding: (entry) => discardText(entry, words()),
    state: (entry) => describeState(entry, around(), words()),
  };
}
