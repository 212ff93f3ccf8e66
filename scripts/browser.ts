import { findBrowser, installBrowser } from '../tests/browser.ts';

// Finds a Chromium for the browser tests, or installs one; fails and says what to do where there is none to be had.
try {
  console.log(`Browser: ${findBrowser() ?? installBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
