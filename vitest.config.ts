import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// A zone far from UTC, with daylight saving: code that mistakes local time for UTC fails here on every machine.
process.env['TZ'] = 'Pacific/Auckland';

export default defineConfig({
  plugins: [svelte({ configFile: false })],
  // Runes react only in Svelte's browser build.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    environment: 'node',
    // Generous: a slow machine is no failure.
    testTimeout: 30_000,
    // The runner itself needs no core; left to itself it would keep one of two for that.
    maxWorkers: '100%',
  },
});
