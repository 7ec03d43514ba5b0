import type { GroupView } from '#shared/ipc/views.ts';
import { fieldOrder } from './gridColumns.ts';

/** The columns in which contacts of these groups are written, each once, in the order in which they are met. */
export function columnsOfGroups(groups: readonly GroupView[]): string[] {
  return [...new Set(groups.flatMap(fieldOrder))];
}
