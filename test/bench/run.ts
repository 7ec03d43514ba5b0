/**
 * `npm run bench`: how long the mirror and the replay take, as ratios to the simplest way to do the same,
 * measured in the same run on the same machine. Nothing passes or fails here. About eight minutes;
 * `npm run bench -- mirror` or `-- replay` measures one half.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureMirror } from './mirror/measureMirror.ts';
import { measureReplay } from './replay/measureReplay.ts';
import type { Result } from './result.ts';
import { tableOf } from './table.ts';
import { createWorkFolder } from './workFolder.ts';

const contactsInMirror = 100_000;
const queued = 1_000;
const groupSize = 5_000;

const halves = process.argv.slice(2);
const isAsked = (half: string): boolean => halves.length === 0 || halves.includes(half);
const announce = (what: string): void => console.error(`measuring ${what} …`);
const folder = createWorkFolder();
process.on('exit', () => folder.remove());

const mirror = isAsked('mirror') ? await measureMirror(contactsInMirror, folder, announce) : [];
const replay = isAsked('replay') ? await measureReplay(queued, groupSize, folder, announce) : [];

const report = (heading: string, baseline: string, results: readonly Result[]): void => {
  if (results.length > 0) console.log(`\n${tableOf(heading, baseline, results)}`);
};
report(`Mirror of ${contactsInMirror.toLocaleString('en')} contacts`, 'bare SQLite', mirror);
report('Replay', 'naive loop', replay);
console.log(`
Times are medians; a ratio is Libreta's time to the other's in the same round, its median over the rounds:
below 1, Libreta took less. Both run by turns, in one process with the server.
Bare SQLite: better-sqlite3 with one table (id, group, values as JSON), the same trigram index over the same
text, the same pragmas (WAL, synchronous=FULL), imported in one transaction, sorted by SQLite at each read.
It keeps no outbox, no server ids, no base of each contact, and compares nothing with what was there.
Naive loop: the bare client, one request per edit, one after another, without a store and without reading back.
Requests are those of one run that reached the server, Libreta : loop.`);

const file = join(resolve(import.meta.dirname, '..', '..'), 'test-results', 'bench.json');
mkdirSync(join(file, '..'), { recursive: true });
const machine = { node: process.version, platform: process.platform, arch: process.arch };
writeFileSync(file, `${JSON.stringify({ machine, mirror, replay }, null, 2)}\n`);
console.log(`\nAll numbers: ${file}`);
