import { type Page, chromium } from 'playwright-core';
import { findBrowser, missingBrowserAdvice } from '../../bin/find-browser.mjs';
import type { Finding } from './measure.ts';

/** Measures in a fresh browser; says so and finds nothing when there is none. */
export async function withPage(measure: (page: Page) => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    console.log(`skipped: a part that needs a browser. ${missingBrowserAdvice}`);
    return [];
  }
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    return await measure(await browser.newPage());
  } finally {
    await browser.close();
  }
}
