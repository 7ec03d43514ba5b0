import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import type { FieldObstacle } from '#shared/domain/contactText.ts';
import type { Carry } from '#shared/domain/intent.ts';
import type { CodedError, Result } from '#shared/ipc/errors.ts';
import type { ContactRow } from '#shared/ipc/views.ts';
import { replaceObstacles, type Replacement } from '../domain/replaceObstacles.ts';
import { useKeysKept, type KeysKept } from './useKeysKept.ts';

export interface EditedCell {
  readonly row: ContactRow;
  readonly index: number;
  readonly at: number;
  /** The contact's column. */
  readonly field: string;
  /** Begun by typing over the value: then every arrow goes on to the next cell. */
  readonly isTyped: boolean;
}

/**
 * Where the focus goes once the value is saved. `away`: it has gone elsewhere already; `next` and `previous`: to a cell
 * that can be written.
 */
export type Onward = 'away' | 'stay' | 'up' | 'down' | 'left' | 'right' | 'next' | 'previous';

export interface CellEdit {
  readonly cell: Ref<EditedCell | null>;
  readonly text: Ref<string>;
  readonly error: Ref<CodedError | null>;
  /** What the text form cannot carry, in any value of the contact. */
  readonly obstacles: ComputedRef<readonly FieldObstacle[]>;
  readonly recreate: Ref<boolean>;
  readonly busy: Ref<boolean>;
  readonly begin: (cell: EditedCell, text?: string) => void;
  readonly cancel: () => void;
  /** True when all was saved, or nothing was to save. What stands in the way, or is typed meanwhile, keeps it open. */
  readonly commit: (onward: Onward) => Promise<boolean>;
  /** Replaces what cannot be carried, in every value that has it, and saves. */
  readonly replaceBy: (replacement: Replacement) => Promise<boolean>;
  /** True where a key that is pressed while the value is being saved is kept for the cell that the focus goes on to. */
  readonly keep: KeysKept['keep'];
  readonly keepText: KeysKept['keepText'];
}

export type SaveCell = (
  row: ContactRow,
  changes: ContactFields,
  carry: Carry,
) => Promise<Result<unknown>>;

/**
 * One cell while it is edited. What is typed lives here until it is saved or given up; then the focus goes on. `show`:
 * told of the row as it was saved, before the cell closes, so that it never shows the value of before.
 */
export function useCellEdit(
  save: SaveCell,
  show: (index: number, row: ContactRow) => void,
  goOn: (onward: Onward) => Promise<void>,
): CellEdit {
  const cell = shallowRef<EditedCell | null>(null);
  const text = ref('');
  const error = ref<CodedError | null>(null);
  const recreate = ref(false);
  const busy = ref(false);
  const obstacles = computed(() =>
    error.value?.code === 'cannotCarry' ? (error.value.fields ?? []) : [],
  );

  const keys = useKeysKept({ isOpen: () => cell.value !== null, busy, text });

  function close(onward: Onward): void {
    clear();
    void goOn(onward).then(keys.press);
  }

  function clear(): void {
    cell.value = null;
    error.value = null;
    recreate.value = false;
  }

  async function store(changes: ContactFields, onward: Onward): Promise<boolean> {
    const now = cell.value;
    if (now === null || busy.value) return false;
    const changed = Object.entries(changes).filter(
      ([column, value]) => value.trim() !== valueOf(now.row.fields, column),
    );
    if (changed.length === 0) {
      close(onward);
      return true;
    }
    busy.value = true;
    const sent = text.value;
    const carry = recreate.value ? 'recreate' : 'modify';
    const result = await save(now.row, Object.fromEntries(changed), carry);
    busy.value = false;
    if (!result.ok) {
      // They were meant for another cell than the one that stays open.
      keys.drop();
      error.value = result.error;
      return false;
    }
    const saved = changed.map(([column, value]) => [column, value.trim()] as const);
    const row = { ...now.row, fields: { ...now.row.fields, ...Object.fromEntries(saved) } };
    show(now.index, row);
    if (text.value !== sent) {
      keys.drop();
      clear();
      cell.value = { ...now, row };
      return false;
    }
    close(onward);
    return true;
  }

  return {
    cell,
    text,
    error,
    obstacles,
    recreate,
    busy,
    begin(next, start) {
      clear();
      cell.value = next;
      text.value = start ?? valueOf(next.row.fields, next.field);
    },
    cancel: () => close('stay'),
    commit: (onward) =>
      store(cell.value === null ? {} : { [cell.value.field]: text.value }, onward),
    replaceBy(replacement) {
      const now = cell.value;
      if (now === null) return Promise.resolve(false);
      const values = { ...now.row.fields, [now.field]: text.value };
      const changes = obstacles.value.map(
        ({ column }) => [column, replaceObstacles(valueOf(values, column), replacement)] as const,
      );
      text.value = replaceObstacles(text.value, replacement);
      return store({ [now.field]: text.value, ...Object.fromEntries(changes) }, 'stay');
    },
    keep: keys.keep,
    keepText: keys.keepText,
  };
}
