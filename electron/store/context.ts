/** What every part of an account's store works with; time and ids come in from outside. */
import type { Database } from './database.ts';

export interface StoreContext {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new UUIDv7. */
  readonly newId: () => string;
}
