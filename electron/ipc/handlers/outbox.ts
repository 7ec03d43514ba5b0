import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import * as commands from '../../store/commands.ts';
import type { HandlersOf } from '../handler.ts';
import { entryViews } from './views.ts';

type Channels = 'outbox.list' | 'outbox.retry' | 'outbox.settle' | 'outbox.discard';

export function outboxHandlers(desk: AccountDesk): HandlersOf<Channels> {
  return {
    'outbox.list': ({ filter, offset, limit }) => {
      const { store } = desk.current;
      const { waiting, needsYou } = store.outbox.counts();
      return {
        total: filter === 'needsYou' ? needsYou : waiting + needsYou,
        rows: entryViews(store, store.outbox.page(filter, offset, limit)),
      };
    },
    'outbox.retry': ({ entryId }) => {
      const { store, engine } = desk.current;
      const entry = store.outbox.get(entryId);
      if (entry === null) throw new LibretaError('entryUnknown');
      if (entry.phase === 'needsYou') commands.settle(store, entryId, { kind: 'retry' });
      else {
        store.transaction(() => {
          store.outbox.hurry(entryId);
          store.touch.outbox();
        });
      }
      engine.retryNow();
    },
    'outbox.settle': ({ entryId, settlement }) => {
      const { store, engine } = desk.current;
      const { stepId } = commands.settle(store, entryId, settlement);
      engine.retryNow();
      return { stepId };
    },
    'outbox.discard': ({ entryId }) => {
      const { stepId } = commands.discard(desk.current.store, entryId);
      desk.current.engine.nudge();
      return { stepId };
    },
  };
}
