/** Chosen contacts with their groups; a contact whose group is leaving counts as gone. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Contact } from '../store/contacts.ts';
import type { Group } from '../store/groups.ts';
import type { Member } from './plan.ts';

export function membersOf(store: AccountStore, contacts: readonly Contact[]): Member[] {
  const groups = new Map<GroupId, Group | null>();
  return contacts.flatMap((contact) => {
    const found = groups.get(contact.groupId);
    const group = found === undefined ? store.groups.get(contact.groupId) : found;
    groups.set(contact.groupId, group);
    return group === null || group.state === 'deleting' ? [] : [{ contact, group }];
  });
}
