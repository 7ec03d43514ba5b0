import { FolderOpen, PenLine, SquareCheck, Trash2 } from '@lucide/vue';
import { computed, shallowRef, type ComputedRef } from 'vue';
import type { Scope } from '#shared/ipc/contract.ts';
import type { ContactRow } from '#shared/ipc/views.ts';
import type { MenuAction } from '../components/base/menuAction.ts';
import { isMac } from '../domain/platform.ts';
import { useNavigation } from '../stores/navigation.ts';
import { useText } from './useText.ts';

export interface RowMenu {
  readonly parts: ComputedRef<MenuAction[][]>;
  /** Before the menu opens: which row it is about. Elsewhere than on a row none opens. */
  readonly point: (event: MouseEvent) => void;
}

export interface RowMenuSource {
  readonly scope: () => Scope;
  readonly rowAt: (index: number) => ContactRow | null;
  readonly isChosen: (row: ContactRow) => boolean;
  readonly toggle: (row: ContactRow, index: number) => void;
  readonly enter: (row: ContactRow) => unknown;
  readonly delete: (row: ContactRow) => unknown;
}

/** The menu of a row: by the right button, or by the Menu key on any of its cells. */
export function useRowMenu(source: RowMenuSource): RowMenu {
  const { t } = useText();
  const navigation = useNavigation();
  const row = shallowRef<ContactRow | null>(null);
  let index = -1;

  function point(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null;
    index = Number(line?.getAttribute('aria-rowindex') ?? 0) - 2;
    /* As it is at this moment: what is drawn may be newer than what was pointed at before. */
    row.value = index < 0 ? null : source.rowAt(index);
    if (row.value === null) event.stopPropagation();
  }

  const parts = computed<MenuAction[][]>(() => {
    const of = row.value;
    if (of === null) return [];
    const inGroup: MenuAction = {
      id: 'inGroup',
      icon: FolderOpen,
      label: t('grid.openInGroup'),
      run: () => navigation.openContact(of.groupId, of.id),
    };
    return [
      [
        {
          id: 'open',
          icon: PenLine,
          label: t('grid.openContact'),
          keys: [isMac() ? '⌘' : 'Ctrl', t('keys.enter')].join(' '),
          run: () => source.enter(of),
        },
        ...(source.scope().kind === 'all' ? [inGroup] : []),
        {
          id: 'select',
          icon: SquareCheck,
          label: source.isChosen(of) ? t('grid.deselectRow') : t('grid.selectRow'),
          keys: t('keys.space'),
          run: () => source.toggle(of, index),
        },
      ],
      [
        {
          id: 'delete',
          icon: Trash2,
          label: t('grid.deleteRow'),
          keys: t('keys.deleteKey'),
          danger: true,
          run: () => source.delete(of),
        },
      ],
    ];
  });

  return { parts, point };
}
