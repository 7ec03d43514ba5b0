/** Data of a newer version is refused with a sentence: nothing of it is changed, and nothing is left running. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { electronExecutable, projectRoot } from '../shell/prepare.ts';
import { expect, test } from './app/fixtures.ts';
import { saved, signedIn } from './app/session.ts';
import { screensOf } from './pages/app.ts';

const languages = {
  en: {
    title: 'Libreta cannot open your data',
    newer: 'Install that version or a later one to open it. Nothing has been changed.',
    folder: 'Data folder:',
  },
  es: {
    title: 'Libreta no puede abrir tus datos',
    newer: 'Instala esa versión u otra posterior para abrirlos. No se ha cambiado nada.',
    folder: 'Carpeta de datos:',
  },
} as const;

/** Sets the number that a migration leaves behind, and answers the one before. */
function setVersion(path: string, version: number): number {
  const database = new DatabaseSync(path);
  const { user_version: before } = database.prepare('PRAGMA user_version').get() ?? {};
  database.exec(`PRAGMA user_version = ${version}`);
  database.close();
  return Number(before);
}

/** The account's own database, and the one of all accounts. */
function databasesIn(dataFolder: string): string[] {
  return [
    ...globSync(join(dataFolder, 'accounts', '*', 'mirror.db')),
    join(dataFolder, 'registry.db'),
  ];
}

/** The command lines of what runs on this data. */
const runningOn = (dataFolder: string): string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataFolder));

for (const language of ['en', 'es'] as const) {
  const words = languages[language];

  test(`data of a newer version is refused, in ${language}`, async ({
    launch,
    prepared,
    sandbox,
    dataFolder,
  }) => {
    test.skip(process.platform === 'win32', 'Windows tells what runs in another way.');
    const first = await signedIn(launch, sandbox);
    expect(runningOn(dataFolder)).not.toEqual([]);
    await first.app.quit();

    const databases = databasesIn(dataFolder);
    expect(databases).toHaveLength(2);
    for (const database of databases) {
      const version = setVersion(database, 9_999);
      const start = spawn(
        electronExecutable(prepared.env),
        ['.', `--user-data-dir=${dataFolder}`, `--lang=${language}`, '--headless'],
        { cwd: projectRoot, stdio: ['ignore', 'ignore', 'pipe'] },
      );
      let said = '';
      start.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      expect(await once(start, 'close'), database).toEqual([1, null]);
      expect(said).toContain(words.title);
      expect(said).toContain(words.newer);
      expect(said).toContain(`${words.folder} ${dataFolder}`);
      await expect.poll(() => runningOn(dataFolder)).toEqual([]);
      expect(setVersion(database, version)).toBe(9_999);
    }

    const { frame, contacts } = screensOf(await launch({ server: sandbox.origin }));
    await frame.says(saved);
    await frame.openGroup('Clientes');
    await expect(contacts.count).toHaveText('6 contacts');
  });
}
