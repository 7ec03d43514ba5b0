/** The migrations of an account's file, in their order. */
import { account001 } from './account001.ts';
import { account002 } from './account002.ts';

export const accountMigrations = [account001, account002];
