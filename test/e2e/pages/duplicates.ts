import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** The page of contacts that look like one. In English. */
export class Duplicates {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens it from the sidebar and waits for what the search finds. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Duplicates', exact: true }).click();
    await expect(this.page.getByRole('button', { name: 'Search again' })).toBeVisible();
  }

  card(title: string): Locator {
    return this.page
      .getByRole('article')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** One of the kinds that can be shown, with how many there are of it. */
  kind(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'Which ones to show' })
      .getByRole('button', { name, exact: true });
  }
}
