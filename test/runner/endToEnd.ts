/** The specs on the built app, and the pictures of it. */
import type { CommandOptions } from './command.ts';
import { atLeastOne, sum, type Counts } from './counts.ts';
import { playwright, prepareApp } from './playwright.ts';

/** The tag of specs about a machine whose keychain does not answer. */
const withoutKeyring = '@no-keyring';

/** `filters` are given to Playwright as they are; a selection may leave out every spec of one kind. */
export async function endToEnd(
  filters: readonly string[],
  options: CommandOptions,
): Promise<Counts> {
  const prepared = await prepareApp();
  const half = filters.length > 0;
  const allowEmpty = half ? ['--pass-with-no-tests'] : [];
  const first = await playwright(
    prepared,
    {
      select: [`--grep-invert=${withoutKeyring}`, ...allowEmpty, ...filters],
      keyring: 'unlocked',
      half,
    },
    options,
  );
  if (process.platform !== 'linux') {
    console.log(`Specs tagged ${withoutKeyring} need Linux, where a session can be without one.`);
    return atLeastOne(first);
  }
  console.log(`\nSpecs tagged ${withoutKeyring}, in a session without a keyring:`);
  const second = await playwright(
    prepared,
    {
      select: [
        `--grep=${withoutKeyring}`,
        '--output=test-results/e2e-no-keyring',
        ...allowEmpty,
        ...filters,
      ],
      keyring: 'none',
      half,
    },
    options,
  );
  return atLeastOne(sum([first, second]));
}

/** Takes the pictures of the documentation anew. */
export async function screenshots(
  filters: readonly string[],
  options: CommandOptions,
): Promise<Counts> {
  const prepared = await prepareApp();
  return playwright(
    prepared,
    { select: filters, keyring: 'unlocked', env: { LIBRETA_SPECS: 'screenshots' } },
    options,
  );
}
