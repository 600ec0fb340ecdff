/** Decide, by keyboard: the queue, the ways out, seats wanted, a decision with its reason, many at once, undo; axe. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from '@playwright/test';
import { lintActions } from '../../src/core/actions/lint.ts';
import { expectAccessible, expectAccessibleInDark, expectAccessibleInForcedColours } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const queue = (page: Page): Locator => page.getByRole('grid', { name: 'Subscriptions to decide' });
const detail = (page: Page): Locator => page.getByRole('region', { name: 'The selected subscription' });
const shown = (page: Page): Locator => page.getByText(/^[\d,]+ in USD$/);

async function count(page: Page): Promise<number> {
  return Number((await shown(page).innerText()).replace(/\D/g, ''));
}

test('a decision is made, undone and made for many, with keys alone', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).press('Enter');
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Decide' }).press('Enter');
  await expect(queue(page)).toBeVisible();
  await expect(page.getByText(/renew by themselves with nothing to gain, [\d,.]+ USD in all/)).toBeVisible();
  const before = await count(page);

  // The ways out of what stands second, of which one is the best and one comes by itself.
  await queue(page).focus();
  await page.keyboard.press('ArrowDown');
  const ways = detail(page).getByRole('region', { name: /^Ways out · USD, 12 months from/ });
  await expect(ways.getByRole('row', { name: /★ best/ })).toHaveCount(1);
  await expect(ways.getByRole('row', { name: /▲ if nobody decides/ })).toHaveCount(1);
  await expect(detail(page).getByText(/costs more than renewing all|never costs more/)).toBeVisible();
  const product = await detail(page).getByRole('heading', { level: 2 }).first().innerText();

  // What is at stake has its trail.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Where the figure comes from' })).toContainText(
    /At stake.*cost by itself −/,
  );

  // Fewer seats: another best, and waiting pays for some days.
  await detail(page).getByRole('textbox', { name: 'Seats wanted' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(
    ways
      .getByRole('row', { name: /★ best/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('1');
  await expect(detail(page).getByRole('heading', { level: 2 }).first()).toHaveText(product);
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await expectAccessibleInForcedColours(page);

  // The best way, with who and why.
  await detail(page).getByRole('textbox', { name: 'Decided by' }).fill('Ana');
  await detail(page).getByRole('textbox', { name: 'Why' }).fill('Only one person left');
  await ways
    .getByRole('row', { name: /★ best/ })
    .getByRole('button', { name: /^Choose/ })
    .press('Enter');
  await expect(shown(page)).toHaveText(`${String(before - 1)} in USD`);
  await page.getByRole('button', { name: 'Decided', exact: true }).press('Enter');
  await expect(shown(page)).toHaveText('1 in USD');
  await expect(detail(page)).toContainText('decided by Ana');
  await expect(detail(page)).toContainText('Only one person left');
  await page.getByRole('button', { name: 'Export table' }).press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /^CSV for programs/ }).press('Enter'),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/,Ana,[^\n]*,Only one person left,/);
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toHaveText('0 in USD');

  // Three at once, and back.
  await page.getByRole('button', { name: 'To do' }).press('Enter');
  await queue(page).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Renew with wanted seats' }).press('Enter');
  await expect(shown(page)).toHaveText(`${String(before - 3)} in USD`);
  await page.getByRole('button', { name: 'Decided', exact: true }).press('Enter');
  await expect(shown(page)).toHaveText('3 in USD');
  await expect(detail(page)).toContainText(/✓ Renew .*, decided by/);
  await detail(page).getByRole('button', { name: 'Remove decision' }).press('Enter');
  await expect(shown(page)).toHaveText('2 in USD');

  await takeActionPack(page);
});

/** What is decided as files: requests that the linter passes, and one that it does not. */
async function takeActionPack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Action pack…' }).press('Enter');
  const pack = page.getByRole('dialog', { name: 'Action pack' });
  await expect(
    pack.getByRole('heading', { name: /^2 subscriptions of \d customers?: 2 with a whole request/ }),
  ).toBeVisible();
  await expect(pack.getByRole('row', { name: /Renew .* whole$/ })).toHaveCount(2);
  await expectAccessible(page);
  await pack.getByRole('combobox', { name: 'Language and formats' }).selectOption('German (Germany)');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pack.getByRole('button', { name: 'Save action pack' }).press('Enter'),
  ]);
  const files = unzipSync(await readFile(await download.path()));
  const texts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const json = texts.get('actions.json') ?? '';
  expect(lintActions(json, { asOf: 0, known: undefined })).toEqual({ subjects: 2, findings: [] });
  expect(texts.get('deadlines.ics')).toContain('SUMMARY:Sperrt: ');
  expect([...texts.keys()].filter((name) => name.startsWith('mail/')).length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Check JSON…' }).press('Enter');
  const lint = page.getByRole('dialog', { name: 'Check subscription JSON' });
  const box = lint.getByRole('textbox', { name: 'JSON' });
  await box.fill(json);
  await lint.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(lint.getByText('No fault found in 2 subscriptions.')).toBeVisible();
  await box.fill('{\n  "autoRenewEnabled": false\n}');
  await lint.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(lint.getByRole('row', { name: /^2 : 23 .*error Auto-renew is off.*R-014$/ })).toBeVisible();
  await expectAccessible(page);
}
