import { test as base, expect, type LaunchOptions, type Page } from '@playwright/test';
import { findBrowser, missingBrowserAdvice } from '../../../bin/find-browser.mjs';
import { startSink, type Sink } from './sink.ts';
import { startSite, type Site } from './site.ts';

/** A page of the app that is watched from outside: the test fails if anything tried to leave or to break the policy. */
export interface Journey {
  readonly page: Page;
  /** The app's address, under the production headers and from a sub-path. */
  readonly address: string;
}

interface TestFixtures {
  readonly journeyUnderSink: Journey;
}

interface WorkerFixtures {
  readonly site: Site;
  readonly sink: Sink;
}

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium asks a server about the fields of any form that it sees.
  '--disable-features=AutofillServerCommunication',
  '--no-first-run',
  // Whatever went past the proxy would find no host.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** How the browser is started: with nothing of its own on the network. */
function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(missingBrowserAdvice);
  const isRoot = process.getuid?.() === 0;
  return { executablePath, args: isRoot ? [...quietFlags, '--no-sandbox'] : quietFlags };
}

/** Collects what the browser writes about a broken policy, in the page and in its workers. */
export function watchPolicy(page: Page): readonly string[] {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML|Trusted Type/.test(message.text())) {
      violations.push(message.text());
    }
  });
  return violations;
}

/** Playwright's `test` with the served site, the sink that every other connection ends in, and a watched journey. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sink: [
    async ({}, use) => {
      const sink = await startSink();
      await use(sink);
      await sink.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [launchOptions(), { scope: 'worker' }],
  // Set for the tests' own pages, not for the whole browser: its own calls home would drown ours (they find no host).
  // Without `<-loopback>` other ports of this machine would be reached past the sink.
  proxy: async ({ site, sink }, use) => {
    await use({ server: sink.proxy, bypass: `<-loopback>,${new URL(site.origin).host}` });
  },
  baseURL: async ({ site }, use) => {
    await use(site.app);
  },
  page: async ({ page, sink }, use) => {
    sink.clear();
    await use(page);
  },
  journeyUnderSink: async ({ page, site, sink }, use) => {
    const violations = watchPolicy(page);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await use({ page, address: site.app });
    expect(sink.seen(), 'connections to other origins').toEqual([]);
    expect(violations, 'violations of the policy').toEqual([]);
    expect(errors, 'errors that nobody caught').toEqual([]);
  },
});

export { expect };
