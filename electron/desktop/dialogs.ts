/** Native dialogs. Headless there is nobody to answer one, so messages go to the terminal instead. */
import { dialog, type BrowserWindow } from 'electron';
import type { Message } from './startFailure.ts';
import type { Texts } from './texts.ts';

export interface Dialogs {
  /** Shows a message and waits until it is read. Works before there is a window. */
  tell(message: Message): void;
  /** Whether to load the page again; the other answer is to quit. */
  askToReload(texts: Texts['pageGone']): Promise<boolean>;
  /** Asks where to save a file; null when cancelled. */
  chooseSavePath(suggestedName: string): Promise<string | null>;
}

export function dialogs(window: () => BrowserWindow | null, headless: boolean): Dialogs {
  return {
    tell({ title, detail }) {
      if (headless) process.stderr.write(`${title}\n${detail}\n`);
      else dialog.showErrorBox(title, detail);
    },
    async askToReload(texts) {
      if (headless) return false;
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message: texts.title,
        detail: texts.detail,
        buttons: [texts.reload, texts.quit],
        defaultId: 0,
        cancelId: 1,
      });
      return response === 0;
    },
    async chooseSavePath(suggestedName) {
      const options = { defaultPath: suggestedName };
      const parent = window();
      const answer = await (parent === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
  };
}
