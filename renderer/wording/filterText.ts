import type { Condition } from '#shared/domain/filter.ts';
import type { ListColumn } from '#shared/domain/listColumn.ts';
import type { ContactSync } from '#shared/domain/contactSync.ts';
import { isLeaf, operatorOf, type Leaf, type Operator } from '../domain/filterDraft.ts';
import type { Translate } from '../i18n/index.ts';
import type { Words } from './words.ts';

export function syncText(sync: ContactSync, t: Translate): string {
  switch (sync) {
    case 'saved':
      return t('grid.saved');
    case 'waiting':
      return t('grid.waiting');
    case 'sending':
      return t('grid.sending');
    case 'needsYou':
      return t('grid.needsYou');
  }
}

export function operatorText(operator: Operator, t: Translate): string {
  switch (operator) {
    case 'contains':
      return t('lists.contains');
    case 'notContains':
      return t('lists.notContains');
    case 'is':
      return t('lists.is');
    case 'isNot':
      return t('lists.isNot');
    case 'startsWith':
      return t('lists.startsWith');
    case 'notStartsWith':
      return t('lists.notStartsWith');
    case 'anyOf':
      return t('lists.anyOf');
    case 'noneOf':
      return t('lists.noneOf');
    case 'empty':
      return t('lists.empty');
    case 'notEmpty':
      return t('lists.notEmpty');
  }
}

/** A condition in words; one that joins others reads as one sentence. `nameOf`: what a column is called. */
export function filterText(
  condition: Condition,
  nameOf: (column: ListColumn) => string,
  words: Pick<Words, 't' | 'formats'>,
): string {
  if (isLeaf(condition)) return leafText(condition, nameOf, words);
  const { t, formats } = words;
  const texts = condition.of.map((part) => {
    const text = filterText(part, nameOf, words);
    return isLeaf(part) ? text : t('lists.chipGroup', { text });
  });
  return condition.kind === 'all' ? formats.list(texts) : formats.either(texts);
}

function leafText(
  leaf: Leaf,
  nameOf: (column: ListColumn) => string,
  { t, formats }: Pick<Words, 't' | 'formats'>,
): string {
  if (leaf.kind === 'sync') {
    const states = formats.either(leaf.states.map((state) => syncText(state, t)));
    return leaf.not ? t('lists.chipNotSync', { states }) : t('lists.chipSync', { states });
  }
  const { test } = leaf;
  const column = nameOf(leaf.column);
  const text = 'text' in test ? test.text : '';
  const texts =
    test.kind === 'anyOf'
      ? formats.list(test.texts.map((one) => t('lists.quoted', { text: one })))
      : '';
  switch (operatorOf(leaf)) {
    case 'contains':
      return t('lists.chipContains', { column, text });
    case 'notContains':
      return t('lists.chipNotContains', { column, text });
    case 'is':
      return t('lists.chipIs', { column, text });
    case 'isNot':
      return t('lists.chipIsNot', { column, text });
    case 'startsWith':
      return t('lists.chipStartsWith', { column, text });
    case 'notStartsWith':
      return t('lists.chipNotStartsWith', { column, text });
    case 'anyOf':
      return t('lists.chipAnyOf', { column, texts });
    case 'noneOf':
      return t('lists.chipNoneOf', { column, texts });
    case 'empty':
      return t('lists.chipEmpty', { column });
    case 'notEmpty':
      return t('lists.chipNotEmpty', { column });
  }
}
