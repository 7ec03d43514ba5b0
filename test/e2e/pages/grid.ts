import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** What stands between the head of the list and its lower edge. */
export interface Band {
  /** Main fields from top to bottom, as they are drawn. */
  readonly titles: readonly string[];
  /** The place in the list of the uppermost, from 1. */
  readonly first: number;
  /** Rows touch each other and fill all that there is to see. */
  readonly isFilled: boolean;
}

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

  /** The rows that are in the document, the head aside. */
  get rows(): Locator {
    return this.grid.getByRole('rowheader');
  }

  /** What can be seen of the list at this moment. */
  async band(): Promise<Band> {
    return this.grid.evaluate((grid) => {
      const rows = [...grid.querySelectorAll('[role="row"]')].map((row) => ({
        place: Number(row.getAttribute('aria-rowindex')) - 1,
        title: row.querySelector('[role="rowheader"]')?.textContent.trim() ?? '',
        box: row.getBoundingClientRect(),
      }));
      const top = rows.find(({ place }) => place === 0)?.box.bottom ?? 0;
      const bottom = grid.getBoundingClientRect().top + grid.clientHeight;
      const seen = rows
        .filter(({ place, box }) => place > 0 && box.bottom > top && box.top < bottom)
        .sort((left, right) => left.box.top - right.box.top);
      const edges = [top, ...seen.map(({ box }) => box.bottom)];
      return {
        titles: seen.map(({ title }) => title),
        first: seen[0]?.place ?? 0,
        isFilled:
          seen.every(({ box }, at) => box.top < (edges[at] ?? 0) + 1) &&
          (edges.at(-1) ?? 0) > bottom - 1,
      };
    });
  }

  /** The place in the list of the row that has the focus, from 1; 0 on the head, -1 elsewhere. */
  async focusedRow(): Promise<number> {
    return this.grid.evaluate((grid) => {
      const focused = document.activeElement;
      const row = grid.contains(focused) ? focused?.closest('[aria-rowindex]') : null;
      return row ? Number(row.getAttribute('aria-rowindex')) - 1 : -1;
    });
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
