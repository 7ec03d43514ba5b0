/** The methods on the contacts of a group. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { GroupRecord } from './groupRecord.ts';
import { onGroup } from './groupMethods.ts';
import { parseContactList } from './contactList.ts';
import { modifiedFields } from './modify.ts';
import type { Method, MethodCall } from './methods.ts';
import { done, refusal, type Outcome } from './outcome.ts';
import { parseTextForm } from './textForm.ts';

/** The value a group would store as main field: whitespace alone is no value. */
function mainFieldIn(group: GroupRecord, fields: ContactFields): string {
  const entry = Object.entries(fields).find(
    ([name]) => group.columnNamed(name) === group.mainField,
  );
  return entry === undefined || entry[1].trim() === '' ? '' : entry[1];
}

const getcontacts: Method = {
  parameters: ['idgroup'],
  writes: false,
  run: (call) =>
    onGroup(call, (group) => ({
      kind: 'contacts',
      columns: group.columns(),
      contacts: group.contacts(),
    })),
};

const getcontact: Method = {
  parameters: ['idgroup', 'idcontact'],
  writes: false,
  run: (call) =>
    onGroup(call, (group) => {
      const id = Number(call.parameter('idcontact'));
      const fields = group.contact(id);
      if (fields === null) return refusal(call.dialect.contactGoneCode);
      return { kind: 'contact', columns: group.columns(), contact: { id, fields: { ...fields } } };
    }),
};

const addcontact: Method = {
  parameters: ['idgroup', 'contact'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const fields = parseTextForm(call.parameter('contact'), call.dialect.colonInText);
      const main = mainFieldIn(group, fields);
      // No code is documented for a contact without its main field; this one comes closest.
      if (main === '') return refusal('MISSING_COMPULSORY_PARAM');
      if (group.holds(main, call.dialect.contactKey)) return refusal('CONTACT_EXISTS');
      return { kind: 'contactAdded', id: call.state.addContact(group.id, fields) };
    }),
};

const addcontactlist: Method = {
  parameters: ['idgroup', 'contacts'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const rows = parseContactList(call.parameter('contacts'));
      if (rows === null) return refusal('MISSING_COMPULSORY_PARAM');
      const ids: number[] = [];
      for (const fields of rows) {
        const main = mainFieldIn(group, fields);
        // Skipped without a word (open point 3); a row can also repeat an earlier one of its own list.
        if (main === '' || group.holds(main, call.dialect.contactKey)) continue;
        ids.push(call.state.addContact(group.id, fields));
      }
      return { kind: 'listAdded', ids };
    }),
};

const modifycontact: Method = {
  parameters: ['idgroup', 'idcontact', 'contact'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const id = Number(call.parameter('idcontact'));
      const before = group.contact(id);
      if (before === null) return goneContact(call);
      const sent = parseTextForm(call.parameter('contact'), call.dialect.colonInText);
      const after = modifiedFields({ group, id, before, sent, dialect: call.dialect });
      if (!after.ok) return refusal(after.code);
      call.state.putContact(group.id, id, after.fields);
      return done;
    }),
};

const deletecontact: Method = {
  parameters: ['idgroup', 'idcontact'],
  writes: true,
  run: (call) =>
    onGroup(call, (group) => {
      const removed = call.state.removeContact(group.id, call.parameter('idcontact'));
      return removed ? done : goneContact(call);
    }),
};

function goneContact({ dialect }: MethodCall): Outcome {
  switch (dialect.goneContact) {
    case 'contactGoneCode':
      return refusal(dialect.contactGoneCode);
    case 'otherCode':
      return refusal('CONTACT_NOT_FOUND');
    case 'success':
      return done;
  }
}

export const contactMethods: Readonly<Record<string, Method>> = {
  getcontacts,
  getcontact,
  addcontact,
  addcontactlist,
  modifycontact,
  deletecontact,
};
