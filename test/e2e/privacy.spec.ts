import type { Page } from '@playwright/test';
import { axeFindings, expectAccessible } from './support/axe.ts';
import { expect, test, watchPolicy } from './support/fixtures.ts';

/** Opens a page that holds a probe and gives what the probe found. */
async function probeResult(page: Page, address: string): Promise<unknown> {
  await page.goto(address);
  const output = page.locator('#probe-result');
  await output.waitFor({ state: 'attached' });
  return JSON.parse((await output.textContent()) ?? '');
}

/** The channels of the probe (their hosts' first label) that the sink saw. */
function channelsIn(seen: readonly string[]): readonly string[] {
  return [...new Set(seen.flatMap((entry) => /([a-z-]+)\.sink\.example/.exec(entry)?.[1] ?? []))].sort();
}

const evaluators = ['eval', 'function', 'asyncFunction'];

test.describe('without a policy (the control)', () => {
  test('the sink sees what leaves a page', async ({ page, site, sink }) => {
    expect(await probeResult(page, `${site.probe.open}page.html`)).toEqual({ evaluators });
    expect(channelsIn(sink.seen())).toEqual(
      expect.arrayContaining([
        'beacon',
        'eventsource',
        'fetch',
        'font',
        'form',
        'frame',
        'image',
        'import',
        'script',
        'stylesheet',
        'video',
        'websocket',
        'xhr',
      ]),
    );
  });

  test('the sink sees what leaves a worker', async ({ page, site, sink }) => {
    expect(await probeResult(page, `${site.probe.open}worker.html`)).toMatchObject({ guarded: { evaluators } });
    expect(channelsIn(sink.seen())).toEqual(['cache', 'eventsource', 'fetch', 'font', 'import', 'websocket', 'xhr']);
  });

  test('axe complains about a target that is too small', async ({ page, site }) => {
    await page.goto(`${site.probe.open}page.html`);
    await page.setContent(
      '<html lang="en"><title>x</title><p><button style="width:10px;height:10px;padding:0" aria-label="a"></button><button style="width:10px;height:10px;padding:0" aria-label="b"></button></p></html>',
    );
    expect((await axeFindings(page)).some((finding) => finding.startsWith('target-size'))).toBe(true);
  });
});

for (const protection of ['headers', 'meta'] as const) {
  test.describe(`protected by ${protection} alone`, () => {
    test('nothing leaves a page and no string runs as code', async ({ page, site, sink }) => {
      expect(await probeResult(page, `${site.probe[protection]}page.html`)).toEqual({ evaluators: [] });
      expect(sink.seen()).toEqual([]);
    });

    test('nothing leaves a worker, and one that dropped its network functions still loads its modules', async ({
      page,
      site,
      sink,
    }) => {
      expect(await probeResult(page, `${site.probe[protection]}worker.html`)).toEqual({
        guarded: { evaluators: [] },
        locked: { evaluators: [], lazyModule: 'loaded', networkFunctions: [] },
      });
      expect(sink.seen()).toEqual([]);
    });
  });
}

for (const [host, mount] of [
  ['a host that sends the headers', 'appProbed'],
  ['a host that sends none', 'appMetaOnlyProbed'],
] as const) {
  test(`nothing leaves the app's own page on ${host}`, async ({ page, site, sink }) => {
    expect(await probeResult(page, site[mount])).toEqual({ evaluators: [] });
    expect(sink.seen()).toEqual([]);
  });
}

test('the first screen works under the policy, opens no connection and has no peer connections', async ({
  journeyUnderSink: { page, address },
}) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => String(Reflect.get(window, 'RTCPeerConnection')))).toBe('undefined');
});

test('the first screen works under the meta policy alone', async ({ page, site, sink }) => {
  const violations = watchPolicy(page);
  await page.goto(site.appMetaOnly);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(violations).toEqual([]);
  expect(sink.seen()).toEqual([]);
});

test('axe finds nothing on the first screen', async ({ page, site }) => {
  await page.goto(site.app);
  await expectAccessible(page);
});
