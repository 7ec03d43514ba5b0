import { commands } from './en/commands.ts';
import { bulk } from './en/bulk.ts';
import { common } from './en/common.ts';
import { contact } from './en/contact.ts';
import { duplicates } from './en/duplicates.ts';
import { entries } from './en/entries.ts';
import { errors } from './en/errors.ts';
import { first } from './en/first.ts';
import { frame } from './en/frame.ts';
import { grid } from './en/grid.ts';
import { groups } from './en/groups.ts';
import { history } from './en/history.ts';
import { lists } from './en/lists.ts';
import { keys } from './en/keys.ts';
import { palette } from './en/palette.ts';
import { pending } from './en/pending.ts';
import { recovery } from './en/recovery.ts';
import { settings } from './en/settings.ts';
import { signIn } from './en/signIn.ts';
import { templates } from './en/templates.ts';
import { undo } from './en/undo.ts';

/** English: the keys of every language. */
export const en = {
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
} as const;
