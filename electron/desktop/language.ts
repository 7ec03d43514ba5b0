import type { Settings } from '#shared/ipc/views.ts';

/** The languages the desktop speaks. */
export type Language = 'en' | 'es';

/** The setting, or for `system` the first of the system's languages (BCP 47 tags) that we speak; else English. */
export function chooseLanguage(
  setting: Settings['language'],
  systemLanguages: readonly string[],
): Language {
  if (setting !== 'system') return setting;
  for (const tag of systemLanguages) {
    const language = tag.split(/[-_]/)[0]?.toLowerCase();
    if (language === 'en' || language === 'es') return language;
  }
  return 'en';
}

/** The system's languages, best first, after the one the command line asks for. */
export function preferredLanguages(asked: string | null, system: readonly string[]): string[] {
  return asked === null ? [...system] : [...new Set([asked, ...system])];
}
