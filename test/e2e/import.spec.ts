import { writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInDark } from './support/axe.ts';
import { addFiles, detailsOf, fileOf, importerFile, lineOf, ownFile, type TestFile } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const PORTFOLIO = 'SubscriptionId,ProductId,SkuId,Quantity,TermDuration,BillingPlan,CommitmentEndDate';
const MAPPED = importerFile('mapped/distributor', 'distributor.csv');

/** A portfolio sheet of one subscription. */
function sheet(name: string, id: string, { quantity = '25', end = '2026-12-31' } = {}): TestFile {
  return fileOf(name, `${PORTFOLIO}\n${id},CFQ7TTC0AAAA,1,${quantity},P1Y,Annual,${end}\n`);
}

/** Opens the app and drops files on its first screen. */
async function openWith(page: Page, address: string, ...files: readonly TestFile[]): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  if (files.length > 0) await addFiles(page, ...files);
}

async function openFilesScreen(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
}

test('price list, API subscriptions, customers and promotions become datasets that a reload keeps', async ({
  journeyUnderSink: { page, address },
}) => {
  await openWith(
    page,
    address,
    ownFile('prices.csv'),
    ownFile('subscriptions.json'),
    importerFile('customers/api', 'customers.json'),
    importerFile('promotions/list', 'promotions.json'),
  );
  await openFilesScreen(page);
  for (const [file, what] of [
    ['prices.csv', 'Licence price list, US, USD'],
    ['subscriptions.json', 'Subscriptions, API JSON'],
    ['customers.json', 'Customers'],
    ['promotions.json', 'Promotions'],
  ] as const) {
    await expect(lineOf(page, file)).toContainText(what);
  }
  await page.reload();
  await expect(lineOf(page, 'prices.csv')).toContainText(/read.*3\s*3\s*0\s*0/);
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  // One of the two subscriptions is in no price list: it is said, and the other is priced.
  await page.getByRole('link', { name: 'Exposure', exact: true }).click();
  await expect(page.getByText(/1 subscription has no price/)).toBeVisible();
});

test('every kind of bad file is told for what it is, and nothing else of the drop is lost', async ({
  journeyUnderSink: { page, address },
}) => {
  const cut = zipSync({ 'list.csv': new TextEncoder().encode(`${PORTFOLIO}\n`.repeat(200)) });
  const good = sheet('good.csv', 'sub-good');
  const utf16 = Buffer.from(`\uFEFF${sheet('', 'sub-utf16').buffer.toString()}`, 'utf16le');
  await openWith(
    page,
    address,
    good,
    fileOf('bom.csv', `\uFEFF${sheet('', 'sub-bom').buffer.toString()}`),
    fileOf('utf16.csv', utf16),
    fileOf('empty.csv', ''),
    fileOf('cut.zip', cut.slice(0, 60)),
    { ...good, name: 'again.csv' },
    importerFile('unknown/other-table', 'other.csv'),
    importerFile('portfolio/unknown-action', 'action.csv'),
    importerFile('portfolio/duplicate-ids', 'twice.csv'),
    importerFile('scenario/base', 'plan.json'),
  );
  await openFilesScreen(page);
  for (const file of ['good.csv', 'bom.csv', 'utf16.csv']) {
    await expect(lineOf(page, file)).toContainText(/Subscriptions, sheet\s*1\s*1\s*0\s*0/);
  }
  for (const [file, state, message] of [
    ['empty.csv', 'not read', 'The file is empty.'],
    ['cut.zip', 'not read', 'damaged or cut off'],
    ['again.csv', 'already there', 'already imported as “good.csv”'],
    ['other.csv', 'not read', 'Found: Colour, Size'],
    ['action.csv', 'read, with warnings', 'Unknown scheduled action “Hibernate”'],
    ['twice.csv', '1 row rejected', 'already there with other values'],
    ['plan.json', 'taken over', 'The scenario was taken over'],
  ] as const) {
    await expect(lineOf(page, file)).toContainText(state);
    await expect(await detailsOf(page, file)).toContainText(message);
  }
  const rejected = await detailsOf(page, 'twice.csv');
  await expect(rejected.getByText('SUB-1,CFQ7TTC0AAAA,1,26,P1Y,Annual,2026-12-31')).toBeVisible();
  const download = page.waitForEvent('download');
  await rejected.getByRole('button', { name: 'Download rejected rows (CSV)' }).click();
  expect((await download).suggestedFilename()).toMatch(/twice-csv-rejects-\d{4}-\d\d-\d\d\.csv$/);
  await expectAccessible(page);
  await expectAccessibleInDark(page);
});

