/**
 * Looks for contacts that look like one and the same: one walk over the contacts, some at a time, fills indexes of what
 * they share; then each thing that is shared is looked at with the contacts themselves. Never each with each.
 */
import { alpha3ToAlpha2 } from 'i18n-iso-countries/index.js';
import type { GroupId } from '#shared/domain/ids.ts';
import { likenessOf, printOf, type Likeness } from '#shared/domain/likeness.ts';
import { areSimilar } from '#shared/domain/similarName.ts';
import type { DuplicateReason } from '#shared/ipc/duplicates.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { Scope } from '#shared/ipc/list.ts';
import type { AccountStore } from '../store/accountStore.ts';
import type { ComparedContact } from '../store/duplicates.ts';
import { areDismissed, forgetStale } from './dismissals.ts';
import { KeyIndex } from './keyIndex.ts';
import { NameIndex } from './nameIndex.ts';

/** Contacts that are shown of one set; what shares a number with a hundred others is no question of two. */
export const mostShown = 6;
/** Sets that are told of each reason; the others are counted. */
const mostSets = 200;
/** Where more pairs of similar names are found, names say too little there, and no more are looked for. */
const mostPairs = 2_000;
const batch = 500;

export interface FoundSet {
  readonly reason: DuplicateReason;
  readonly shared: string;
  readonly contacts: readonly ComparedContact[];
  readonly more: number;
}

export interface Found {
  readonly compared: number;
  readonly counts: Record<DuplicateReason, number>;
  readonly sets: readonly FoundSet[];
}

export interface FindOptions {
  readonly store: AccountStore;
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (compared: number) => void;
}

/** @throws LibretaError cancelled */
export async function findDuplicates(options: FindOptions, scope: Scope): Promise<Found> {
  const { store, signal, onProgress } = options;
  const like = likenessIn(store);
  const indexes = { number: new KeyIndex(), email: new KeyIndex(), name: new NameIndex() };
  let compared = 0;

  async function pause(): Promise<void> {
    await options.pause();
    if (signal.aborted) throw new LibretaError('cancelled');
  }

  for (let after = 0; ;) {
    const contacts = store.duplicates.after(scope, after, batch);
    for (const contact of contacts) {
      const likeness = like(contact);
      for (const key of likeness.numbers) indexes.number.add(key, contact.row);
      for (const key of likeness.emails) indexes.email.add(key, contact.row);
      indexes.name.add(likeness, contact.row);
    }
    compared += contacts.length;
    onProgress(compared);
    if (contacts.length < batch) break;
    after = contacts.at(-1)?.row ?? after;
    await pause();
  }

  const sets = new SetCollector(store, like);
  for (const reason of ['number', 'email'] as const) {
    let looked = 0;
    for (const rows of indexes[reason].shared()) {
      // Enough to go through: the others are counted, and shown when the search is made again.
      if (sets.isFull(reason)) sets.counts[reason] += 1;
      else for (const one of sharing(store.duplicates.atRows(rows), like, reason)) sets.add(one);
      looked += 1;
      if (looked % 50 === 0) await pause();
    }
  }
  let steps = 0;
  for (const pair of indexes.name.pairs()) {
    if (pair !== null && sets.isFull('name')) sets.counts.name += 1;
    else if (pair !== null) sets.addNames(store.duplicates.atRows(pair));
    if (sets.counts.name >= mostPairs) break;
    steps += 1;
    if (steps % 50 === 0) await pause();
  }
  return { compared, counts: sets.counts, sets: sets.found };
}

export type LikenessOf = (contact: ComparedContact) => Likeness;

/** What is compared of a contact, by the country of its group. */
export function likenessIn(store: AccountStore): LikenessOf {
  const countries = new Map<GroupId, string | null>();
  return ({ groupId, fields }) => {
    let country = countries.get(groupId);
    if (country === undefined) {
      const iso3 = store.groups.get(groupId)?.country ?? null;
      country = iso3 === null ? null : (alpha3ToAlpha2(iso3) ?? null);
      countries.set(groupId, country);
    }
    return likenessOf(fields, country);
  };
}

/** Contacts of one hash, by the keys themselves. */
function sharing(
  contacts: readonly ComparedContact[],
  like: LikenessOf,
  reason: 'number' | 'email',
): FoundSet[] {
  const byKey = new Map<string, ComparedContact[]>();
  for (const contact of contacts) {
    const { numbers, emails } = like(contact);
    for (const key of reason === 'number' ? numbers : emails) {
      byKey.set(key, [...(byKey.get(key) ?? []), contact]);
    }
  }
  return [...byKey].flatMap(([shared, all]) =>
    all.length < 2
      ? []
      : [
          {
            reason,
            shared,
            contacts: all.slice(0, mostShown),
            more: Math.max(0, all.length - mostShown),
          },
        ],
  );
}

/** Keeps the first sets of each reason and counts all; contacts that were met for a better reason are not told again. */
class SetCollector {
  readonly counts: Record<DuplicateReason, number> = { number: 0, email: 0, name: 0 };
  readonly found: FoundSet[] = [];
  readonly #store: AccountStore;
  readonly #like: LikenessOf;
  readonly #pairs = new Set<string>();

  constructor(store: AccountStore, like: LikenessOf) {
    this.#store = store;
    this.#like = like;
  }

  isFull(reason: DuplicateReason): boolean {
    return this.counts[reason] >= mostSets;
  }

  addNames(contacts: readonly ComparedContact[]): void {
    const [left, right] = contacts;
    if (left === undefined || right === undefined) return;
    const [one, other] = [this.#like(left).name, this.#like(right).name];
    // It may have changed since it was read.
    if (one === null || other === null || !areSimilar(one, other)) return;
    this.add({ reason: 'name', shared: '', contacts, more: 0 });
  }

  add(set: FoundSet): void {
    const rows = set.contacts.map(({ row }) => row);
    const pairs = rows.flatMap((row, index) =>
      rows.slice(index + 1).map((next) => `${row}:${next}`),
    );
    if (pairs.every((pair) => this.#pairs.has(pair))) return;
    for (const pair of pairs) this.#pairs.add(pair);
    const printed = set.contacts.map((contact) => ({
      id: contact.id,
      print: printOf(this.#like(contact)),
    }));
    if (areDismissed(this.#store, printed)) return;
    forgetStale(this.#store, printed);
    this.counts[set.reason] += 1;
    if (this.counts[set.reason] <= mostSets) this.found.push(set);
  }
}
