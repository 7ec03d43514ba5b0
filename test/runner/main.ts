/** A test run: the steps one after another, and one line at the end that adds up every runner. */
import { none, oneFailed, sum, summaryLine, type Counts } from './counts.ts';
import { parseRequest, steps, type StepName } from './steps.ts';

interface Result {
  readonly name: StepName;
  readonly counts: Counts;
  readonly seconds: number;
}

/** Runs what is asked, goes on after a failed step so that one run shows all, and answers the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const request = parseRequest(args);
  if (typeof request === 'string') {
    console.error(request);
    return 1;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort());
  }
  const results: Result[] = [];
  for (const name of request.names) {
    if (stop.signal.aborted) break;
    console.log(`\n── ${name} ──`);
    const startedAt = Date.now();
    const counts = await countsOf(name, request.filters, stop.signal);
    results.push({ name, counts, seconds: Math.round((Date.now() - startedAt) / 1000) });
  }
  console.log('');
  for (const { name, counts, seconds } of results) {
    console.log(`${name.padEnd(12)}${summaryLine(counts)} (${seconds} s)`);
  }
  if (stop.signal.aborted) console.log('The run was interrupted.');
  const interrupted = stop.signal.aborted ? oneFailed : none;
  const total = sum([...results.map(({ counts }) => counts), interrupted]);
  console.log(summaryLine(total));
  return total.failed === 0 ? 0 : 1;
}

async function countsOf(
  name: StepName,
  filters: readonly string[],
  signal: AbortSignal,
): Promise<Counts> {
  try {
    return await steps[name](filters, { signal });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return oneFailed;
  }
}
