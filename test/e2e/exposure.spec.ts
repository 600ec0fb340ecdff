import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInForcedColours } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

/** Opens the sample portfolio on a fresh page and waits for its list. */
async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(grid(page)).toBeVisible();
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: /^Exposed subscriptions/ });
const figure = (page: Page, label: string): Locator =>
  page
    .getByRole('region', { name: /^Key figures/ })
    .locator('dl > div', { hasText: label })
    .getByRole('button');
const chart = (page: Page, title: string): Locator => page.getByRole('figure', { name: title });
const chips = (page: Page): Locator => page.getByRole('group', { name: 'Filters' });
const selectedCell = (page: Page): Locator => grid(page).getByRole('gridcell', { selected: true });
const rowCount = (page: Page): Locator => page.getByText(/^\d+ of \d+ rows$/);

/** The amount in a text such as `USD 1,393,433.37`, without the currency. */
async function amountIn(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/^[A-Z]{3}\s*/, '').trim();
}

test('each currency has its own key figures, and the row of totals repeats them', async ({
  journeyUnderSink: { page, address },
}) => {
  await openSample(page, address);
  const seen: string[] = [];
  for (const currency of ['USD', 'EUR']) {
    await page.getByRole('button', { name: currency, exact: true }).click();
    await expect(page.getByRole('region', { name: `Key figures in ${currency}` })).toBeVisible();
    await expect(figure(page, 'Exposed subscriptions')).toHaveText(/\d+\s+of\s+\d+/);
    await expect(figure(page, 'At risk')).toHaveText(/\d+\s+of\s+\d+/);
    await expect(figure(page, 'EST cost')).toHaveText(new RegExp(`^${currency}\\s*[\\d,]+\\.\\d\\d`));
    await expect(figure(page, 'Absorbed')).toHaveText(new RegExp(`^${currency}`));
    const totals = grid(page).getByRole('row').last();
    await expect(totals).toContainText(await amountIn(figure(page, 'EST cost')));
    await expect(totals).toContainText(await amountIn(figure(page, 'Extra against today')));
    seen.push(await amountIn(figure(page, 'EST cost')));
  }
  expect(new Set(seen).size).toBe(2);
});

test('a key figure and an amount open their trail, and a count the subscriptions that it counts', async ({
  page,
  site,
}) => {
  await openSample(page, site.app);
  const trail = page.getByRole('region', { name: 'Where the figure comes from' });
  await figure(page, 'Promotion lost').focus();
  await page.keyboard.press('Enter');
  await expect(trail).toContainText(await amountIn(figure(page, 'Promotion lost')));
  const [atRisk = ''] = (await figure(page, 'At risk').innerText()).split(/\s/);
  await figure(page, 'At risk').click();
  await expect(rowCount(page)).toHaveText(new RegExp(`^${atRisk} of `));
  await expect(chips(page).getByRole('button', { name: 'Remove Outcome: ▲ drifts' })).toBeVisible();

  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const extra = await selectedCell(page).innerText();
  await expect(trail).toContainText(extra);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Extra: / })).toContainText(extra);
});

test('as-of, horizon and bridge change the figures from the keyboard', async ({ page, site }) => {
  await openSample(page, site.app);
  const est = figure(page, 'EST cost');
  let before = await amountIn(est);
  const changes: readonly [string, () => Promise<void>][] = [
    ['Horizon', () => page.keyboard.press('ArrowUp')],
    ['Bridge days', () => page.keyboard.type('30')],
    ['As of', () => page.keyboard.press('ArrowUp')],
  ];
  for (const [label, change] of changes) {
    await page.getByLabel(new RegExp(`^${label}`)).focus();
    await change();
    await expect(est, label).not.toContainText(before);
    before = await amountIn(est);
  }
  await expect(page.getByText('EST cost, 13 months')).toBeVisible();
});

