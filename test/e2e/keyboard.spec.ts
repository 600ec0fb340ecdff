/** Ten core journeys by keyboard alone, from the load of the page: something visible has the focus after every key. */
import type { Locator, Page } from '@playwright/test';
import { fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { Keys } from './support/keys.ts';

const SOAK = { tag: '@soak' };
const PORTFOLIO = `CustomerName,SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate,Segment,Market,Currency
Alder Works,sub-1,CFQ7TTC0LCHC,0001,25,P1Y,Monthly,2027-03-31,Commercial,US,USD
`;

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const portfolio = (page: Page): Locator => page.getByRole('grid', { name: 'All subscriptions with their results' });
const trail = (page: Page): Locator => page.getByRole('region', { name: 'Where the figure comes from' });

test.beforeEach(() => {
  test.setTimeout(240_000);
});

test(
  'the sample is opened, a key figure followed to its steps, and the horizon changed',
  SOAK,
  async ({ page, site }) => {
    const keys = new Keys(page);
    await keys.openSample(site.app);
    const figures = page.getByRole('region', { name: /^Key figures/ });
    const cost = figures.locator('dl > div', { hasText: 'EST cost' }).getByRole('button');
    await keys.use(cost);
    await expect(trail(page)).toContainText('EST');
    await keys.to(trail(page).getByRole('button', { name: 'All steps' }), 'Shift+Tab');
    await keys.press('Enter');
    await expect(page.getByRole('dialog')).toContainText('EST');
    await keys.press('Escape');
    const before = await cost.innerText();
    await keys.to(page.getByLabel(/^Horizon/), 'Shift+Tab');
    await keys.retype('24');
    await keys.press('Enter');
    await expect(cost).not.toHaveText(before);
  },
);

test('a file is chosen on the first page, read, renamed and deleted', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await page.goto(site.app);
  const input = page.locator('input[type=file]').first();
  await keys.choose(input, fileOf('list.csv', PORTFOLIO));
  await expect(page.getByRole('navigation', { name: 'Sheets' }).getByRole('link').first()).toBeVisible();
  await keys.openScreen('Files');
  await keys.choose(
    page.locator('main input[type=file]').first(),
    fileOf('second.csv', PORTFOLIO.replace('sub-1', 'sub-2')),
  );
  await expect(page.getByRole('row', { name: /second\.csv.*read/ })).toBeVisible();
  await keys.use(page.getByRole('row', { name: /list\.csv/ }).getByRole('button'));
  await keys.use(page.getByRole('button', { name: 'Rename…' }));
  await keys.retype('autumn.csv');
  await keys.press('Enter');
  await expect(page.getByRole('row', { name: /autumn\.csv/ })).toBeVisible();
  await keys.use(page.getByRole('button', { name: 'Delete…' }));
  await keys.use(page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }));
  await expect(page.getByRole('row', { name: /autumn\.csv/ })).toBeHidden();
});

test('a subscription is found in the sheet and its trail is read', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Portfolio');
  await keys.toRegion(portfolio(page));
  await keys.press('Control+f');
  await keys.type('Trey');
  await expect(page.getByRole('search').getByRole('status')).toContainText(/\d/);
  await keys.press('Enter', 'Escape');
  await keys.toColumn(portfolio(page), 'EST cost');
  await keys.press('Enter');
  const steps = dialog(page, /^EST cost: Trey Research/);
  await expect(steps.getByRole('row').first()).toBeVisible();
  await keys.press('Tab', 'Escape');
  await expect(steps).toBeHidden();
  await expect(trail(page)).toContainText('EST');
  await keys.toRegion(trail(page));
  await keys.use(trail(page).getByRole('button', { name: 'All steps' }));
  await expect(steps).toBeVisible();
  await keys.press('Escape');
});

