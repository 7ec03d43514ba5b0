/** What the user does to groups and their columns. Each is one transaction with its outbox entry. */
import { columnNameProblem } from '#shared/domain/columnName.ts';
import { mainFieldOf, typeFromColumns, type GroupType } from '#shared/domain/group.ts';
import type { GroupColour } from '#shared/domain/groupLook.ts';
import type { GroupId, ServerId } from '#shared/domain/ids.ts';
import type { Intent, IntentKind, IntentOf } from '#shared/domain/intent.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../accountStore.ts';
import { isInFlight, type Entry } from '../entry.ts';
import { groupFor } from './contacts.ts';
import { giveUpEntry } from './discard.ts';
import { dropGroup, recordGivenUp, stripColumn } from './drop.ts';

/** @throws LibretaError groupNameMissing, columnNameInvalid */
export function createGroup(
  store: AccountStore,
  group: { name: string; type: GroupType; columns: readonly string[]; country: string | null },
): GroupId {
  return store.transaction(() => {
    const name = group.name.trim();
    if (name === '') throw new LibretaError('groupNameMissing');
    const mainField = mainFieldOf(group.type);
    const columns = [mainField];
    for (const column of group.columns.map((name) => name.trim())) {
      if (column === mainField) continue;
      checkColumnName(column, columns);
      columns.push(column);
    }
    const { type } = group;
    const groupId = store.groups.insert({ serverId: null, label: name, type, country: null });
    for (const column of columns) store.columns.add(groupId, column, 'saved');
    queue(store, groupId, { kind: 'createGroup', name, type, columns });
    if (group.country !== null) assignCountry(store, groupId, group.country);
    return groupId;
  });
}

/** Registers a group that exists on the server and answered its columns. @throws LibretaError groupExists */
export function addExistingGroup(
  store: AccountStore,
  group: { serverId: ServerId; label: string; columns: readonly string[] },
): GroupId {
  return store.transaction(() => {
    if (store.groups.byServerId(group.serverId) !== null) throw new LibretaError('groupExists');
    const type = typeFromColumns(group.columns) ?? 'mobile';
    const { serverId, label } = group;
    const groupId = store.groups.insert({ serverId, label, type, country: null });
    for (const column of group.columns) store.columns.add(groupId, column, 'saved');
    store.touch.groups();
    return groupId;
  });
}

/** @throws LibretaError groupUnknown, columnNameInvalid */
export function addColumn(store: AccountStore, groupId: GroupId, name: string): void {
  store.transaction(() => {
    groupFor(store, groupId);
    const column = name.trim();
    const columns = store.columns.of(groupId);
    const leaving = columns.find((known) => known.name === column && known.state === 'deleting');
    if (leaving !== undefined) {
      const deletion = openEntry(store, groupId, 'deleteColumn', column);
      if (deletion === null) throw new LibretaError('entryInFlight');
      recordGivenUp(store, [deletion], 'columnKept');
      store.outbox.remove(deletion.id);
      store.columns.setState(groupId, column, 'saved');
      store.touch.contacts(groupId);
      store.touch.groups();
      return;
    }
    checkColumnName(
      column,
      columns.map((known) => known.name),
    );
    const creation = openCreation(store, groupId);
    if (creation !== null) {
      const { intent } = creation;
      store.outbox.setIntent(creation.id, { ...intent, columns: [...intent.columns, column] });
      store.columns.add(groupId, column, 'saved');
      record(store, groupId, { kind: 'addColumn', column });
      return;
    }
    store.columns.add(groupId, column, 'adding');
    queue(store, groupId, { kind: 'addColumn', column });
  });
}

/** @throws LibretaError groupUnknown, columnIsMainField, invalidInput, entryInFlight */
export function deleteColumn(store: AccountStore, groupId: GroupId, column: string): void {
  store.transaction(() => {
    const group = groupFor(store, groupId);
    if (column === mainFieldOf(group.type)) {
      throw new LibretaError('columnIsMainField', { detail: column });
    }
    const known = store.columns.of(groupId).find(({ name }) => name === column);
    if (known === undefined) throw new LibretaError('invalidInput', { detail: column });
    if (known.state === 'deleting') return;
    const creation = openCreation(store, groupId);
    const addition = openEntry(store, groupId, 'addColumn', column);
    // The addition first: it may have been queued while the creation was on its way.
    if (addition !== null) {
      store.outbox.remove(addition.id);
      forgetColumn(store, groupId, column);
    } else if (creation?.intent.columns.includes(column) === true) {
      const { intent } = creation;
      const columns = intent.columns.filter((name) => name !== column);
      store.outbox.setIntent(creation.id, { ...intent, columns });
      forgetColumn(store, groupId, column);
    } else if (known.state === 'adding') {
      throw new LibretaError('entryInFlight');
    } else {
      store.columns.setState(groupId, column, 'deleting');
      queue(store, groupId, { kind: 'deleteColumn', column });
      store.touch.contacts(groupId);
    }
  });
}

