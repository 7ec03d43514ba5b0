/** Theme and language of everything outside the page, kept in step with the settings. */
import { Menu, nativeTheme } from 'electron';
import type { Settings } from '#shared/ipc/views.ts';
import { chooseLanguage, type Language } from './language.ts';
import { menuTemplate, type MenuActions, type MenuSituation } from './menuTemplate.ts';
import { texts, type Texts } from './texts.ts';

export interface Appearance {
  /** The texts of the language in use: the system's until settings are applied. */
  texts(): Texts;
  /** Sets theme and menu; only once the app is ready. */
  apply(settings: Pick<Settings, 'language' | 'theme'>): void;
}

export function appearance(
  systemLanguages: () => readonly string[],
  actions: MenuActions,
  situation: MenuSituation,
): Appearance {
  let setting: Settings['language'] = 'system';
  let shown: Language | null = null;
  const language = () => chooseLanguage(setting, systemLanguages());
  return {
    texts: () => texts[language()],
    apply(settings) {
      nativeTheme.themeSource = settings.theme;
      setting = settings.language;
      if (shown === language()) return;
      shown = language();
      const template = menuTemplate(texts[shown].menu, actions, situation);
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}
