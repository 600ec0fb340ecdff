import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { monthOfDay, parseDay } from '../../src/core/days.ts';
import { readInvoicePlan, withSummary } from '../../src/core/invoice/plan.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import { makeSampleInvoices } from '../../src/sample/index.ts';
import { engineHost } from '../../src/workers/engine-host.ts';
import { Engine } from '../../src/workers/engine.ts';
import { cloningRunner } from '../../src/workers/in-process-runner.ts';
import { invoiceOf } from '../../src/workers/invoice-jobs.ts';

const asOf = parseDay('2026-11-22') ?? 0;

it('lines are read once for each state of the files, with progress in lines, and not at all when that is cancelled', async () => {
  const engine = new Engine();
  const runner = cloningRunner(engineHost(engine));
  await runner.run('open', undefined);
  const files = makeSampleInvoices({ asOf }).map(({ name, text }) => ({ name, blob: new Blob([text]) }));
  const drop = (from: number, to: number) =>
    runner.run('importFiles', { files: files.slice(from, to), answers: new Map(), encodings: new Map() });
  await drop(0, 1);

  const stop = new AbortController();
  const seen: number[] = [];
  const cancelled = await invoiceOf(engine, {
    signal: stop.signal,
    report: ({ done }) => {
      seen.push(done);
      if (done > 0) stop.abort();
    },
  });
  expect(cancelled).toBeUndefined();

  const first = await invoiceOf(engine, { report: ({ done }) => seen.push(done) });
  expect(Math.max(...seen)).toBe(first?.lines.rows);
  expect(await invoiceOf(engine)).toBe(first);
  await drop(1, 2);
  const second = await invoiceOf(engine);
  expect(second?.lines.rows).toBeGreaterThan(first?.lines.rows ?? 0);
  const answer = await runner.run('invoiceFacts', undefined);
  expect(answer?.facts.sources.map(({ file }) => file)).toEqual(files.slice(0, 2).map(({ name }) => name));
});

it('what was said about invoices comes back from the store, and what cannot be read counts as not said', () => {
  const plan = withSummary(readInvoicePlan(undefined), { number: 'G1', currency: 'USD' }, '10.50');
  expect(readInvoicePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  expect(withSummary(plan, { number: 'G1', currency: 'USD' }, undefined).summaries).toEqual([]);
  const odd = { gate: '-1', summaries: [{ number: 'G1', currency: 'USD', total: 'ten' }, 7] };
  expect(readInvoicePlan(odd)).toEqual(readInvoicePlan(undefined));
});

it('a question that is cancelled while lines are read is not answered', async () => {
  const engine = new Engine();
  const host = engineHost(engine);
  const runner = cloningRunner(host);
  await runner.run('open', undefined);
  const files = makeSampleInvoices({ asOf }).map(({ name, text }) => ({ name, blob: new Blob([text]) }));
  await runner.run('importFiles', { files, answers: new Map(), encodings: new Map() });
  const { est } = DEFAULT_SCENARIO;
  const context = { signal: AbortSignal.abort(), report: () => undefined, transfer: <T>(value: T): T => value };
  const month = monthOfDay(asOf) - 1;
  const answers = [
    host.invoiceDifferences({ month, est, gate: '0' }, context),
    host.invoiceLines({ month, currency: 'EUR', gate: '0' }, context),
    host.billBridge({ from: month - 1, to: month, est }, context),
    host.invoiceEst({ est, asOf }, context),
    host.refundWindows({ est, asOf }, context),
    host.ownFacts(undefined, context),
  ];
  for (const answer of answers) expect(await answer).toBeUndefined();
});
