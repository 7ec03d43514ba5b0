import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountDesk } from '../../account/accountDesk.ts';
import * as commands from '../../store/commands.ts';
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
      await store.list.prepare(query, offset, limit);
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
      const { value, stepId } = commands.addContact(desk.current.store, groupId, fields);
      desk.current.engine.nudge();
      return { contactId: value, stepId };
    },
    'contacts.edit': ({ contactId, changes, carry }) => {
      const { stepId } = commands.editContact(desk.current.store, contactId, changes, carry);
      desk.current.engine.nudge();
      return { stepId };
    },
    'contacts.delete': ({ contactIds }) => {
      const { stepId } = commands.deleteContacts(desk.current.store, contactIds);
      desk.current.engine.nudge();
      return { stepId };
    },
    'contacts.history': ({ contactId }) => desk.current.store.history.ofContact(contactId),
  };
}
