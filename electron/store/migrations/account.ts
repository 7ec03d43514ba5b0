/** The migrations of an account's file, in their order. */
import { account001 } from './account001.ts';
import { account002 } from './account002.ts';
import { account003 } from './account003.ts';
import { account004 } from './account004.ts';
import { account005 } from './account005.ts';
import { account006 } from './account006.ts';
import { account007 } from './account007.ts';
import { account008 } from './account008.ts';
import { account009 } from './account009.ts';
import { account010 } from './account010.ts';
import type { Migration } from './migrate.ts';

export const accountMigrations: readonly Migration[] = [
  account001,
  account002,
  account003,
  account004,
  account005,
  account006,
  account007,
  account008,
  account009,
  account010,
];
