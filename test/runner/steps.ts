/** The steps of a test run, in their order. */
import { runScript, type CommandOptions } from './command.ts';
import { oneFailed, onePassed, type Counts } from './counts.ts';
import { endToEnd, screenshots } from './endToEnd.ts';
import { unit } from './unit.ts';

/** Answers what it counted; throws an error for people when it cannot begin. */
export type Step = (filters: readonly string[], options: CommandOptions) => Promise<Counts>;

/** One of package.json's scripts counts as one test. */
const script =
  (name: string): Step =>
  async (_filters, options) =>
    (await runScript(name, options)) === 0 ? onePassed : oneFailed;

export const steps = {
  typecheck: script('typecheck'),
  lint: script('lint'),
  unit,
  build: script('build'),
  e2e: endToEnd,
  screenshots,
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

/** What runs when nothing is named: all but the pictures, which are made and not checked. */
export const usualSteps: readonly StepName[] = ['typecheck', 'lint', 'unit', 'build', 'e2e'];

const isStepName = (name: string): name is StepName => Object.hasOwn(steps, name);

export interface Request {
  readonly names: readonly StepName[];
  readonly filters: readonly string[];
}

/**
 * Reads `[step…] [-- filter…]`; filters go to the one step that is named.
 * Answers a sentence for what cannot be understood.
 */
export function parseRequest(args: readonly string[]): Request | string {
  const separator = args.indexOf('--');
  const asked = separator < 0 ? args : args.slice(0, separator);
  const filters = separator < 0 ? [] : args.slice(separator + 1);
  const unknown = asked.find((name) => !isStepName(name));
  if (unknown !== undefined) {
    return `There is no step "${unknown}". Steps: ${Object.keys(steps).join(', ')}.`;
  }
  const names = asked.length === 0 ? usualSteps : asked.filter(isStepName);
  if (filters.length > 0 && names.length !== 1) return 'Filters need exactly one step before "--".';
  return { names, filters };
}
