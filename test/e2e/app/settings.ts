import type { Page } from '@playwright/test';
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/views.ts';
import { expect } from './expect.ts';

/** Sets the theme as the settings page does, without going there. */
export async function setTheme(page: Page, theme: Settings['theme']): Promise<void> {
  await page.evaluate(
    (wanted) =>
      (window as unknown as { libreta: LibretaBridge }).libreta.settings.set({ theme: wanted }),
    theme,
  );
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** Sets the language as the settings page does, without going there. */
export async function setLanguage(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.evaluate(
    (wanted) =>
      (window as unknown as { libreta: LibretaBridge }).libreta.settings.set({ language: wanted }),
    language,
  );
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  // The list is made anew in the other language, and a frame later the focus is where it was.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}
