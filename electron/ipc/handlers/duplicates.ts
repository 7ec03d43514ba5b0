import type { Scope } from '#shared/ipc/list.ts';
import { printOf } from '#shared/domain/likeness.ts';
import type { DuplicatesFound } from '#shared/ipc/duplicates.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AppEvent } from '#shared/ipc/events.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import { dismissAll } from '../../duplicates/dismissals.ts';
import { findDuplicates, likenessIn, type Found } from '../../duplicates/findDuplicates.ts';
import { mergeContacts } from '../../duplicates/merge.ts';
import type { AccountStore } from '../../store/accountStore.ts';
import type { HandlersOf } from '../handler.ts';
import { contactRows } from './views.ts';

type Channels = 'duplicates.find' | 'duplicates.cancel' | 'duplicates.dismiss' | 'duplicates.merge';

export function duplicateHandlers(
  desk: AccountDesk,
  emit: (event: AppEvent) => void,
): HandlersOf<Channels> {
  let finding = new AbortController();

  async function find(scope: Scope): Promise<DuplicatesFound> {
    finding.abort();
    const mine = new AbortController();
    finding = mine;
    const { store } = desk.current;
    const found = await findDuplicates(
      {
        store,
        signal: mine.signal,
        onProgress: (compared) => emit({ kind: 'duplicatesProgress', compared }),
        async pause() {
          await new Promise<void>((resolve) => void setImmediate(resolve));
          // Another account was opened meanwhile: this one's file may be closed.
          if (desk.currentOrNull?.store !== store) mine.abort();
        },
      },
      scope,
    );
    return foundView(store, found);
  }

  return {
    'duplicates.find': ({ scope }) => find(scope),
    'duplicates.cancel': () => {
      finding.abort();
    },
    'duplicates.dismiss': ({ contactIds }) => {
      const { store } = desk.current;
      const like = likenessIn(store);
      const printed = contactIds.map((id) => {
        const contact = store.contacts.get(id);
        if (contact === null) throw new LibretaError('contactUnknown');
        return { id, print: printOf(like(contact)) };
      });
      return { stepId: dismissAll(store, printed) };
    },
    'duplicates.merge': (request) => {
      const { store, engine } = desk.current;
      const stepId = mergeContacts(store, request);
      engine.nudge();
      return { stepId };
    },
  };
}

function foundView(store: AccountStore, { compared, counts, sets }: Found): DuplicatesFound {
  return {
    compared,
    counts,
    sets: sets.map(({ reason, shared, contacts, more }) => ({
      key: `${reason}:${contacts.map(({ id }) => id).join(':')}`,
      reason,
      shared,
      more,
      contacts: contactRows(
        store,
        contacts.flatMap(({ id }) => store.contacts.get(id) ?? []),
      ),
    })),
  };
}
