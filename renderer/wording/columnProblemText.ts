import type { ColumnNameProblem } from '#shared/domain/columnName.ts';
import type { Translate } from '../i18n/index.ts';

/** Why a column cannot be called this. */
export function columnProblemText(problem: ColumnNameProblem, t: Translate): string {
  switch (problem) {
    case 'empty':
      return t('groups.problemEmpty');
    case 'tooLong':
      return t('groups.problemTooLong');
    case 'character':
      return t('groups.problemCharacter');
    case 'reserved':
      return t('groups.problemReserved');
    case 'taken':
      return t('groups.problemTaken');
  }
}
