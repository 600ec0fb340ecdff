import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';
import { invoiceFiles } from './support/invoice-files.ts';

test('agreements and CSPP Plus by keyboard: what applies, a signer who may not sign, evidence, a range of costs', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await addFiles(page, ...invoiceFiles().map(({ name, content }) => fileOf(name, content)));
  await page.getByLabel('As of', { exact: true }).fill('2026-10-21');
  const sheets = page.getByRole('navigation', { name: 'Sheets' });
  await sheets.getByRole('link', { name: 'Obligations' }).press('Enter');
  await page.getByRole('button', { name: 'Agreements' }).press('Enter');
  await expect(page.getByText('Tick a programme above')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Cloud Storage Partner Program (CSPP)' }).press('Space');

  const agreements = page.getByRole('grid', { name: 'Agreements' });
  await expect(agreements.getByRole('row')).toHaveCount(3);
  await expect(agreements).toContainText('The agreement is terminated and the WOPI connection removed');
  await expect(agreements).not.toContainText('MPA');
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const type = async (name: string, text: string): Promise<void> => {
    await field(name).fill(text);
    await field(name).press('Tab');
  };
  await type('Accepted on', '2023-04-30');
  await expect(page.getByText('Accepted on 30 Apr 2023')).toBeVisible();
  await type('WOPI allow list: your addresses or hosts, one a line', 'https://wopi.contoso.co.uk:8443/wopi');
  await page.getByRole('button', { name: 'Add a signer' }).press('Enter');
  await expect(field('First name')).toBeFocused();
  await page.keyboard.type('Erika');
  await page.keyboard.press('Tab');
  await type('Last name', 'Berg');
  await type('E-mail', 'erika@fabrikam.co.uk');
  await type('Name as signed', 'Contoso Ltd');
  const signers = page.getByRole('region', { name: 'Signers' });
  await expect(signers).toContainText('fabrikam.co.uk is none of the allow list: contoso.co.uk.');
  await expect(signers).toContainText('“Ltd” is a legal form');
  await type('E-mail', 'erika@contoso.co.uk');
  await expect(signers).toContainText('The e-mail domain contoso.co.uk is one of the allow list.');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'CSPP Plus' }).press('Enter');
  await page.getByRole('button', { name: 'CSPP Plus applies to us' }).press('Enter');
  const needs = page.getByRole('region', { name: 'What entry asks for' });
  await expect(needs.getByRole('status')).toHaveText('1 of 10 met');
  await page.getByRole('checkbox', { name: 'We have it: ISO 27001' }).press('Space');
  await type('Holds until', '2026-10-20');
  await expect(needs.getByRole('status')).toHaveText('1 of 10 met · 1 piece of evidence has expired');
  await type('Low, Fee of CSPP Plus', '80.000');
  await type('Likely, Fee of CSPP Plus', '25,000');
  await type('High, Fee of CSPP Plus', '10000');
  await expect(page.getByText('the amounts must rise from low over likely to high')).toBeVisible();
  await type('Low, Fee of CSPP Plus', '10.000');
  await type('High, Fee of CSPP Plus', '80,000');
  const sum = page.getByRole('region', { name: 'The sum' });
  await expect(sum).toContainText('10,000.00 to 80,000.00');
  const said = await sum.textContent();
  await type('Seed', '2');
  await expect(page.getByText('10,000 trials with seed 2')).toBeVisible();
  expect(await sum.textContent()).not.toBe(said);
  await type('Seed', '1');
  await expect(sum).toHaveText(said ?? '');
  await page.setViewportSize({ width: 400, height: 800 });
  await expectAccessible(page);
});
