import type { AccountDesk } from '../../account/accountDesk.ts';
import { runWithPauses } from '../../store/list/steps.ts';
import { quickSearch } from '../../store/quickSearch.ts';
import type { HandlersOf } from '../handler.ts';
import { contactRows } from './views.ts';

export function searchHandlers(desk: AccountDesk): HandlersOf<'search.contacts'> {
  let newest = 0;
  return {
    'search.contacts': async ({ text, perGroup }) => {
      const { store } = desk.current;
      newest += 1;
      const asked = newest;
      const findings = await runWithPauses(
        quickSearch(store, text, perGroup),
        () => asked === newest && desk.currentOrNull?.store === store,
      );
      // All at once: a question to the outbox for each group would cost more than its answer.
      const rows = Map.groupBy(
        contactRows(
          store,
          findings.flatMap(({ contacts }) => contacts),
        ),
        ({ groupId }) => groupId,
      );
      return findings.map(({ groupId, more }) => ({
        groupId,
        rows: rows.get(groupId) ?? [],
        more,
      }));
    },
  };
}
