/**
 * A block of a spreadsheet laid over contacts. The preview does the same edits and takes them back at once, so that it
 * says what the paste will do, by the same rules. The paste is one step of undo, however large.
 */
import { valueOf, type ContactFields } from '#shared/domain/contact.ts';
import { contactTitle } from '#shared/domain/contactTitle.ts';
import { differences } from '#shared/domain/fold.ts';
import { groupTypes, mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { FieldChange } from '#shared/domain/intent.ts';
import type { Block, PastedRow, PasteOutcome } from '#shared/ipc/block.ts';
import { LibretaError, type ErrorCode } from '#shared/ipc/errors.ts';
import type { AccountStore } from '../store/accountStore.ts';
import { isOfTheFile } from '../store/database.ts';
import { editContact, trimmed } from '../store/edits/contacts.ts';

/** Contacts of one transaction. */
const atOnce = 50;
const mainFields = groupTypes.map(mainFieldOf);
/** Rows that are told one by one. */
const mostTold = 200;

interface Wanted {
  readonly contactId: ContactId;
  readonly title: string;
  readonly fields: ContactFields;
  readonly changes: Readonly<Record<string, FieldChange>>;
}

type Apply = (wanted: readonly Wanted[]) => (ErrorCode | null)[];

/** What pasting would do. Nothing stays of it. */
export function previewPaste(
  store: AccountStore,
  block: Block,
  pause: () => Promise<void>,
): Promise<PasteOutcome> {
  const together = hasMainField(block) ? block.contactIds.length : atOnce;
  return lay(store, block, { pause, together }, (wanted) => tried(store, wanted));
}

/**
 * A main field is one contact's only: what an earlier row takes or leaves decides about a later one. Such a block is
 * looked at as a whole, so that the preview says of every row what the paste will do.
 */
function hasMainField({ columns }: Block): boolean {
  return columns.some(
    (column) => column.kind === 'main' || mainFields.some((name) => name === column.name),
  );
}

/** Pastes; what is refused stays as it is. */
export async function paste(
  store: AccountStore,
  block: Block,
  pause: () => Promise<void>,
): Promise<PasteOutcome> {
  const count = block.contactIds.length;
  const step = store.undo.open({ kind: 'bulk', action: 'paste', count });
  const outcome = await lay(store, block, { pause, together: atOnce }, (wanted) =>
    step.run(() => wanted.map((one) => edited(store, one))),
  );
  const stepId = step.id();
  if (stepId !== null && outcome.changed !== count)
    step.rename({ kind: 'bulk', action: 'paste', count: outcome.changed });
  return { ...outcome, stepId };
}

async function lay(
  store: AccountStore,
  block: Block,
  { pause, together }: { pause: () => Promise<void>; together: number },
  apply: Apply,
): Promise<PasteOutcome> {
  const told: Record<'refused' | 'changed', PastedRow[]> = { refused: [], changed: [] };
  let changed = 0;
  let refused = 0;
  let cells = 0;
  for (let at = 0; at < block.contactIds.length; at += together) {
    const wanted = block.contactIds
      .slice(at, at + together)
      .map((contactId, offset) => wantedOf(store, block, contactId, at + offset))
      .filter(({ changes }) => Object.keys(changes).length > 0);
    apply(wanted).forEach((why, index) => {
      const one = wanted[index];
      if (one === undefined) return;
      const { contactId, title, changes } = one;
      if (why === null) {
        changed += 1;
        cells += Object.keys(changes).length;
      } else refused += 1;
      const list = why === null ? told.changed : told.refused;
      if (list.length < mostTold) list.push({ contactId, title, changes, refused: why });
    });
    await pause();
  }
  const rows = [...told.refused, ...told.changed].slice(0, mostTold);
  const unchanged = block.contactIds.length - changed - refused;
  return { changed, unchanged, refused, cells, rows, stepId: null };
}

function wantedOf(store: AccountStore, block: Block, contactId: ContactId, at: number): Wanted {
  const contact = store.contacts.get(contactId);
  const group = contact === null ? null : store.groups.get(contact.groupId);
  const seen = contact?.fields ?? {};
  const type: GroupType = group?.type ?? 'mobile';
  const values = block.columns.map((column, place) => {
    const name = column.kind === 'main' ? mainFieldOf(type) : column.name;
    return [name, block.values[at]?.[place] ?? ''] as const;
  });
  const fields = trimmed(Object.fromEntries(values));
  const changes = Object.fromEntries(
    Object.entries(differences(seen, { ...seen, ...fields })).filter(
      ([name]) => valueOf(fields, name) !== valueOf(seen, name),
    ),
  );
  return { contactId, title: contactTitle(seen, mainFieldOf(type)), fields, changes };
}

function edited(store: AccountStore, { contactId, fields }: Wanted): ErrorCode | null {
  try {
    editContact(store, contactId, fields, 'modify');
    return null;
  } catch (error) {
    // What is wrong with the file, not with the row, takes the transaction with it.
    if (error instanceof LibretaError && !isOfTheFile(error)) return error.coded.code;
    throw error;
  }
}

class TakenBack extends Error {}

function tried(store: AccountStore, wanted: readonly Wanted[]): (ErrorCode | null)[] {
  let found: (ErrorCode | null)[] = [];
  try {
    store.transaction(() => {
      found = wanted.map((one) => edited(store, one));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return found;
}
