import type { Locator, Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

/** The page on which an account is opened. */
export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly user: Locator;
  readonly password: Locator;
  readonly keep: Locator;
  readonly server: Locator;
  readonly submit: Locator;
  readonly practice: Locator;
  /** Why the last try did not go through. */
  readonly error: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { name: 'Sign in to Afilnet' });
    this.user = page.getByRole('textbox', { name: 'User' });
    this.password = page.getByRole('textbox', { name: 'Password', exact: true });
    this.keep = page.getByRole('checkbox', { name: 'Keep me signed in' });
    this.server = page.getByRole('textbox', { name: 'Server address' });
    this.submit = page.getByRole('button', { name: 'Sign in', exact: true });
    this.practice = page.getByRole('button', { name: 'Practice with sample data' });
    this.error = page.getByRole('alert');
  }

  async openServer(): Promise<void> {
    await this.page.getByRole('button', { name: 'Server', exact: true }).click();
  }

  async fill({ user, password }: { user: string; password: string }): Promise<void> {
    await this.user.fill(user);
    await this.password.fill(password);
  }

  /** Signs in to the offered server; `keep` only where there is a keychain. */
  async as(account: { user: string; password: string; keep?: boolean }): Promise<void> {
    await this.fill(account);
    if (account.keep !== undefined) await this.keep.setChecked(account.keep);
    await this.submit.click();
    await expect(this.page.getByRole('searchbox')).toBeVisible();
  }
}
