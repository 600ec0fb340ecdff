import { headers } from '../../bin/headers.mjs';
import { expect, test } from './support/fixtures.ts';

test('every file of the app comes with the production headers, scripts and workers too', async ({ page, site }) => {
  const bare: string[] = [];
  const paths: string[] = [];
  page.on('response', (response) => {
    paths.push(new URL(response.url()).pathname);
    const sent = response.headers();
    const missing = Object.entries(headers).filter(([name, value]) => sent[name.toLowerCase()] !== value);
    if (missing.length > 0) bare.push(response.url());
  });
  await page.goto(site.app);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(paths.some((path) => path.endsWith('.js'))).toBe(true);
  expect(bare).toEqual([]);
});
