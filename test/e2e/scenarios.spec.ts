/** Scenarios by keyboard: a branch, a changed assumption, the difference, a merge, undo, a reload; frozen, small, accessible. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInForcedColours } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Scenarios as a tree' });
const node = (page: Page, name: RegExp): Locator => tree(page).getByRole('treeitem', { name });
const shown = (page: Page): Locator => page.getByRole('combobox', { name: 'Scenario' });
const uplift = (page: Page): Locator => page.getByRole('textbox', { name: 'Value of EST_Uplift', exact: true });

/** Goes to a control and presses a key there: nothing on this way needs a pointer. */
async function press(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus();
  await control.press(key);
}

test('a branch is made, changed, told apart, merged, undone and found again, all by keyboard', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await expect(page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios' }).press('Enter');
  await press(page.getByRole('button', { name: 'New branch' }));
  await page.keyboard.type('Uplift 5');
  await page.keyboard.press('Enter');
  await expect(node(page, /^Uplift 5/)).toBeFocused();
  await expect(shown(page).locator('option:checked')).toHaveText(/Uplift 5/);
  await uplift(page).fill('5');
  await uplift(page).press('Enter');
  await expect(node(page, /^Uplift 5/)).toContainText('1 from');
  const [base, high] = [
    await node(page, /EST cost: /)
      .first()
      .innerText(),
    node(page, /^Uplift 5/),
  ];
  await expect(high).toContainText('EST cost');
  expect(base).toContain('EST cost');
  await page.getByRole('textbox', { name: 'Reason of EST_Uplift', exact: true }).fill('Announced');
  await page.keyboard.press('Tab');

  await press(page.getByRole('button', { name: 'Differences…' }));
  await expect(page.getByRole('dialog')).toContainText(/EST_Uplift\s*3 %\s*→ 5 %/);
  await page.keyboard.press('Escape');
  await press(high, 'F2');
  await page.keyboard.type('High');
  await page.keyboard.press('Enter');
  await expect(node(page, /^High/)).toBeFocused();

  await press(page.getByRole('button', { name: 'Merge…' }));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }));
  await expect(node(page, /^High/)).toContainText('0 from');
  await shown(page).selectOption({ index: 0 });
  await expect(uplift(page)).toHaveValue('5');
  await page.getByRole('heading', { name: 'Scenarios', exact: true }).click();
  for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Control+z');
  await expect(node(page, /^High/)).toContainText('2 from');

  await press(page.getByRole('button', { name: 'Freeze' }));
  await uplift(page).fill('9');
  await uplift(page).press('Enter');
  await expect(page.getByText('“High” is frozen')).toBeVisible();
  await expect(uplift(page)).toHaveValue('5');
  await expectAccessible(page);
  await expectAccessibleInForcedColours(page);

  await page.waitForTimeout(500);
  await page.reload();
  await expect(node(page, /^High.*shown.*frozen/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reason of EST_Uplift', exact: true })).toHaveValue('Announced');
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
});
