import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

type Item =
  'Find and replace…' | 'Normalise numbers…' | 'Copy to another group…' | 'Move to another group…';

/** What is done with many contacts at once. */
export class Bulk {
  readonly page: Page;
  readonly bar: Locator;
  readonly dialog: Locator;
  /** How far it is and how it ended, above the page. */
  readonly banner: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('toolbar', { name: /selected$/ });
    this.dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    this.banner = page.getByRole('region', { name: 'Bulk work' });
  }

  /** `inAll`: with what was selected before. */
  async choose(texts: readonly string[], inAll = texts.length): Promise<void> {
    for (const text of texts) {
      await this.page
        .getByRole('grid')
        .getByRole('row')
        .filter({ hasText: text })
        .getByRole('checkbox')
        .click();
    }
    await expect(this.bar).toHaveAccessibleName(`${inAll} selected`);
  }

  async open(item: 'Edit a field…' | 'Delete…' | Item): Promise<void> {
    if (item === 'Edit a field…' || item === 'Delete…')
      await this.bar.getByRole('button', { name: item }).click();
    else {
      await this.bar.getByRole('button', { name: 'More actions' }).click();
      await this.page.getByRole('menuitem', { name: item }).click();
    }
    await expect(this.dialog).toBeVisible();
  }

  async select(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async type(label: string, text: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  async apply(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async ended(text: string): Promise<void> {
    await expect(this.banner).toContainText(text);
    await expect(this.banner.getByRole('progressbar')).toBeHidden();
  }

  async dismiss(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Close' }).click();
    await expect(this.banner).toBeHidden();
  }
}
