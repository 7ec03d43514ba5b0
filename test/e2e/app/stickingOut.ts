import type { Page } from '@playwright/test';

/** What sticks out of the window although nothing scrolls there, and what a dialog hides. */
export function stickingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const height = document.documentElement.clientHeight;
    const scrolls = (element: Element): boolean => {
      for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(outer).overflowX)) return true;
      }
      return false;
    };
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
    for (const element of document.querySelectorAll('button, input, textarea, h1, h2, p, label')) {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own <= 1 || (left >= -1 && right <= width + 1) || scrolls(element)) continue;
      found.push(
        `${element.tagName} “${element.textContent.trim().slice(0, 40)}” ${left}–${right}`,
      );
    }
    for (const dialog of document.querySelectorAll('[role="dialog"], [role="alertdialog"]')) {
      const { top, bottom } = dialog.getBoundingClientRect();
      if (top < -1 || bottom > height + 1) found.push(`a dialog from ${top} to ${bottom}`);
    }
    return found;
  });
}
