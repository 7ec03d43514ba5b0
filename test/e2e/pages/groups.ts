import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** What is done with whole groups: adding, creating, and the dialogs of one group. */
export class Groups {
  readonly page: Page;
  readonly dialog: Locator;
  readonly error: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.error = this.dialog.getByRole('alert');
  }

  async openAddById(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a group', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Add a group by its id…' }).click();
  }

  /** Fills in the dialog and sends it; what comes of it is for the test to say. */
  async submitAddById(id: number | string, label: string): Promise<void> {
    await this.dialog.getByRole('textbox', { name: 'Group id' }).fill(String(id));
    await this.dialog.getByRole('textbox', { name: 'What to call it here' }).fill(label);
    await this.dialog.getByRole('button', { name: 'Add group' }).click();
  }

  async addById(id: number, label: string): Promise<void> {
    await this.openAddById();
    await this.submitAddById(id, label);
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByRole('heading', { name: label, level: 1 })).toBeVisible();
  }

  async openCreate(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a group', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Create a group…' }).click();
  }

  async create(name: string, columns: readonly string[]): Promise<void> {
    await this.openCreate();
    await this.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    for (const column of columns) {
      await this.dialog.getByRole('textbox', { name: 'More columns' }).fill(column);
      await this.dialog.getByRole('button', { name: 'Add column' }).click();
    }
    await this.dialog.getByRole('button', { name: 'Create group' }).click();
    await expect(this.dialog).toBeHidden();
  }

  async fromMenu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Group actions' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async addColumn(column: string): Promise<void> {
    await this.fromMenu('Columns…');
    await this.dialog.getByRole('textbox', { name: 'New column' }).fill(column);
    await this.dialog.getByRole('button', { name: 'Add column' }).click();
    await expect(this.dialog.getByRole('listitem').filter({ hasText: column })).toBeVisible();
    await this.dialog.getByRole('button', { name: 'Close' }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** Finds the country by its name and takes it. */
  async setCountry(name: string): Promise<void> {
    await this.fromMenu('Country…');
    await this.dialog.getByRole('combobox', { name: 'Country' }).fill(name);
    await this.page.getByRole('option', { name }).click();
    await this.dialog.getByRole('button', { name: 'Set country' }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** The country that the head of the list shows. */
  country(name: string): Locator {
    return this.page.getByRole('main').getByText(name, { exact: true });
  }

  /** Deletes the group that is on screen, the question included. */
  async delete(label: string): Promise<void> {
    await this.fromMenu('Delete on Afilnet…');
    const question = this.page.getByRole('alertdialog');
    await question.getByRole('textbox').fill(label);
    await question.getByRole('button', { name: 'Delete group' }).click();
    await expect(question).toBeHidden();
  }

  /** How the group on screen is called here and looks; what is left out stays. */
  async setLook({ name, colour }: { name?: string; colour?: string }): Promise<void> {
    await this.fromMenu('Name and colour…');
    if (name !== undefined)
      await this.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    if (colour !== undefined) await this.dialog.getByRole('radio', { name: colour }).click();
    await this.dialog.getByRole('button', { name: 'Save' }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** The colour of the group on screen, by its name in the dialog: it is only seen otherwise. */
  async expectColour(colour: string): Promise<void> {
    await this.fromMenu('Name and colour…');
    await expect(this.dialog.getByRole('radio', { name: colour })).toBeChecked();
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
