import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import { ContactsPage } from './contacts.ts';

/** What stands between the head of the list and its lower edge. */
export interface Band {
  /** Main fields from top to bottom, as they are drawn. */
  readonly titles: readonly string[];
  /** The place in the list of the uppermost, from 1. */
  readonly first: number;
  /** Rows touch each other and fill all that there is to see. */
  readonly isFilled: boolean;
}

/** What the filters are called. */
interface FilterWords {
  readonly filters: string;
  readonly filter: string;
  readonly column: string;
  readonly condition: string;
  readonly apply: string;
  readonly remove: string;
}

const english: FilterWords = {
  filters: 'Filters',
  filter: 'Filter',
  column: 'Column',
  condition: 'Condition',
  apply: 'Apply',
  remove: 'Remove the filter',
};

export const spanishFilters: FilterWords = {
  filters: 'Filtros',
  filter: 'Filtrar',
  column: 'Columna',
  condition: 'Condición',
  apply: 'Aplicar',
  remove: 'Quitar el filtro',
};

/** What can be done with the list itself: filters, views, columns. In English, but for filters in other words. */
export class GridTools {
  readonly page: Page;
  readonly words: FilterWords;
  readonly grid: Locator;
  readonly filters: Locator;
  readonly popover: Locator;
  readonly menu: Locator;

  constructor(page: Page, words: FilterWords = english) {
    this.page = page;
    this.words = words;
    this.grid = page.getByRole('grid');
    this.filters = page.getByRole('group', { name: words.filters, exact: true });
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

  /** Where the focus is: the place of the row in the list from 1, 0 on the head, -1 elsewhere; and the column. */
  async focused(): Promise<{ readonly row: number; readonly column: string }> {
    return this.grid.evaluate((grid) => {
      const cell = document.activeElement?.closest('[aria-colindex]') ?? null;
      const row = cell?.closest('[aria-rowindex]');
      if (cell === null || !row || !grid.contains(row)) return { row: -1, column: '' };
      const index = cell.getAttribute('aria-colindex');
      const head = grid.querySelector(`[role="columnheader"][aria-colindex="${index}"]`);
      const column = head?.getAttribute('aria-label') ?? '';
      return { row: Number(row.getAttribute('aria-rowindex')) - 1, column };
    });
  }

  /** What Tab would stop at in the list: no role tells it. */
  get tabStops(): Locator {
    return this.grid.locator('[tabindex="0"]');
  }

  async pick(label: string, option: string): Promise<void> {
    await this.popover.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async filter(column: string, operator: string, value: string | null): Promise<void> {
    await this.openFilter(column);
    await this.pick(this.words.condition, operator);
    if (value !== null) await this.popover.getByRole('textbox').fill(value);
    await this.applyFilter();
  }

  /** By the states whose names are given. */
  async filterByState(column: string, operator: string, states: readonly string[]): Promise<void> {
    await this.openFilter(column);
    await this.pick(this.words.condition, operator);
    for (const state of states)
      await this.popover.getByRole('checkbox', { name: state, exact: true }).check();
    await this.applyFilter();
  }

  /** The editor of a new filter, with its column chosen. */
  private async openFilter(column: string): Promise<void> {
    await this.filters.getByRole('button', { name: this.words.filter, exact: true }).click();
    await expect(this.popover).toBeVisible();
    await this.pick(this.words.column, column);
  }

  private async applyFilter(): Promise<void> {
    await this.popover.getByRole('button', { name: this.words.apply }).click();
    await expect(this.popover).toBeHidden();
  }

  chip(text: string): Locator {
    return this.filters.getByRole('button', { name: text, exact: true });
  }

  async removeFilter(text: string): Promise<void> {
    await this.filters.getByRole('button', { name: `${this.words.remove}: ${text}` }).click();
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
