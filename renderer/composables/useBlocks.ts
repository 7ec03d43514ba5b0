import { ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { ListColumn, ValueColumn } from '#shared/domain/listColumn.ts';
import { mostPasted, type PasteOutcome } from '#shared/ipc/block.ts';
import type { RequestOf } from '#shared/ipc/contract.ts';
import type { CodedError } from '#shared/ipc/errors.ts';
import { listColumnOf, type GridColumn } from '../domain/gridColumns.ts';
import type { Query } from '../domain/listQuery.ts';
import { cellsOf } from '../domain/tsv.ts';
import { envelope, libreta } from '../libreta.ts';
import { useAnnouncer } from '../stores/announcer.ts';
import { useToasts } from '../stores/toasts.ts';
import type { ContactWindow } from './useContactWindow.ts';
import type { RowSelection } from './useRowSelection.ts';
import { useTell } from './useTell.ts';
import { useText } from './useText.ts';

/** A paste that waits for a yes. */
export interface PendingPaste {
  readonly block: RequestOf<'contacts.paste'>;
  readonly preview: PasteOutcome;
  /** Cells of the block that lie beyond the last row or column of the list. */
  readonly outside: number;
  /** The block reaches over the names of groups, which are read only. */
  readonly overGroups: boolean;
  /** Rows of the block that are more than are pasted at once. */
  readonly tooMany: number;
}

export interface Blocks {
  readonly pending: Ref<PendingPaste | null>;
  readonly busy: Ref<boolean>;
  readonly error: Ref<CodedError | null>;
  /** The chosen rows, in the order and with the columns of the list. */
  readonly copy: () => Promise<void>;
  /** Looks what a block would do from a cell on. */
  readonly look: (text: string, row: number, column: number) => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly drop: () => void;
}

export interface BlockPlace {
  readonly query: Ref<Query>;
  readonly columns: ComputedRef<readonly GridColumn[]>;
  readonly source: ContactWindow;
  readonly selection: RowSelection;
}

const isValue = (column: ListColumn): column is ValueColumn =>
  column.kind === 'main' || column.kind === 'field';

/** Copying rows out of the list and pasting a block of a spreadsheet over it. */
export function useBlocks({ query, columns, source, selection }: BlockPlace): Blocks {
  const { t, formats } = useText();
  const { fail, done } = useTell();
  const toasts = useToasts();
  const announcer = useAnnouncer();
  const pending = shallowRef<PendingPaste | null>(null);
  const busy = ref(false);
  const error = ref<CodedError | null>(null);

  async function copy(): Promise<void> {
    const chosen = selection.request.value;
    if (chosen === null) return;
    const listed = columns.value.flatMap((column) => listColumnOf(column) ?? []);
    const { sort, language } = query.value;
    const request = { selection: chosen, columns: listed, sort, language };
    const result = await envelope(() => libreta().contacts.copy(request));
    if (!result.ok) return fail(result.error);
    const { contacts } = result.value;
    toasts.add({ title: () => t('lists.copied', { n: formats.value.number(contacts) }, contacts) });
  }

  /** What a block is laid over: the columns that a copy has, so that what was copied fits where it came from. */
  const laidOver = (from: number): ListColumn[] =>
    columns.value.slice(from).flatMap((column) => {
      const listed = listColumnOf(column);
      return listed === null || listed.kind === 'sync' ? [] : [listed];
    });

  async function look(text: string, row: number, column: number): Promise<void> {
    const cells = cellsOf(text);
    const width = cells[0]?.length ?? 0;
    const under = laidOver(column).slice(0, width);
    const places = under.flatMap((listed, place) => (isValue(listed) ? [place] : []));
    const over = under.filter(isValue);
    const reached = Math.min(cells.length, Math.max(0, source.total.value - row));
    const rows = Math.min(reached, mostPasted);
    if (over.length === 0 || rows === 0) {
      announcer.say(t('lists.pasteNowhere'));
      return;
    }
    const contactIds = await source.readIds(row, rows);
    if (contactIds.length === 0) return;
    const block = {
      contactIds: [...contactIds] as string[],
      columns: over,
      values: cells
        .slice(0, contactIds.length)
        .map((values) => places.map((place) => values[place] ?? '')),
    };
    const result = await envelope(() => libreta().contacts.previewPaste(block));
    if (!result.ok) return fail(result.error);
    const tooMany = reached - rows;
    const outside = (cells.length - tooMany) * width - contactIds.length * under.length;
    const overGroups = over.length < under.length;
    error.value = null;
    pending.value = { block, preview: result.value, outside, overGroups, tooMany };
  }

  async function apply(): Promise<void> {
    const now = pending.value;
    if (now === null || busy.value) return;
    busy.value = true;
    const result = await envelope(() => libreta().contacts.paste(now.block));
    busy.value = false;
    if (!result.ok) {
      error.value = result.error;
      return;
    }
    pending.value = null;
    await done(result.value.stepId);
  }

  return {
    pending,
    busy,
    error,
    copy,
    look,
    apply,
    drop: () => {
      pending.value = null;
    },
  };
}
