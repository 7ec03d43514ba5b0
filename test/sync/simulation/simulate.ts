/** `npm run simulate -- --seed S --runs N`: runs from seed S on; a failure prints its seed and the shortest script that still fails. */
import { parseArgs } from 'node:util';
import { killedRun } from './killed.ts';
import { run, shrink } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    shrink: { type: 'boolean', default: true },
    stop: { type: 'boolean', default: false },
    /** One run in so many is a real process that is killed; 0 for none. */
    kill: { type: 'string', default: '100' },
  },
  allowNegative: true,
});

const first = Number(values.seed);
const runs = Number(values.runs);
const killEvery = Number(values.kill);
let failed = 0;
let killed = 0;
for (let seed = first; seed < first + runs; seed += 1) {
  if (killEvery > 0 && seed % killEvery === 0) {
    killed += 1;
    const failures = await killedRun(seed);
    if (failures.length > 0) {
      failed += 1;
      console.log(`seed ${seed} fails with a killed process:`);
      for (const failure of failures) console.log(`  ${failure}`);
    }
    continue;
  }
  const result = await run(seed);
  if (result.failures.length > 0) {
    failed += 1;
    const shortest = values.shrink ? await shrink(result) : result;
    console.log(`seed ${seed} fails:`);
    for (const failure of shortest.failures) console.log(`  ${failure}`);
    console.log(`  script: ${JSON.stringify(shortest.script)}`);
    if (values.stop) break;
  }
  if ((seed - first + 1) % 500 === 0) console.log(`${seed - first + 1} runs, ${failed} failed`);
}
console.log(
  `${runs} runs from seed ${first}, ${killed} of them with a killed process: ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
