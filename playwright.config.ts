import { defineConfig } from '@playwright/test';

// Servers, the browser and the sink are fixtures (test/e2e/support/fixtures.ts), so that no port is fixed.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/e2e/support/build-probe.ts',
  fullyParallel: true,
  // What needs long runs in the soak.
  ...(process.env['SOAK'] === undefined ? { grepInvert: /@soak/ } : {}),
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/e2e.json' }]],
  use: {
    // Nobody waits for what fades; a colour on its way has the contrast of neither theme.
    contextOptions: { reducedMotion: 'reduce' },
    // Storing the app for every fresh profile would cost each test a second; offline.spec.ts allows it.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // A trace costs every test a sixth of its time: `TRACE=1 npm run e2e -- -g …` makes one where it is needed.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
