/** The import of 100,000 contacts: a first pull against plain inserts. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { compare, timed, timedUntilEnd } from '../compare.ts';
import type { Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { openBareMirror } from './bareMirror.ts';
import { asRemote, openMirror, pullInto } from './mirror.ts';

const rounds = 5;

export async function measureImport(
  contacts: readonly ContactFields[],
  columns: readonly string[],
  folder: WorkFolder,
): Promise<Result> {
  const remote = asRemote(contacts);
  const comparison = await compare(
    async () => {
      const mirror = openMirror(folder.newFile(), columns);
      const time = await timedUntilEnd(() => pullInto(mirror, remote));
      const count = mirror.store.contacts.count(mirror.group.id);
      mirror.store.close();
      if (count !== contacts.length) throw new Error(`The mirror holds ${count} contacts.`);
      return time;
    },
    () => {
      const bare = openBareMirror(folder.newFile());
      const time = timed(() => bare.import(contacts));
      bare.close();
      return time;
    },
    rounds,
  );
  return { what: `import of ${contacts.length.toLocaleString('en')} (first pull)`, ...comparison };
}
