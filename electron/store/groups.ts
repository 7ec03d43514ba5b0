/** The local registry of groups: Afilnet has no method that lists them, so this is where they live. */
import type { GroupType } from '#shared/domain/group.ts';
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import type { GroupView, HeldPull } from '#shared/ipc/views.ts';
import type { StoreContext } from './context.ts';

export interface Group {
  readonly id: GroupId;
  readonly serverId: ServerId | null;
  readonly label: string;
  readonly type: GroupType;
  readonly country: string | null;
  readonly state: GroupView['state'];
  readonly pulledAt: number | null;
  readonly pullError: CodedError | null;
  readonly held: HeldPull | null;
}

interface GroupRow {
  id: GroupId;
  server_id: ServerId | null;
  label: string;
  type: GroupType;
  country: string | null;
  state: GroupView['state'];
  pulled_at: number | null;
  pull_error: string | null;
  held: string | null;
}

export type GroupStore = ReturnType<typeof groupStore>;

export function groupStore({ db, now, newId }: StoreContext) {
  const insert = db.prepare(`
    INSERT INTO groups (id, server_id, label, type, country, state, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const all = db.prepare<[], GroupRow>('SELECT * FROM groups ORDER BY created_at, rowid');
  const byId = db.prepare<[string], GroupRow>('SELECT * FROM groups WHERE id = ?');
  const byServerId = db.prepare<[string], GroupRow>('SELECT * FROM groups WHERE server_id = ?');
  const setServerId = db.prepare(`
    UPDATE groups SET server_id = ?, state = iif(state = 'creating', 'saved', state) WHERE id = ?`);
  const setState = db.prepare('UPDATE groups SET state = ? WHERE id = ?');
  const setLabel = db.prepare('UPDATE groups SET label = ? WHERE id = ?');
  const setType = db.prepare('UPDATE groups SET type = ? WHERE id = ?');
  const setCountry = db.prepare('UPDATE groups SET country = ? WHERE id = ?');
  const setPulled = db.prepare(
    'UPDATE groups SET pulled_at = ?, pull_error = NULL, held = NULL WHERE id = ?',
  );
  const setPullError = db.prepare('UPDATE groups SET pull_error = ? WHERE id = ?');
  const setHeld = db.prepare('UPDATE groups SET held = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM groups WHERE id = ?');

  return {
    /** A group to be created (`serverId` null) or one that exists on the server. */
    insert(group: {
      serverId: ServerId | null;
      label: string;
      type: GroupType;
      country: string | null;
    }): GroupId {
      const id = newId() as GroupId;
      const state = group.serverId === null ? 'creating' : 'saved';
      insert.run(id, group.serverId, group.label, group.type, group.country, state, now());
      return id;
    },
    all: (): Group[] => all.all().map(groupOf),
    get(id: GroupId): Group | null {
      const row = byId.get(id);
      return row === undefined ? null : groupOf(row);
    },
    byServerId(serverId: ServerId): Group | null {
      const row = byServerId.get(serverId);
      return row === undefined ? null : groupOf(row);
    },
    /** The acknowledgement of a creation. A group that was deleted here meanwhile goes on being deleted. */
    setServerId: (id: GroupId, serverId: ServerId) => setServerId.run(serverId, id),
    setState: (id: GroupId, state: Group['state']) => setState.run(state, id),
    setLabel: (id: GroupId, label: string) => setLabel.run(label, id),
    /** Only before the first pull: the contacts' main keys are made by it. */
    setType: (id: GroupId, type: GroupType) => setType.run(type, id),
    setCountry: (id: GroupId, country: string | null) => setCountry.run(country, id),
    setPulled: (id: GroupId) => setPulled.run(now(), id),
    setPullError: (id: GroupId, error: CodedError | null) =>
      setPullError.run(error === null ? null : JSON.stringify(error), id),
    setHeld: (id: GroupId, held: HeldPull | null) =>
      setHeld.run(held === null ? null : JSON.stringify(held), id),
    /** Columns and contacts go with it; refused by the database while outbox entries remain. */
    remove: (id: GroupId) => remove.run(id),
  };
}

function groupOf(row: GroupRow): Group {
  return {
    id: row.id,
    serverId: row.server_id,
    label: row.label,
    type: row.type,
    country: row.country,
    state: row.state,
    pulledAt: row.pulled_at,
    pullError: row.pull_error === null ? null : (JSON.parse(row.pull_error) as CodedError),
    held: row.held === null ? null : heldOf(row.held),
  };
}

/** One that was held by an earlier version says nothing of values and of a decision. */
function heldOf(text: string): HeldPull {
  return {
    values: 0,
    decision: null,
    ...(JSON.parse(text) as Omit<HeldPull, 'values' | 'decision'>),
  };
}
