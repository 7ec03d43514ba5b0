/**
 * Opens an account's file in a process of its own: prints what came of it, or holds the file until its input ends.
 * `unprivileged` gives up root's rights first, once everything is loaded: the checkout itself may be closed to others.
 */
import Sqlite from 'better-sqlite3';
import { LibretaError } from '#shared/ipc/errors.ts';
import { openAccountStore } from '../../../electron/store/accountStore.ts';

const nobody = 65_534;
const [path = '', how] = process.argv.slice(2);

if (how === 'unprivileged' && process.getuid?.() === 0) {
  new Sqlite(':memory:').close();
  process.setgid?.(nobody);
  process.setuid?.(nobody);
}

if (how === 'hold') {
  const db = new Sqlite(path);
  db.exec('BEGIN EXCLUSIVE');
  console.log('held');
  process.stdin.resume().on('end', () => {
    db.exec('ROLLBACK');
    db.close();
  });
} else {
  try {
    openAccountStore({ path, now: Date.now, newId: () => '', onChange: () => undefined }).close();
    console.log('opened');
  } catch (error) {
    console.log(error instanceof LibretaError ? error.coded.code : String(error));
  }
}
