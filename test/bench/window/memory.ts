/** What the page's process keeps after all that is garbage has gone. */
import type { Page } from '@playwright/test';

export interface Memory {
  /** Bytes of JavaScript's heap in use. */
  readonly heap: number;
  /** Nodes of the document and of what still holds any. */
  readonly nodes: number;
}

export async function memoryOf(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  // What a first collection sets free may hold more that only a second one finds.
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const valueOf = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: valueOf('JSHeapUsedSize'), nodes: valueOf('Nodes') };
}
