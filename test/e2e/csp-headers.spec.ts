import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { headers } from '../../bin/headers.mjs';
import { expect, test } from './support/fixtures.ts';

test('every file of the app comes with the production headers, scripts and workers too', async ({ page, site }) => {
  const bare: string[] = [];
  const paths: string[] = [];
  page.on('response', (response) => {
    // A worker's bootstrap is no file of a host: it inherits the page's own policy.
    if (response.url().startsWith('blob:')) return;
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

test('the built files hold no inline code or style and no path of the machine that built them', () => {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  const texts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(html|js|css|json)$/.test(path))
    .map((path) => ({ path, text: readFileSync(`${dist}/${path}`, 'utf8') }));
  const project = fileURLToPath(new URL('../../', import.meta.url));
  expect(texts.filter(({ text }) => text.includes(project)).map(({ path }) => path)).toEqual([]);
  const page = texts.find(({ path }) => path === 'index.html')?.text;
  expect(page).toBeDefined();
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/i);
});
