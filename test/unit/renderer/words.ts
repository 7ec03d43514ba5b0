/** What the sentences are made with, in one language. */
import { i18n, translate, type Locale } from '../../../renderer/i18n/index.ts';
import { formatsFor } from '../../../renderer/wording/formats.ts';
import type { Words } from '../../../renderer/wording/words.ts';

export function wordsIn(locale: Locale): Words {
  i18n.global.locale.value = locale;
  return { t: translate, locale, formats: formatsFor(locale) };
}
