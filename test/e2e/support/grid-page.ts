/** The page that holds nothing but the grid (support/probe/grid.html), and how tests find their way on it. */
import type { Locator, Page } from '@playwright/test';

export interface GridPage {
  readonly grid: Locator;
  /** A cell by its row and column, counted from 1 as on screen. */
  readonly cell: (row: number, column: number) => Locator;
  /** The text that the model behind the grid holds for a cell. */
  readonly held: (row: number, column: number) => Promise<string>;
  /** The sentence for screen readers about what was last done. */
  readonly said: Locator;
}

/** Opens the page over so many rows and columns. @param site address of the probe */
export async function openGrid(page: Page, site: string, query: string): Promise<GridPage> {
  await page.goto(`${site}grid.html?${query}`);
  const cell = (row: number, column: number): Locator =>
    page.locator(
      `[role=row][aria-rowindex="${String(row + 1)}"] [role=gridcell][aria-colindex="${String(column + 1)}"]`,
    );
  await cell(1, 1).waitFor();
  return {
    grid: page.locator('.scroller'),
    cell,
    held: (row, column) =>
      page.evaluate(([r, c]) => window.gridModel.data.expected(r, c), [row - 1, column - 1] as const),
    said: page.locator('.grid > [aria-live]').last(),
  };
}

/** Drags from one element to another with the mouse, from a place inside the first one. */
export async function drag(page: Page, from: Locator, to: Locator, place?: { x: number; y: number }): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('nothing to drag');
  await page.mouse.move(start.x + (place?.x ?? start.width / 2), start.y + (place?.y ?? start.height / 2));
  await page.mouse.down();
  await page.mouse.move(end.x + end.width * 0.8, end.y + end.height / 2, { steps: 4 });
  await page.mouse.up();
}
