import { commands } from './es/commands.ts';
import { bulk } from './es/bulk.ts';
import { common } from './es/common.ts';
import { contact } from './es/contact.ts';
import { duplicates } from './es/duplicates.ts';
import { entries } from './es/entries.ts';
import { errors } from './es/errors.ts';
import { first } from './es/first.ts';
import { frame } from './es/frame.ts';
import { grid } from './es/grid.ts';
import { groups } from './es/groups.ts';
import { history } from './es/history.ts';
import { lists } from './es/lists.ts';
import { keys } from './es/keys.ts';
import { palette } from './es/palette.ts';
import { pending } from './es/pending.ts';
import { recovery } from './es/recovery.ts';
import { settings } from './es/settings.ts';
import { signIn } from './es/signIn.ts';
import { templates } from './es/templates.ts';
import { undo } from './es/undo.ts';
import type { Messages } from './schema.ts';

/** Spanish: the same keys as English, which the compiler checks. */
export const es: Messages = {
  commands,
  bulk,
  common,
  contact,
  duplicates,
  entries,
  errors,
  first,
  frame,
  grid,
  groups,
  history,
  lists,
  keys,
  palette,
  pending,
  recovery,
  settings,
  signIn,
  templates,
  undo,
};
