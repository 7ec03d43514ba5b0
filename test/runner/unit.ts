/** The tests that run in plain Node: unit, sync and security. */
import { runNode, type CommandOptions } from './command.ts';
import { judge, type Counts } from './counts.ts';
import { prepareMachine } from './machine.ts';
import { withReport } from './report.ts';
import { countsFromVitest } from './vitestReport.ts';

/** `filters` are given to Vitest as they are. */
export async function unit(filters: readonly string[], options: CommandOptions): Promise<Counts> {
  await prepareMachine();
  const { outcome, report } = await withReport((file) =>
    runNode(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filters,
      ],
      options,
    ),
  );
  return judge(countsFromVitest(report), outcome);
}
