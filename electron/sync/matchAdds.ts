/**
 * Which contacts of a snapshot are the ones that we added. A list reply names no ids and may lose rows in silence,
 * so an add is found again by its main field (rule 8). Only adds whose request may have reached the server adopt
 * a contact whatever its other values; one that was never sent adopts only its equal.
 */
import { sameFields, valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, ServerId } from '#shared/domain/ids.ts';
import { mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import { mainKeyOf } from '#shared/domain/mainKey.ts';
import type { RemoteContact } from '../afilnet/client.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { ContactEntry } from '../store/entry.ts';
import type { Group } from '../store/groups.ts';
import { isContactEntry } from '../store/outbox.ts';

/** The shortest number whose end identifies it where a server adds the country in front. */
const shortestSuffix = 7;

/** Server ids that belong to contacts of ours that have none yet. */
export function matchAdds(
  store: AccountStore,
  group: Group,
  remote: readonly RemoteContact[],
): Map<ServerId, ContactId> {
  const adopted = new Map<ServerId, ContactId>();
  const adds = store.outbox.ofGroup(group.id).filter(isOpenAdd);
  if (adds.length === 0) return adopted;
  const linked = new Set(store.contacts.linked(group.id).map(({ server_id }) => server_id));
  const candidates = remote.filter(({ id }) => !linked.has(id));
  const index = indexed(group.type, candidates);
  for (const entry of adds) {
    if (store.contacts.get(entry.contactId)?.serverId !== null) continue;
    const found = findFor(entry, group.type, index).find(({ id }) => !adopted.has(id));
    if (found !== undefined) adopted.set(found.id, entry.contactId);
  }
  return adopted;
}

type AddEntry = ContactEntry & { readonly intent: { kind: 'addContact'; fields: ContactFields } };

function isOpenAdd(entry: Parameters<typeof isContactEntry>[0]): entry is AddEntry {
  return isContactEntry(entry) && entry.intent.kind === 'addContact';
}

interface MainIndex {
  readonly exact: ReadonlyMap<string, RemoteContact[]>;
  readonly key: ReadonlyMap<string, RemoteContact[]>;
  /** By the end of the key, as long as the shortest that identifies a number. */
  readonly suffix: ReadonlyMap<string, RemoteContact[]>;
}

function indexed(type: GroupType, contacts: readonly RemoteContact[]): MainIndex {
  const mainField = mainFieldOf(type);
  return {
    exact: Map.groupBy(contacts, ({ fields }) => valueOf(fields, mainField)),
    key: Map.groupBy(contacts, ({ fields }) => mainKeyOf(type, fields)),
    suffix: Map.groupBy(contacts, ({ fields }) => mainKeyOf(type, fields).slice(-shortestSuffix)),
  };
}

function findFor(entry: AddEntry, type: GroupType, index: MainIndex): RemoteContact[] {
  const { fields } = entry.intent;
  const mainField = mainFieldOf(type);
  const key = mainKeyOf(type, fields);
  const named = [
    ...(index.exact.get(valueOf(fields, mainField)) ?? []),
    ...(index.key.get(key) ?? []),
  ];
  if (entry.phase === 'waiting' || entry.phase === 'needsYou') {
    return named.filter((contact) => sameFields(contact.fields, fields));
  }
  if (named.length > 0 || type !== 'mobile' || key.length < shortestSuffix) return named;
  // The server put the country in front: the rest of the contact must be the same to be sure.
  const others = { ...fields, [mainField]: '' };
  return (index.suffix.get(key.slice(-shortestSuffix)) ?? []).filter(
    (contact) =>
      mainKeyOf(type, contact.fields).endsWith(key) &&
      sameFields({ ...contact.fields, [mainField]: '' }, others),
  );
}
