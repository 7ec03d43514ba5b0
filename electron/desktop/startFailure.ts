/** Why the app could not start, in words for the user. */
import { LibretaError } from '#shared/ipc/errors.ts';
import type { Texts } from './texts.ts';

export interface Message {
  readonly title: string;
  readonly detail: string;
}

export function startFailureMessage(failure: unknown, texts: Texts, dataFolder: string): Message {
  const { start } = texts;
  return {
    title: start.title,
    detail: `${reason(failure, start)}\n\n${start.folder} ${dataFolder}`,
  };
}

function reason(failure: unknown, start: Texts['start']): string {
  if (!(failure instanceof LibretaError)) return start.other;
  switch (failure.coded.code) {
    case 'databaseFromNewerVersion':
      return start.newer;
    case 'databaseDamaged':
      return start.damaged;
    case 'diskFull':
      return start.diskFull;
    case 'readOnly':
      return start.readOnly;
    case 'databaseBusy':
      return start.busy;
    default:
      return start.other;
  }
}
