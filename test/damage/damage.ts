/** `npm run damage -- --seed S --seeds N`: damages accounts from seed S on and counts the edits that survived. */
import { parseArgs } from 'node:util';
import { run, type RunResult } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '500' },
  },
});

const first = Number(values.seed);
const seeds = Number(values.seeds);
const results: RunResult[] = [];
for (let seed = first; seed < first + seeds; seed += 1) {
  const result = await run(seed);
  results.push(result);
  if (result.failures.length > 0) {
    console.log(`seed ${seed} fails:`);
    for (const failure of result.failures) console.log(`  ${failure}`);
  }
}

const sum = (list: readonly RunResult[], of: (result: RunResult) => number): number =>
  list.reduce((total, result) => total + of(result), 0);
for (const [target, list] of Map.groupBy(results, ({ target, end }) => `${target}, ${end} end`)) {
  console.log(
    `${target}: ${list.length} runs, ${list.filter(({ recovered }) => recovered).length} set aside, ` +
      `${list.filter(({ refused }) => refused).length} refused as newer, ` +
      `${sum(list, ({ unsent }) => unsent)} unsent edits, ` +
      `mirror before the next pull ${sum(list, ({ mirroredAfter }) => mirroredAfter)} of ${sum(list, ({ mirrored }) => mirrored)}`,
  );
}
const failed = results.filter(({ failures }) => failures.length > 0).length;
console.log(
  `${seeds} seeds from ${first}: ${sum(results, ({ unsent }) => unsent)} unsent edits, ${failed} runs failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
