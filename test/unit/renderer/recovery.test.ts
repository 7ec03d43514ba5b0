/** What is told of damaged data, and how failures and refusals name their reason. */
import { describe, expect, it } from 'vitest';
import type { RecoveryReport } from '#shared/ipc/views.ts';
import { errorText } from '../../../renderer/errors/errorText.ts';
import { failureReason } from '../../../renderer/wording/failureReason.ts';
import { recoveryText, setAsidePath } from '../../../renderer/wording/recoveryText.ts';
import { wordsIn } from './words.ts';

const report: RecoveryReport = {
  at: 1_800_000_000_000,
  problem: 'file is not a database',
  setAside: 'damaged-2027-01-15',
  backupFrom: 1_799_990_000_000,
  groups: 2,
  contactsRescued: 1204,
  historyRescued: 9,
  entriesRebuilt: 3,
  journalLinesSkipped: 0,
};
const saidOf = (part: Partial<RecoveryReport>): string =>
  recoveryText({ ...report, ...part }, wordsIn('en')).sentences.join(' ');

describe('a recovery', () => {
  it('counts what was rescued, what is fetched and what waits again', () => {
    const said = saidOf({});
    expect(said).toContain('1,204 contacts were rescued.');
    expect(said).toContain('2 groups are fetched from Afilnet again.');
    expect(said).toContain('3 unsent changes stand in the pending changes again.');
    expect(said).not.toContain('could not be read:');
  });

  it('sends the user to look where it cannot be sure', () => {
    expect(saidOf({ journalLinesSkipped: 2 })).toContain('look whether your last changes');
    expect(saidOf({ entriesRebuilt: 0 })).toContain('No unsent change was found.');
  });

  it('does not speak of rescue where only the journal was damaged', () => {
    const journal = { backupFrom: null, groups: 0, contactsRescued: 0, journalLinesSkipped: 4 };
    const { title, sentences } = recoveryText({ ...report, ...journal }, wordsIn('en'));
    expect(title).toContain('record of unsent changes');
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain('4 lines of it could not be read.');
  });

  it('says where the damaged files are in the system’s own way', () => {
    expect(setAsidePath('/home/ana/.config/Libreta', 'a1', 'aside')).toBe(
      '/home/ana/.config/Libreta/accounts/a1/aside',
    );
    expect(setAsidePath('C:\\Users\\Ana', 'a1', 'aside')).toBe(
      'C:\\Users\\Ana\\accounts\\a1\\aside',
    );
  });
});

describe('a reason', () => {
  it('is never one of Libreta’s own code words', () => {
    const { t } = wordsIn('en');
    expect(failureReason('not-stored', t)).not.toContain('not-stored');
    expect(failureReason('unknown', t)).not.toContain('unknown');
  });

  it('names the code of a refusal, and tells an empty reply from one that cannot be read', () => {
    const { t } = wordsIn('en');
    expect(errorText({ code: 'rejectedByServer', serverCode: 'NO_CREDIT' }, t)).toContain(
      'NO_CREDIT',
    );
    const empty = errorText({ code: 'replyNotUnderstood', serverCode: 'empty-reply' }, t);
    expect(empty).toContain('empty');
    expect(errorText({ code: 'replyNotUnderstood', raw: '[1,' }, t)).toContain('kept below');
  });
});
