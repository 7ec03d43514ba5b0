/** 1,000 edits in a group of 5,000 contacts. */
import type { ServerId } from '#shared/domain/ids.ts';
import { editContact } from '../../../electron/store/edits/contacts.ts';
import { people } from '../people.ts';
import type { Contest } from './contest.ts';
import { columns } from './server.ts';

const newName = (at: number): string => `Cambiado ${at}`;

export function editContest(count: number, groupSize: number): Contest {
  const before = people(groupSize, columns);
  return {
    what: `${count.toLocaleString('en')} edits of ${groupSize.toLocaleString('en')} contacts`,
    before,
    queue: ({ store, groupId }) => {
      const contacts = store.contacts.linked(groupId).slice(0, count);
      for (const [at, { id }] of contacts.entries()) {
        editContact(store, id, { name: newName(at) }, 'modify');
      }
    },
    async loop({ client, sandbox, groupServerId }) {
      const contacts = sandbox.state.contactsOf(groupServerId).slice(0, count);
      for (const [at, { id, fields }] of contacts.entries()) {
        const changed = { ...fields, name: newName(at) };
        const result = await client.modifyContact(groupServerId, String(id) as ServerId, changed);
        if (!result.ok) throw new Error(`The naive loop met ${result.failure.code}.`);
      }
    },
    check({ sandbox, groupServerId }) {
      const names = sandbox.state.contactsOf(groupServerId).map(({ fields }) => fields['name']);
      const changed = new Set(names.filter((name) => name?.startsWith('Cambiado ')));
      if (changed.size !== count) throw new Error(`The server holds ${changed.size} edits.`);
    },
  };
}