test('a cell is changed, refused, explained, undone and done again', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Portfolio');
  await keys.toRegion(portfolio(page));
  await keys.toColumn(portfolio(page), 'Seats');
  const cell = portfolio(page).locator('[aria-rowindex="2"] [role=gridcell][aria-colindex="10"]');
  const before = await cell.innerText();
  await keys.type('2.5');
  await keys.press('Enter');
  await expect(page.getByRole('alert')).toContainText('whole number');
  await keys.press('Escape');
  await keys.type('4711');
  await keys.press('Enter');
  await expect(cell).toHaveText('4,711');
  await keys.press('Control+z');
  await expect(cell).toHaveText(before);
  await keys.press('Control+y');
  await expect(cell).toHaveText('4,711');
  await keys.to(page.getByRole('button', { name: '1 changed' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.to(dialog(page, 'Changed cells').getByLabel(/^Reason for/));
  await keys.type('Agreed by phone');
  await keys.press('Tab', 'Escape');
});

test('a scenario is branched, changed and compared side by side', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Scenarios');
  await keys.use(page.getByRole('button', { name: 'New branch' }));
  await keys.retype('Uplift 5');
  await keys.press('Enter');
  await expect(page.getByRole('treeitem', { name: /^Uplift 5/ })).toBeFocused();
  await keys.to(page.getByRole('textbox', { name: 'Value of EST_Uplift', exact: true }));
  await keys.retype('5');
  await keys.press('Enter');
  await expect(page.getByRole('treeitem', { name: /^Uplift 5/ })).toContainText('1 from');
  await keys.to(page.getByRole('button', { name: 'Differences…' }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toContainText(/EST_Uplift/);
  await keys.press('Escape');
  await keys.to(page.getByRole('button', { name: 'Side by side' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.to(page.getByRole('grid').first());
  await keys.press('Control+End');
});

test('a way out is chosen in the queue, and taken back', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Decide');
  const queue = page.getByRole('grid').first();
  await keys.toRegion(queue);
  await keys.press('ArrowDown');
  const detail = page.getByRole('region', { name: 'The selected subscription' });
  await keys.to(detail.getByRole('textbox', { name: 'Decided by' }));
  await keys.type('Ana');
  await keys.use(detail.getByRole('row', { name: /★ best/ }).getByRole('button', { name: /^Choose/ }));
  await keys.to(page.getByRole('button', { name: 'Decided', exact: true }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(detail).toContainText('decided by Ana');
  await keys.use(detail.getByRole('button', { name: 'Remove decision' }));
  await expect(detail).not.toContainText('decided by Ana');
  await keys.press('Control+z');
  await expect(detail).toContainText('decided by Ana');
});

test('the sheet is sorted, filtered, exported and shown whole again', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Portfolio');
  await keys.toRegion(portfolio(page));
  await keys.press('Control+Home', 'ArrowUp', 'Enter');
  await expect(portfolio(page).getByRole('columnheader', { name: 'Customer' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await keys.to(page.getByRole('button', { name: 'Add filter' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.to(page.getByRole('dialog').getByLabel('Column'));
  await keys.type('Outc');
  await keys.use(page.getByRole('dialog').getByRole('button', { name: 'None' }));
  await keys.use(page.getByRole('dialog').getByLabel('▲ drifts into EST'), 'Space');
  await keys.use(page.getByRole('dialog').getByRole('button', { name: 'Apply filter' }));
  await expect(page.getByText(/^\d+ of 400 rows$/)).toBeVisible();
  const { bytes } = await keys.saved(() =>
    keys.pick(page.getByRole('button', { name: 'Export table' }), 'CSV for programs'),
  );
  expect(bytes.toString('utf8').split('\n')[1]).toContain('drifts into EST');
  await keys.to(page.getByRole('button', { name: /^Remove .*Outcome/ }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByText('400 rows')).toBeVisible();
});

test('a customer’s report is composed and saved', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Report');
  await keys.to(page.getByLabel('Edition'));
  await keys.type('Cust');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Prepared for');
  await keys.to(page.getByLabel('Find a customer'));
  await keys.type('Trey');
  await keys.to(page.getByRole('combobox', { name: 'Customer', exact: true }));
  await keys.type('Trey');
  await expect(preview).toContainText('Prepared for Trey Research');
  await keys.to(page.getByLabel('Language'));
  await keys.type('German');
  const { name, bytes } = await keys.saved(() => keys.use(page.getByRole('button', { name: 'Save report' })));
  expect(name).toMatch(/\.html$/);
  expect(bytes.toString('utf8')).toContain('Trey Research');
});

test('a workbook is saved to a file, deleted, and opened from it', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  const button = page.getByRole('banner').getByRole('button', { name: 'Export' });
  await keys.toRegion(button);
  const { name, bytes } = await keys.saved(() => keys.pick(button, /Backup/));
  await keys.openScreen('Files');
  await keys.use(page.getByRole('button', { name: 'Delete everything…' }));
  await keys.use(page.getByRole('dialog').getByRole('button', { name: /^Delete everything$/ }));
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await keys.choose(page.locator('main input[type=file]').first(), fileOf(name, bytes));
  await keys.use(page.getByRole('dialog').getByRole('button', { name: 'Replace everything' }));
  await expect(page.getByText(/400 subscriptions from/)).toBeVisible();
});

test('what is decided becomes an action pack, and the linter finds a fault', SOAK, async ({ page, site }) => {
  const keys = new Keys(page);
  await keys.openSample(site.app);
  await keys.openScreen('Decide');
  await keys.toRegion(page.getByRole('grid').first());
  await keys.press('Shift+ArrowDown', 'Shift+ArrowDown');
  await keys.to(page.getByRole('button', { name: 'Renew with wanted seats' }), 'Shift+Tab');
  await keys.press('Enter');
  await keys.to(page.getByRole('button', { name: 'Action pack…' }), 'Shift+Tab');
  await keys.press('Enter');
  const pack = dialog(page, 'Action pack');
  const { name } = await keys.saved(() => keys.use(pack.getByRole('button', { name: 'Save action pack' })));
  expect(name).toMatch(/\.zip$/);
  await keys.press('Escape');
  await keys.use(page.getByRole('button', { name: 'Check JSON…' }));
  const lint = dialog(page, 'Check subscription JSON');
  await keys.to(lint.getByRole('textbox', { name: 'JSON' }));
  await keys.type('{ "autoRenewEnabled": false }');
  await keys.use(lint.getByRole('button', { name: 'Check', exact: true }));
  await expect(lint.getByRole('row', { name: /error Auto-renew is off.*R-014$/ })).toBeVisible();
  await keys.press('Escape');
});
