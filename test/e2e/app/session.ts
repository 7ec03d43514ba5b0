/** Where most specs begin: signed in, with the account's group on screen and in step with the server. */
import { expect } from './expect.ts';
import type { RunningApp } from './launch.ts';
import { marta, seed } from './people.ts';
import type { SandboxProcess } from './sandbox.ts';
import { screensOf, type Screens } from '../pages/app.ts';

export const saved = 'All saved on Afilnet';

export interface Session extends Screens {
  readonly app: RunningApp;
  /** The group's id on the server. */
  readonly group: number;
}

/** `keep`: leave the password in the keychain; undefined where the page offers no choice. */
export async function signedIn(
  launch: (options: { server: string }) => Promise<RunningApp>,
  sandbox: SandboxProcess,
  { contacts = 6, keep = true }: { contacts?: number; keep?: boolean | 'notOffered' } = {},
): Promise<Session> {
  const group = await seed(sandbox, marta, contacts);
  const app = await launch({ server: sandbox.origin });
  const screens = screensOf(app);
  await screens.signIn.as({ ...marta, ...(keep === 'notOffered' ? {} : { keep }) });
  await screens.groups.addById(group, 'Clientes');
  await expect(screens.contacts.count).toHaveText(`${contacts.toLocaleString('en')} contacts`);
  await screens.frame.says(saved);
  return { ...screens, app, group };
}
