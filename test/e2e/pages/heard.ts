import type { Page } from '@playwright/test';

/** What a screen reader is told by the live regions of the window, from the moment it began to listen. */
export class Heard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Some of them say their text for a moment only, so it is written down as it comes. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
      const said: string[] = [];
      Object.assign(window, { heard: said });
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          const inside = target instanceof Element ? target : target.parentElement;
          const regions = [inside?.closest(live)];
          for (const node of addedNodes)
            if (node instanceof Element)
              regions.push(...(node.matches(live) ? [node] : node.querySelectorAll(live)));
          for (const region of regions) {
            const text = region?.textContent.trim() ?? '';
            if (text !== '') said.push(text);
          }
        }
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }

  /** Everything that was said so far. */
  async texts(): Promise<string[]> {
    return this.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  }
}
