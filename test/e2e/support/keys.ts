/** The app by keyboard alone: after every key something visible must have the focus. */
import { readFile } from 'node:fs/promises';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { focusTrouble } from './focus-trouble.ts';
import type { TestFile } from './files.ts';

/** Stops between two places of one screen. */
const MOST_STOPS = 150;

/** Waits until something visible has the focus. */
async function expectFocus(page: Page, after: string): Promise<void> {
  if ((await page.evaluate(focusTrouble)) === '') return;
  await expect.poll(() => page.evaluate(focusTrouble), { message: `the focus after ${after}` }).toBe('');
}

/** Somebody who has no mouse: nothing here presses, fills or focuses in any other way. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    // Whoever listens from the start gets the dialog; whoever begins when a key is pressed may be too late.
    page.on('filechooser', () => undefined);
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      await expectFocus(this.#page, key);
    }
  }

  /** Types into what has the focus. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    await expectFocus(this.#page, `typing “${text.slice(0, 40)}”`);
  }

  /** Types over what the field with the focus holds. */
  async retype(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Goes on with Tab, or back with Shift and Tab, until the focus is on the element or inside it. */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await target.evaluate((element) => element.contains(document.activeElement))) return;
      await this.#page.keyboard.press(key);
      // Between the last stop of the page and its first are the controls of the browser.
      if (await this.#page.evaluate(() => document.activeElement === document.body))
        await this.#page.keyboard.press(key);
      await expectFocus(this.#page, key);
    }
    throw new Error(`Tab does not reach ${String(target)}`);
  }

  /** Goes to a control with Tab and presses a key on it. */
  async use(target: Locator, key = 'Enter'): Promise<void> {
    await this.to(target);
    await this.press(key);
  }

  /** Goes round the regions of the page with F6 until the focus is in one that holds the element. */
  async toRegion(inside: Locator): Promise<void> {
    await inside.first().waitFor();
    for (let round = 0; round < 5; round++) {
      await this.press('F6');
      const isIn = await inside
        .first()
        .evaluate((element) =>
          [...document.querySelectorAll('.app > *')].some(
            (region) => region.contains(element) && region.contains(document.activeElement),
          ),
        );
      if (isIn) return;
    }
    throw new Error(`F6 does not reach ${String(inside)}`);
  }

  /** Opens a screen by its tab. */
  async openScreen(title: string): Promise<void> {
    const tabs = this.#page.getByRole('navigation', { name: 'Sheets' });
    const tab = tabs.getByRole('link', { name: title, exact: true });
    await this.toRegion(tabs);
    await this.use(tab);
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await this.press('Shift+F6');
  }

  /** Opens the sample portfolio from the first page. */
  async openSample(address: string): Promise<void> {
    await this.#page.goto(address);
    const sample = this.#page.getByRole('button', { name: 'Open the sample portfolio' });
    await sample.waitFor();
    await this.use(sample);
    await expect(this.#page.getByRole('grid', { name: /^Exposed subscriptions/ })).toBeVisible();
    await expectFocus(this.#page, 'the sample has opened');
  }

  /** Goes along the row of a grid that has the focus until the cell is in the column. */
  async toColumn(grid: Locator, title: string): Promise<void> {
    await this.press('Home');
    const header = grid.getByRole('columnheader', { name: title, exact: true });
    for (let stop = 0; stop < 50; stop++) {
      const pointed = (await this.#page.locator(':focus').getAttribute('aria-activedescendant')) ?? '';
      const column = await this.#page.locator(`[id="${pointed}"]`).getAttribute('aria-colindex');
      if ((await header.count()) > 0 && (await header.getAttribute('aria-colindex')) === column) return;
      await this.press('ArrowRight');
    }
    throw new Error(`the arrows do not reach ${title}`);
  }

  /** Opens the menu of a button and picks an item by the arrows. */
  async pick(button: Locator, item: string | RegExp): Promise<void> {
    await this.use(button);
    const wanted = this.#page.getByRole('menuitem', { name: item });
    await wanted.waitFor();
    for (let stop = 0; stop < 40; stop++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) {
        await this.press('Enter');
        return;
      }
      await this.press('ArrowDown');
    }
    throw new Error(`the arrows do not reach ${String(item)}`);
  }

  /** Does what makes the browser save a file, and gives its name and bytes. */
  async saved(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const coming = this.#page.waitForEvent('download');
    await act();
    const file: Download = await coming;
    await expectFocus(this.#page, 'a file was saved');
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** Opens the system's own dialog for files with the button of that name, and lets it choose. */
  async choose(input: Locator, ...files: readonly TestFile[]): Promise<void> {
    await this.to(input);
    const asked = this.#page.waitForEvent('filechooser');
    await this.#page.keyboard.press('Space');
    await (await asked).setFiles([...files]);
    await expectFocus(this.#page, 'files were chosen');
  }
}
