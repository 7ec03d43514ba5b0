/**
 * `npm run bench`: how long the mirror, the replay and the window take, as ratios to the simplest way to do the same,
 * or to a small list, measured in the same run on the same machine. Nothing passes or fails here.
 * `npm run bench -- mirror`, `-- replay` or `-- window` measures one part.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureMirror } from './mirror/measureMirror.ts';
import { measureReplay } from './replay/measureReplay.ts';
import type { Result } from './result.ts';
import { tableOf, type Heads } from './table.ts';
import { measureWindow } from './window/measureWindow.ts';
import { paletteLines } from './window/paletteTable.ts';
import { createWorkFolder } from './workFolder.ts';

const contactsInMirror = 100_000;
const queued = 1_000;
const groupSize = 5_000;

const parts = process.argv.slice(2);
const isAsked = (part: string): boolean => parts.length === 0 || parts.includes(part);
const announce = (what: string): void => console.error(`measuring ${what} …`);
const folder = createWorkFolder();
process.on('exit', () => folder.remove());

const mirror = isAsked('mirror') ? await measureMirror(contactsInMirror, folder, announce) : [];
const replay = isAsked('replay') ? await measureReplay(queued, groupSize, folder, announce) : [];
const window = isAsked('window') ? await measureWindow(folder, announce) : null;

const report = (heads: Heads, results: readonly Result[]): void => {
  if (results.length > 0) console.log(`\n${tableOf(heads, results)}`);
};
const mirrorHead = `Mirror of ${contactsInMirror.toLocaleString('en')} contacts`;
report({ what: mirrorHead, libreta: 'Libreta', baseline: 'bare SQLite' }, mirror);
report({ what: 'Replay', libreta: 'Libreta', baseline: 'naive loop' }, replay);
if (window !== null) {
  const scrolling = { what: 'Scrolling', libreta: '100,000 rows', baseline: '1,000 rows' };
  report(scrolling, window.scrolling);
  console.log(`\n${paletteLines(window.palette)}`);
  const start = { what: 'Cold start', libreta: '1,000,000 + 5,000', baseline: '50 contacts' };
  report(start, window.coldStart);
}
console.log(`
Times are medians; a ratio is Libreta's time to the other's in the same round, its median over the rounds:
below 1, Libreta took less. Both run by turns, in one process with the server.
Bare SQLite: better-sqlite3 with one table (id, group, values as JSON), the same trigram index over the same
text, the same pragmas (WAL, synchronous=FULL), imported in one transaction, sorted by SQLite at each read.
It keeps no outbox, no server ids, no base of each contact, and compares nothing with what was there.
Naive loop: the bare client, one request per edit, one after another, without a store and without reading back.
Requests are those of one run that reached the server, Libreta : loop.
Scrolling: both lists as far and as fast, the short one to and fro, each in an app just started. A frame with a
blank row shows a place of the list whose contact is not there yet.
Cold start: from before the process is started to the first frame after the rows are there; the files are in the
system's memory. 1,000,000 contacts in ten groups and 5,000 queued edits, against 50 contacts and no edit.`);

const file = join(resolve(import.meta.dirname, '..', '..'), 'test-results', 'bench.json');
mkdirSync(join(file, '..'), { recursive: true });
const machine = { node: process.version, platform: process.platform, arch: process.arch };
writeFileSync(file, `${JSON.stringify({ machine, mirror, replay, window }, null, 2)}\n`);
console.log(`\nAll numbers: ${file}`);
