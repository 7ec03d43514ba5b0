/** The mirror against bare better-sqlite3. */
import { people } from '../people.ts';
import type { Announce, Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { openBareMirror } from './bareMirror.ts';
import { measureImport } from './import.ts';
import { asRemote, openMirror, pullInto } from './mirror.ts';
import { measureSearch } from './search.ts';
import { measureWindows } from './windows.ts';

const columns = [
  'mobile',
  'name',
  'surname',
  'company',
  'address',
  'city',
  'postcode',
  'email',
  'birthday',
  'notes',
];

export async function measureMirror(
  size: number,
  folder: WorkFolder,
  announce: Announce,
): Promise<Result[]> {
  const contacts = people(size, columns);
  announce('import into the mirror');
  const imported = await measureImport(contacts, columns, folder);
  const mirror = openMirror(folder.newFile(), columns);
  await pullInto(mirror, asRemote(contacts));
  const bare = openBareMirror(folder.newFile());
  bare.import(contacts);
  announce('search');
  const searched = await measureSearch(mirror, bare);
  announce('windows of the list');
  const read = await measureWindows(mirror, bare);
  mirror.store.close();
  bare.close();
  return [imported, ...searched, ...read];
}
