/** What bulk work does to one contact, decided before anything is written: by the preview and again by the job. */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { GroupId } from '#shared/domain/ids.ts';
import type { BulkRefusal } from '#shared/ipc/bulk.ts';
import type { Contact } from '../store/contacts.ts';
import type { Group } from '../store/groups.ts';

export type Plan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly why: BulkRefusal; readonly detail: string }
  | { readonly kind: 'edit'; readonly changes: ContactFields }
  /** Added to another group; `missing`: columns with values that it does not have. */
  | {
      readonly kind: 'add';
      readonly target: GroupId;
      readonly fields: ContactFields;
      readonly missing: readonly string[];
      readonly thenDelete: boolean;
    }
  | { readonly kind: 'delete' };

/** A contact together with the group in which it is. */
export interface Member {
  readonly contact: Contact;
  readonly group: Group;
}

/** Plans for some contacts at once, one for each. */
export type Planner = (members: readonly Member[]) => Plan[];

export const unchanged: Plan = { kind: 'unchanged' };

export function refusedPlan(why: BulkRefusal, detail = ''): Plan {
  return { kind: 'refused', why, detail };
}
