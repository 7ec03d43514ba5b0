/** What makes two contacts of a group the same: their main field, read one way or the other. */
import type { GroupType } from '#shared/domain/group.ts';
import type { Dialect } from './dialect.ts';

export type KeyRule = Dialect['contactKey'];

/** The main field's value as it is compared under a rule. */
export function contactKey(type: GroupType, value: string, rule: KeyRule): string {
  if (rule === 'asSent') return value;
  if (type === 'email') return value.trim().toLowerCase();
  return value.replace(/\D/gu, '').replace(/^00/u, '');
}

/** How many contacts of a group have a key, under both rules at once: the rule may change while it runs. */
export interface KeyCounts {
  add(value: string): void;
  remove(value: string): void;
  count(value: string, rule: KeyRule): number;
}

export function createKeyCounts(type: GroupType): KeyCounts {
  const counts: Record<KeyRule, Map<string, number>> = { asSent: new Map(), normalised: new Map() };
  const rules: readonly KeyRule[] = ['asSent', 'normalised'];
  const shift = (value: string, by: number): void => {
    for (const rule of rules) {
      const key = contactKey(type, value, rule);
      const left = (counts[rule].get(key) ?? 0) + by;
      if (left > 0) counts[rule].set(key, left);
      else counts[rule].delete(key);
    }
  };
  return {
    add: (value) => shift(value, 1),
    remove: (value) => shift(value, -1),
    count: (value, rule) => counts[rule].get(contactKey(type, value, rule)) ?? 0,
  };
}
