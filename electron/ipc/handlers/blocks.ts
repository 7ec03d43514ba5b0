import type { AccountDesk } from '../../account/accountDesk.ts';
import { copyBlock } from '../../block/copyBlock.ts';
import { paste, previewPaste } from '../../block/pasteBlock.ts';
import type { HandlersOf } from '../handler.ts';

type Channels = 'contacts.copy' | 'contacts.previewPaste' | 'contacts.paste';

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function blockHandlers(
  desk: AccountDesk,
  writeClipboard: (text: string) => void,
): HandlersOf<Channels> {
  return {
    'contacts.copy': async (request) => {
      const { text, contacts } = await copyBlock(desk.current.store, request, pause);
      writeClipboard(text);
      return { contacts };
    },
    'contacts.previewPaste': (block) => previewPaste(desk.current.store, block, pause),
    'contacts.paste': async (block) => {
      const { store, engine } = desk.current;
      const outcome = await paste(store, block, pause);
      engine.nudge();
      return outcome;
    },
  };
}
