import { axeFindings, expectAccessible } from './support/axe.ts';
import { expect, test, watchPolicy } from './support/fixtures.ts';
import { drag, openGrid } from './support/grid-page.ts';

// Few cells, since axe looks at each of them.
test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 760, height: 420 } });

test('cells are typed, refused in place, filled, moved, cut and pasted as in a spreadsheet', async ({ page, site }) => {
  const violations = watchPolicy(page);
  const { grid, cell, held, said } = await openGrid(page, site.probe.headers, 'rows=200&columns=12');
  const keys = page.keyboard;

  // Typing replaces, Enter moves down, a wrong text is refused beside the cell, Escape gives up.
  await grid.focus();
  await keys.press('ArrowRight');
  await keys.type('12');
  await keys.press('Enter');
  expect(await held(1, 2)).toBe('12');
  await expect(cell(1, 2)).toHaveClass(/override/);
  await keys.type('x');
  await keys.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Whole numbers only.');
  expect(await axeFindings(page)).toEqual([]);
  await keys.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);

  // A composed character opens the editor and is there once.
  const session = await page.context().newCDPSession(page);
  await cell(1, 1).click();
  await session.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: '感' });
  await expect(page.locator('textarea')).toHaveValue('感');
  await keys.press('Tab');
  expect(await held(1, 1)).toBe('感');

  // Enter goes through a selected range; the handle continues the series; the edge moves it.
  await cell(2, 2).click();
  await cell(3, 2).click({ modifiers: ['Shift'] });
  for (const text of ['7', '9']) {
    await keys.type(text);
    await keys.press('Enter');
  }
  await drag(page, page.locator('.handle'), cell(6, 2));
  expect(await Promise.all([2, 3, 4, 5, 6].map((row) => held(row, 2)))).toEqual(['7', '9', '11', '13', '15']);
  await drag(page, cell(2, 2), cell(2, 4), { x: 40, y: 2 });
  expect(await Promise.all([held(2, 2), held(2, 4), held(6, 4)])).toEqual(['', '7', '15']);

  // One copied cell fills the selection; what cannot stand there is listed, and leads there.
  await cell(3, 4).click();
  await keys.press('Control+c');
  await cell(10, 2).click();
  await cell(12, 3).click({ modifiers: ['Shift'] });
  await keys.press('Control+v');
  expect(await held(12, 2)).toBe('9');
  await expect(said).toHaveText('3 cells changed, 3 cells left as they were');
  const refused = page.getByRole('region', { name: '3 cells left as they were' });
  await expectAccessible(page);
  await refused.getByRole('button', { name: 'Term 2, row 12' }).click();
  await expect(cell(12, 3)).toHaveAttribute('aria-selected', 'true');
  await refused.getByRole('button', { name: 'Close' }).click();

  // Cut cells move when they are pasted; Ctrl+Enter fills, Delete empties, a choice is picked with arrows.
  await cell(10, 2).click();
  await keys.press('Control+x');
  await cell(14, 4).click();
  await keys.press('Control+v');
  expect(await Promise.all([held(10, 2), held(14, 4)])).toEqual(['', '9']);
  await cell(13, 1).click();
  await cell(14, 1).click({ modifiers: ['Shift'] });
  await keys.type('5');
  await keys.press('Control+Enter');
  expect(await Promise.all([held(13, 1), held(14, 1)])).toEqual(['5', '5']);
  await keys.press('Delete');
  expect(await held(14, 1)).toBe('');
  await cell(4, 3).click();
  await keys.type('tri');
  await keys.press('ArrowDown');
  expect(await axeFindings(page)).toEqual([]);
  await keys.press('Enter');
  expect(await held(4, 3)).toBe('triennial');
  expect(violations).toEqual([]);
});

test('columns are dragged, frozen and hidden, groups closed, texts found and replaced, from menus and keys', async ({
  page,
  site,
}) => {
  const { cell, held } = await openGrid(page, site.probe.headers, 'rows=200&columns=12');
  const header = (name: string) => page.getByRole('columnheader', { name });
  await drag(page, header('Seats 1'), header('Seats 3'));
  await expect(header('Seats 1')).toHaveAttribute('aria-colindex', '5');
  expect(await page.evaluate(() => window.gridModel.sort)).toEqual([]);

  await cell(2, 3).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Freeze rows and columns up to here' }).click();
  await page.mouse.wheel(300, 1000);
  await expect(cell(50, 6)).toBeInViewport();
  for (const frozen of [cell(1, 1), cell(2, 3)]) await expect(frozen).toBeInViewport();
  await cell(1, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy with headers' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`Term 2\r\n${await held(1, 2)}`);

  await page.evaluate(() => window.gridModel.data.group(true));
  await expect(page.getByRole('treegrid')).toBeVisible();
  await cell(1, 1).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { expanded: false })).toHaveCount(1);
  await page.keyboard.press('Control+h');
  await expectAccessible(page);
  await page.evaluate(() => window.gridModel.data.group(false));
  await page.getByRole('searchbox', { name: 'Find' }).fill('annual');
  await page.getByRole('checkbox', { name: 'Whole cell' }).check();
  await page.getByRole('textbox', { name: 'Replace by' }).fill('monthly');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ found$/);
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expect(page.getByRole('search').getByRole('status')).toHaveText('Nothing found');
  await page.keyboard.press('Escape');
  await expect(page.locator('textarea')).toBeFocused();

  // On paper stands every row, not what is in the window.
  await page.evaluate(() => {
    window.print = () => undefined;
    void window.gridPrint();
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: 'Sheet' }).getByRole('row')).toHaveCount(201);
  await expect(page.getByRole('grid')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await expect(page.getByRole('table')).toHaveCount(0);

  // Out of the grid: at the end of a row, or with Escape and Tab.
  await page.locator('.scroller').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'After the grid' })).toBeFocused();
});

test('a random walk over a million rows shows nothing but what is in them, and its undoing leaves nothing', async ({
  page,
  site,
}) => {
  await openGrid(page, site.probe.headers, 'rows=1000000&columns=40');
  const { wrong, cells, leftOver } = await page.evaluate(() => window.gridWalk(7, 5000));
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThanOrEqual(5000);
  expect(leftOver).toBe(0);
});
