/** Why an edit was given up along with something else, as the history keeps it. */
export const givenUpReasons = [
  'nothingLeft',
  'columnKept',
  'columnDeleted',
  'groupDeleted',
  'groupDiscarded',
  'contactDiscarded',
  'successorDiscarded',
  'movedBack',
] as const;
export type GivenUpReason = (typeof givenUpReasons)[number];
