/** What `modifycontact` leaves of a contact, under each answer to open point 5. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { Dialect } from './dialect.ts';
import type { GroupRecord } from './groupRecord.ts';

export interface Modification {
  readonly group: GroupRecord;
  readonly id: number;
  readonly before: ContactFields;
  /** As it came; columns the group does not have are ignored. */
  readonly sent: ContactFields;
  readonly dialect: Dialect;
}

export type Modified =
  | { readonly ok: true; readonly fields: ContactFields }
  | { readonly ok: false; readonly code: string };

export function modifiedFields({ group, id, before, sent, dialect }: Modification): Modified {
  const known = Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const column = group.columnNamed(name);
      return column === null ? [] : [[column, value]];
    }),
  );
  const kept = before[group.mainField] ?? '';
  const wanted = known[group.mainField] ?? kept;
  if (wanted.trim() === '') return { ok: false, code: 'MISSING_COMPULSORY_PARAM' };

  let main = wanted;
  if (wanted !== kept) {
    if (dialect.mainFieldChange === 'refused') return { ok: false, code: 'MAIN_FIELD_IS_FIXED' };
    if (dialect.mainFieldChange === 'ignored') main = kept;
    else if (dialect.mainFieldTaken === 'refused' && group.holds(wanted, dialect.contactKey, id))
      return { ok: false, code: 'CONTACT_EXISTS' };
  }
  const rest = dialect.modify === 'merge' ? { ...before, ...known } : known;
  return { ok: true, fields: { ...rest, [group.mainField]: main } };
}
