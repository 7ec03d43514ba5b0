import type { Page } from '@playwright/test';
import type { LibretaBridge } from '#shared/ipc/contract.ts';

/**
 * What undo and redo would take, by the word of the main process. It answers in order: what the page had asked of it
 * before is done by then, and so is what it had told the page.
 */
export async function steps(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    (window as unknown as { libreta: LibretaBridge }).libreta.undo.state(),
  );
}
