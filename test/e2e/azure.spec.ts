import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf, importerFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const HEADER =
  'PartnerId,CustomerId,CustomerName,InvoiceNumber,ProductId,SkuId,SubscriptionId,UsageDate,MeterCategory,MeterId,MeterSubCategory,MeterName,Unit,ResourceLocation,ResourceGroup,ChargeType,UnitPrice,Quantity,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,PricingCurrency,Tags,PCToBCExchangeRate,EntitlementId,EntitlementDescription,PartnerEarnedCreditPercentage';
const CUSTOMERS = ['Contoso', 'Fabrikam', 'Northwind'];
const METERS = [
  ['Virtual Machines', 'D2 v5', '0.096'],
  ['Virtual Machines', 'D4 v5', '0.192'],
  ['Storage', 'LRS Data Stored', '0.0184'],
] as const;

/** September, October and the first days of November, with a weekly pattern; `invoice` empty: unbilled. */
function usage(
  invoice: string,
  from: number,
  days: number,
  times: (day: number, meter: string) => number = () => 1,
): string {
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2026, 8, 1 + from + day));
    const text = `${String(date.getUTCMonth() + 1)}/${String(date.getUTCDate())}/2026`;
    for (const [at, customer] of CUSTOMERS.entries())
      for (const [category, meter, price] of METERS) {
        const quantity = (date.getUTCDay() % 6 === 0 ? 8 : 24) * (at + 1) * (at === 1 ? times(day, meter) : 1);
        const cost = (quantity * Number(price) * 0.85).toFixed(12);
        lines.push(
          `p,c-${String(at)},${customer},${invoice},DZH318Z0BQ4B,00FV,s,${text},${category},m,,${meter},1 Hour,westeurope,prod,new,${price},${String(quantity)},${cost},EUR,${cost},USD,,1,sub-${String(at)},${customer} production,15`,
        );
      }
  }
  return `${HEADER}\n${lines.join('\n')}\n`;
}

