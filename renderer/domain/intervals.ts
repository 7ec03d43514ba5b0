const usual = [1, 5, 15, 30, 60, 240, 0];

/** The minutes between rounds that are offered; one that was set otherwise stays in the list. */
export function intervalOptions(current: number): number[] {
  if (usual.includes(current)) return usual;
  const timed = [...usual.filter((minutes) => minutes > 0), current];
  return [...timed.sort((left, right) => left - right), 0];
}
