import type { AccountDesk } from '../../account/accountDesk.ts';
import type { HandlersOf } from '../handler.ts';

type Channels = 'bulk.preview' | 'bulk.start' | 'bulk.cancel' | 'bulk.latest';

export function bulkHandlers(desk: AccountDesk): HandlersOf<Channels> {
  return {
    'bulk.preview': ({ action, selection }) => desk.current.bulk.preview(action, selection),
    'bulk.start': ({ action, selection }) => ({
      jobId: desk.current.bulk.start(action, selection),
    }),
    'bulk.cancel': () => {
      desk.current.bulk.cancel();
    },
    'bulk.latest': () => desk.currentOrNull?.bulk.latest() ?? null,
  };
}
