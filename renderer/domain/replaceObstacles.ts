/** What stands in for a character that the text form cannot carry. */
export type Replacement = ' ' | ';';

/** The value with every comma, colon and line break replaced, and no more space around them than there was. */
export function replaceObstacles(value: string, by: Replacement): string {
  const marks = by === ' ' ? value.replace(/[,:]/gu, ' ') : value.replace(/[,:]/gu, by);
  return marks
    .replace(/[\r\n\u2028\u2029]+/gu, by === ' ' ? ' ' : '; ')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
