/** What can be read from a damaged database, each row checked: damage that SQLite does not see must not travel on. */
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { groupTypeSchema } from '#shared/domain/group.ts';
import { groupLookSchema } from '#shared/domain/groupLook.ts';
import { contactIdSchema, entryIdSchema, groupIdSchema, viewIdSchema } from '#shared/domain/ids.ts';
import { intentSchema } from '#shared/domain/intent.ts';
import { listLayoutSchema } from '#shared/domain/listLayout.ts';
import { listLookSchema } from '#shared/ipc/listView.ts';
import { historyLineSchema } from '#shared/ipc/views.ts';
import type { Database } from '../../database.ts';
import type { AccountFiles } from '../accountFiles.ts';
import { sizeOf } from '../durable.ts';
import { fieldsIn } from '../mend.ts';
import { hasWholeSchema } from '../schemaCheck.ts';
import { rowsAround, rowsFromBothEnds } from './rows.ts';
import { removeTransplant, transplant } from './transplant.ts';

const serverId = z.string().min(1).max(64).nullable();
const fieldsText = z.string().refine((text) => fieldsIn(text) !== null);
const jsonOf = (schema: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return schema.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  });

const groupRow = z.object({
  id: groupIdSchema,
  server_id: serverId,
  label: z.string(),
  type: groupTypeSchema,
  country: z.string().nullable(),
  state: z.enum(['saved', 'creating', 'deleting']),
  created_at: z.number().int(),
});
const columnRow = z.object({
  group_id: groupIdSchema,
  name: z.string().min(1),
  position: z.number().int(),
  state: z.enum(['saved', 'adding', 'deleting']),
});
const contactRow = z.object({
  id: contactIdSchema,
  group_id: groupIdSchema,
  server_id: serverId,
  /** What is seen follows from it and from the queue. */
  base: fieldsText.nullable(),
});
const entryRow = z.object({
  seq: z.number().int(),
  id: entryIdSchema,
  group_id: groupIdSchema,
  contact_id: contactIdSchema.nullable(),
  intent: jsonOf(intentSchema),
  step: z.number().int(),
  created_at: z.number().int(),
});
const historyRow = z.object({
  id: z.number().int(),
  at: z.number().int(),
  group_id: groupIdSchema,
  contact_id: contactIdSchema.nullable(),
  intent: jsonOf(intentSchema).nullable(),
  outcome: historyLineSchema.shape.outcome,
  code: z.string().nullable(),
  changes: jsonOf(historyLineSchema.shape.changes).nullable(),
});
const scope = z.union([z.literal('all'), groupIdSchema]);
const layoutRow = z.object({ scope, layout: jsonOf(listLayoutSchema) });
const viewRow = z.object({
  id: viewIdSchema,
  scope,
  name: z.string().min(1),
  look: jsonOf(listLookSchema),
});
const lookRow = groupLookSchema.extend({ group_id: groupIdSchema });
const dismissedRow = z.object({
  one: contactIdSchema,
  other: contactIdSchema,
  print_one: z.string(),
  print_other: z.string(),
});
const factRow = z.object({ name: z.string(), value: z.string() });

export type RescuedDismissal = z.infer<typeof dismissedRow>;
export type RescuedGroup = z.infer<typeof groupRow>;
export type RescuedColumn = z.infer<typeof columnRow>;
export type RescuedContact = z.infer<typeof contactRow>;
export type RescuedEntry = z.infer<typeof entryRow>;
export type RescuedHistory = z.infer<typeof historyRow>;

export type RescuedLayout = z.infer<typeof layoutRow>;
export type RescuedView = z.infer<typeof viewRow>;

export type RescuedLook = z.infer<typeof lookRow>;

export interface Rescue {
  readonly groups: () => RescuedGroup[];
  readonly columns: () => RescuedColumn[];
  readonly contacts: () => Iterable<RescuedContact>;
  readonly entries: () => RescuedEntry[];
  readonly history: () => Iterable<RescuedHistory>;
  readonly layouts: () => Iterable<RescuedLayout>;
  readonly views: () => Iterable<RescuedView>;
  readonly looks: () => Iterable<RescuedLook>;
  readonly dismissed: () => Iterable<RescuedDismissal>;
  readonly facts: () => ReadonlyMap<string, string>;
  readonly close: () => void;
}

/**
 * Opens an account's damaged database for reading only, if need be as a copy with a new schema.
 * Null when SQLite cannot open it at all.
 */
export function openDamaged(files: AccountFiles): Rescue | null {
  const db = opened(files.database);
  if (db !== null && hasSchema(db)) return rescueOn(db, () => undefined);
  db?.close();
  if (sizeOf(files.database) === 0) return null;
  const copy = opened(transplant(files));
  return copy === null ? null : rescueOn(copy, () => removeTransplant(files));
}

/** Opens a backup for reading only. */
export function openRescue(path: string): Rescue | null {
  const db = opened(path);
  return db === null ? null : rescueOn(db, () => undefined);
}

function hasSchema(db: Database): boolean {
  try {
    return hasWholeSchema(db);
  } catch {
    return false;
  }
}

function rescueOn(db: Database, afterwards: () => void): Rescue {
  return {
    groups: () => [...checked(groupRow, rowsAround(db, 'groups', 'rowid', names(groupRow)))],
    columns: () =>
      [
        ...checked(
          columnRow,
          rowsFromBothEnds(db, 'group_columns', 'group_id, name', names(columnRow)),
        ),
      ].sort((left, right) => left.position - right.position),
    contacts: () => checked(contactRow, rowsAround(db, 'contacts', 'row', names(contactRow))),
    entries: () => [...checked(entryRow, rowsAround(db, 'outbox', 'seq', names(entryRow)))],
    history: () => checked(historyRow, rowsAround(db, 'history', 'id', names(historyRow))),
    layouts: () =>
      checked(layoutRow, rowsFromBothEnds(db, 'list_layouts', 'scope', names(layoutRow))),
    views: () => checked(viewRow, rowsFromBothEnds(db, 'list_views', 'id', names(viewRow))),
    looks: () => checked(lookRow, rowsFromBothEnds(db, 'group_looks', 'group_id', names(lookRow))),
    dismissed: () =>
      checked(
        dismissedRow,
        rowsFromBothEnds(db, 'duplicates_dismissed', 'one, other', names(dismissedRow)),
      ),
    facts: () =>
      new Map(
        [...checked(factRow, rowsFromBothEnds(db, 'facts', 'name', names(factRow)))].map(
          ({ name, value }) => [name, value],
        ),
      ),
    close() {
      db.close();
      afterwards();
    },
  };
}

function opened(path: string): Database | null {
  try {
    const db = new Sqlite(path, { readonly: true, fileMustExist: true });
    db.unsafeMode(true);
    // A damaged line of the schema then costs its own table only.
    db.pragma('writable_schema = ON');
    return db;
  } catch {
    return null;
  }
}

function names(schema: z.ZodObject): string {
  return Object.keys(schema.shape).join(', ');
}

function* checked<Schema extends z.ZodType>(
  schema: Schema,
  rows: Iterable<unknown>,
): Generator<z.output<Schema>> {
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) yield parsed.data;
  }
}
