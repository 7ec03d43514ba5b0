import { keysOf, type ShortcutId } from '#shared/domain/shortcuts.ts';
import { isMac } from '../domain/platform.ts';

/** A shortcut on one line: “Ctrl ⇧ N”. */
export const keyText = (id: ShortcutId): string => keysOf(id, isMac()).join(isMac() ? '' : ' ');