test('a month bar filters the list, its chip or a second click takes the filter away, and the table has the figures of the bars', async ({
  page,
  site,
}) => {
  await openSample(page, site.app);
  const all = await rowCount(page).innerText();
  const bar = chart(page, 'EST cost by month and cause')
    .getByRole('button', { name: /EST cost/ })
    .first();
  await bar.click();
  const chip = chips(page).getByRole('button', { name: /^Remove Month: / });
  await expect(chip).toBeVisible();
  await expect(rowCount(page)).not.toHaveText(all);
  await expect(grid(page).getByRole('row').last()).toContainText(await amountIn(figure(page, 'EST cost')));
  await chip.click();
  await expect(rowCount(page)).toHaveText(all);
  await bar.click();
  await expect(chip).toBeVisible();
  await bar.click();
  await expect(chip).toHaveCount(0);
  await expect(rowCount(page)).toHaveText(all);

  const months = chart(page, 'EST cost by month and cause');
  const names = await months
    .getByRole('button', { name: /EST cost/ })
    .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''));
  await months.getByRole('button', { name: 'Table' }).click();
  const rows = months.getByRole('row');
  await expect(rows).toHaveCount(names.length + 1);
  for (const [index, name] of names.entries()) {
    const [, month = '', est = ''] = /^(.+): EST cost ([\d,.]+) /.exec(name) ?? [];
    await expect(rows.nth(index + 1)).toContainText(month);
    await expect(rows.nth(index + 1)).toContainText(est);
  }
});

test('the whole way works by keyboard: from a bar to the list, its order, a trail and a filter', async ({
  page,
  site,
}) => {
  await openSample(page, site.app);
  const customers = chart(page, 'Customers by extra').getByRole('button', { name: /: extra/ });
  await customers.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(customers.nth(1)).toBeFocused();
  const name = ((await customers.nth(1).getAttribute('aria-label')) ?? '').split(': extra')[0] ?? '';
  await page.keyboard.press('Enter');
  const chip = chips(page).getByRole('button', { name: `Remove Customer: ${name}` });
  await expect(chip).toBeVisible();
  await expect(grid(page).getByRole('row').nth(1)).toContainText(name);
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(chip).toHaveCount(0);

  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(grid(page).getByRole('columnheader', { name: /^Customer/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
  await page.keyboard.press('ArrowDown');
  const customer = await selectedCell(page).innerText();
  await page.keyboard.press('Enter');
  await expect(chips(page).getByRole('button', { name: `Remove Customer: ${customer}` })).toBeVisible();
});

test('the cliff follows the chosen subscription, and a step filters by its cause', async ({ page, site }) => {
  await openSample(page, site.app);
  await page.getByRole('group', { name: 'The cliff of' }).getByRole('button', { name: 'This subscription' }).click();
  const one = page.getByRole('figure', { name: /^The cliff, (?!portfolio)/ });
  await expect(one).toBeVisible();
  await expect(one).toContainText('per seat and month');
  await one.getByRole('button', { name: /^Commitment: / }).focus();
  await page.keyboard.press('Enter');
  await expect(chips(page).getByRole('button', { name: 'Remove Cause: Commitment' })).toBeVisible();
});

test('assumptions say what is allowed, mark what differs, and go back to their defaults', async ({ page, site }) => {
  await openSample(page, site.app);
  const panel = page.getByRole('complementary', { name: 'Assumptions' });
  const uplift = panel.getByLabel('EST_Uplift', { exact: true });
  const before = await amountIn(figure(page, 'EST cost'));
  await uplift.fill('lots');
  await uplift.press('Enter');
  await expect(panel.getByText(/“lots” is not allowed: a percentage from 0 to 100/)).toBeVisible();
  await expect(uplift).toHaveValue('3');
  await expect(figure(page, 'EST cost')).toContainText(before);
  await uplift.fill('4.5');
  await uplift.press('Enter');
  await expect(panel.getByText('differs from the default, 3 %')).toBeVisible();
  await panel.getByRole('button', { name: 'Ignore list rows' }).click();
  await expect(panel.getByLabel('EST_List_Rows')).toHaveValue('ignore');
  await expect(figure(page, 'EST cost')).not.toContainText(before);
  await panel.getByRole('button', { name: 'Reset to defaults' }).click();
  await expect(figure(page, 'EST cost')).toContainText(before);
  await panel.getByLabel('Load a scenario file').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema": "termwise/scenario@1", "est": {"upliftMonthly": "much"}}'),
  });
  await expect(panel.getByText(/broken\.json was not loaded/)).toBeVisible();
  await panel.getByRole('button', { name: /no price$/ }).click();
  await expect(page.getByRole('dialog').getByRole('row')).not.toHaveCount(1);
});

test('axe finds nothing on the screen, wide or narrow', { tag: '@soak' }, async ({ page, site }) => {
  await openSample(page, site.app);
  await page.getByText('Who pays, and the known dates').click();
  await expect(chart(page, 'Who pays the price rise')).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInForcedColours(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(chart(page, 'Who pays the price rise')).toBeVisible();
  await expectAccessible(page);
});
