import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** The box over everything: contacts, groups and commands. */
export class Palette {
  readonly page: Page;
  readonly dialog: Locator;
  readonly box: Locator;
  readonly options: Locator;
  /** The line that Enter takes. */
  readonly active: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: /^(Search everything|Buscar en todo)$/ });
    this.box = this.dialog.getByRole('combobox');
    this.options = this.dialog.getByRole('option');
    this.active = this.dialog.getByRole('option', { selected: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.box).toBeFocused();
  }

  /** The options under a heading: a group's name, or what the section is called. */
  section(title: string): Locator {
    return this.dialog.getByRole('group', { name: title, exact: true }).getByRole('option');
  }

  /** Searches so that what is found can only be the answer to this text: the one before it found nothing. */
  async searchAnew(text: string): Promise<void> {
    await this.box.fill('nobody at all');
    await expect(this.options).toHaveCount(0);
    await this.box.fill(text);
  }

  /** Types and presses Enter at once, as a person in a hurry does. */
  async take(text: string): Promise<void> {
    await this.open();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}
