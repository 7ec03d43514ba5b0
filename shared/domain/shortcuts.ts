/** The keys that work everywhere with Ctrl or Cmd: one table for the window and for the native menu, so that both say the same. */
import { z } from 'zod';

export const shortcutIds = [
  'palette',
  'newContact',
  'newGroup',
  'syncNow',
  'groups',
  'pending',
  'settings',
  'shortcuts',
] as const;
export const shortcutIdSchema = z.enum(shortcutIds);
export type ShortcutId = z.infer<typeof shortcutIdSchema>;

interface Keys {
  /** As `KeyboardEvent.key` has it, in lower case. */
  readonly key: string;
  readonly shift: boolean;
}

export const shortcuts: Readonly<Record<ShortcutId, Keys>> = {
  palette: { key: 'k', shift: false },
  newContact: { key: 'n', shift: false },
  newGroup: { key: 'n', shift: true },
  syncNow: { key: 'r', shift: false },
  groups: { key: 'g', shift: true },
  pending: { key: 'p', shift: true },
  settings: { key: ',', shift: false },
  shortcuts: { key: '/', shift: false },
};

/** As Electron's menus write it. */
export function acceleratorOf(id: ShortcutId): string {
  const { key, shift } = shortcuts[id];
  return `CmdOrCtrl+${shift ? 'Shift+' : ''}${key.toUpperCase()}`;
}

/** As it stands on the keys, one by one. */
export function keysOf(id: ShortcutId, mac: boolean): string[] {
  const { key, shift } = shortcuts[id];
  return mac
    ? [...(shift ? ['⇧'] : []), '⌘', key.toUpperCase()]
    : ['Ctrl', ...(shift ? ['⇧'] : []), key.toUpperCase()];
}

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The shortcut that was pressed, or null. On a Mac Cmd counts, elsewhere Ctrl. */
export function shortcutOf(pressed: Pressed, mac: boolean): ShortcutId | null {
  const whole = mac ? pressed.metaKey && !pressed.ctrlKey : pressed.ctrlKey && !pressed.metaKey;
  if (!whole || pressed.altKey) return null;
  const key = pressed.key.toLowerCase();
  const isLetter = /^[a-z]$/u.test(key);
  return (
    shortcutIds.find(
      (id) =>
        // Where a sign stands on a keyboard, and whether Shift is needed for it, differs by country.
        shortcuts[id].key === key && (!isLetter || shortcuts[id].shift === pressed.shiftKey),
    ) ?? null
  );
}
