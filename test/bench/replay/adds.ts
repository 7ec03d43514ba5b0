/** 1,000 contacts added to a group of 5,000. */
import { addContact } from '../../../electron/store/edits/contacts.ts';
import { people } from '../people.ts';
import type { Contest } from './contest.ts';
import { columns } from './server.ts';

export function addContest(count: number, groupSize: number): Contest {
  const all = people(groupSize + count, columns);
  const before = all.slice(0, groupSize);
  const added = all.slice(groupSize);
  return {
    what: `${count.toLocaleString('en')} adds to ${groupSize.toLocaleString('en')} contacts`,
    before,
    queue: ({ store, groupId }) => {
      for (const fields of added) addContact(store, groupId, fields);
    },
    async loop({ client, groupServerId }) {
      for (const fields of added) {
        const result = await client.addContact(groupServerId, fields);
        if (!result.ok) throw new Error(`The naive loop met ${result.failure.code}.`);
      }
    },
    check({ sandbox, groupServerId }) {
      const contacts = sandbox.state.contactsOf(groupServerId);
      const mobiles = new Set(contacts.map(({ fields }) => fields['mobile']));
      const missing = added.filter(({ mobile }) => !mobiles.has(mobile));
      if (contacts.length !== all.length || missing.length > 0) {
        throw new Error(`The server holds ${contacts.length} contacts, ${missing.length} missing.`);
      }
    },
  };
}
