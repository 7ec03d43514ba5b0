/** Every page and every dialog of an account with groups, one after another: for specs that look at all of them. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';
import { bulkTour } from './bulkTour.ts';
import type { Screens } from './app.ts';
import { GridTools } from './grid.ts';
import { Palette } from './palette.ts';

export interface Stop {
  /** Used in file names and messages. */
  readonly name: string;
  readonly open: () => Promise<void>;
  readonly leave?: () => Promise<void>;
  /** What it is about, where that may lie below what is in view. */
  readonly about?: Locator;
}

export interface TourOptions {
  readonly page: Page;
  readonly screens: Screens;
  /** A group with contacts, on the server and in the list. */
  readonly group: string;
  /** Text in the row of a contact of that group. */
  readonly contact: string;
  /** A group of numbers, where the group above is none. */
  readonly numbers?: string;
}

/** Stops of a signed-in account, in English. */
export function tour({ page, screens, group, contact, numbers = group }: TourOptions): Stop[] {
  const { frame, contacts, groups, pending } = screens;
  const palette = new Palette(page);
  const tools = new GridTools(page);
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
  const goTo = async (label: string, text: string): Promise<void> => {
    await frame.openGroup(label);
    await expect(contacts.row(text)).toBeVisible();
  };
  /** The focus is on a cell of the contact, and the panel is closed. */
  const onCell = async (column: string): Promise<void> => {
    await goTo(group, contact);
    await (await tools.cell(contact, column)).click();
    await contacts.close();
    await expect(await tools.cell(contact, column)).toBeFocused();
  };
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
    { name: 'list', open: () => goTo(group, contact) },
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
    onList('row-menu', async () => {
      await contacts.row(contact).getByRole('rowheader').click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
    }),
    onList('group-menu', async () => {
      await frame.group(group).click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
    }),
    onList('account-menu', () => frame.account.click()),
    onList('sync-menu', () => frame.syncMenu.click()),
    onList('group-actions', () => page.getByRole('button', { name: 'Group actions' }).click()),
    onList('add-group-menu', () =>
      page.getByRole('button', { name: 'Add a group', exact: true }).click(),
    ),
    {
      name: 'contact-menu',
      open: async () => {
        await goTo(group, contact);
        await contacts.open(contact);
        await contacts.panel.getByRole('button', { name: 'Contact actions' }).click();
        await expect(page.getByRole('menu')).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toBeHidden();
        await contacts.close();
      },
    },
    {
      name: 'contact-history',
      open: async () => {
        await contacts.open(contact);
        await contacts.panel.getByRole('button', { name: 'History' }).click();
        await expect(contacts.panel.getByRole('time').first()).toBeVisible();
      },
      about: contacts.panel.getByRole('time').last(),
      leave: () => contacts.close(),
    },
    onList('cell-note', async () => {
      await onCell('city');
      await page.keyboard.type('Calle Mayor, 1');
      await page.keyboard.press('Enter');
      await expect(tools.popover.getByRole('checkbox')).toBeVisible();
    }),
    inDialog('paste', async () => {
      await onCell('name');
      await tools.paste('Ana\tSoria\nBea\ta, b\nCarla\tLugo');
    }),
    inDialog('save-view', async () => {
      await page.getByRole('button', { name: 'Views' }).click();
      await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
    }),
    {
      name: 'delete-view',
      open: async () => {
        await goTo(group, contact);
        await tools.fromViews('Save as a view…');
        await dialog.getByRole('textbox', { name: 'Name' }).fill('Todos');
        await dialog.getByRole('button', { name: 'Save', exact: true }).click();
        await frame.closeNotices();
        await tools.fromViews('Delete “Todos”…');
        await expect(dialog).toBeVisible();
      },
      leave: async () => {
        await dialog.getByRole('button', { name: 'Delete view' }).click();
        await frame.closeNotices();
      },
    },
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
    inDialog('merge', async () => {
      await frame.sidebar.getByRole('button', { name: 'Duplicates' }).click();
      await page.getByRole('button', { name: 'Merge…' }).first().click();
    }),
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
    {
      name: 'country-list',
      open: async () => {
        await frame.openGroup(group);
        await groups.fromMenu('Country…');
        await dialog.getByRole('combobox').fill('a');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('option')).toHaveCount(0);
        await closeDialog();
      },
    },
    ofGroup('group-look', 'Name and colour…'),
    inDialog('group-history', async () => {
      await frame.openGroup(numbers);
      await groups.fromMenu('History…');
    }),
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
    {
      ...inDialog('unsaved', async () => {
        await goTo(group, contact);
        await contacts.open(contact);
        await contacts.field('city').fill('Teruel');
        await contacts.panel.getByRole('button', { name: 'Close the contact' }).click();
      }),
      leave: async () => {
        await dialog.getByRole('button', { name: 'Discard', exact: true }).click();
        await expect(contacts.panel).toBeHidden();
      },
    },
    ...bulkTour({
      page,
      row: contacts.row(contact),
      goToGroup: () => goTo(group, contact),
      numbers: {
        row: contacts.grid.getByRole('row').nth(1),
        goToGroup: async () => {
          await frame.openGroup(numbers);
          await expect(contacts.grid.getByRole('rowheader').first()).toContainText(/\d/);
        },
      },
    }),
    {
      name: 'undo-notice',
      open: async () => {
        await goTo(group, contact);
        await page.keyboard.press('ControlOrMeta+z');
        const notice = frame.notifications.getByRole('listitem').filter({ hasText: 'Undone' });
        // A notice under the pointer stays.
        await notice.hover();
      },
      leave: async () => {
        await frame.notifications.getByRole('button', { name: 'Close' }).first().click();
      },
    },
    inDialog('discard', async () => {
      await frame.openPending();
      await pending.button(pending.cards.first(), 'Discard…').click();
    }),
    inDialog('sign-out', () => frame.fromAccountMenu('Sign out…')),
  ];
}
