/** The places of bulk work: the bar, each dialog with its preview, and how a piece of work ended. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import { Bulk } from './bulk.ts';
import type { Stop } from './tour.ts';

export interface BulkTourOptions {
  readonly page: Page;
  /** Goes to a group with contacts. */
  readonly goToGroup: () => Promise<void>;
  readonly row: Locator;
  /** The same for a group whose contacts have numbers. */
  readonly numbers: { readonly goToGroup: () => Promise<void>; readonly row: Locator };
}

export function bulkTour({ page, goToGroup, row, numbers }: BulkTourOptions): Stop[] {
  const bulk = new Bulk(page);
  const choose = async (of: BulkTourOptions['numbers'] = { goToGroup, row }): Promise<void> => {
    await of.goToGroup();
    const box = of.row.getByRole('checkbox');
    if (!(await box.isChecked())) await box.click();
    await expect(bulk.bar).toBeVisible();
  };
  const leave = async (): Promise<void> => {
    await bulk.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(bulk.dialog).toBeHidden();
  };
  const inDialog = (
    name: string,
    item: Parameters<Bulk['open']>[0],
    ready: string | RegExp,
  ): Stop => ({
    name,
    open: async () => {
      await choose();
      await bulk.open(item);
      await expect(bulk.dialog).toContainText(ready);
    },
    leave,
  });

  return [
    { name: 'bulk-bar', open: () => choose() },
    {
      name: 'bulk-menu',
      open: async () => {
        await choose();
        await bulk.bar.getByRole('button', { name: 'More actions' }).click();
        await expect(page.getByRole('menu')).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toBeHidden();
      },
    },
    {
      name: 'bulk-set-field',
      open: async () => {
        await choose();
        await bulk.open('Edit a field…');
        await bulk.select('Field', 'city');
        await bulk.type('New value', 'Teruel');
        await expect(bulk.dialog).toContainText('Teruel');
        await expect(bulk.dialog).toContainText('1 contact changes');
      },
      leave,
    },
    {
      name: 'bulk-replace',
      open: async () => {
        await choose();
        await bulk.open('Find and replace…');
        await bulk.type('Find', 'a');
        await bulk.type('Replace with', ',');
        await expect(bulk.dialog.getByRole('status')).toBeVisible();
        await expect(bulk.dialog).toContainText('left as');
        await bulk.dialog.getByRole('button', { name: 'Which ones' }).click();
      },
      leave,
    },
    {
      name: 'bulk-normalise',
      open: async () => {
        await choose(numbers);
        await bulk.open('Normalise numbers…');
        await expect(
          bulk.dialog.getByRole('button', { name: /^Normalise|^Nothing/ }),
        ).toBeVisible();
      },
      leave,
    },
    inDialog('bulk-delete', 'Delete…', 'is deleted on Afilnet'),
    inDialog('bulk-move', 'Move to another group…', /To the group|no other group to go to/),
    {
      name: 'bulk-ended',
      open: async () => {
        await choose();
        await bulk.open('Edit a field…');
        await bulk.select('Field', 'city');
        await bulk.type('New value', 'Teruel, centro');
        await bulk.type('New value', 'Teruel');
        await bulk.apply('Change 1 contact');
        await bulk.ended('1 contact changed');
      },
      leave: () => bulk.dismiss(),
    },
  ];
}
