/**
 * A process to be killed: edits and syncs without end on a real file, and says each edit on its standard output
 * once it is saved. Before it writes over a value it says so too: killed between the save and the word, it has saved
 * what nobody was told. Started by killed.ts with the server's origin, the file and a seed.
 */
import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import { createAfilnetClient } from '../../../electron/afilnet/createClient.ts';
import { openAccountStore } from '../../../electron/store/accountStore.ts';
import { addContact, editContact } from '../../../electron/store/edits/contacts.ts';
import { systemClock } from '../../../electron/sync/clock.ts';
import { createEngine } from '../../../electron/sync/engine.ts';
import { seeded } from './random.ts';

const [origin = '', path = '', seed = '0', password = ''] = process.argv.slice(2);
const random = seeded(Number(seed));
const store = openAccountStore({ path, now: Date.now, newId: v7, onChange: () => undefined });
const client = createAfilnetClient({
  server: origin,
  transport: 'post',
  user: 'ana',
  password: () => password,
  timeoutMs: 2_000,
});
const engine = createEngine({
  store,
  client,
  clock: systemClock,
  random: random.next,
  pause: () => new Promise((resolve) => void setImmediate(resolve)),
  settings: () => ({ everyMinutes: 0, forcedOffline: false }),
  onStatus: () => undefined,
});
engine.start();

const [group] = store.groups.all();
if (group === undefined) throw new Error('The file holds no group.');
for (let turn = 0; turn < 10_000; turn += 1) {
  const query = { scope: { kind: 'all' }, search: '', sort: null, onlyUnsent: false } as const;
  const total = store.list.count(query);
  const token = `k${seed}x${turn}`;
  if (total === 0 || random.chance(0.4)) {
    const mobile = String(34_700_000_000 + Number(seed) * 10_000 + turn);
    const contactId = addContact(store, group.id, { mobile, name: token });
    writeSync(1, `saved ${contactId} mobile ${mobile}\nsaved ${contactId} name ${token}\n`);
  } else {
    const [contact] = store.list.window(query, random.below(total), 1);
    if (contact === undefined) continue;
    writeSync(1, `saving ${contact.id} city ${token}\n`);
    editContact(store, contact.id, { city: token }, 'modify');
    writeSync(1, `saved ${contact.id} city ${token}\n`);
  }
  if (random.chance(0.3)) void engine.syncNow().catch(() => undefined);
  if (random.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, random.below(6)));
}
