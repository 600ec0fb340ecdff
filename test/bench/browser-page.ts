import { type Page, chromium } from 'playwright-core';
import { findBrowser, missingBrowserAdvice } from '../../bin/find-browser.mjs';
import type { Finding } from './measure.ts';

/** Measures in a fresh browser; says so and finds nothing when there is none. */
export async function withPage(
  measure: (page: Page) => Promise<readonly Finding[]>,
  flags: readonly string[] = [],
): Promise<readonly Finding[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    console.log(`skipped: a part that needs a browser. ${missingBrowserAdvice}`);
    return [];
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...sandbox, ...flags] });
  try {
    return await measure(await browser.newPage());
  } finally {
    await browser.close();
  }
}
