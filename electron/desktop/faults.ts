/** What happens when something goes wrong that no part expected. */
import { app } from 'electron';
import type { Dialogs } from './dialogs.ts';
import type { FailureLog } from './failureLog.ts';
import type { Texts } from './texts.ts';

/**
 * An error that nobody caught is written down, told, and the end of the app, whose state is unknown from here on.
 * Nothing is lost by it: what was shown as saved is on disk. A promise that failed unheard left no work half done
 * in memory, so it is only written down.
 */
export function endOnUncaught(log: FailureLog, dialogs: Dialogs, texts: () => Texts): void {
  let ending = false;
  process.on('uncaughtException', (failure) => {
    log.write('uncaught exception', failure);
    if (ending) return;
    ending = true;
    const { title, detail } = texts().fault;
    dialogs.tell({ title, detail: `${detail}\n${log.file}` });
    app.exit(1);
  });
  process.on('unhandledRejection', (failure) => {
    log.write('unhandled rejection', failure);
  });
}

/** The page's process ended by itself: written down, and the user chooses between loading it again and quitting. */
export function offerToReload(
  log: FailureLog,
  dialogs: Dialogs,
  texts: () => Texts,
): (reason: string, reload: () => void) => void {
  return (reason, reload) => {
    log.write('page', new PageGone(reason));
    void dialogs.askToReload(texts().pageGone).then((again) => {
      if (again) reload();
      else app.quit();
    });
  };
}

/** Its code is Chromium's word for why. */
class PageGone extends Error {
  readonly code: string;
  constructor(code: string) {
    super();
    this.name = 'PageGone';
    this.code = code;
  }
}
