import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carryBuild } from '../../bin/carry-build.mjs';
import { headers } from '../../bin/headers.mjs';
import { serve } from '../../bin/serve.mjs';
import { expectAccessible, expectAccessibleInForcedColours } from './support/axe.ts';
import { expect, test, watchPolicy } from './support/fixtures.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

test.use({ serviceWorkers: 'allow', proxy: undefined });

test('works when its host is gone, and takes a new build only when asked', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'termwise-offline-'));
  const mount = { root: folder, base: '/partner/termwise/', headers };
  cpSync(dist, folder, { recursive: true });
  const host = await serve([mount], 0);
  const address = `${host.origin}/partner/termwise/`;
  const violations = watchPolicy(page);
  await page.goto(address);
  const check = page.getByRole('button', { name: /0 requests/i });
  await check.click();
  await expect(page.getByText('yes; the whole app is stored in this browser')).toBeVisible({ timeout: 30_000 });
  const { id } = JSON.parse(
    readFileSync(join(dist, 'build-hashes.js'), 'utf8').replace(/^export const build = |;\n$/g, ''),
  ) as { id: string };
  await expect(page.getByText(id, { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInForcedColours(page);
  expect(violations).toEqual([]);
  await page.getByRole('button', { name: 'Try to connect' }).click();
  await expect(page.getByText(/^Refused by the browser/)).toBeVisible();

  // A new build lies on the host; the page is opened again and still gets its own.
  const index = join(folder, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<html lang="en">', '<html lang="en" data-build="new">'));
  carryBuild(folder);
  await page.reload();
  await expect(page.getByText('A new version of Termwise is ready.')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.locator('html')).not.toHaveAttribute('data-build');

  host.close();
  host.closeAllConnections();
  await page.reload();
  await page.getByRole('button', { name: 'Open the sample portfolio' }).first().click();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Backup/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.termwise$/);

  await page.getByRole('button', { name: 'Update…' }).click();
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-build', 'new');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  await expect(page.getByText('A new version of Termwise is ready.')).toBeHidden();
  rmSync(folder, { recursive: true });
});
