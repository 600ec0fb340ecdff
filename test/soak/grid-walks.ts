/** Random walks over the grid at a million rows: every visible cell is held against the model. */
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { withPage } from '../bench/browser-page.ts';
import buildProbe, { probeFolder } from '../e2e/support/build-probe.ts';

const CELLS = 60_000;
const SEEDS = [1, 2, 3];

/** Says what came of it; false when a cell showed something else, or undoing everything left something behind. */
export async function gridWalksAreRight(): Promise<boolean> {
  await buildProbe();
  const withoutMeta = (html: string): string => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const server = await serve([{ root: probeFolder, base: '/', headers, transformHtml: withoutMeta }], 0);
  let isRight = true;
  try {
    await withPage(async (page) => {
      for (const seed of SEEDS) {
        await page.goto(`${server.origin}/grid.html?rows=1000000&columns=40`);
        await page.locator('[role=gridcell]').first().waitFor();
        const walked = await page.evaluate(([first, cells]) => window.gridWalk(first, cells), [seed, CELLS] as const);
        isRight &&= walked.wrong.length === 0 && walked.leftOver === 0;
        console.log(
          `grid walk ${String(seed)}: ${String(walked.steps)} steps, ${String(walked.cells)} cells, ` +
            `${String(walked.wrong.length)} wrong, ${String(walked.leftOver)} left after undoing`,
        );
        for (const text of walked.wrong) console.log(`  ${text}`);
      }
      return [];
    });
  } finally {
    server.close();
  }
  return isRight;
}
