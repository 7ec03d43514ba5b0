import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import * as edits from '../../store/edits/contacts.ts';
import type { HandlersOf } from '../handler.ts';
import { contactRows, entryViews } from './views.ts';

type Channels =
  | 'contacts.window'
  | 'contacts.ids'
  | 'contacts.get'
  | 'contacts.add'
  | 'contacts.edit'
  | 'contacts.delete'
  | 'contacts.history';

export function contactHandlers(desk: AccountDesk): HandlersOf<Channels> {
  return {
    'contacts.window': async ({ offset, limit, ...query }) => {
      const { store } = desk.current;
      await store.list.prepare(query);
      const rows = store.list.window(query, offset, limit);
      return { total: store.list.count(query), rows: contactRows(store, rows) };
    },
    'contacts.ids': async ({ offset, limit, ...query }) => {
      const { store } = desk.current;
      const rows = await store.list.rowsOf({ kind: 'query', query, except: [] }, query);
      return { contactIds: store.list.idsAt(rows.slice(offset, offset + limit)) };
    },
    'contacts.get': ({ contactId }) => {
      const { store } = desk.current;
      const contact = store.contacts.get(contactId);
      const [row] = contact === null ? [] : contactRows(store, [contact]);
      if (contact === null || row === undefined) throw new LibretaError('contactUnknown');
      const { serverId, base } = contact;
      return {
        ...row,
        serverId,
        base,
        entries: entryViews(store, store.outbox.ofContact(contactId)),
      };
    },
    'contacts.add': ({ groupId, fields }) => {
      const contactId = edits.addContact(desk.current.store, groupId, fields);
      desk.current.engine.nudge();
      return { contactId };
    },
    'contacts.edit': ({ contactId, changes, carry }) => {
      edits.editContact(desk.current.store, contactId, changes, carry);
      desk.current.engine.nudge();
    },
    'contacts.delete': ({ contactIds }) => {
      edits.deleteContacts(desk.current.store, contactIds);
      desk.current.engine.nudge();
    },
    'contacts.history': ({ contactId }) => desk.current.store.history.ofContact(contactId),
  };
}
