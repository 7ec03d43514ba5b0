/** Groups that the server had trouble with: each backs off alone, and no other waits for it. Pure state. */
import type { GroupId } from '#shared/domain/ids.ts';
import { backoff, entryBackoff, waitFor } from './backoff.ts';

export class TroubledGroups {
  readonly #troubles = new Map<GroupId, { attempts: number; retryAt: number }>();
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(now: () => number, random: () => number) {
    this.#now = now;
    this.#random = random;
  }

  /** The server failed once more. */
  note(id: GroupId): void {
    const attempts = (this.#troubles.get(id)?.attempts ?? 0) + 1;
    const retryAt = this.#now() + backoff(entryBackoff, attempts, this.#random());
    this.#troubles.set(id, { attempts, retryAt });
  }

  /** How often in a row. */
  timesOf(id: GroupId): number {
    return this.#troubles.get(id)?.attempts ?? 0;
  }

  has(id: GroupId): boolean {
    return this.#troubles.has(id);
  }

  /** Whether it is not its time yet. */
  rests(id: GroupId): boolean {
    return waitFor(this.#troubles.get(id)?.retryAt ?? 0, this.#now()) > 0;
  }

  over(id: GroupId): void {
    this.#troubles.delete(id);
  }

  /** Forgets those of which nothing is wanted any more. */
  keepOnly(wanted: (id: GroupId) => boolean): void {
    for (const id of this.#troubles.keys()) if (!wanted(id)) this.#troubles.delete(id);
  }

  clear(): void {
    this.#troubles.clear();
  }

  /** When each is tried again, in milliseconds since 1970. */
  retries(): number[] {
    return [...this.#troubles.values()].map(({ retryAt }) => retryAt);
  }
}
