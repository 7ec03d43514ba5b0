/** Every page and every dialog of an account with groups, one after another: for specs that look at all of them. */
import type { Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import { bulkTour } from './bulkTour.ts';
import type { Screens } from './app.ts';
import { Palette } from './palette.ts';

export interface Stop {
  /** Used in file names and messages. */
  readonly name: string;
  readonly open: () => Promise<void>;
  readonly leave?: () => Promise<void>;
}

export interface TourOptions {
  readonly page: Page;
  readonly screens: Screens;
  /** A group with contacts, on the server and in the list. */
  readonly group: string;
  /** Text in the row of a contact of that group. */
  readonly contact: string;
}

/** Stops of a signed-in account, in English. */
export function tour({ page, screens, group, contact }: TourOptions): Stop[] {
  const { frame, contacts, groups, pending } = screens;
  const palette = new Palette(page);
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  const closeDialog = async (): Promise<void> => {
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  const inDialog = (name: string, open: () => Promise<void>): Stop => ({
    name,
    open: async () => {
      await open();
      await expect(dialog).toBeVisible();
    },
    leave: closeDialog,
  });
  /** What opens over the list and goes by Escape. */
  const onList = (name: string, open: () => Promise<void>): Stop => ({
    name,
    open,
    leave: async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu').or(dialog)).toBeHidden();
    },
  });
  const ofGroup = (name: string, item: string): Stop =>
    inDialog(name, async () => {
      await frame.openGroup(group);
      await groups.fromMenu(item);
    });

  return [
    {
      name: 'all',
      open: async () => {
        await frame.openAll();
        await expect(contacts.grid).toBeVisible();
      },
    },
    {
      name: 'list',
      open: async () => {
        await frame.openGroup(group);
        await expect(contacts.row(contact)).toBeVisible();
      },
    },
    onList('filter-editor', async () => {
      await frame.openGroup(group);
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
    }),
    onList('views-menu', () => page.getByRole('button', { name: 'Views' }).click()),
    onList('column-chooser', () =>
      page.getByRole('button', { name: 'Columns', exact: true }).click(),
    ),
    onList('column-menu', async () => {
      await contacts.grid.getByRole('columnheader').nth(3).press('Alt+ArrowDown');
      await expect(page.getByRole('menu')).toBeVisible();
    }),
    inDialog('save-view', async () => {
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
    }),
    { name: 'contacts', open: () => contacts.open(contact), leave: () => contacts.close() },
    {
      name: 'new-contact',
      open: () => page.getByRole('button', { name: 'Add contact' }).first().click(),
      leave: () => contacts.close(),
    },
    {
      name: 'pending',
      open: async () => {
        await frame.openPending();
        await expect(pending.heading).toBeVisible();
      },
    },
    {
      name: 'duplicates',
      open: async () => {
        await frame.sidebar.getByRole('button', { name: 'Duplicates' }).click();
        await expect(page.getByRole('heading', { name: 'Duplicates', level: 1 })).toBeVisible();
        await expect(page.getByRole('button', { name: 'Search again' })).toBeVisible();
      },
    },
    {
      name: 'settings',
      open: async () => {
        await frame.openSettings();
        await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
      },
    },
    {
      name: 'palette',
      open: async () => {
        await palette.open();
        await palette.box.fill(contact.slice(0, 4));
        await expect(palette.section(group).first()).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(palette.dialog).toBeHidden();
      },
    },
    inDialog('shortcuts', async () => {
      await frame.openGroup(group);
      await page.keyboard.press('Control+/');
    }),
    inDialog('add-group', () => groups.openAddById()),
    inDialog('create-group', () => groups.openCreate()),
    ofGroup('columns', 'Columns…'),
    ofGroup('country', 'Country…'),
    ofGroup('group-look', 'Name and colour…'),
    ofGroup('forget-group', 'Remove from this computer…'),
    ofGroup('delete-group', 'Delete on Afilnet…'),
    {
      ...inDialog('delete-contact', async () => {
        await frame.openGroup(group);
        await contacts.open(contact);
        await contacts.panel.getByRole('button', { name: 'Delete contact…' }).click();
      }),
      leave: async () => {
        await closeDialog();
        await contacts.close();
      },
    },
    ...bulkTour({
      page,
      row: contacts.row(contact),
      goToGroup: async () => {
        await frame.openGroup(group);
        await expect(contacts.row(contact)).toBeVisible();
      },
    }),
    inDialog('discard', async () => {
      await frame.openPending();
      await pending.button(pending.cards.first(), 'Discard…').click();
    }),
    inDialog('sign-out', () => frame.fromAccountMenu('Sign out…')),
  ];
}
