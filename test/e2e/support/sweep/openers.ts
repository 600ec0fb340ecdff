/** What a user could press next: told from the page itself, so that a new screen needs no line here. */
import type { Page } from '@playwright/test';

/** A way from one state of the page to the next: something to press, or keys for the first grid. */
export interface Opener {
  readonly key: string;
  readonly keys?: readonly string[];
}

/** What says of itself that it opens something; so does a text that ends in an ellipsis. */
const SAYS_SO = [
  'button[aria-haspopup]',
  'button[aria-pressed="false"]',
  'button[aria-expanded="false"]',
  '[role=tab][aria-selected="false"]',
  'details:not([open]) > summary',
];

/** What a grid opens for keys: the menus of a cell and of a column, its search, the editor of a cell. */
const GRID_KEYS: readonly Opener[] = [
  { key: 'menu of a cell', keys: ['Control+Home', 'Shift+F10'] },
  { key: 'menu of a column', keys: ['Control+Home', 'ArrowUp', 'Shift+F10'] },
  { key: 'search in the grid', keys: ['Control+Home', 'Control+f'] },
  { key: 'editor of a cell', keys: ['Control+Home', 'F2'] },
];

/** What lies over the page: an open menu, else the topmost dialog. */
export const TOPMOST: readonly string[] = ['[role=menu]', 'dialog[open]'];

/**
 * Everything that can be opened, once for each text; of rows that are alike only the first. In an open menu or dialog
 * that is what says so; on the page itself every button, since those that change something can be taken back.
 * Elements are marked with their key, for `press`.
 * @param part where to look while neither a menu nor a dialog is open
 */
export async function openersIn(page: Page, part: string): Promise<readonly Opener[]> {
  const { keys, hasGrid } = await page.evaluate(markOpeners, { saysSo: SAYS_SO.join(), topmost: [...TOPMOST], part });
  return [...(hasGrid ? GRID_KEYS : []), ...keys.map((key) => ({ key }))];
}

interface Search {
  readonly saysSo: string;
  readonly topmost: readonly string[];
  readonly part: string;
}

/** In the page. */
function markOpeners({ saysSo, topmost, part }: Search): { keys: string[]; hasGrid: boolean } {
  const over = topmost.map((selector) => [...document.querySelectorAll(selector)].at(-1)).find((found) => found);
  const within = over === undefined ? [...document.querySelectorAll(part)] : [over];
  const all = within.flatMap((root) => [...root.querySelectorAll<HTMLElement>(`button, [role=menuitem], ${saysSo}`)]);
  const marked = new Map<string, boolean>();
  for (const element of all) {
    const text = (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ');
    const declared = element.matches(saysSo) || text.endsWith('…');
    const isThere = element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled');
    if (!isThere || element.ariaDisabled === 'true' || (over !== undefined && !declared)) continue;
    const row = over === undefined ? element.closest('tr, li, [role=row], [role=treeitem]') : null;
    const list = row?.closest('[aria-label], [aria-labelledby], table, section')?.className ?? '';
    const key = row === null ? text : `in a row of ${list}: ${element.className} ${element.ariaHasPopup ?? ''}`;
    if (marked.has(key)) continue;
    marked.set(key, declared);
    element.dataset['sweep'] = key;
  }
  const keys = [...marked].sort(([, one], [, other]) => Number(other) - Number(one)).map(([key]) => key);
  return { keys, hasGrid: over === undefined && within.some((root) => root.querySelector('[role=grid]') !== null) };
}

/** Presses an opener that `openersIn` found; false when it is gone. */
export async function press(page: Page, opener: Opener): Promise<boolean> {
  if (opener.keys !== undefined) {
    const grid = page.locator('main [role=grid]').first();
    if ((await grid.count()) === 0) return false;
    await grid.focus();
    for (const key of opener.keys) await page.keyboard.press(key);
    return true;
  }
  const target = page.locator(`[data-sweep=${JSON.stringify(opener.key)}]`).first();
  if ((await target.count()) === 0) return false;
  await target.click({ timeout: 5000 });
  return true;
}
