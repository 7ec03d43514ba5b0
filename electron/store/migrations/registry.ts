import type { Migration } from './migrate.ts';
import { registry001 } from './registry001.ts';
import { registry002 } from './registry002.ts';

/** Of the registry's database file, oldest first. */
export const registryMigrations: readonly Migration[] = [registry001, registry002];
