import type { SyncStatus } from '#shared/ipc/views.ts';
import type { Words } from './words.ts';

export interface StatusText {
  readonly text: string;
  /** The same in fewer words, for where there is little room. */
  readonly short: string;
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
  const say = (tone: StatusText['tone'], text: string, short = text): StatusText => ({
    text: withNeeds(text),
    short: withNeeds(short),
    tone,
  });
  const named = { n: formats.number(waiting) };

  if (status.queue === 'signIn') return say('warn', t('frame.passwordNeeded'));
  if (status.connection === 'offline' || status.connection === 'forcedOffline') {
    const tone = needs === null ? 'offline' : 'warn';
    return waiting > 0
      ? say(tone, t('frame.offlineKept', named, waiting), t('frame.offlineShort', named))
      : say(tone, t('frame.offline'));
  }
  if (status.work?.kind === 'replay' || (status.queue === 'running' && waiting > 0))
    return say('busy', t('frame.sending'));
  if (waiting > 0) {
    const tone = needs === null ? 'waiting' : 'warn';
    return say(tone, t('frame.waiting', named, waiting), t('frame.waitingShort', named));
  }
  if (needs !== null) return { text: needs, short: needs, tone: 'warn' };
  if (status.work?.kind === 'pull') return say('busy', t('frame.updating'));
  return say('ok', practice ? t('frame.savedPractice') : t('frame.saved'), t('frame.savedShort'));
}
