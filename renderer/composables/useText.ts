import { computed, type ComputedRef } from 'vue';
import { currentLocale, translate, type Locale, type Translate } from '../i18n/index.ts';
import { formatsFor, type Formats } from '../wording/formats.ts';

export interface Text {
  readonly t: Translate;
  readonly locale: ComputedRef<Locale>;
  readonly formats: ComputedRef<Formats>;
}

/** Sentences, dates and numbers in the user's language; all of it follows when the language changes. */
export function useText(): Text {
  const locale = computed(currentLocale);
  return { t: translate, locale, formats: computed(() => formatsFor(locale.value)) };
}
