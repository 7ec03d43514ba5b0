/**
 * Which rows a step changes, and how they were before. The database itself tells, by triggers of this connection that
 * are silent while no step is being recorded, so no edit can forget to.
 */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';
import type { Database } from '../database.ts';
import type { Image, ImageKind } from './image.ts';
import type { Succession } from './successions.ts';

interface Watched {
  readonly kind: Exclude<ImageKind, 'value'>;
  readonly table: string;
  /** What names the row, as SQL. */
  readonly key: (row: string) => string;
  readonly group: (row: string) => string;
  readonly contact: (row: string) => string;
  readonly columns: readonly string[];
}

const column =
  (name: string) =>
  (row: string): string =>
    `${row}.${name}`;
const none = (): string => 'NULL';

const contactColumns = ['server_id', 'base', 'fields', 'tombstone'];
const entryColumns = [
  'seq',
  'intent',
  'phase',
  'question',
  'step',
  'attempts',
  'next_try_at',
  'failure',
  'created_at',
];

function watchedIn(db: Database): readonly Watched[] {
  return [
    {
      kind: 'group',
      table: 'groups',
      key: column('id'),
      group: column('id'),
      contact: none,
      columns: groupColumns(db),
    },
    {
      kind: 'look',
      table: 'group_looks',
      key: column('group_id'),
      group: column('group_id'),
      contact: none,
      columns: ['colour', 'position'],
    },
    {
      kind: 'column',
      table: 'group_columns',
      key: column('name'),
      group: column('group_id'),
      contact: none,
      columns: ['position', 'state'],
    },
    {
      kind: 'contact',
      table: 'contacts',
      key: column('id'),
      group: column('group_id'),
      contact: column('id'),
      columns: contactColumns,
    },
    {
      kind: 'entry',
      table: 'outbox',
      key: column('id'),
      group: column('group_id'),
      contact: column('contact_id'),
      columns: entryColumns,
    },
    {
      kind: 'apart',
      table: 'duplicates_dismissed',
      key: (row) => `${row}.one || ' ' || ${row}.other`,
      group: () => "''",
      contact: none,
      columns: ['print_one', 'print_other'],
    },
  ];
}

/** Whatever a group has besides its id. */
export function groupColumns(db: Database): string[] {
  const info = db.pragma('table_info(groups)') as { name: string }[];
  return info.map(({ name }) => name).filter((name) => name !== 'id');
}

export interface Capture {
  readonly recording: () => boolean;
  readonly begin: () => void;
  /** One contact takes the place of another, which no row may tell. Silent while nothing is recorded. */
  readonly succeeds: (succession: Succession) => void;
  /** Ends the recording; the rows that are not as they were. */
  readonly end: () => { images: Image[]; successions: Succession[] };
  readonly abandon: () => void;
}

export function captureOn(db: Database): Capture {
  const tables = watchedIn(db);
  let first: Map<string, Image> | null = null;
  let successions: Succession[] = [];

  db.exec('CREATE TEMP TABLE undo_recording (on_now INTEGER PRIMARY KEY)');
  const switchOn = db.prepare('INSERT INTO temp.undo_recording VALUES (1)');
  const switchOff = db.prepare('DELETE FROM temp.undo_recording');
  db.function('undo_note', { varargs: true }, (...row: unknown[]) => {
    const [kind, key, group, contact, before] = row as [
      ImageKind,
      string,
      GroupId,
      ContactId | null,
      string | null,
    ];
    const name = `${kind} ${group} ${key}`;
    if (first !== null && !first.has(name)) {
      first.set(name, { kind, key, groupId: group, contactId: contact, before, after: null });
    }
    return null;
  });
  for (const table of tables) db.exec(triggersOf(table));
  const readers = new Map(
    tables.map(({ kind, table, key, group, columns }) => [
      kind as ImageKind,
      db
        .prepare<[string, string], string>(
          `SELECT ${imageSql('t', columns)} FROM ${table} t WHERE ${group('t')} = ? AND ${key('t')} = ?`,
        )
        .pluck(),
    ]),
  );

  function stop(): Map<string, Image> {
    const noted = first ?? new Map<string, Image>();
    first = null;
    successions = [];
    switchOff.run();
    return noted;
  }

  return {
    recording: () => first !== null,
    begin() {
      first = new Map();
      switchOn.run();
    },
    succeeds(succession) {
      if (first !== null) successions.push(succession);
    },
    end() {
      const told = successions;
      const images = [...stop().values()].flatMap((image) => {
        const after = readers.get(image.kind)?.get(image.groupId, image.key) ?? null;
        return after === image.before ? [] : [{ ...image, after }];
      });
      return { images, successions: told };
    },
    abandon: () => void stop(),
  };
}

function imageSql(row: string, columns: readonly string[]): string {
  const pairs = columns.map((column) => `'${column}', ${row}."${column}"`);
  return `json_object(${pairs.join(', ')})`;
}

function triggersOf({ kind, table, key, group, contact, columns }: Watched): string {
  const note = (row: 'old' | 'new', before: string): string => `
    WHEN EXISTS (SELECT 1 FROM temp.undo_recording) BEGIN
      SELECT undo_note('${kind}', ${key(row)}, ${group(row)}, ${contact(row)}, ${before});
    END;`;
  const image = imageSql('old', columns);
  return `
    CREATE TEMP TRIGGER undo_${kind}_added AFTER INSERT ON main.${table} ${note('new', 'NULL')}
    CREATE TEMP TRIGGER undo_${kind}_changed AFTER UPDATE ON main.${table} ${note('old', image)}
    CREATE TEMP TRIGGER undo_${kind}_removed AFTER DELETE ON main.${table} ${note('old', image)}`;
}
