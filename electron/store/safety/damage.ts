/** Damage that is seen while the account is open: told as `databaseDamaged`, and remembered for the next opening. */
import type { Database, Statement } from '../database.ts';
import { coded } from '../database.ts';
import { LibretaError } from '#shared/ipc/errors.ts';
import type { AccountFiles } from './accountFiles.ts';
import { writeDurably } from './durable.ts';

/** Leaves the mark that leads to a recovery at the next opening. */
export function markDamaged(files: AccountFiles, detail: string): void {
  try {
    writeDurably(files.damageMark, `${detail}\n`);
  } catch {
    // A disk that takes no mark: the check after an end that was not clean sees the damage again.
  }
}

export function isDamagedError(error: unknown): error is LibretaError {
  return error instanceof LibretaError && error.coded.code === 'databaseDamaged';
}

const methods = ['get', 'all', 'run', 'iterate'] as const;

/**
 * Every statement that is prepared from now on throws SQLite's refusals as coded errors, wherever it is used,
 * and tells of damage.
 */
export function watchStatements(db: Database, onDamage: (detail: string) => void): void {
  const prepare = db.prepare.bind(db) as (sql: string) => Statement<unknown[]>;
  const watched = (sql: string): Statement<unknown[]> => {
    const statement = told(() => prepare(sql), onDamage);
    for (const method of methods) {
      const original = statement[method].bind(statement) as (...bound: unknown[]) => unknown;
      Object.defineProperty(statement, method, {
        value: (...bound: unknown[]) => told(() => original(...bound), onDamage),
      });
    }
    return statement;
  };
  Object.defineProperty(db, 'prepare', { value: watched });
}

/** A part of the store whose every method tells of damage: a stored text that is no JSON any more is damage too. */
export function guarded<Part extends object>(part: Part, onDamage: (detail: string) => void): Part {
  const methods = Object.entries(part).map(([name, method]: [string, unknown]) => [
    name,
    typeof method === 'function'
      ? (...given: unknown[]): unknown => told(() => method(...given) as unknown, onDamage)
      : method,
  ]);
  return Object.fromEntries(methods) as Part;
}

/** Runs work on the database; a refusal is coded, damage is told too. */
export function told<T>(work: () => T, onDamage: (detail: string) => void): T {
  try {
    return coded(work);
  } catch (error) {
    const meant =
      error instanceof SyntaxError
        ? new LibretaError('databaseDamaged', { detail: error.message })
        : error;
    if (isDamagedError(meant)) onDamage(meant.coded.detail ?? '');
    throw meant;
  }
}
