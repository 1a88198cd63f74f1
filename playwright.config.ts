// End-to-end tests: the packaged app, in real Electron, one window at a time.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test starts an app of its own; on two cores more than two at once only wait for each other.
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // Starting two hundred windows on a busy machine goes wrong now and then, before anything is tested. What
  // passes only at the second try is named at the end of `npm test`; what fails twice has failed.
  retries: 1,
  reporter: 'list',
});
