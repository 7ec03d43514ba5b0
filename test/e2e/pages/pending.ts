import type { Locator, Page } from '@playwright/test';

/** The page of what Afilnet does not have yet. */
export class PendingPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Pending changes', level: 1 });
    this.cards = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3 }) });
  }

  /** The entry whose sentence is, or has in it, this text. */
  card(sentence: string | RegExp): Locator {
    return this.cards.filter({
      has: this.page.getByRole('heading', { level: 3, name: sentence }),
    });
  }

  button(card: Locator, name: string): Locator {
    return card.getByRole('button', { name, exact: true });
  }

  /** Gives an entry up, the question included. */
  async discard(card: Locator): Promise<void> {
    await this.button(card, 'Discard…').click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Discard change' }).click();
  }
}
