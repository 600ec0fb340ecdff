import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const trail = (page: Page): Locator => page.getByRole('region', { name: 'Where the figure comes from' });
const dialog = (page: Page): Locator => page.getByRole('dialog');

async function openSample(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
}

/** An amount as it is shown, in minor units. */
function minor(text: string): number {
  const digits = Number(text.replace(/\D/g, ''));
  return /^[−-]/.test(text.trim()) ? -digits : digits;
}

/** The amounts of a column of a table, and its total. */
async function amounts(table: Locator, title: string): Promise<{ cells: readonly number[]; total: number }> {
  const titles = await table.getByRole('columnheader').allInnerTexts();
  const at = titles.findIndex((text) => text.startsWith(title)) + 1;
  const cells = await table.locator(`tbody tr > :nth-child(${String(at)})`).allInnerTexts();
  const total = await table.locator(`tfoot tr > :nth-child(${String(at)})`).innerText();
  return { cells: cells.map(minor), total: minor(total) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Lets the grid draw what the last key brought into view: columns outside are not in the page. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );

/** Moves to the first row's cell in a column of the grid that has the focus. */
async function goTo(page: Page, grid: Locator, title: string): Promise<Locator> {
  const header = grid.getByRole('columnheader', { name: title, exact: true });
  await grid.focus();
  await page.keyboard.press('Control+Home');
  for (let press = 0; press < 45; press++) {
    await drawn(page);
    // A grid that can be edited leaves the focus, and what it points at, to the field that takes what is typed.
    const active = await page.locator(':focus').getAttribute('aria-activedescendant');
    const column = active?.split('-').at(-1);
    if ((await header.count()) > 0 && (await header.getAttribute('aria-colindex')) === String(Number(column) + 2)) {
      return grid.locator(`[id="${active ?? ''}"]`);
    }
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no column ${title}`);
}

for (const [tab, name] of [
  ['Exposure', /^Exposed subscriptions/],
  ['Portfolio', 'All subscriptions with their results'],
] as const) {
  test(`an amount on ${tab} shows its words, rule, file and row, and its cycles add up to it`, async ({
    journeyUnderSink: { page, address },
  }) => {
    await openSample(page, address);
    await page.getByRole('link', { name: tab }).click();
    const grid = page.getByRole('grid', { name });
    await expect(grid).toBeVisible();
    if (tab === 'Portfolio') {
      await page.getByRole('button', { name: 'Add filter' }).click();
      await dialog(page).getByLabel('Column').selectOption('Outcome');
      await dialog(page).getByRole('button', { name: 'None' }).click();
      await dialog(page).getByLabel('▲ drifts into EST').check();
      await dialog(page).getByRole('button', { name: 'Apply filter' }).click();
      await expect(page.getByText(/^\d+ of 400 rows$/)).toBeVisible();
    }
    const cell = await goTo(page, grid, 'Extra');
    const shown = minor(await cell.innerText());
    expect(shown).not.toBe(0);
    await expect(trail(page)).toContainText('Extra = EST cost − current cost = ');
    await expect(trail(page)).toContainText(`= ${await cell.innerText()}`);
    await expect(trail(page)).toContainText(/, row [\d,]+/);
    await trail(page)
      .getByRole('button', { name: /^R-\d+$/ })
      .first()
      .click();
    await expect(dialog(page)).toContainText('Source: ');
    await expect(dialog(page)).toContainText(/Confidence: (high|medium|low)/);
    await page.keyboard.press('Escape');
    await grid.focus();
    await page.keyboard.press('Enter');
    const cycles = dialog(page).getByRole('table', { name: /cycles? of [\d,]+ seats$/ });
    const extra = await amounts(cycles, 'Extra');
    expect(sum(extra.cells)).toBe(shown);
    expect(extra.total).toBe(shown);
    const [est, current] = [await amounts(cycles, 'EST cost'), await amounts(cycles, 'Current cost')];
    expect(est.total - current.total).toBe(shown);
    await expect(dialog(page)).toContainText('for the whole term, from');
  });
}

test('a total is the sum of the subscriptions that it names, each a way to its own trail', async ({ page, site }) => {
  await openSample(page, site.app);
  const figure = page
    .getByRole('region', { name: /^Key figures/ })
    .locator('dl > div', { hasText: 'Extra against today' })
    .getByRole('button');
  const shown = minor(await figure.innerText().then((text) => text.replace(/^[A-Z]{3}\s*/, '')));
  await figure.click();
  await expect(trail(page)).toContainText(/sum over \d+ subscriptions/);
  await trail(page).getByRole('button', { name: 'All steps' }).click();
  const table = dialog(page).getByRole('table', { name: 'Largest contributions' });
  const contributions = await amounts(table, 'Extra');
  expect(sum(contributions.cells)).toBe(shown);
  expect(contributions.total).toBe(shown);
  await table.getByRole('button').first().click();
  await expect(dialog(page).getByRole('table', { name: /cycles? of/ })).toBeVisible();
  await expect(trail(page)).toContainText('EST cost − current cost');
});

test('axe finds nothing in the line and in the panel', { tag: '@soak' }, async ({ page, site }) => {
  await page.setViewportSize({ width: 1000, height: 480 });
  await openSample(page, site.app);
  await goTo(page, page.getByRole('grid', { name: /^Exposed subscriptions/ }), 'Extra');
  await expect(trail(page)).toContainText('Extra = ');
  await expectAccessible(page);
  await trail(page).getByRole('button', { name: 'All steps' }).click();
  await expect(dialog(page)).toBeVisible();
  await expectAccessible(page);
});
