import { createI18n } from 'vue-i18n';
import { en } from './en.ts';
import { es } from './es.ts';
import type { MessageKey } from './schema.ts';

export type Locale = 'en' | 'es';

/** Messages are compiled to a tree and interpreted (no eval), which the content security policy asks for. */
export const i18n = createI18n<false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en, es },
  missingWarn: false,
  fallbackWarn: false,
});

/** Values for a message's placeholders. */
export type Named = Readonly<Record<string, string | number>>;
/** A sentence in the user's language; `count` picks its plural form. */
export type Translate = (key: MessageKey, named?: Named, count?: number) => string;

const message = i18n.global.t as unknown as (key: string, named: Named, count: number) => string;

export const translate: Translate = (key, named = {}, count = 1) => message(key, named, count);

/** The first of the system's languages that there are messages for; English otherwise. */
export function localeFor(language: 'system' | Locale, systemLanguages: readonly string[]): Locale {
  if (language !== 'system') return language;
  for (const tag of systemLanguages) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'en' || base === 'es') return base;
  }
  return 'en';
}

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
}

export function currentLocale(): Locale {
  return i18n.global.locale.value === 'es' ? 'es' : 'en';
}
