/** `npm run simulate -- --seed S --runs N`: runs from seed S on; a failure prints its seed and the shortest script that still fails. */
import { parseArgs } from 'node:util';
import { run, shrink } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '200' },
    shrink: { type: 'boolean', default: true },
    stop: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const first = Number(values.seed);
const runs = Number(values.runs);
let failed = 0;
for (let seed = first; seed < first + runs; seed += 1) {
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
console.log(`${runs} runs from seed ${first}: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
