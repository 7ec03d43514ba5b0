/** Recording steps: everything that the user does inside of one, however many transactions it takes, is taken back as one. */
import type { GroupId } from '#shared/domain/ids.ts';
import type { StepWhat } from '#shared/domain/step.ts';
import type { Capture } from './capture.ts';
import type { StepStore } from './steps.ts';

export interface OpenStep {
  /** Null until something changed. */
  readonly id: () => number | null;
  /** One transaction of the step. */
  readonly run: <T>(work: () => T) => T;
  /** What the step turned out to be; counts are known at the end only. */
  readonly rename: (what: StepWhat) => void;
  /** Keeps what every contact of a group holds, before the group is deleted. */
  readonly keepGroup: (group: GroupId) => void;
  /** Keeps what a column holds, before it is deleted. */
  readonly keepColumn: (group: GroupId, column: string) => void;
}

export interface RecordParts {
  readonly steps: StepStore;
  readonly capture: Capture;
  readonly transaction: <T>(work: () => T) => T;
  readonly changed: () => void;
}

/** `joined`: a step that stands already and goes on. */
export function openStep(
  parts: RecordParts,
  first: StepWhat,
  joined: number | null = null,
): OpenStep {
  const { steps, capture, transaction, changed } = parts;
  let what = first;
  let id = joined;

  /** The step stands in the database as soon as it has something to take back. */
  function begun(): number {
    if (id === null) id = steps.add(what);
    else if (id === joined) steps.renew(id);
    changed();
    return id;
  }

  return {
    id: () => id,
    run(work) {
      // A step inside a step is part of it.
      if (capture.recording()) return work();
      const idBefore = id;
      try {
        return transaction(() => {
          capture.begin();
          const result = work();
          const { images, successions } = capture.end();
          if (images.length > 0) steps.note(begun(), images, successions);
          else if (idBefore === null && id !== null) {
            // Something was kept for a change that turned out to be none.
            steps.remove(id);
            id = null;
          }
          return result;
        });
      } catch (error) {
        id = idBefore;
        if (capture.recording()) capture.abandon();
        throw error;
      }
    },
    rename(to) {
      what = to;
      if (id !== null) transaction(() => steps.rename(begun(), to));
    },
    keepGroup: (group) => steps.keepGroup(begun(), group),
    keepColumn: (group, column) => steps.keepColumn(begun(), group, column),
  };
}
