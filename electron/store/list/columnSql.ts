/** A column of the list as an expression over `contacts`. Parts of SQL carry the values they are bound to. */
import { mainFieldOf, type GroupType } from '#shared/domain/group.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import { jsonPath } from '../contacts.ts';

export type Bound = string | number;

export interface Sql {
  readonly text: string;
  readonly values: readonly Bound[];
}

/** The type of a group; null when there is no such group. */
export type TypeOf = (group: GroupId) => GroupType | null;

/** The state of a contact by its entries, as a number: what needs the user first, what is saved last. */
export const syncRank = `(SELECT CASE WHEN count(*) = 0 THEN 3 WHEN max(phase = 'needsYou') THEN 0
  WHEN max(phase IN ('sending', 'sent')) THEN 1 ELSE 2 END FROM outbox WHERE contact_id = contacts.id)`;

/** `type`: of the one group that is listed; null for every group, where the main field differs. */
export function columnSql(column: ListColumn, type: GroupType | null): Sql {
  switch (column.kind) {
    case 'field':
      return { text: 'json_extract(fields, ?)', values: [jsonPath(column.name)] };
    case 'main':
      return type === null
        ? {
            // A type is one of two plain words, so it needs no quoting.
            text: `json_extract(fields, '$.' || (SELECT type FROM groups WHERE id = group_id))`,
            values: [],
          }
        : { text: 'json_extract(fields, ?)', values: [jsonPath(mainFieldOf(type))] };
    case 'group':
      return { text: '(SELECT label FROM groups WHERE id = group_id)', values: [] };
    case 'sync':
      return { text: `cast(${syncRank} AS TEXT)`, values: [] };
  }
}
