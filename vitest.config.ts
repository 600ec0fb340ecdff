import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// A zone far from UTC, with daylight saving: code that mistakes local time for UTC fails here on every machine.
process.env['TZ'] = 'Pacific/Auckland';

/** Tests that open a store, start workers, or replace what the whole process shares: each file has a world of its own. */
const apart = [
  ...['bin', 'state', 'storage', 'workers'].map((folder) => `test/${folder}/**/*.test.ts`),
  'test/importers/bulk.test.ts',
  'test/ui/chart/picture.test.ts',
];

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // Runes react only in Svelte's browser build.
  resolve: { conditions: ['browser'] },
  test: {
    environment: 'node',
    // Generous: a slow machine is no failure.
    testTimeout: 30_000,
    // The runner itself needs no core; left to itself it would keep one of two for that.
    maxWorkers: '100%',
    projects: [
      // One world a worker: loading the modules anew for each file took longer than the tests.
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...apart],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
