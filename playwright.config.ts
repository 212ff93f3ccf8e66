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
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    launchOptions: { executablePath: findBrowser() },
    trace: 'retain-on-failure',
  },
});
