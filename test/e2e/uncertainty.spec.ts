/** Uncertainty in the browser: from the keyboard, cancelled, and the same bytes for any number of workers and in Node. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { dayOfTimestamp } from '../../src/core/days.ts';
import { DEFAULT_UNCERTAINTY } from '../../src/core/scenario/read-uncertainty.ts';
import type { UncertainInput } from '../../src/core/scenario/uncertainty.ts';
import { trialsCsv } from '../../src/exporters/uncertainty-trials.ts';
import { makeSample } from '../../src/sample/index.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { TrialSums, planTrials, runTrials } from '../../src/sim/uncertainty/index.ts';
import { importAll, sourceOfText } from '../support/import-files.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const TRIALS = 150;
const SEED = 'spring';
const INPUTS: readonly UncertainInput[] = [
  {
    ...{ what: 'bridgeDays', match: {}, shared: false },
    distribution: { kind: 'triangular', min: '0', mode: '45', max: '120' },
  },
  { what: 'price', match: {}, shared: true, distribution: { kind: 'uniform', min: '0', max: '8' } },
];

/** The same trials by the same engine, here. */
async function trialsInNode(asOf: number): Promise<string> {
  const files = makeSample({ asOf }).map(({ name, text }) => sourceOfText(name, text));
  const { datasets, scenario: given } = await importAll(files);
  const uncertainty = { ...DEFAULT_UNCERTAINTY, trials: TRIALS, seed: SEED, inputs: INPUTS };
  const scenario = { ...given, uncertainty };
  const plan = planTrials(prepareBook({ datasets }), { scenario, window: { asOf, horizonMonths: 12 } });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const sums = new TrialSums(plan.value);
  for (let first = 0; first < TRIALS; first += 7) sums.add(runTrials(plan.value, first, Math.min(7, TRIALS - first)));
  return trialsCsv({ seed: SEED, currencies: plan.value.currencies, totals: sums.whole().totals });
}

const run = (page: Page): Locator => page.getByRole('group', { name: 'Run' });
const statistics = (page: Page): Locator => page.getByRole('region', { name: /^Amounts of all trials/ });

async function retype(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function pressOn(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
}

async function trialsAsCsv(page: Page): Promise<string> {
  const coming = page.waitForEvent('download');
  await pressOn(page, page.getByRole('button', { name: 'Trials (CSV)' }));
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/seed-spring-trials-.*\.csv$/);
  return readFileSync(await file.path(), 'utf8');
}

test('trials from the keyboard give the bytes of Node with one worker and with two', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await pressOn(page, page.getByRole('button', { name: 'Open the sample portfolio' }));
  await page.getByRole('grid', { name: /^Exposed/ }).waitFor();
  const asOf = dayOfTimestamp(Date.now());
  await pressOn(page, page.getByRole('link', { name: 'Uncertainty' }));

  await pressOn(page, page.getByRole('button', { name: 'Late decisions' }));
  const row = page.getByRole('group', { name: 'Input 1: Days in EST' });
  await expect(row.getByRole('combobox').first()).toBeFocused();
  const likely = row.getByRole('textbox', { name: /^Most likely/ });
  await retype(page, likely, '400');
  await expect(row.getByRole('status')).toContainText('must not cross');
  await expect(row).toContainText('0…120 days, most likely 30 days');
  await retype(page, likely, '45');
  await expect(row).toContainText('most likely 45 days: all subscriptions, each its own draw');
  await pressOn(page, page.getByRole('button', { name: 'Starting points' }));
  await page.keyboard.type('p');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Prices 0…+8 %, each value as likely')).toBeVisible();
  await retype(page, run(page).getByLabel('Seed'), SEED);

  await retype(page, run(page).getByLabel('Trials'), '100000');
  await pressOn(page, run(page).getByRole('button', { name: 'Run trials' }));
  await expect(page.getByText(/^So far: /)).toBeVisible();
  await expect(run(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Cancelled after [\d,]+ of 100,000 trials/)).toBeVisible();

  await retype(page, run(page).getByLabel('Trials'), String(TRIALS));
  await expect(page.getByText('Something has changed since these trials ran.')).toBeVisible();
  const seen: string[] = [];
  const files: string[] = [];
  for (const workers of ['1', '2']) {
    await run(page).getByLabel('Workers').focus();
    await page.keyboard.type(workers);
    await pressOn(page, run(page).getByRole('button', { name: 'Run again' }));
    await expect(
      page.getByText(new RegExp(`^${String(TRIALS)} trials with seed spring .* ${workers} worker`)),
    ).toBeVisible();
    await expect(page.getByText('Something has changed')).toBeHidden();
    files.push(await trialsAsCsv(page));
    seen.push(await statistics(page).innerText());
  }
  expect(seen[1]).toBe(seen[0]);
  expect(files[1]).toBe(files[0]);
  expect(files[0] === (await trialsInNode(asOf)), 'the bytes of Node').toBe(true);

  for (const title of [
    'Extra by month',
    'Extra, how often',
    'Extra, chance of more',
    'Extra, what moves it',
    'Customers by mean extra',
  ]) {
    await expect(page.getByRole('figure', { name: title }).locator('svg.marks')).toBeVisible();
  }
  await expectAccessible(page);
  await pressOn(page, page.getByRole('button', { name: /^Undo: Number of trials/ }));
  await expect(run(page).getByLabel('Trials')).toHaveValue('100000');
});
