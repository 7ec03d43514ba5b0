/**
 * The text form of a contact, `mobile:34600000000,name:Ana`.
 * Afilnet documents no escape, so a comma, a colon or a line break cannot be carried (open point 6).
 */
import { type ContactFields } from './contact.ts';

export type TextFormObstacle = 'comma' | 'colon' | 'lineBreak';

/** The first character of a value that the text form cannot carry, or null when it can be sent. */
export function obstacleIn(value: string): TextFormObstacle | null {
  if (value.includes(',')) return 'comma';
  if (value.includes(':')) return 'colon';
  return /[\r\n\u2028\u2029]/u.test(value) ? 'lineBreak' : null;
}

export interface FieldObstacle {
  readonly column: string;
  readonly obstacle: TextFormObstacle;
}

/** Every value (or column name) of these fields that the text form cannot carry. */
export function obstaclesIn(fields: ContactFields): FieldObstacle[] {
  return Object.entries(fields).flatMap(([column, value]) => {
    const obstacle = obstacleIn(column) ?? obstacleIn(value);
    return obstacle === null ? [] : [{ column, obstacle }];
  });
}

/** The text form. Call only where `obstaclesIn` is empty; the client refuses otherwise. */
export function contactText(fields: ContactFields): string {
  return Object.entries(fields)
    .map(([column, value]) => `${column}:${value}`)
    .join(',');
}
