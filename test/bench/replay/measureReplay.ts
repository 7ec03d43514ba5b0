/** The replay of a queue against a naive loop of one request per edit, one after another. */
import type { Announce, Result } from '../result.ts';
import type { WorkFolder } from '../workFolder.ts';
import { addContest } from './adds.ts';
import { hold } from './contest.ts';
import { editContest } from './edits.ts';

/** With a delay the loop takes a minute, and what varies with the machine is a small part of it. */
const conditions = [
  { delay: 0, rounds: 3 },
  { delay: 50, rounds: 1 },
];

export async function measureReplay(
  count: number,
  groupSize: number,
  folder: WorkFolder,
  announce: Announce,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const contest of [editContest(count, groupSize), addContest(count, groupSize)]) {
    for (const condition of conditions) {
      announce(`replay: ${contest.what}, ${condition.delay} ms`);
      results.push(await hold(contest, condition, folder));
    }
  }
  return results;
}
