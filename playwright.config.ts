import { defineConfig } from '@playwright/test';

/** Which specs: the end-to-end tests, or with LIBRETA_SPECS=screenshots the pictures of the documentation. */
const folder = process.env['LIBRETA_SPECS'] === 'screenshots' ? 'screenshots' : 'e2e';

/** Run through `node test/run.mjs e2e`, which builds the app and prepares an Electron and a keyring. */
export default defineConfig({
  testDir: `test/${folder}`,
  testMatch: '**/*.spec.ts',
  outputDir: `test-results/${folder}`,
  timeout: 120_000,
  globalTimeout: 50 * 60_000,
  workers: folder === 'e2e' ? 2 : 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: `test-results/${folder}.json` }]],
  use: { trace: 'retain-on-failure' },
});
