/** A recipe: written without anybody's name, locked, taken over in an empty workbook, and undone. */
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe.ts';
import { addFiles, fileOf } from './support/files.ts';
import { expect, test } from './support/fixtures.ts';

const PASSPHRASE = 'seven green ladders';

test('a workbook’s ways go along as a locked recipe that names nobody, and are taken over as one step', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click();
  await page.getByRole('button', { name: 'New branch' }).press('Enter');
  await page.keyboard.type('Worst for Contoso');
  await page.keyboard.press('Enter');
  const uplift = page.getByRole('textbox', { name: 'Value of EST_Uplift', exact: true });
  await uplift.fill('5');
  await uplift.press('Enter');

  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByRole('button', { name: 'Recipe file…' }).press('Enter');
  const writing = page.getByRole('dialog', { name: 'Recipe file' });
  await expect(writing.getByRole('row', { name: /Scenarios and assumptions/ })).toContainText('2 scenarios');
  await expect(writing.getByRole('row', { name: /^Names of scenarios/ })).toContainText('Worst for Contoso');
  await expectAccessible(page);
  await writing.getByRole('button', { name: 'Save, locked…' }).press('Enter');
  const lock = page.getByRole('dialog', { name: 'Lock with a passphrase' });
  await lock.getByLabel('Passphrase').fill(PASSPHRASE);
  await lock.getByLabel('The same again').fill(PASSPHRASE);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^termwise-.*recipe-\d{4}-\d\d-\d\d\.json\.termwise-locked$/);
  const recipe = await readFile(await saved.path());

  await page.getByRole('button', { name: 'Delete everything…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Open the sample portfolio' })).toBeVisible();
  await addFiles(page, fileOf(saved.suggestedFilename(), recipe));
  await page.getByRole('dialog').getByLabel('Passphrase').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  const taking = page.getByRole('dialog', { name: /^Take over “termwise-.*\.json”\?/ });
  await expect(taking.getByRole('checkbox', { name: /^Scenarios and assumptions: 2 scenarios/ })).toBeChecked();
  await expectAccessible(page);
  await taking.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(taking).toBeHidden();

  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).click();
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  await expect(page.getByRole('treeitem', { name: /^Scenario 2/ })).toBeVisible();
  await expect(uplift).toHaveValue('5');
  await page.getByRole('button', { name: /^Undo: Take over a recipe/ }).press('Enter');
  await expect(page.getByRole('treeitem')).toHaveCount(1);
  await expect(uplift).toHaveValue('3');
});
