/** Counts what bulk work does and leaves, with the first of those that it leaves by name. */
import { contactTitle } from '#shared/domain/contactTitle.ts';
import { mainFieldOf } from '#shared/domain/group.ts';
import type { BulkRefusal, RefusedContact } from '#shared/ipc/bulk.ts';
import type { Member, Plan } from './plan.ts';

/** Refused contacts that are told by name; the rest are counts. */
const mostNamed = 100;

export interface Counts {
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly reasons: Partial<Record<BulkRefusal, number>>;
  readonly refusedContacts: RefusedContact[];
}

export class Tally {
  #changed = 0;
  #unchanged = 0;
  #refused = 0;
  readonly #reasons = new Map<BulkRefusal, number>();
  readonly #named: RefusedContact[] = [];

  count({ contact, group }: Member, plan: Plan): void {
    switch (plan.kind) {
      case 'unchanged':
        this.#unchanged += 1;
        return;
      case 'edit':
      case 'add':
      case 'delete':
        this.#changed += 1;
        return;
      case 'refused': {
        const { why, detail } = plan;
        this.#refuse(why, 1);
        if (this.#named.length >= mostNamed) return;
        const title = titleOf({ contact, group });
        this.#named.push({ contactId: contact.id, title, groupId: group.id, why, detail });
      }
    }
  }

  /** Contacts that were chosen and have gone since. */
  gone(count: number): void {
    if (count > 0) this.#refuse('contactGone', count);
  }

  #refuse(why: BulkRefusal, count: number): void {
    this.#refused += count;
    this.#reasons.set(why, (this.#reasons.get(why) ?? 0) + count);
  }

  counts(): Counts {
    return {
      changed: this.#changed,
      unchanged: this.#unchanged,
      refused: this.#refused,
      reasons: Object.fromEntries(this.#reasons),
      refusedContacts: [...this.#named],
    };
  }
}

/** What to call a contact in a list. */
export function titleOf({ contact, group }: Member): string {
  return contactTitle(contact.fields, mainFieldOf(group.type));
}
