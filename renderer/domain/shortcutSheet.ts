import { keysOf } from '#shared/domain/shortcuts.ts';
import type { Translate } from '../i18n/index.ts';

export interface SheetLine {
  readonly does: string;
  /** Ways to do it, each a combination of keys. */
  readonly keys: readonly (readonly string[])[];
}

export interface SheetPart {
  readonly title: string;
  readonly lines: readonly SheetLine[];
}

/** Every key of the app, by where it works. */
export function shortcutSheet(t: Translate, mac: boolean): SheetPart[] {
  const whole = mac ? '⌘' : 'Ctrl';
  const enter = t('keys.enter');
  const line = (does: string, ...keys: string[][]): SheetLine => ({ does, keys });
  return [
    {
      title: t('keys.everywhere'),
      lines: [
        line(t('keys.palette'), keysOf('palette', mac)),
        line(t('keys.filterList'), ['/']),
        line(t('keys.newContact'), keysOf('newContact', mac)),
        line(t('keys.newGroup'), keysOf('newGroup', mac)),
        line(t('keys.syncNow'), keysOf('syncNow', mac)),
        line(t('keys.allContacts'), keysOf('groups', mac)),
        line(t('keys.pending'), keysOf('pending', mac)),
        line(t('keys.settings'), keysOf('settings', mac)),
        line(t('keys.undo'), [whole, 'Z']),
        line(t('keys.redo'), [whole, '⇧', 'Z']),
        line(t('keys.menuOf'), ['⇧', 'F10'], [t('keys.menu')]),
        line(t('keys.sheet'), ['?'], keysOf('shortcuts', mac)),
      ],
    },
    {
      title: t('keys.inList'),
      lines: [
        line(t('keys.move'), ['↑'], ['↓'], ['←'], ['→']),
        line(t('keys.screen'), [t('keys.pageUp')], [t('keys.pageDown')]),
        line(t('keys.ends'), [whole, t('keys.home')], [whole, t('keys.end')]),
        line(t('keys.write'), [enter], ['F2']),
        line(t('keys.open'), [whole, enter]),
        line(t('keys.select'), [t('keys.space')]),
        line(t('keys.selectOn'), ['⇧', '↑'], ['⇧', '↓']),
        line(t('keys.selectAll'), [whole, 'A']),
        line(t('keys.copy'), [whole, 'C']),
        line(t('keys.paste'), [whole, 'V']),
        line(t('keys.delete'), [t('keys.deleteKey')]),
        line(t('keys.leave'), ['Esc']),
      ],
    },
    {
      title: t('keys.inCell'),
      lines: [
        line(t('keys.saveDown'), [enter]),
        line(t('keys.saveRight'), [t('keys.tab')]),
        line(t('keys.giveUp'), ['Esc']),
      ],
    },
    {
      title: t('keys.onHead'),
      lines: [
        line(t('keys.sort'), [enter]),
        line(t('keys.headMenu'), ['Alt', '↓']),
        line(t('keys.moveColumn'), ['Alt', '←'], ['Alt', '→']),
        line(t('keys.widen'), ['⇧', '←'], ['⇧', '→']),
      ],
    },
    {
      title: t('keys.inContact'),
      lines: [line(t('keys.save'), [enter]), line(t('keys.close'), ['Esc'])],
    },
    {
      title: t('keys.onGroup'),
      lines: [line(t('keys.moveGroup'), ['Alt', '↑'], ['Alt', '↓'])],
    },
  ];
}
