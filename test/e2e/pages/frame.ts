import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** What surrounds every page: the groups, the account, the search, the status. */
export class Frame {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly search: Locator;
  readonly account: Locator;
  /** Says where the account's edits stand; opens the pending changes. */
  readonly chip: Locator;
  readonly syncMenu: Locator;
  readonly passwordBanner: Locator;
  readonly notifications: Locator;
  /** Named after what they would take; the names change with every edit. */
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.getByRole('navigation', { name: 'Groups and account' });
    this.search = page.getByRole('searchbox', { name: 'Search contacts' });
    this.account = page.getByRole('button', { name: /^Account: / });
    this.chip = page.getByRole('button', { name: /\. Open the pending changes$/ });
    this.syncMenu = page.getByRole('button', { name: 'Sync options' });
    this.passwordBanner = page.getByRole('alert').filter({ hasText: 'is needed to go on' });
    this.undo = page.getByRole('banner').getByRole('button', { name: /^(Undo: |Nothing to undo)/ });
    this.redo = page.getByRole('banner').getByRole('button', { name: /^(Redo: |Nothing to redo)/ });
    this.notifications = page.getByRole('region', { name: /^Notifications/ });
  }

  /** The chip's text, waited for. */
  async says(status: string | RegExp): Promise<void> {
    await expect(this.chip).toHaveText(status);
  }

  /** Waits for a notice and closes what is there of them. */
  async closeNotices(): Promise<void> {
    const notices = this.notifications.getByRole('listitem');
    await expect(notices.first()).toBeVisible();
    while ((await notices.count()) > 0) {
      await notices.first().getByRole('button', { name: 'Close' }).click();
    }
  }

  /** What a notice says; a screen reader is told the same elsewhere. */
  notice(text: string): Locator {
    return this.notifications.getByText(text, { exact: true });
  }

  group(label: string): Locator {
    return this.sidebar.getByRole('button', { name: new RegExp(`^${escaped(label)} ?, `) });
  }

  async openGroup(label: string): Promise<void> {
    await this.group(label).click();
    await expect(this.page.getByRole('heading', { name: label, level: 1 })).toBeVisible();
  }

  async openAll(): Promise<void> {
    await this.sidebar.getByRole('button', { name: /^All contacts/ }).click();
  }

  async openPending(): Promise<void> {
    await this.sidebar.getByRole('button', { name: /^Pending changes/ }).click();
  }

  async openSettings(): Promise<void> {
    await this.sidebar.getByRole('button', { name: 'Settings' }).click();
  }

  async fromSyncMenu(item: 'Sync now' | 'Work offline' | 'Go online'): Promise<void> {
    await this.syncMenu.click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async fromAccountMenu(item: 'Add an account…' | 'Sign out…'): Promise<void> {
    await this.account.click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async switchTo(user: string): Promise<void> {
    await this.account.click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${escaped(user)}`) }).click();
    await expect(this.account).toHaveAccessibleName(accountName(user));
  }
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The account menu's name: the user, and what there is to say of it. */
export const accountName = (user: string): RegExp => new RegExp(`^Account: ${escaped(user)}( |$)`);
