/** What a user could press next: told from the page itself, so that a new screen needs no line here. */
import type { Page } from '@playwright/test';

/** A way from one state of the page to the next: something to press, or keys for the first grid. */
export interface Opener {
  readonly key: string;
  readonly keys?: readonly string[];
}

/** What opens something: menus, dialogs (their buttons end in an ellipsis), sections, and the other one of a choice. */
const PRESSED = [
  'button[aria-haspopup]',
  'button[aria-pressed="false"]',
  'button[aria-expanded="false"]',
  '[role=tab][aria-selected="false"]',
  'details:not([open]) > summary',
  'main button.primary:not(dialog *)',
  'button',
  '[role=menuitem]',
];

/** What a grid opens for keys: the menus of a cell and of a column, its search, the editor of a cell. */
const GRID_KEYS: readonly Opener[] = [
  { key: 'menu of a cell', keys: ['Control+Home', 'Shift+F10'] },
  { key: 'menu of a column', keys: ['Control+Home', 'ArrowUp', 'Shift+F10'] },
  { key: 'search in the grid', keys: ['Control+Home', 'Control+f'] },
  { key: 'editor of a cell', keys: ['Control+Home', 'F2'] },
];

/** Where the next opener is sought: an open menu, else the topmost dialog, else the part of the page. */
const TOPMOST = ['[role=menu]', 'dialog[open]'];

/**
 * Everything that can be opened in the topmost part, once for each text; of rows that are alike only the first.
 * Elements are marked with their key, for `press`.
 * @param part where to look while neither a menu nor a dialog is open
 */
export async function openersIn(page: Page, part: string): Promise<readonly Opener[]> {
  const { keys, hasGrid } = await page.evaluate(
    ({ pressed, topmost, part }) => {
      const scope = topmost.map((selector) => [...document.querySelectorAll(selector)].at(-1)).find((found) => found);
      const within = scope === undefined ? [...document.querySelectorAll(part)] : [scope];
      const found = new Set<string>();
      for (const element of within.flatMap((root) => [...root.querySelectorAll<HTMLElement>(pressed.join())])) {
        const text = (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ');
        const opens = element.matches(pressed.slice(0, -2).join()) || text.endsWith('…');
        const isThere = element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled');
        if (!opens || !isThere || element.getAttribute('aria-disabled') === 'true') continue;
        const row = element.closest('tr, li, [role=row], [role=treeitem]');
        const place = element.closest('section, [role=group], table, ul, ol')?.getAttribute('aria-label') ?? '';
        const key =
          row === null || scope !== undefined ? text : `in a row of ${place || 'a list'}: ${element.className}`;
        if (found.has(key)) continue;
        found.add(key);
        element.dataset['sweep'] = key;
      }
      const grid = scope === undefined && within.some((root) => root.querySelector('[role=grid]') !== null);
      return { keys: [...found], hasGrid: grid };
    },
    { pressed: PRESSED, topmost: TOPMOST, part },
  );
  return [...keys.map((key) => ({ key })), ...(hasGrid ? GRID_KEYS : [])];
}

/** Presses an opener that `openersIn` found; false when it is gone. */
export async function press(page: Page, opener: Opener): Promise<boolean> {
  if (opener.keys !== undefined) {
    await page.locator('main [role=grid]').first().focus();
    for (const key of opener.keys) await page.keyboard.press(key);
    return true;
  }
  const target = page.locator(`[data-sweep=${JSON.stringify(opener.key)}]`).first();
  if ((await target.count()) === 0) return false;
  await target.click({ timeout: 5000 });
  return true;
}