test('consumption of billed and unbilled files counts once, and is drilled into and back by keyboard', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(`${address}#/azure`);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, fileOf('billed.csv', usage('G1', 0, 61)), fileOf('unbilled.csv', usage('', 55, 12)));
  await page.getByRole('dialog').getByRole('button', { name: 'Keep both' }).press('Enter');
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Azure' }).press('Enter');
  const figures = page.getByRole('region', { name: 'Consumption in EUR' });
  await expect(figures.getByText('Earned credit in it')).toBeInViewport();
  const groups = page.getByRole('grid', { name: 'Every group by Customer, in EUR' });
  // 67 days of 9 lines: the 6 days that both files have count once.
  const sum = page.getByText(/^3 groups, [\d,.]+ EUR on 603 lines/);
  await expect(sum).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Cost over time by Customer' })).toBeVisible();
  await expect(page.getByRole('figure', { name: /^Cost from September 2026 to October 2026/ })).toBeVisible();
  await page.getByText('Files, and what counts of them').press('Enter');
  await expect(page.getByRole('table', { name: /another file says the same/ })).toContainText('that file is billed');
  await expectAccessible(page);

  const before = await sum.innerText();
  await groups.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Customer: Fabrikam');
  await expect(page.getByRole('grid', { name: 'Every group by Azure subscription, in EUR' })).toContainText(
    'Fabrikam production',
  );
  await page.getByRole('button', { name: /^Remove Customer: Fabrikam/ }).press('Enter');
  await expect(sum).toHaveText(before);
  const course = page.getByRole('figure', { name: 'Cost over time by Customer' });
  const box = await course.getByRole('group').boundingBox();
  if (!box) throw new Error('The course of time has no place on the screen');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 60, { steps: 6 });
  await expect(course.getByText(/^1\d Sept to \d+ Oct: [\d,.]+ EUR$/)).toBeVisible();
  // The list follows before the days are chosen.
  await expect(sum).toHaveCount(0);
  await expect(page.getByText(/^3 groups, [\d,.]+ EUR on 1\d\d lines/)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText(/1\d Sept? – \d+ Oct 2026|1\d Sept 2026/);
  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: /^Remove / })
    .press('Enter');
  await expect(sum).toHaveText(before);
  await course.getByRole('img').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(course.getByText(/^1 Sept to 2 Sept: /)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^3 groups, [\d,.]+ EUR on 18 lines/)).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).press('Enter');

  await page.getByRole('button', { name: 'Forecast', exact: true }).press('Enter');
  await expect(page.getByText(/^Method: .* forecasts from \d+ earlier days missed/)).toBeVisible();
  await expect(page.getByText(/complete days up to 4 Nov 2026/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Expected cost by month, in EUR' }).getByRole('row')).toHaveCount(14);
  await page.getByLabel('Forecast of').selectOption('Contoso');
  await expect(page.getByRole('figure', { name: /used and expected: Contoso/ })).toBeVisible();
  await page.getByLabel('Of each').selectOption('Meter category');
  await page.getByLabel('Forecast of').selectOption('Storage');
  const chart = page.getByRole('figure', { name: /used and expected: Storage/ });
  await expect(chart.getByText('95 of 100')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Consumption', exact: true }).press('Enter');
  await page.getByLabel('Measure').selectOption('Retail');
  await page.getByLabel('Markup, %').fill('12,5');
  await page.getByLabel('Markup, %').press('Enter');
  await expect(page.getByText(/Write it like/)).toBeVisible();
  await page.getByLabel('Markup, %').fill('12.5');
  await page.getByLabel('Markup, %').press('Tab');
  await page.getByRole('button', { name: /^Undo: Change of the markup/ }).click();
  await expect(page.getByLabel('Markup, %')).toHaveValue('0');
  await page.getByLabel('Measure').selectOption('Quantity');
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(page.getByRole('figure', { name: 'Quantity over time by Customer' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test('unusual spend is found, explained, judged by keyboard and undone; nothing unusual is said too', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(`${address}#/azure`);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  const runaway = usage('G1', 0, 61, (day, meter) => (meter === 'D4 v5' && (day === 50 || day === 51) ? 4 : 1));
  await addFiles(page, fileOf('billed.csv', runaway));
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Azure' }).press('Enter');
  await page.getByRole('button', { name: 'Unusual', exact: true }).press('Enter');
  const list = page.getByRole('grid', { name: 'Unusual spend, in EUR' });
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText('Virtual Machines · D4 v5');
  const finding = page.getByRole('region', { name: 'The finding' });
  await expect(finding).toContainText(
    /Fabrikam, Virtual Machines · D4 v5, cost 62\.67 EUR on .*21.*22 Oct 2026.*15\.67 EUR was/,
  );
  await expect(finding.getByRole('figure', { name: /what is usual: Fabrikam/ })).toBeVisible();
  await expect(finding.getByRole('table', { name: /^Where the difference comes from/ })).toContainText(
    'Fabrikam production',
  );
  await expectAccessible(page);

  await finding.getByLabel('Reason').fill('Test of a new cluster');
  await finding.getByRole('button', { name: 'Legitimate' }).press('Enter');
  await expect(finding.getByText(/^Legitimate, somebody, /)).toBeVisible();
  await expect(page.getByText('Every finding has been judged.')).toBeVisible();
  await page.getByRole('button', { name: 'Judged', exact: true }).press('Enter');
  await expect(list).toContainText('Fabrikam');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(finding.getByText('Not judged yet.')).toBeVisible();
  await page.getByLabel(/^A day differs by at least/).fill('500');
  await expect(page.getByText('Nothing unusual', { exact: true })).toBeVisible();
  await expect(page.getByText('Looking for unusual spend')).toHaveCount(0);
});

test('budgets, limits and the stress test are typed by keyboard, answered and undone', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(`${address}#/azure`);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, fileOf('unbilled.csv', usage('', 0, 77)));
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Azure' }).press('Enter');
  await page.getByRole('button', { name: 'Limits', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add a budget', exact: true }).press('Enter');
  const budgets = page.getByRole('grid', { name: 'Budgets of a calendar month' });
  // 425 of 1,000 are used on 16 November.
  await expect(budgets).toContainText('50 % expected on 17 Nov');
  await expect(page.getByRole('figure', { name: /^What is left of Budget 1 in November 2026/ })).toBeVisible();
  await budgets.focus();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await page.keyboard.type('Contoso');
  await page.keyboard.press('Enter');
  await expect(budgets).toContainText('below every threshold');
  await page.getByRole('button', { name: /^Undo: Budgets: 1 cell/ }).press('Enter');
  await expect(budgets).toContainText('50 % expected on 17 Nov');

  // October's 469.03 and a fifth more.
  await page.getByRole('button', { name: 'One for each customer' }).press('Enter');
  await expect(budgets.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('563.00');
  await page.getByRole('button', { name: 'One for each customer' }).press('Enter');
  await expect(page.getByText(/^Every customer that cost something/)).toBeVisible();

  await page.getByRole('button', { name: 'Exposure', exact: true }).press('Enter');
  const exposure = page.getByRole('grid', { name: 'What each customer may cost you, in EUR' });
  await expect(exposure.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('no limit given');
  await exposure.focus();
  for (let at = 0; at < 6; at++) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1200');
  await page.keyboard.press('Enter');
  await expect(exposure.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('within the limit');

  await page.getByRole('button', { name: 'Stress test', exact: true }).press('Enter');
  const stress = page.getByRole('grid', { name: 'A runaway of each customer, in EUR' });
  await expect(stress.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('beyond the limit then');
  await page.getByLabel('Times the usual spend').fill('2');
  await page.getByLabel('Times the usual spend').press('Tab');
  // A usual day of 15.18, twice, for a day and a half.
  await expect(stress.getByRole('row').filter({ hasText: 'Northwind' })).toContainText('45.54');
  await expectAccessible(page);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect(page.getByRole('figure', { name: /^What a runaway costs/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});

test('what-if on consumption: a change and a reservation are typed, counted, and undone', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(`${address}#/azure`);
  await addFiles(
    page,
    fileOf('billed.csv', usage('G1', 0, 61)),
    importerFile('azure-prices/price-sheet', 'prices.csv'),
  );
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Azure' }).press('Enter');
  await page.getByRole('button', { name: 'What if', exact: true }).press('Enter');
  const figures = page.getByRole('region', { name: 'What if, in EUR' });
  await expect(figures).toContainText('no assumptions yet');
  await expect(page.getByRole('figure', { name: /^Cost by month, without and with/ })).toBeVisible();
  await page.getByRole('button', { name: 'Add a change' }).press('Enter');
  await expect(figures).toContainText(/\+[\d,.]+ 1 assumption/);
  const changes = page.getByRole('grid', { name: 'Changes of consumption and its price' });
  await changes.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(figures).toContainText('0.00 1 assumption');
  await page.getByRole('button', { name: /^Undo: Azure: changes, 1 cell/ }).click();
  await expect(figures).toContainText(/\+[\d,.]+ 1 assumption/);
  await page.getByRole('button', { name: 'Remove the change' }).press('Enter');
  await expect(figures).toContainText('no assumptions yet');

  await page.getByRole('button', { name: 'Reservations and savings plans', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Add a savings plan' }).press('Enter');
  const commitments = page.getByRole('grid', { name: 'Reservations and savings plans' });
  // 15 % off is what the earned credit was.
  await expect(commitments).toContainText(/does not pay: [\d.]+% used, from 100.0% on it would/);
  await page.getByRole('button', { name: 'Find its price…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /savings plan, 1 year/ });
  await expect(dialog.getByRole('row', { name: /D1/ })).toContainText('30 % off');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Take the price of/ }).press('Enter');
  await expect(commitments).toContainText('from 82.4% on');
  // What is added is what the next buttons are about.
  await page.getByRole('button', { name: 'Add a reservation' }).press('Enter');
  await page.getByRole('button', { name: 'Find its price…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: /reservation, / })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Months', exact: true }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Cost by month in EUR' })).toContainText('December 2026');
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Scenarios' }).press('Enter');
  await expect(page.getByText('Savings plan: all consumption, from 1 Dec 2026').first()).toBeVisible();
});

test('the sample shows where earned credit was lost, what losing it on a customer costs, and how costs were rounded', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(`${address}#/azure`);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).press('Enter');
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Azure' }).press('Enter');
  await page.getByRole('button', { name: 'Earned credit', exact: true }).press('Enter');
  const lost = page.getByRole('grid', { name: 'Where it is missing' });
  await expect(lost).toContainText(/whole customer\s+lost, and not back since/);
  await expect(lost).toContainText('Alpine Ski House');
  await expect(page.getByRole('figure', { name: /^Earned credit a day/ })).toBeVisible();
  const customers = page.getByRole('grid', { name: 'What losing the role on a customer costs' });
  await expect(customers).toHaveAttribute('aria-rowcount', '5');
  await page.getByText('Costs against their prices, and how they were rounded').press('Enter');
  await expect(page.getByRole('table', { name: 'How the cost of a line follows from its price' })).toContainText(
    'keeps all digits',
  );
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Currency' }).getByRole('button', { name: 'EUR' }).press('Enter');
  await expect(page.getByText('No line that could have earned credit is without it.')).toBeVisible();
  await expect(customers).toHaveAttribute('aria-rowcount', '2');
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
