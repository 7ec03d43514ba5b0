/**
 * What a run must be able to account for: every value that the user was told is saved, every value that someone else
 * wrote, everything that the user gave up or was shown. Each value is unique in the run, so it can be found again.
 */
import type { ContactFields } from '#shared/domain/contact.ts';
import type { ContactId, GroupId } from '#shared/domain/ids.ts';

export interface UserValue {
  readonly token: string;
  readonly account: number;
  readonly groupId: GroupId;
  readonly contactId: ContactId;
  readonly column: string;
  /** What stood there in front of the user when it was overwritten. */
  readonly before: string;
}

export interface KeptValue {
  readonly groupId: GroupId;
  readonly contactId: ContactId;
  readonly column: string;
  readonly value: string;
}

export class Ledger {
  #next = 0;
  readonly values: UserValue[] = [];
  /** Tokens that need not arrive: overwritten, deleted or given up by the user's own act. */
  readonly released = new Set<string>();
  /** Values that someone else wrote on the server. */
  readonly others = new Set<string>();
  /** Values of others that the user saw before they wrote over them, or deleted them. */
  readonly seen = new Set<string>();
  /** Every value that ever stood on the server. */
  readonly delivered = new Set<string>();
  /** Writes of ours over a value of someone else, as found on the server. */
  readonly overwrites: {
    readonly group: number;
    readonly column: string;
    readonly theirs: string;
    readonly ours: string;
  }[] = [];
  /** Questions about nothing: the user was asked to choose between two values of their own. */
  readonly needless: string[] = [];
  readonly groupNames = new Set<string>();
  readonly releasedGroups = new Set<string>();
  readonly #createdAgain = new Map<string, number>();
  /** Contacts that were missing on the server and that the user keeps: each must stand there again, by one of its values. */
  readonly #kept = new Map<ContactId, { groupId: GroupId; values: ReadonlySet<string> }>();
  /** How many contacts were missing in the list that the user decided about. */
  readonly #decidedAbout = new Map<GroupId, number>();
  /** Values of lost columns that the user keeps: each must stand there again. */
  #keptValues: readonly KeptValue[] = [];

  fresh(prefix: string): string {
    this.#next += 1;
    return `${prefix}${this.#next}`;
  }

  freshMobile(): string {
    this.#next += 1;
    return String(34_600_000_000 + this.#next);
  }

  /** The user wrote a value: what they wrote there before need not arrive any more. */
  wrote(value: UserValue): void {
    this.#noLonger(
      ({ contactId, column }) => contactId === value.contactId && column === value.column,
    );
    for (const earlier of this.values) {
      if (earlier.contactId === value.contactId && earlier.column === value.column) {
        this.released.add(earlier.token);
      }
    }
    // Of another contact once, where two became one.
    this.released.add(value.before);
    this.seen.add(value.before);
    this.values.push(value);
  }

  /** The user moved a contact: what the other group takes of it is still to arrive, the rest is given up. */
  moved(
    from: ContactId,
    to: { readonly contactId: ContactId; readonly groupId: GroupId },
    carried: ReadonlyMap<string, string>,
  ): void {
    this.#kept.delete(from);
    this.#noLonger(({ contactId }) => contactId === from);
    for (const value of this.values.filter(({ contactId }) => contactId === from)) {
      if (carried.get(value.column) !== value.token) this.released.add(value.token);
      else this.values.push({ ...value, ...to, before: '' });
    }
  }

  /**
   * A value that stands on the server against one of ours: there is nothing to ask if it is ours too.
   * Not so for the main field, of which a server may ignore a change and keep what we added it with.
   */
  askedAbout(contactId: ContactId | null, column: string, theirs: string): void {
    if (column === 'mobile') return;
    const own = this.values.some(
      (value) => value.contactId === contactId && value.column === column && value.token === theirs,
    );
    if (own) this.needless.push(`asked about our own value: ${column} = ${theirs}`);
  }

  /** The user decided about a held list; what they decided before counts no more. */
  decided(
    groupId: GroupId,
    kept: readonly { id: ContactId; fields: ContactFields }[],
    removed = kept.length,
  ): void {
    this.#decidedAbout.set(groupId, removed);
    for (const [id, promise] of this.#kept) if (promise.groupId === groupId) this.#kept.delete(id);
    this.#keptValues = this.#keptValues.filter((promise) => promise.groupId !== groupId);
    for (const { id, fields } of kept) {
      this.#kept.set(id, { groupId, values: new Set(Object.values(fields)) });
    }
  }

  /** A list is held and asked about: not again, where no more is missing than the user decided about and nothing came of it. */
  askedAboutList(groupId: GroupId, removed: number, missing: readonly { id: ContactId }[]): void {
    const decided = this.#decidedAbout.get(groupId);
    const nothingCameOfIt = missing.some(({ id }) => this.#kept.has(id));
    if (decided !== undefined && removed <= decided && nothingCameOfIt) {
      this.needless.push(`asked again about ${removed} contacts that the user keeps`);
    }
  }

  keptValues(values: readonly KeptValue[]): void {
    this.#keptValues = [...this.#keptValues, ...values];
  }

  #noLonger(isMeant: (promise: KeptValue) => boolean): void {
    if (this.#keptValues.length === 0) return;
    this.#keptValues = this.#keptValues.filter((promise) => !isMeant(promise));
  }

  /** A value stands on the server. */
  stands(value: string): void {
    this.delivered.add(value);
    for (const [id, { values }] of this.#kept) if (values.has(value)) this.#kept.delete(id);
    this.#noLonger((promise) => promise.value === value);
  }

  /** What the user kept and the server never had again. */
  notBack(): string[] {
    return [
      ...[...this.#kept.values()].map(({ values }) => [...values].join(' ')),
      ...this.#keptValues.map(({ column, value }) => `${column} = ${value}`),
    ];
  }

  releaseContact(contactId: ContactId): void {
    this.#kept.delete(contactId);
    this.#noLonger((promise) => promise.contactId === contactId);
    for (const value of this.values)
      if (value.contactId === contactId) this.released.add(value.token);
  }

  /** The addition of a contact was taken back, with what is seen of it in no list: `seen` are the values that are. */
  contactTakenBack(contactId: ContactId, seen: ReadonlySet<string>): void {
    for (const value of this.values) {
      if (value.contactId === contactId && !seen.has(value.token)) this.released.add(value.token);
    }
  }

  releaseGroup(groupId: GroupId): void {
    this.decided(groupId, []);
    for (const value of this.values) if (value.groupId === groupId) this.released.add(value.token);
  }

  releaseColumn(groupId: GroupId, column: string): void {
    this.#noLonger((promise) => promise.groupId === groupId && promise.column === column);
    for (const value of this.values) {
      if (value.groupId === groupId && value.column === column) this.released.add(value.token);
    }
  }

  /** A value that the user sees again, because they took back what had done away with it. */
  wantAgain(token: string): void {
    this.released.delete(token);
  }

  /** The user took back the end of a group that the server had carried out: it is created once more. */
  createdAgain(name: string): void {
    this.#createdAgain.set(name, this.creationsOf(name) + 1);
  }

  /** How often a group may have been created. */
  creationsOf(name: string): number {
    return this.#createdAgain.get(name) ?? 1;
  }

  release(token: string): void {
    this.#noLonger(({ value }) => value === token);
    this.released.add(token);
  }
}
