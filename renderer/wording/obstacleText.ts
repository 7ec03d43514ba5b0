import type { FieldObstacle } from '#shared/domain/contactText.ts';
import type { Translate } from '../i18n/index.ts';

/** Which character stands in the way of which value. */
export function obstacleText({ column, obstacle }: FieldObstacle, t: Translate): string {
  switch (obstacle) {
    case 'comma':
      return t('entries.obstacleComma', { column });
    case 'colon':
      return t('entries.obstacleColon', { column });
    case 'lineBreak':
      return t('entries.obstacleLineBreak', { column });
  }
}