test('an unknown header is mapped by keyboard, and the next file with it needs no question', async ({
  journeyUnderSink: { page, address },
}) => {
  await openWith(page, address, MAPPED);
  const dialog = page.getByRole('dialog', { name: /Which column is which in “distributor.csv”/ });
  await expect(dialog.getByText('The first rows as Termwise would read them')).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  // Without seats nothing can be read: the dialog says so, and the choice is put right with keys alone.
  const seats = dialog.getByLabel('Seats');
  await seats.focus();
  await page.keyboard.press('Home');
  await expect(dialog.getByText('Nothing can be read yet. Still needed: Seats.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Read the file this way' })).toBeDisabled();
  await page.keyboard.type('Licenses');
  const market = dialog.getByLabel('Market', { exact: true });
  await market.focus();
  await page.keyboard.type('one value');
  await page.keyboard.press('Tab');
  await page.keyboard.type('DE');
  const use = dialog.getByRole('button', { name: 'Read the file this way' });
  await expect(use).toBeEnabled();
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const clinic = page.getByRole('dialog', { name: 'What was found in “distributor.csv”' });
  await clinic.getByLabel('Do the same with every file that has this header').press('Space');
  await clinic.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await expect(clinic).toBeHidden();

  await openFilesScreen(page);
  await expect(lineOf(page, 'distributor.csv')).toContainText(/Subscriptions, sheet\s*2\s*2\s*0\s*0/);
  const next = fileOf('december.csv', MAPPED.buffer.toString().replace('1df9fd78', '3df9fd78'));
  await addFiles(page, next);
  await expect(lineOf(page, 'december.csv')).toContainText(/Subscriptions, sheet\s*2\s*2\s*0\s*0/);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('dates and quantities that can be read in two ways are asked for, never guessed', async ({
  journeyUnderSink: { page, address },
}) => {
  await openWith(
    page,
    address,
    sheet('dates.csv', 'sub-1', { end: '03/04/2027' }),
    sheet('thousand.csv', 'sub-2', { quantity: '1.000' }),
    sheet('certain.csv', 'sub-3', { quantity: '"1.000,00"' }),
  );
  const dates = page.getByRole('dialog', { name: 'What was found in “dates.csv”' });
  await expect(dates.getByRole('button', { name: /Day first in dates.*has to be decided/ })).toBeVisible();
  await expect(dates.getByRole('button', { name: 'Import without repairs' })).toBeDisabled();
  await expect(dates.getByRole('row', { name: '2 03/04/2027 2027-04-03 2027-03-04' })).toBeVisible();
  await expect(dates.getByRole('button', { name: 'Import with these repairs' })).toBeDisabled();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await dates.getByRole('button', { name: 'Leave the file out' }).press('Enter');

  const numbers = page.getByRole('dialog', { name: 'What was found in “thousand.csv”' });
  await numbers.getByRole('button', { name: 'Decimal comma', exact: true }).press('Enter');
  await expect(numbers.getByRole('row', { name: '2 1.000 1000' })).toBeVisible();
  await numbers.getByLabel('Do the same with every file that has this header').check();
  await numbers.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  // The other file with that header needs no question any more.
  await expect(page.getByRole('dialog')).toBeHidden();

  await openFilesScreen(page);
  for (const file of ['thousand.csv', 'certain.csv']) {
    await expect(lineOf(page, file)).toContainText('read, with repairs');
  }
  await expect(lineOf(page, 'dates.csv')).toContainText('waits for an answer');
  const left = await detailsOf(page, 'dates.csv');
  await left.getByRole('button', { name: 'Answer the question…' }).press('Enter');
  await dates.getByRole('button', { name: 'Month first' }).press('Enter');
  await expect(dates.getByRole('row', { name: '2 03/04/2027 2027-03-04' })).toBeVisible();
  await dates.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await expect(dates).toBeHidden();
  await expect(lineOf(page, 'dates.csv')).toContainText(/Subscriptions, sheet\s*1\s*1\s*0\s*0/);
});

test('a damaged file is shown before it is stored, imported with the repairs chosen, and changed afterwards', async ({
  journeyUnderSink: { page, address },
}) => {
  const rows = Array.from(
    { length: 250 },
    (_, i) => `sub-${i + 1};CFQ7TTC0AAAA;1;1.0${String(i % 10)}0;P1Y;Annual;31.12.2026`,
  );
  const damaged = `${PORTFOLIO.replaceAll(',', ';')}\n${rows.join('\n')}\nTotal;;;1.000;;;\n`;
  await openWith(page, address, fileOf('damaged.csv', damaged));
  const dialog = page.getByRole('dialog', { name: 'What was found in “damaged.csv”' });
  for (const name of [/Decimal comma.*250 rows/, /Day first in dates.*250 rows.*sure/, /Total rows.*1 row/]) {
    await expect(dialog.getByRole('button', { name })).toBeVisible();
  }
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await dialog.getByRole('button', { name: /Day first in dates/ }).press('Enter');
  await expect(dialog.getByText('1 to 100 of 250')).toBeVisible();
  await dialog.getByRole('button', { name: 'Later rows' }).press('Enter');
  await expect(dialog.getByRole('row', { name: '102 31.12.2026 2026-12-31' })).toBeVisible();
  await dialog.getByRole('button', { name: /Decimal comma.*250 rows/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Decimal comma', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await expect(dialog).toBeHidden();

  await openFilesScreen(page);
  await expect(lineOf(page, 'damaged.csv')).toContainText(/251\s*250\s*0\s*1/);
  const details = await detailsOf(page, 'damaged.csv');
  const totals = details.getByRole('row', { name: /^Total rows/ });
  await expect(totals).toContainText(/1\s*repaired/);
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  // Undo: the same file is read again with the other choice, in the same place.
  await totals.getByRole('button', { name: 'Undo: Total rows' }).press('Enter');
  await expect(lineOf(page, 'damaged.csv')).toContainText(/251\s*250\s*1\s*0/);
  await expect(totals).toContainText(/1\s*left as it is/);
  await expect(page.getByRole('dialog')).toBeHidden();

  // Or all of them anew: with the decimal point the quantities are what the file says to an American.
  await details.getByRole('button', { name: 'Change repairs…' }).press('Enter');
  await dialog.getByRole('button', { name: /Decimal comma.*250 rows/ }).press('Enter');
  await dialog.getByRole('button', { name: 'Decimal point', exact: true }).press('Enter');
  await expect(dialog.getByRole('row', { name: '2 1.000 1', exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(details.getByRole('row', { name: /^Decimal comma Quantity/ })).toContainText('left as it is');
});

test('a file too large to be kept is asked for again to undo a repair, and another one is refused', async ({
  journeyUnderSink: { page, address },
}, info) => {
  const csv = new TextEncoder().encode(`${PORTFOLIO}\nsub-1,CFQ7TTC0AAAA,0001,'25,P1Y,Annual,2026-12-31\n`);
  const ballast = new Uint8Array(33 * 1024 * 1024);
  // By path: the browser gets bytes at a few megabytes a second.
  const large = info.outputPath('large.zip');
  writeFileSync(large, zipSync({ 'damaged.csv': csv, 'ballast.bin': ballast }, { level: 0 }));
  await openWith(page, address);
  await page.locator('input[type=file]').first().setInputFiles(large);
  await page.getByRole('button', { name: 'Import with these repairs' }).press('Enter');
  await openFilesScreen(page);
  const details = await detailsOf(page, 'large.zip/damaged.csv');
  const guards = details.getByRole('row', { name: /^Guard apostrophes/ });
  await expect(guards).toContainText('repaired');
  await guards.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(details.getByText('The browser does not keep this file')).toBeVisible();
  const chooseAgain = details.locator('input[type=file]').last();
  await chooseAgain.setInputFiles([sheet('other.csv', 'sub-1')]);
  await expect(details.getByText('This is another file than the one that was imported.')).toBeVisible();
  await expect(guards).toContainText('repaired');
  await chooseAgain.setInputFiles(large);
  await expect(details.getByRole('cell', { name: "sub-1,CFQ7TTC0AAAA,0001,'25,P1Y,Annual,2026-12-31" })).toBeVisible();
  await expect(guards).toContainText('left as it is');
});

test('a file in an older encoding is asked for', async ({ journeyUnderSink: { page, address } }) => {
  await openWith(page, address, importerFile('unknown/windows-1252', 'old.csv'));
  await page.getByRole('button', { name: 'Read it as Windows-1252' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(lineOf(page, 'old.csv')).toContainText('Customers');
});

test('what a file leaves open is answered once for all its rows', async ({ journeyUnderSink: { page, address } }) => {
  const prices = ownFile('prices.csv');
  const german = prices.buffer.toString().replaceAll(',US,USD,', ',DE,EUR,');
  await openWith(page, address, prices, fileOf('german.csv', german), sheet('open.csv', 'sub-1'));
  await openFilesScreen(page);
  await expect(page.getByText(/does not say the market of 1 row; the lists hold/)).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await page.getByLabel('Market').selectOption('DE');
  await page.getByRole('button', { name: 'Use for all of them' }).click();
  await expect(page.getByText(/does not say the market/)).toBeHidden();
});

test('a SKU that may be an EST offer is put to the user with its ratio', async ({
  journeyUnderSink: { page, address },
}) => {
  const prices = ownFile('prices.csv');
  const [, monthly = ''] = prices.buffer.toString().split('\n');
  const twin = monthly.replace(',0001,', ',0002,').replace(',USD,12,', ',USD,13,');
  await openWith(
    page,
    address,
    fileOf('prices.csv', `${prices.buffer.toString()}${twin}\n`),
    sheet('open.csv', 'sub-1'),
  );
  await openFilesScreen(page);
  const line = page.getByRole('row', { name: /Contoso Mail \(0002\) 0001 Commercial, US USD 1\.0833/ });
  await expect(line).toContainText('open');
  const yes = line.getByRole('button', { name: 'Yes, EST' });
  await yes.press('Enter');
  await expect(yes).toHaveAttribute('aria-pressed', 'true');
  await expect(line).not.toContainText('open');
  await expectAccessible(page);
  await expectAccessibleInDark(page);
});

test('a file is renamed, replaced and deleted, and everything can go', async ({
  journeyUnderSink: { page, address },
}) => {
  await openWith(page, address, sheet('first.csv', 'sub-1'), ownFile('prices.csv'));
  await openFilesScreen(page);
  let details = await detailsOf(page, 'first.csv');
  await details.getByRole('button', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('November.csv');
  await page.keyboard.press('Enter');
  details = await detailsOf(page, 'November.csv');

  await details.locator('input[type=file]').setInputFiles([sheet('december.csv', 'sub-2')]);
  await expect(lineOf(page, 'december.csv')).toBeVisible();
  await expect(lineOf(page, 'November.csv')).toBeHidden();

  details = await detailsOf(page, 'december.csv');
  await details.getByRole('button', { name: 'Delete…' }).click();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(lineOf(page, 'december.csv')).toBeHidden();

  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
});

test('data that the browser lost is missed', async ({ journeyUnderSink: { page, address } }) => {
  await openWith(page, address, sheet('kept.csv', 'sub-1'));
  await openFilesScreen(page);
  await expect(lineOf(page, 'kept.csv')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(new URL('favicon.svg', address).href);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('termwise');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('The browser has removed your data');
  await expect(page.getByRole('row', { name: /kept\.csv Subscriptions, sheet/ })).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  // It is not forgotten by looking again; the file itself brings it back.
  await page.reload();
  await page
    .getByText('Read the original files again…')
    .locator('input')
    .setInputFiles([sheet('kept.csv', 'sub-1')]);
  await openFilesScreen(page);
  await expect(lineOf(page, 'kept.csv')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The browser has removed your data')).toBeHidden();
  await expect(lineOf(page, 'kept.csv')).toBeVisible();
});
