import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

export default defineConfig({
  testDir: 'tests',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try has found something out: it is not to be hidden.
  retries: 0,
  reporter: 'list',
  // A busy machine is no failure; what hangs still is one.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    // Where nothing glides or fades, a page is where it says it is.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findBrowser() },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
  },
});
