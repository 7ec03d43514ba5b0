import type { Translate } from '../i18n/index.ts';

export interface ColumnTemplate {
  readonly id: 'name' | 'people' | 'companies' | 'members' | 'appointments' | 'none';
  readonly label: string;
  readonly columns: readonly string[];
}

/** Columns to begin a group with, in the user's language: names that Afilnet shows as they are. */
export function columnTemplates(t: Translate): ColumnTemplate[] {
  const name = t('templates.name');
  const surname = t('templates.surname');
  const city = t('templates.city');
  const notes = t('templates.notes');
  return [
    { id: 'name', label: t('templates.onlyName'), columns: [name] },
    { id: 'people', label: t('templates.people'), columns: [name, surname, city, notes] },
    {
      id: 'companies',
      label: t('templates.companies'),
      columns: [t('templates.company'), name, t('templates.address'), city, notes],
    },
    {
      id: 'members',
      label: t('templates.members'),
      columns: [name, surname, t('templates.memberNumber'), t('templates.since')],
    },
    {
      id: 'appointments',
      label: t('templates.appointments'),
      columns: [name, t('templates.date'), t('templates.time'), notes],
    },
    { id: 'none', label: t('templates.none'), columns: [] },
  ];
}
