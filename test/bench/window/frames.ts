/**
 * Runs in the page: how far apart its frames are while its list is scrolled, and how many of them show a place of the
 * list without its contact.
 */
import type { Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds between the beginnings of frames. */
  readonly gaps: readonly number[];
  /** Frames in which some place in view had no row, or a row that was still being read. */
  readonly blank: number;
}

export interface Move {
  /** Pixels from frame to frame; turned round at either end of the list. */
  readonly step: number | 'fromEndToEnd';
  /** The list is moved each so many frames. */
  readonly every: number;
  readonly frames: number;
}

/**
 * Moves the list between two frames, as the browser does with what a person scrolls: the page hears of it at the
 * beginning of the next frame, and what it shows then is what counts.
 */
export function scrolled(page: Page, move: Move): Promise<Frames> {
  return page.evaluate(({ step, every, frames }) => {
    const grid = document.querySelector<HTMLElement>('[role="grid"]');
    const head = grid?.querySelector<HTMLElement>('[aria-rowindex="1"]');
    const row = grid?.querySelector<HTMLElement>('[aria-rowindex="2"]');
    if (!grid || !head || !row) throw new Error('There is no list with rows to scroll.');
    const headHeight = head.offsetHeight;
    const rowHeight = row.offsetHeight;
    const height = grid.clientHeight;
    const end = grid.scrollHeight - height;
    const total = Number(grid.getAttribute('aria-rowcount')) - 1;

    const showsBlank = (): boolean => {
      const filled = new Set<number>();
      for (const shown of grid.querySelectorAll('[aria-rowindex]'))
        if (shown.getElementsByClassName('bone').length === 0)
          filled.add(Number(shown.getAttribute('aria-rowindex')) - 2);
      const first = Math.floor(grid.scrollTop / rowHeight);
      const last = Math.floor((grid.scrollTop + height - headHeight - 1) / rowHeight);
      for (let index = first; index <= Math.min(last, total - 1); index += 1)
        if (!filled.has(index)) return true;
      return false;
    };

    const gaps: number[] = [];
    let blank = 0;
    let last: number | null = null;
    let way = 1;
    const between = new MessageChannel();
    between.port1.onmessage = () => {
      const wanted = step === 'fromEndToEnd' ? (way === 1 ? end : 0) : grid.scrollTop + way * step;
      grid.scrollTop = wanted;
      if (wanted <= 0 || wanted >= end) way = -way;
    };
    return new Promise<{ gaps: number[]; blank: number }>((resolve) => {
      const frame = (now: number): void => {
        if (last !== null) gaps.push(now - last);
        last = now;
        if (showsBlank()) blank += 1;
        if (gaps.length >= frames) {
          between.port1.close();
          resolve({ gaps, blank });
          return;
        }
        if (gaps.length % every === 0) between.port2.postMessage(null);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  }, move);
}
