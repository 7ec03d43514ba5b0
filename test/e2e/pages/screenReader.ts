import type { Page } from '@playwright/test';
import { expect } from '../app/expect.ts';

type Listening = Window & { heard?: string[] };

/** What a screen reader says by itself: the texts that come into live regions, in their order. */
export class ScreenReader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From now on. What is in a region already is not said again. */
  async listen(): Promise<void> {
    await this.page.evaluate(() => {
      const heard: string[] = [];
      (window as Listening).heard = heard;
      const regions = '[aria-live], [role="status"], [role="alert"], [role="log"]';
      const isHeard = (region: Element): boolean =>
        region.getAttribute('aria-live') !== 'off' &&
        region.closest('[aria-hidden="true"], [inert]') === null &&
        region.checkVisibility();
      const isWhole = (region: Element): boolean =>
        region.getAttribute('aria-atomic') === 'true' ||
        (region.getAttribute('aria-atomic') === null &&
          ['status', 'alert'].includes(region.getAttribute('role') ?? ''));
      const textOf = (node: Node): string =>
        (node instanceof HTMLElement ? node.innerText : (node.textContent ?? ''))
          .replace(/\u200b/gu, '')
          .replace(/\s+/gu, ' ')
          .trim();
      new MutationObserver((mutations) => {
        /* Said at once, however many of its nodes changed. */
        const said = new Map<Element, Set<Node>>();
        const say = (region: Element, node: Node): void => {
          if (isHeard(region))
            said.set(region, (said.get(region) ?? new Set()).add(isWhole(region) ? region : node));
        };
        for (const { type, target, addedNodes } of mutations) {
          const within = target instanceof Element ? target : target.parentElement;
          const region = within?.closest(regions) ?? null;
          const changed = type === 'characterData' ? [target] : [...addedNodes];
          if (region !== null) for (const node of changed) say(region, node);
          /* Of the regions that come with their text, only an alert is sure to be said. */
          else
            for (const node of changed)
              if (node instanceof Element)
                for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
                  if (alert.matches('[role="alert"]')) say(alert, alert);
        }
        for (const nodes of said.values()) {
          const text = [...nodes].map(textOf).filter(Boolean).join(' ');
          if (text !== '') heard.push(text);
        }
      }).observe(document.documentElement, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  }

  heard(): Promise<string[]> {
    return this.page.evaluate(() => (window as Listening).heard ?? []);
  }

  /** Said, and so often. */
  async says(text: string | RegExp, times = 1): Promise<void> {
    const matches = (said: string): boolean =>
      typeof text === 'string' ? said.includes(text) : text.test(said);
    await expect
      .poll(async () => (await this.heard()).filter(matches).length, {
        message: `how often “${String(text)}” is heard`,
      })
      .toBe(times);
  }
}
