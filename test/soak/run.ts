/**
 * `npm run soak`: the properties forty times over, then random walks over the grid, then a browser that imports and
 * deletes a hundred times, then one that is killed while it imports, then the journeys that `npm test` leaves to it.
 * A locked file is refused with any of its bits flipped. Where LibreOffice is installed, the golden formulas are compared
 * with it, and it opens reports full of hostile texts.
 */
import { spawnSync } from 'node:child_process';
import { cyclesDoNotGrow } from './cycles.ts';
import { gridWalksAreRight } from './grid-walks.ts';
import { allKills } from './kills.ts';
import { reportsStayData } from './office-reports.ts';
import { everyBitCounts } from './locked-bits.ts';
import { officeAgrees } from './office.ts';

const FACTOR = '40';

const suites = [
  'test/core',
  'test/sim',
  'test/sheet',
  'test/exporters',
  'test/importers',
  'test/storage',
  'test/state/recipe',
  'test/workers/locked',
];
const vitest = spawnSync('npx', ['vitest', 'run', '--testTimeout', '1800000', ...suites], {
  stdio: 'inherit',
  env: { ...process.env, TERMWISE_SOAK: FACTOR },
});
const bitsAreRight = await everyBitCounts();
const officeIsRight = await officeAgrees();
const reportsAreRight = await reportsStayData();
const build = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const gridIsRight = await gridWalksAreRight();
const spaceIsRight = await cyclesDoNotGrow(100);
const killsAreRight = await allKills();
const journeys = spawnSync('npx', ['playwright', 'test', '--grep', '@soak'], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: '1' },
});
const journeysAreRight = journeys.status === 0;
const officesAreRight = officeIsRight && reportsAreRight && bitsAreRight;
process.exit(
  gridIsRight && journeysAreRight && spaceIsRight && killsAreRight && officesAreRight ? (vitest.status ?? 1) : 1,
);
