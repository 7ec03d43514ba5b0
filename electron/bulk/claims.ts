/**
 * Main fields that a preview has given away. The job asks the database, which knows what it has done so far;
 * a preview writes nothing, so it remembers who would hold what.
 */
import type { ContactId, GroupId } from '#shared/domain/ids.ts';

export class Claims {
  readonly #holders = new Map<string, ContactId>();
  /** Contacts that would give up the main field that they hold in the database. */
  readonly #left = new Set<ContactId>();

  /** Another contact of the work would hold it by then. */
  isTaken(group: GroupId, value: string, self: ContactId): boolean {
    const holder = this.#holders.get(keyOf(group, value));
    return holder !== undefined && holder !== self;
  }

  hasLeft(contact: ContactId): boolean {
    return this.#left.has(contact);
  }

  take(group: GroupId, value: string, holder: ContactId): void {
    this.#holders.set(keyOf(group, value), holder);
  }

  leave(contact: ContactId): void {
    this.#left.add(contact);
  }
}

const keyOf = (group: GroupId, value: string): string => `${group}\n${value}`;
