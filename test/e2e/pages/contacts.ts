import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import type { Fields } from '../app/sandbox.ts';

/** The list of contacts with the panel at its side. */
export class ContactsPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly panel: Locator;
  readonly count: Locator;
  readonly onlyUnsent: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid');
    this.panel = page.getByRole('complementary', { name: 'Contact' });
    this.count = page.getByRole('main').getByText(/^[\d,.]+ contacts?$/);
    this.onlyUnsent = page.getByRole('button', { name: 'Only unsent' });
  }

  /** The row of a contact, by any text in it. */
  row(text: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: text });
  }

  /** The state that a row shows. */
  state(
    text: string,
    state: 'Saved on Afilnet' | 'Waiting to be sent' | 'On its way' | 'Needs you',
  ): Locator {
    return this.row(text).getByText(state);
  }

  header(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: column, exact: true });
  }

  field(column: string): Locator {
    return this.panel.getByRole('textbox', { name: column, exact: true });
  }

  async open(text: string): Promise<void> {
    await this.row(text).getByRole('rowheader').click();
    await expect(this.panel.getByRole('textbox').first()).toBeVisible();
  }

  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Close the contact' }).click();
    await expect(this.panel).toBeHidden();
  }

  async add(fields: Fields): Promise<void> {
    if (!(await this.panel.getByRole('heading', { name: 'New contact' }).isVisible()))
      await this.page.getByRole('button', { name: 'Add contact' }).first().click();
    for (const [column, value] of Object.entries(fields)) await this.field(column).fill(value);
    await this.panel.getByRole('button', { name: 'Add contact' }).click();
    const [first = ''] = Object.keys(fields);
    await expect(this.field(first)).toHaveValue('');
  }

  /** Opens a contact, writes values and saves. */
  async edit(text: string, fields: Fields): Promise<void> {
    await this.open(text);
    for (const [column, value] of Object.entries(fields)) await this.field(column).fill(value);
    await this.save();
  }

  get saveButton(): Locator {
    return this.panel.getByRole('button', { name: 'Save', exact: true });
  }

  get recreate(): Locator {
    return this.panel.getByRole('checkbox', { name: 'Save by re-creating the contact' });
  }

  /** The button goes when there is nothing left to save. */
  async save(): Promise<void> {
    await this.saveButton.click();
    await expect(this.saveButton).toBeHidden();
  }

  async delete(text: string): Promise<void> {
    await this.open(text);
    const before = (await this.count.textContent()) ?? '';
    await this.panel.getByRole('button', { name: 'Delete contact…' }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: 'Delete contact', exact: true }).click();
    // The rows below have moved up by then: a click on one of them hits the one that is meant.
    await expect(this.count).not.toHaveText(before);
    await expect(this.row(text)).toBeHidden();
  }
}
