/** The mirror against bare better-sqlite3. */
import { people, peopleColumns } from '../people.ts';
import type { Announce, Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { openBareMirror } from './bareMirror.ts';
import { measureImport } from './import.ts';
import { asRemote, openMirror, pullInto } from './mirror.ts';
import { measureSearch } from './search.ts';
import { measureWindows } from './windows.ts';

export async function measureMirror(
  size: number,
  folder: WorkFolder,
  announce: Announce,
): Promise<Result[]> {
  const contacts = people(size, peopleColumns);
  announce('import into the mirror');
  const imported = await measureImport(contacts, peopleColumns, folder);
  const mirror = openMirror(folder.newFile(), peopleColumns);
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
