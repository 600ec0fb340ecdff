import { readFileSync } from 'node:fs';
import { OBLIGATION_RULES } from '../../src/core/obligations/rules/book.ts';
import { expectAccessible, expectAccessibleInDark, expectAccessibleInForcedColours } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { yearOfInvoices } from './support/year-of-invoices.ts';

test('a role is held against its floor by keyboard: what if a customer leaves, requirements, models side by side', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  const billed = yearOfInvoices({ Contoso: '60000.00', Fabrikam: '24000.50' }, '2025-11');
  await addFiles(page, fileOf('year.csv', billed));
  await page.getByLabel('As of', { exact: true }).fill('2026-11-10');
  const sheets = page.getByRole('navigation', { name: 'Sheets' });
  await sheets.getByRole('link', { name: 'Obligations' }).press('Enter');
  await page.getByRole('button', { name: 'Role and floors' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^Which role do you have/ })).toBeVisible();
  await page.getByLabel('Role', { exact: true }).selectOption('Direct bill');
  const kpis = page.getByRole('region', { name: 'Where the role stands' });
  await expect(kpis).toContainText('1,008,006.00');
  await page.getByRole('button', { name: 'Your facts' }).press('Enter');
  await page.getByRole('grid', { name: 'What the floor is counted by' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Feb');
  await page.keyboard.press('Enter');
  await expect(kpis).toContainText('by 28 Feb 2027');
  await page.getByRole('button', { name: 'Floor', exact: true }).press('Enter');
  await expect(page.getByRole('table', { name: 'Why' })).toContainText('comes out 8,006.00 USD above the floor');
  await expect(page.getByRole('figure')).toContainText('Never below the floor; closest to it in October 2026');
  await expectAccessible(page);
  await expectAccessibleInDark(page);

  await page.getByRole('button', { name: 'What if', exact: true }).press('Enter');
  await page.getByLabel('Contoso leaves').press('Space');
  const without = page.getByRole('region', { name: 'Without those who leave' });
  // December to February without Contoso's 60,000.00 a month.
  await expect(without).toContainText('828,006.00');
  await expect(without).toContainText('December 2026');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Requirements', exact: true }).press('Enter');
  await page.getByLabel('Months as a transacting reseller').fill('12');
  await page.getByLabel('Months as a transacting reseller').press('Tab');
  await expect(page.getByRole('grid', { name: 'Requirements' })).toContainText('12 of 12');
  await expect(kpis).toContainText('8 requirements without a proof');

  await page.getByRole('button', { name: 'Licensing' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Licensing models', exact: true })).toContainText(
    'discontinued in 2022',
  );
  await page
    .getByRole('table', { name: /^The three roles/ })
    .getByRole('link', { name: 'R-141' })
    .press('Enter');
  await expect(page.getByRole('heading', { name: /R-141/ })).toBeFocused();
});

test('every rule is there with its source; own rules come from a file and a form; what is due leads to both', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  const pack = readFileSync(new URL('../fixtures/obligations/pack.json', import.meta.url), 'utf8');
  await addFiles(page, fileOf('ours.json', pack));
  await page.getByLabel('As of', { exact: true }).fill('2027-02-01');
  const sheets = page.getByRole('navigation', { name: 'Sheets' });
  await sheets.getByRole('link', { name: 'Obligations' }).press('Enter');

  // The pack moves the day of a known rule, and says that it is the user's.
  const due = page.getByRole('grid', { name: 'Due: next 90 days' });
  await expect(due.getByRole('row', { name: /Send the certificate.*28 Feb 2027/ })).toBeVisible();
  await expect(due.getByRole('row', { name: /Last attestations count.*1 Mar 2027/ })).toBeVisible();
  await due.focus();
  await expect(page.getByRole('article')).toContainText('From your rules “Announced in January”');
  await expectAccessible(page);
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'What is listed, for Outlook' }).press('Enter'),
  ]);
  expect(readFileSync(await calendar.path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20270228');
  await page.getByRole('button', { name: 'Months' }).press('Enter');
  await page.getByRole('button', { name: '28 Feb 2027: 1 due' }).press('Enter');
  await expect(page.getByRole('article')).toContainText('They ask.');
  await expectAccessible(page);
  await expectAccessibleInDark(page);
  await expectAccessibleInForcedColours(page);
  await page.getByRole('link', { name: 'Read the rule' }).press('Enter');
  await expect(page.getByRole('heading', { name: /OWN-1/ })).toBeFocused();

  for (const { id, title, statements } of OBLIGATION_RULES) {
    const card = page.getByRole('article', { name: `${id} ${title}` });
    await expect(card).toHaveCount(1);
    for (const { source } of statements) await expect(card).toContainText(source);
  }

  await page.getByRole('button', { name: 'Change R-170' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Rule R-170' });
  await form.getByLabel('What holds').fill('Put off by a year.');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(form).toContainText('statements[0].source is missing.');
  await form.getByLabel('Source').fill('A mail');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('article', { name: /^R-170/ })).toContainText('yours: Own rules');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove what is yours of R-170' }).press('Enter');
  await expect(page.getByRole('article', { name: /^R-170/ })).not.toContainText('yours');
});

test('acceptances of customers (MCA) by keyboard: who cannot buy, a plan that is blocked, an entry that frees it, the log', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation', { name: 'Sheets' }).getByRole('link', { name: 'Obligations' }).press('Enter');
  await page.getByRole('button', { name: 'Customers (MCA)' }).press('Enter');
  await page.getByRole('button', { name: 'Add acceptances to the sample' }).press('Enter');
  const list = page.getByRole('grid', { name: 'Acceptances by customer' });
  const kpis = page.getByRole('region', { name: 'Customers and their acceptances' });
  await page.getByLabel('Show', { exact: true }).selectOption('none');
  await expect(list.getByRole('row').nth(1)).toContainText('no acceptance');
  await expectAccessible(page);

  const detail = page.getByRole('region', { name: /^Acceptances of / });
  await detail.getByRole('button', { name: 'Plan a purchase…' }).press('Enter');
  await page.getByLabel('What', { exact: true }).fill('Copilot');
  await page.getByLabel('Worth a year').fill('7200');
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('row', { name: /^new purchase blocked Copilot/ })).toContainText('7,200.00');
  await expect(kpis).toContainText('7,200.00');

  await detail.getByRole('button', { name: 'Enter an acceptance…' }).press('Enter');
  await page.getByLabel('Your name').fill('Ana');
  await page.getByLabel('E-mail').fill('kim');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is no e-mail address.')).toBeVisible();
  await expectAccessible(page);
  for (const [name, words] of [
    ['First name', 'Kim'],
    ['Last name', 'Example'],
    ['E-mail', 'kim@x.example'],
  ] as const)
    await page.getByLabel(name).fill(words);
  await page.keyboard.press('Enter');
  await expect(kpis).not.toContainText('7,200.00');

  await page.getByRole('button', { name: 'Log', exact: true }).press('Enter');
  const log = page.getByRole('dialog', { name: 'Log of the register' });
  await expect(log).toContainText('2 lines, and the chain is whole.');
  await expect(log.getByRole('row', { name: /^2 .* Ana Acceptance entered / })).toBeVisible();
  const saved = page.waitForEvent('download');
  await log.getByRole('button', { name: 'Export as JSON' }).press('Enter');
  await log.getByLabel('Check an exported log…').setInputFiles(await (await saved).path());
  await expect(log).toContainText('It is the beginning of this log.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Is it needed?' }).press('Enter');
  const wizard = page.getByRole('dialog', { name: 'Is an acceptance needed?' });
  await wizard.getByRole('button', { name: 'No, never' }).press('Enter');
  await expect(wizard).toContainText('The customer has to accept before the order.');
  await wizard.getByRole('button', { name: 'A renewal as it is' }).press('Enter');
  await expect(wizard).toContainText('check the third answer');
  await wizard.getByRole('button', { name: 'Yes', exact: true }).press('Enter');
  await expect(wizard).toContainText('No acceptance is needed.');
  await expectAccessible(page);
});
