/** The chosen contacts as tab-separated text, row by row in the order of the list. */
import { valueOf } from '#shared/domain/contact.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import type { ListLanguage, Sort } from '#shared/ipc/list.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { Contact } from '../store/contacts.ts';
import { tsvRow } from './tsv.ts';

export interface CopyRequest {
  readonly selection: Selection;
  readonly columns: readonly ListColumn[];
  readonly sort: Sort | null;
  readonly language: ListLanguage;
}

/** Contacts that are read between two pauses. */
const atOnce = 500;

/** Answers the text and how many contacts are in it. */
export async function copyBlock(
  store: AccountStore,
  { selection, columns, sort, language }: CopyRequest,
  pause: () => Promise<void>,
): Promise<{ text: string; contacts: number }> {
  const groups = new Map(store.groups.all().map((group) => [group.id, group]));
  const cellOf = ({ groupId, fields }: Contact, column: ListColumn): string => {
    const group = groups.get(groupId);
    switch (column.kind) {
      case 'field':
        return valueOf(fields, column.name);
      case 'main':
        return group === undefined ? '' : valueOf(fields, mainFieldOf(group.type));
      case 'group':
        return group?.label ?? '';
      case 'sync':
        return '';
    }
  };
  const rows = await store.list.rowsOf(selection, { sort, language });
  const written = columns.filter(({ kind }) => kind !== 'sync');
  const lines: string[] = [];
  for (let at = 0; at < rows.length; at += atOnce) {
    for (const contact of store.list.contactsAt(rows.slice(at, at + atOnce)))
      lines.push(tsvRow(written.map((column) => cellOf(contact, column))));
    await pause();
  }
  return { text: lines.join('\n'), contacts: lines.length };
}
