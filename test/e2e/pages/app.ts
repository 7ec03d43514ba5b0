import type { RunningApp } from '../app/launch.ts';
import { ContactsPage } from './contacts.ts';
import { Frame } from './frame.ts';
import { Groups } from './groups.ts';
import { PendingPage } from './pending.ts';
import { SignInPage } from './signIn.ts';

/** The window's areas, by name. */
export interface Screens {
  readonly signIn: SignInPage;
  readonly frame: Frame;
  readonly contacts: ContactsPage;
  readonly groups: Groups;
  readonly pending: PendingPage;
}

export function screensOf({ page }: Pick<RunningApp, 'page'>): Screens {
  return {
    signIn: new SignInPage(page),
    frame: new Frame(page),
    contacts: new ContactsPage(page),
    groups: new Groups(page),
    pending: new PendingPage(page),
  };
}
