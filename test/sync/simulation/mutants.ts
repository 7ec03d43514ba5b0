/**
 * `npm run simulate:mutants`: breaks the engine on purpose, one way at a time, in a copy of the tree, and shows that
 * the simulation catches each. A mutant that survives means that the simulation is blind there.
 * `npm run simulate:mutants -- 400 held`: so many runs each, and only those whose name has this in it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutants } from './waysToBreak.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const [runs = '400', named = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => name.includes(named));
let survived = 0;

for (const mutant of chosen) {
  const copy = mkdtempSync(join(tmpdir(), 'libreta-mutant-'));
  try {
    for (const name of ['electron', 'shared', 'test', 'package.json']) {
      cpSync(join(root, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, mutant.file);
    const source = readFileSync(file, 'utf8');
    if (!source.includes(mutant.find))
      throw new Error(`${mutant.file} has no longer: ${mutant.find}`);
    writeFileSync(file, source.replace(mutant.find, mutant.replace));
    const simulate = join(copy, 'test/sync/simulation/simulate.ts');
    const args = [simulate, '--runs', runs, '--stop', '--no-shrink', '--kill', '0'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const caught = status !== 0;
    if (!caught) survived += 1;
    const how = /^ {2}(.*)$/mu.exec(stdout)?.[1] ?? 'the run broke off';
    console.log(
      `${caught ? 'caught  ' : 'SURVIVED'}  ${mutant.name}${caught ? `\n            ${how.slice(0, 140)}` : ''}`,
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
console.log(`${chosen.length - survived} of ${chosen.length} mutants caught`);
process.exitCode = survived === 0 ? 0 : 1;
