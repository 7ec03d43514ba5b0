import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import { ContactsPage } from './contacts.ts';

/** What can be done with the list itself: filters, views, columns. In English. */
export class GridTools {
  readonly page: Page;
  readonly grid: Locator;
  readonly filters: Locator;
  readonly popover: Locator;
  readonly menu: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid');
    this.filters = page.getByRole('group', { name: 'Filters', exact: true });
    this.popover = page.getByRole('dialog');
    this.menu = page.getByRole('menu');
  }

  /** The names of the heads, from left to right. */
  async heads(): Promise<string[]> {
    const heads = await this.grid.getByRole('columnheader').all();
    return Promise.all(heads.map(async (head) => (await head.getAttribute('aria-label')) ?? ''));
  }

  header(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: column, exact: true });
  }

  /** The values of a column on screen. */
  async values(column: string): Promise<string[]> {
    const index = await this.header(column).getAttribute('aria-colindex');
    const cells = this.grid.locator(
      `[role="row"]:not([aria-rowindex="1"]) [aria-colindex="${index}"]`,
    );
    return (await cells.allTextContents()).map((text) => text.trim());
  }

  async pick(label: string, option: string): Promise<void> {
    await this.popover.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async filter(column: string, operator: string, value: string | null): Promise<void> {
    await this.filters.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect(this.popover).toBeVisible();
    await this.pick('Column', column);
    await this.pick('Condition', operator);
    if (value !== null) await this.popover.getByRole('textbox').fill(value);
    await this.popover.getByRole('button', { name: 'Apply' }).click();
    await expect(this.popover).toBeHidden();
  }

  chip(text: string): Locator {
    return this.filters.getByRole('button', { name: text, exact: true });
  }

  async removeFilter(text: string): Promise<void> {
    await this.filters.getByRole('button', { name: `Remove the filter: ${text}` }).click();
  }

  get views(): Locator {
    return this.page.getByRole('button', { name: /^View/ });
  }

  async fromViews(item: string): Promise<void> {
    await this.views.click();
    await this.menu.getByText(item, { exact: true }).click();
    await expect(this.menu).toBeHidden();
  }

  async fromHead(column: string, item: string): Promise<void> {
    await this.header(column).hover();
    await this.header(column)
      .getByRole('button', { name: `Column ${column}` })
      .click();
    await this.menu.getByRole('menuitem', { name: item, exact: true }).click();
    await expect(this.menu).toBeHidden();
  }

  async openColumns(): Promise<void> {
    await this.page.getByRole('button', { name: 'Columns', exact: true }).click();
    await expect(this.popover).toBeVisible();
  }

  /** The cell of a contact, found by any text of its row. */
  async cell(row: string, column: string): Promise<Locator> {
    const index = await this.header(column).getAttribute('aria-colindex');
    return this.grid
      .getByRole('row')
      .filter({ hasText: row })
      .locator(`[aria-colindex="${index}"]`);
  }

  /** Goes to a cell by the mouse, which opens the contact; that is closed again, and the keys are about the cell. */
  async goTo(row: string, column: string): Promise<Locator> {
    const cell = await this.cell(row, column);
    await cell.click();
    await new ContactsPage(this.page).close();
    await expect(cell).toBeFocused();
    return cell;
  }

  /** Pastes as the system does it when a block of a spreadsheet is on the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  /** The cell that is being written. */
  get editor(): Locator {
    return this.grid.getByRole('textbox');
  }
}