/** `country`: ISO 3166 alpha-3, any case. @throws LibretaError groupUnknown */
export function assignCountry(store: AccountStore, groupId: GroupId, country: string): void {
  store.transaction(() => {
    const from = groupFor(store, groupId).country;
    const upper = country.toUpperCase();
    const open = store.outbox
      .ofGroup(groupId)
      .find((entry) => entry.intent.kind === 'assignCountry' && !isInFlight(entry));
    store.groups.setCountry(groupId, upper);
    if (open?.intent.kind === 'assignCountry') {
      store.outbox.setIntent(open.id, { ...open.intent, country: upper });
      store.outbox.requeue(open.id);
      record(store, groupId, { kind: 'assignCountry', country: upper, from });
      return;
    }
    queue(store, groupId, { kind: 'assignCountry', country: upper, from });
  });
}

/** Local only: Afilnet has no method that renames a group. @throws LibretaError groupUnknown */
export function setLabel(store: AccountStore, groupId: GroupId, label: string): void {
  store.transaction(() => {
    groupFor(store, groupId);
    store.groups.setLabel(groupId, label.trim());
    store.touch.groups();
  });
}

/** Local only. @throws LibretaError groupUnknown */
export function setColour(store: AccountStore, groupId: GroupId, colour: GroupColour | null): void {
  store.transaction(() => {
    groupFor(store, groupId);
    store.groupLooks.setColour(groupId, colour);
    store.touch.groups();
  });
}

/** Local only: the order of the sidebar; an empty one goes by the names again. */
export function arrangeGroups(store: AccountStore, groupIds: readonly GroupId[]): void {
  store.transaction(() => {
    store.groupLooks.arrange(groupIds);
    store.touch.groups();
  });
}

/** Takes the group off this machine. @throws LibretaError groupUnknown, unsentWork */
export function forgetGroup(store: AccountStore, groupId: GroupId): void {
  store.transaction(() => {
    if (store.groups.get(groupId) === null) throw new LibretaError('groupUnknown');
    const unsent = store.outbox.ofGroup(groupId).length;
    if (unsent > 0) throw new LibretaError('unsentWork', { count: unsent });
    // Taken back, its steps would make it again on the server.
    store.undo.steps.forgetGroup(groupId);
    store.touch.undo();
    dropGroup(store, groupId);
  });
}

/** Deletes the group on the server too; its unsent edits are given up, one never created simply goes. */
export function deleteGroup(store: AccountStore, groupId: GroupId): void {
  store.transaction(() => {
    const { serverId } = groupFor(store, groupId);
    const entries = store.outbox.ofGroup(groupId);
    if (serverId === null && entries.every((entry) => !isInFlight(entry))) {
      recordGivenUp(store, entries, 'groupDeleted');
      dropGroup(store, groupId);
      return;
    }
    // The newest first, so that what is seen goes back step by step and nothing builds on what is gone.
    for (const entry of entries.filter((entry) => !isInFlight(entry)).toReversed()) {
      if (store.outbox.get(entry.id) !== null) giveUpEntry(store, entry, 'groupDeleted');
    }
    store.groups.setState(groupId, 'deleting');
    queue(store, groupId, { kind: 'deleteGroup' });
    store.touch.contacts(groupId);
  });
}

function queue(store: AccountStore, groupId: GroupId, intent: Intent): void {
  store.outbox.add({ groupId, contactId: null, intent });
  record(store, groupId, intent);
}

/** What the user did, in the history; also where it went into an entry that was queued already. */
function record(store: AccountStore, groupId: GroupId, intent: Intent): void {
  store.history.add({ groupId, contactId: null, intent, outcome: 'saved' });
  store.touch.outbox();
  store.touch.groups();
}

function forgetColumn(store: AccountStore, groupId: GroupId, column: string): void {
  store.columns.remove(groupId, column);
  stripColumn(store, groupId, column);
  record(store, groupId, { kind: 'deleteColumn', column });
}

function checkColumnName(column: string, existing: readonly string[]): void {
  const problem = columnNameProblem(column, existing);
  if (problem !== null) throw new LibretaError('columnNameInvalid', { detail: problem });
}

type EntryOf<Kind extends IntentKind> = Entry & { readonly intent: IntentOf<Kind> };

function openCreation(store: AccountStore, groupId: GroupId): EntryOf<'createGroup'> | null {
  const found = store.outbox
    .ofGroup(groupId)
    .find((entry) => entry.intent.kind === 'createGroup' && !isInFlight(entry));
  // A creation of unknown outcome may exist on the server: it is settled by the user before it is changed.
  return found === undefined || found.question?.kind === 'createdUnknown'
    ? null
    : (found as EntryOf<'createGroup'>);
}

function openEntry(
  store: AccountStore,
  groupId: GroupId,
  kind: 'addColumn' | 'deleteColumn',
  column: string,
): Entry | null {
  const found = store.outbox
    .ofGroup(groupId)
    .find(({ intent }) => intent.kind === kind && intent.column === column);
  return found === undefined || isInFlight(found) ? null : found;
}
