import { ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import type { ValueColumn } from '#shared/domain/listColumn.ts';
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
  readonly apply: () => Promise<boolean>;
  readonly drop: () => void;
}

export interface BlockPlace {
  readonly query: Ref<Query>;
  readonly columns: ComputedRef<readonly GridColumn[]>;
  readonly source: ContactWindow;
  readonly selection: RowSelection;
}

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
    toasts.add({ title: t('lists.copied', { n: formats.value.number(contacts) }, contacts) });
  }

  const writable = (from: number): ValueColumn[] =>
    columns.value.slice(from).flatMap((column) => {
      const listed = listColumnOf(column);
      return listed?.kind === 'main' || listed?.kind === 'field' ? [listed] : [];
    });

  async function look(text: string, row: number, column: number): Promise<void> {
    const cells = cellsOf(text);
    const width = cells[0]?.length ?? 0;
    const over = writable(column).slice(0, width);
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
      values: cells.slice(0, contactIds.length).map((values) => values.slice(0, over.length)),
    };
    const result = await envelope(() => libreta().contacts.previewPaste(block));
    if (!result.ok) return fail(result.error);
    const tooMany = reached - rows;
    const outside = (cells.length - tooMany) * width - contactIds.length * over.length;
    error.value = null;
    pending.value = { block, preview: result.value, outside, tooMany };
  }

  async function apply(): Promise<boolean> {
    const now = pending.value;
    if (now === null || busy.value) return false;
    busy.value = true;
    const result = await envelope(() => libreta().contacts.paste(now.block));
    busy.value = false;
    if (!result.ok) {
      error.value = result.error;
      return false;
    }
    pending.value = null;
    await done(result.value.stepId);
    return true;
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
