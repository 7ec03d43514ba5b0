import type { SyncStatus } from '#shared/ipc/views.ts';
import type { Words } from './words.ts';

export interface StatusText {
  readonly text: string;
  readonly tone: 'ok' | 'busy' | 'waiting' | 'offline' | 'warn';
}

/** The truth about the account's edits, in a few words. What needs the user is told beside everything else. */
export function describeStatus(
  status: SyncStatus,
  practice: boolean,
  { t, formats }: Words,
): StatusText {
  const { waiting } = status;
  const needsYou = status.needsYou + status.held;
  const needs =
    needsYou > 0 ? t('frame.needsYou', { n: formats.number(needsYou) }, needsYou) : null;
  const withNeeds = (text: string): string => (needs === null ? text : `${text} · ${needs}`);
  const tone = <T extends StatusText['tone']>(own: T): T | 'warn' =>
    needs === null ? own : 'warn';

  if (status.queue === 'signIn')
    return { text: withNeeds(t('frame.passwordNeeded')), tone: 'warn' };
  if (status.connection === 'offline' || status.connection === 'forcedOffline') {
    const text =
      waiting > 0
        ? t('frame.offlineKept', { n: formats.number(waiting) }, waiting)
        : t('frame.offline');
    return { text: withNeeds(text), tone: tone('offline') };
  }
  if (status.work?.kind === 'replay' || (status.queue === 'running' && waiting > 0)) {
    return { text: withNeeds(t('frame.sending')), tone: 'busy' };
  }
  if (waiting > 0) {
    const text = t('frame.waiting', { n: formats.number(waiting) }, waiting);
    return { text: withNeeds(text), tone: tone('waiting') };
  }
  if (needs !== null) return { text: needs, tone: 'warn' };
  if (status.work?.kind === 'pull') return { text: t('frame.updating'), tone: 'busy' };
  return { text: practice ? t('frame.savedPractice') : t('frame.saved'), tone: 'ok' };
}
