import type { AccountDesk } from '../../account/accountDesk.ts';
import type { HandlersOf } from '../handler.ts';

type Channels = 'lists.look' | 'lists.setLayout' | 'lists.saveView' | 'lists.deleteView';

/** How the user looks at the lists. */
export function listHandlers(desk: AccountDesk): HandlersOf<Channels> {
  return {
    'lists.look': ({ scope }) => {
      const { listViews } = desk.current.store;
      return { layout: [...(listViews.layout(scope) ?? [])], views: listViews.views(scope) };
    },
    'lists.setLayout': ({ scope, layout }) => {
      desk.current.store.listViews.setLayout(scope, layout);
    },
    'lists.saveView': ({ scope, viewId, name, look }) => ({
      viewId: desk.current.store.listViews.saveView(scope, viewId, name, look),
    }),
    'lists.deleteView': ({ scope, viewId }) => {
      desk.current.store.listViews.deleteView(scope, viewId);
    },
  };
}
