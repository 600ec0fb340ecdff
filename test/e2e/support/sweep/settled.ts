/** Waiting until the page has said all it has to say. */
import type { Page } from '@playwright/test';

const QUIET_MS = 200;
const LONGEST_MS = 20_000;

/** Waits until nothing is calculated any more and nothing has changed in the page for a moment. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    async ({ quiet, longest }) => {
      const end = performance.now() + longest;
      const isBusy = (): boolean =>
        document.querySelector('main .jobs, [aria-busy=true]') !== null ||
        (document.querySelector('footer, nav')?.textContent ?? '').includes('Calculating');
      let last = performance.now();
      const watcher = new MutationObserver(() => (last = performance.now()));
      watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      do await new Promise((resolve) => setTimeout(resolve, 50));
      while (performance.now() < end && (isBusy() || performance.now() - last < quiet));
      watcher.disconnect();
    },
    { quiet: QUIET_MS, longest: LONGEST_MS },
  );
}

/** The page as a text that is the same as long as nothing that one can see has changed. */
export async function lookOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, header, dialog[open], [role=menu]')]
      .map((part) => part.outerHTML.replace(/ data-sweep="[^"]*"/g, ''))
      .join('\n'),
  );
}
