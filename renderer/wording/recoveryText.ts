import type { RecoveryReport } from '#shared/ipc/views.ts';
import type { Words } from './words.ts';

export interface RecoveryText {
  readonly title: string;
  /** What was rescued, what stands again, what to look at. */
  readonly sentences: readonly string[];
}

/** What became of damaged data: counts as main gave them, and where it cannot be sure, what the user should look at. */
export function recoveryText(report: RecoveryReport, { t, formats }: Words): RecoveryText {
  const { number, dateTime } = formats;
  const counted = (n: number): { n: string } => ({ n: number(n) });
  const { groups, contactsRescued, entriesRebuilt, journalLinesSkipped, backupFrom } = report;
  const journalOnly =
    backupFrom === null && groups === 0 && contactsRescued === 0 && journalLinesSkipped > 0;
  if (journalOnly) {
    return {
      title: t('recovery.journalTitle'),
      sentences: [t('recovery.journalText', counted(journalLinesSkipped), journalLinesSkipped)],
    };
  }
  const sentences = [
    backupFrom === null
      ? t('recovery.noBackup')
      : t('recovery.backup', { when: dateTime(backupFrom) }),
    t('recovery.contacts', counted(contactsRescued), contactsRescued),
    t('recovery.groups', counted(groups), groups),
    entriesRebuilt === 0
      ? t('recovery.noEntries')
      : t('recovery.entries', counted(entriesRebuilt), entriesRebuilt),
  ];
  if (journalLinesSkipped > 0)
    sentences.push(t('recovery.skipped', counted(journalLinesSkipped), journalLinesSkipped));
  return { title: t('recovery.title', { when: dateTime(report.at) }), sentences };
}

/** Where the damaged files are, as a path to follow: `setAside` is a folder inside the account's own. */
export function setAsidePath(dataFolder: string, accountId: string, setAside: string): string {
  const separator = dataFolder.includes('\\') ? '\\' : '/';
  return [dataFolder, 'accounts', accountId, setAside].join(separator);
}
