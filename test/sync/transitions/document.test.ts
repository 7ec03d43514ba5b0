/** Holds the transitions of electron/sync/README.md and the tests of this folder to each other. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('every transition of the document has a test that names it, and the other way round', () => {
  const here = import.meta.dirname;
  const document = readFileSync(join(here, '../../../electron/sync/README.md'), 'utf8');
  const tests = globSync('*.test.ts', { cwd: here }).map((name) =>
    readFileSync(join(here, name), 'utf8'),
  );
  const written = [...document.matchAll(/^\| (T\d+) /gmu)].map(([, id]) => id);
  const tested = [
    ...tests.join('\n').matchAll(/^ +(?:it\(|\]\)\()?'((?:T\d+(?:, )?)+):/gmu),
  ].flatMap(([, ids]) => ids!.split(', '));
  expect(written.length).toBeGreaterThan(20);
  expect([...tested].sort()).toEqual([...written].sort());
});
