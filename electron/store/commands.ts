/**
 * What the user does, each as one step of undo. The edits themselves are in edits/; what a step is called is found here,
 * before the edit may take away what it is called by.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import { contactTitle } from '#shared/domain/contactTitle.ts';
import type { Settlement } from '#shared/domain/entryState.ts';
import { withChanges } from '#shared/domain/fold.ts';
import { mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import type { GroupColour } from '#shared/domain/groupLook.ts';
import type { ContactId, EntryId, GroupId } from '#shared/domain/ids.ts';
import type { Carry, FieldChange, Intent } from '#shared/domain/intent.ts';
import type { StepWhat } from '#shared/domain/step.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountStore } from './accountStore.ts';
import * as contacts from './edits/contacts.ts';
import { discardEntry } from './edits/discard.ts';
import * as groups from './edits/groups.ts';
import { settleEntry } from './edits/settle.ts';
import { plainLook } from './groupLooks.ts';

/** What was done, and the step that takes it back; null where nothing changed. */
export interface Done<T> {
  readonly value: T;
  readonly stepId: number | null;
}

/** @throws LibretaError as edits/contacts */
export function addContact(
  store: AccountStore,
  groupId: GroupId,
  fields: ContactFields,
): Done<ContactId> {
  const what = entryStep(store, groupId, fields, { kind: 'addContact', fields });
  return asStep(store, what, () => contacts.addContact(store, groupId, fields));
}

/** @throws LibretaError as edits/contacts */
export function editContact(
  store: AccountStore,
  contactId: ContactId,
  changed: ContactFields,
  carry: Carry,
): Done<void> {
  const contact = store.contacts.get(contactId);
  if (contact === null) throw new LibretaError('contactUnknown');
  const changes: Record<string, FieldChange> = {};
  for (const [column, to] of Object.entries(changed)) {
    changes[column] = { from: contact.fields[column] ?? '', to };
  }
  const after = withChanges(contact.fields, changes);
  const what = entryStep(store, contact.groupId, after, { kind: 'editContact', changes, carry });
  return asStep(store, what, () => contacts.editContact(store, contactId, changed, carry));
}

/** @throws LibretaError contactUnknown */
export function deleteContacts(store: AccountStore, ids: readonly ContactId[]): Done<void> {
  const [first, ...others] = ids;
  const only = first === undefined || others.length > 0 ? null : store.contacts.get(first);
  const what: StepWhat =
    only === null
      ? { kind: 'bulk', action: 'delete', count: ids.length }
      : entryStep(store, only.groupId, only.fields, { kind: 'deleteContact', base: only.fields });
  return asStep(store, what, () => contacts.deleteContacts(store, ids));
}

/** @throws LibretaError as edits/groups */
export function createGroup(
  store: AccountStore,
  group: { name: string; type: GroupType; columns: readonly string[]; country: string | null },
): Done<GroupId> {
  const { name, type, columns } = group;
  const intent: Intent = { kind: 'createGroup', name, type, columns: [...columns] };
  const what: StepWhat = { kind: 'entry', intent, groupLabel: name, contactTitle: null };
  return asStep(store, what, () => groups.createGroup(store, group));
}

/** @throws LibretaError as edits/groups */
export function addColumn(store: AccountStore, groupId: GroupId, column: string): Done<void> {
  const what = entryStep(store, groupId, null, { kind: 'addColumn', column });
  return asStep(store, what, () => groups.addColumn(store, groupId, column));
}

/** What the column holds is kept, so that it can be written again. @throws LibretaError as edits/groups */
export function deleteColumn(store: AccountStore, groupId: GroupId, column: string): Done<void> {
  const what = entryStep(store, groupId, null, { kind: 'deleteColumn', column });
  const step = store.undo.open(what);
  step.run(() => {
    step.keepColumn(groupId, column);
    groups.deleteColumn(store, groupId, column);
  });
  return { value: undefined, stepId: step.id() };
}

/** @throws LibretaError as edits/groups */
export function assignCountry(store: AccountStore, groupId: GroupId, country: string): Done<void> {
  const from = store.groups.get(groupId)?.country ?? null;
  const what = entryStep(store, groupId, null, { kind: 'assignCountry', country, from });
  return asStep(store, what, () => groups.assignCountry(store, groupId, country));
}

/** @throws LibretaError groupUnknown */
export function setLook(
  store: AccountStore,
  groupId: GroupId,
  { label, colour }: { label: string; colour: GroupColour | null },
): Done<void> {
  const { colour: before } = store.groupLooks.all().get(groupId) ?? plainLook;
  return asStep(store, { kind: 'groupLooks', groupLabel: label }, () => {
    groups.setLabel(store, groupId, label);
    if (colour !== before) groups.setColour(store, groupId, colour);
  });
}

/** Moves that follow each other within so many milliseconds are one step: a group is moved place by place. */
const oneMove = 30_000;

/** An empty order goes by the names again. */
export function arrangeGroups(store: AccountStore, groupIds: readonly GroupId[]): void {
  const step = store.undo.goOn({ kind: 'groupOrder' }, oneMove);
  step.run(() => groups.arrangeGroups(store, groupIds));
}

/** What the group holds is kept, so that it can be created anew. @throws LibretaError groupUnknown */
export function deleteGroup(store: AccountStore, groupId: GroupId): Done<void> {
  const step = store.undo.open(entryStep(store, groupId, null, { kind: 'deleteGroup' }));
  step.run(() => {
    if (store.groups.get(groupId)?.serverId !== null) step.keepGroup(groupId);
    groups.deleteGroup(store, groupId);
  });
  return { value: undefined, stepId: step.id() };
}

/** @throws LibretaError as edits/settle */
export function settle(store: AccountStore, id: EntryId, settlement: Settlement): Done<void> {
  const about = entryAbout(store, id);
  return asStep(store, { ...about, kind: 'settled', settlement }, () =>
    settleEntry(store, id, settlement),
  );
}

/** @throws LibretaError entryUnknown, entryInFlight */
export function discard(store: AccountStore, id: EntryId): Done<void> {
  const about = entryAbout(store, id);
  return asStep(store, { ...about, kind: 'discarded' }, () => discardEntry(store, id));
}

function asStep<T>(store: AccountStore, what: StepWhat, work: () => T): Done<T> {
  const step = store.undo.open(what);
  const value = step.run(work);
  return { value, stepId: step.id() };
}

function entryStep(
  store: AccountStore,
  groupId: GroupId,
  fields: ContactFields | null,
  intent: Intent,
): StepWhat & { kind: 'entry' } {
  const group = store.groups.get(groupId);
  return {
    kind: 'entry',
    intent,
    groupLabel: group?.label ?? '',
    contactTitle:
      fields === null || group === null ? null : contactTitle(fields, mainFieldOf(group.type)),
  };
}

function entryAbout(store: AccountStore, id: EntryId): StepWhat & { kind: 'entry' } {
  const entry = store.outbox.get(id);
  if (entry === null) throw new LibretaError('entryUnknown');
  const contact = entry.contactId === null ? null : store.contacts.get(entry.contactId);
  return entryStep(store, entry.groupId, contact?.fields ?? null, entry.intent);
}
