import { defineConfig } from '@playwright/test';

/** The stand-in's own tests: `npx playwright test -c test/shell/selftest/playwright.config.ts`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 30_000,
  workers: 1,
  reporter: 'line',
  outputDir: '../../../test-results/shell',
});
