/** A picture of one place in every guise. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { LibretaBridge } from '#shared/ipc/contract.ts';
import type { Settings } from '#shared/ipc/views.ts';
import { expect } from '../e2e/app/fixtures.ts';
import { projectRoot } from '../shell/prepare.ts';

export const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const;
const languages = ['en', 'es'] as const;
const themes = ['light', 'dark'] as const;

const everything = join(projectRoot, 'test-results', 'screenshots', 'pictures');
export const documentation = join(projectRoot, 'docs', 'screenshots');
/** Taken at the larger size. */
const shownInReadme = new Set([
  'sign-in-light-en',
  'contacts-light-en',
  'contacts-dark-es',
  'pending-light-en',
  'create-group-light-en',
]);

export type Window = { libreta: LibretaBridge };

async function show(page: Page, language: string, theme: Settings['theme']): Promise<void> {
  await page.evaluate((wanted) => (window as unknown as Window).libreta.settings.set(wanted), {
    language,
    theme,
  } as Pick<Settings, 'language' | 'theme'>);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** Takes one place in every guise and leaves it in English and light. `about`: what is to be seen of it. */
export async function take(page: Page, name: string, about?: Locator): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const language of languages) {
      for (const theme of themes) {
        await show(page, language, theme);
        await about?.scrollIntoViewIfNeeded();
        const guise = `${name}-${theme}-${language}`;
        const path = join(everything, `${guise}-${size.width}.png`);
        await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
        if (size.width === sizes[0].width && shownInReadme.has(guise))
          await copyFile(path, join(documentation, `${guise}.png`));
      }
    }
  }
  await page.setViewportSize(sizes[0]);
  await show(page, 'en', 'light');
}
