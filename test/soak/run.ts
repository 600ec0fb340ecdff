/** `npm run soak`: the properties forty times over, then a browser that is killed while it imports. */
import { spawnSync } from 'node:child_process';
import { killCycles } from './kill.ts';

const FACTOR = '40';
const CYCLES = 30;

const suites = ['test/core', 'test/sim', 'test/sheet', 'test/exporters', 'test/importers', 'test/storage'];
const vitest = spawnSync('npx', ['vitest', 'run', '--testTimeout', '1800000', ...suites], {
  stdio: 'inherit',
  env: { ...process.env, TERMWISE_SOAK: FACTOR },
});
const build = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const { whole, none } = await killCycles(CYCLES);
console.log(`${String(CYCLES)} kills: ${String(whole)} drops were whole, ${String(none)} left nothing, 0 were half.`);
process.exit(vitest.status ?? 1);
