import type { EntryView } from '#shared/ipc/views.ts';
import { countryName } from './countries.ts';
import type { Words } from './words.ts';

/** A pending change in plain words: the same sentence in its row, its toasts and for a screen reader. */
export function describeEntry(
  entry: Pick<EntryView, 'intent' | 'groupLabel' | 'contactTitle'>,
  { t, locale, formats }: Words,
): string {
  const { intent, groupLabel: group } = entry;
  const contact = entry.contactTitle || t('entries.someContact');
  switch (intent.kind) {
    case 'createGroup':
      return t('entries.createGroup', { group: intent.name });
    case 'deleteGroup':
      return t('entries.deleteGroup', { group });
    case 'addColumn':
      return t('entries.addColumn', { column: intent.column, group });
    case 'deleteColumn':
      return t('entries.deleteColumn', { column: intent.column, group });
    case 'assignCountry':
      return t('entries.assignCountry', { group, country: countryName(intent.country, locale) });
    case 'addContact':
      return intent.replaces === undefined
        ? t('entries.addContact', { contact, group })
        : t('entries.readdContact', { contact, group });
    case 'editContact': {
      const columns = formats.list(Object.keys(intent.changes));
      return intent.carry === 'recreate'
        ? t('entries.recreateContact', { columns, contact })
        : t('entries.editContact', { columns, contact });
    }
    case 'deleteContact':
      return t('entries.deleteContact', { contact, group });
  }
}
