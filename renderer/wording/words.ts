import type { Locale, Translate } from '../i18n/index.ts';
import type { Formats } from './formats.ts';

/** What the sentences of this folder are made with. */
export interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly formats: Formats;
}
