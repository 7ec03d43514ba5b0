/** Layouts and named views of lists: how the user looks at each group, and at all of them. */
import type { ViewId } from '#shared/domain/ids.ts';
import { listLayoutSchema, type ListLayout } from '#shared/domain/listLayout.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { Scope } from '#shared/ipc/list.ts';
import { listLookSchema, type ListLook, type ListView } from '#shared/ipc/listView.ts';
import type { StoreContext } from './context.ts';

interface ViewRow {
  id: ViewId;
  name: string;
  look: string;
}

export type ListViewStore = ReturnType<typeof listViewStore>;

/** How a scope is written in the tables. */
export function scopeText(scope: Scope): string {
  return scope.kind === 'group' ? scope.groupId : 'all';
}

export function listViewStore({ db, newId }: StoreContext) {
  const layout = db
    .prepare<[string], string>('SELECT layout FROM list_layouts WHERE scope = ?')
    .pluck();
  const setLayout = db.prepare(`
    INSERT INTO list_layouts (scope, layout) VALUES (?, ?)
    ON CONFLICT (scope) DO UPDATE SET layout = excluded.layout`);
  const dropLayout = db.prepare('DELETE FROM list_layouts WHERE scope = ?');
  const views = db.prepare<[string], ViewRow>(
    'SELECT id, name, look FROM list_views WHERE scope = ? ORDER BY name',
  );
  const byName = db
    .prepare<[string, string], ViewId>('SELECT id FROM list_views WHERE scope = ? AND name = ?')
    .pluck();
  const insert = db.prepare('INSERT INTO list_views (id, scope, name, look) VALUES (?, ?, ?, ?)');
  const update = db.prepare('UPDATE list_views SET name = ?, look = ? WHERE id = ? AND scope = ?');
  const remove = db.prepare('DELETE FROM list_views WHERE id = ? AND scope = ?');

  return {
    /** Null where nobody changed it. */
    layout(scope: Scope): ListLayout | null {
      const text = layout.get(scopeText(scope));
      return text === undefined ? null : listLayoutSchema.parse(JSON.parse(text));
    },
    /** Null puts everything back as it was. */
    setLayout(scope: Scope, value: ListLayout | null): void {
      if (value === null) dropLayout.run(scopeText(scope));
      else setLayout.run(scopeText(scope), JSON.stringify(value));
    },
    views: (scope: Scope): ListView[] => views.all(scopeText(scope)).map(viewOf),
    /** A new view (`id` null), or another name or look for one. @throws LibretaError viewNameTaken, viewUnknown */
    saveView(scope: Scope, id: ViewId | null, name: string, look: ListLook): ViewId {
      const holder = byName.get(scopeText(scope), name);
      if (holder !== undefined && holder !== id)
        throw new LibretaError('viewNameTaken', { detail: name });
      const text = JSON.stringify(look);
      if (id === null) {
        const viewId = newId() as ViewId;
        insert.run(viewId, scopeText(scope), name, text);
        return viewId;
      }
      if (update.run(name, text, id, scopeText(scope)).changes === 0)
        throw new LibretaError('viewUnknown');
      return id;
    },
    deleteView: (scope: Scope, id: ViewId): void => {
      remove.run(id, scopeText(scope));
    },
  };
}

function viewOf({ id, name, look }: ViewRow): ListView {
  return { id, name, look: listLookSchema.parse(JSON.parse(look)) };
}
