export const recovery = {
  title: 'The data of this account was damaged and has been recovered ({when})',
  backup: 'It was made again from the backup of {when} and from what could still be read.',
  noBackup: 'It was made again from what could still be read.',
  contacts: '{n} contact was rescued. | {n} contacts were rescued.',
  groups: '{n} group is fetched from Afilnet again. | {n} groups are fetched from Afilnet again.',
  entries:
    '{n} unsent change stands in the pending changes again. | {n} unsent changes stand in the pending changes again.',
  noEntries: 'No unsent change was found.',
  skipped:
    '{n} line of the record of unsent changes could not be read: look whether your last changes are there. | {n} lines of the record of unsent changes could not be read: look whether your last changes are there.',
  journalTitle: 'The record of unsent changes was damaged and has been written anew',
  journalText:
    '{n} line of it could not be read. The contacts and the pending changes themselves were not damaged. | {n} lines of it could not be read. The contacts and the pending changes themselves were not damaged.',
  setAside: 'The damaged files were set aside, not deleted: {path}',
  details: 'What was found',
  dismiss: 'Dismiss',
} as const;
