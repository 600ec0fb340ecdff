/** A month of a million billed lines: checked, joined with its exports and explained, against reading the lines back from storage. */
import 'fake-indexeddb/auto';
import { fraction } from '../../src/core/exact.ts';
import { monthOfDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { mapEstOffers } from '../../src/sim/est-mapping.ts';
import { prepareBook } from '../../src/sim/index.ts';
import { EstTerms } from '../../src/sim/invoice/est-terms.ts';
import { checkLines } from '../../src/sim/invoice/model/check-lines.ts';
import { lineMonths } from '../../src/sim/invoice/model/line-months.ts';
import { INVOICE_COLUMNS, readLines } from '../../src/sim/invoice/model/read-lines.ts';
import { checkMonth } from '../../src/sim/invoice/union/check-month.ts';
import type { MonthCheck } from '../../src/sim/invoice/union/types.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { invoiceMonth, MONTH, reconciliationOf } from '../support/invoice-month.ts';
import { day } from '../support/simulation.ts';
import { atMost, type Finding, seconds, timed } from './measure.ts';

/** About 300,000 licence lines and 700,000 of consumption, 20 faults of each kind. */
const SIZE = { customers: 12_000, subscriptions: 215_000, usage: 700_000, faults: 20 } as const;
const ROUNDS = 3;
const LIMIT = 3;

export async function benchInvoice(): Promise<readonly Finding[]> {
  const month = invoiceMonth(1, SIZE);
  const store = await openStore('bench-invoice', {});
  if (!store.ok) throw new Error(`INTERNAL: no store: ${JSON.stringify(store.error)}`);
  const stored = await store.value.addAll([{ ...reconciliationOf(month.lines), rejects: [] }]);
  if (!stored.ok) throw new Error(`INTERNAL: not stored: ${JSON.stringify(stored.error)}`);
  const books = {
    before: { book: prepareBook({ datasets: month.before }), day: day(MONTH.before) },
    after: { book: prepareBook({ datasets: month.after }), day: day(MONTH.after) },
  };
  let [reading, checking, memory] = [Infinity, Infinity, 0];
  let check: MonthCheck | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const loaded = await store.value.load('october.csv', INVOICE_COLUMNS);
    reading = Math.min(reading, performance.now() - start);
    if (!loaded.ok) throw new Error(`INTERNAL: not read: ${JSON.stringify(loaded.error)}`);
    globalThis.gc?.();
    const before = process.memoryUsage();
    const run = timed(() => checked(loaded.value, books));
    const after = process.memoryUsage();
    checking = Math.min(checking, run.ms);
    memory = Math.max(memory, after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers);
    check = run.value;
  }
  store.value.close();
  const { billedLines = 0, differences = [] } = check ?? {};
  const name = `a month of ${String(month.lines.length)} billed lines, checked, joined and explained ÷ read back from storage`;
  const megabytes = String(Math.ceil(memory / 1e6));
  const measured = `${seconds(checking)}, read back in ${seconds(reading)}, ${megabytes} MB; ${String(differences.length)} differences of ${String(billedLines)} lines`;
  return [atMost(name, checking / reading, LIMIT, measured)];
}

type Books = Pick<Parameters<typeof checkMonth>[0], 'before' | 'after'> & {
  readonly after: { readonly book: ReturnType<typeof prepareBook> };
};

function checked(dataset: Dataset, { before, after }: Books): MonthCheck {
  const lines = readLines([dataset]);
  const arithmetic = checkLines(lines);
  if (!arithmetic) throw new Error('INTERNAL: given up');
  const offers = [...after.book.offers.values()];
  return checkMonth({
    ...{ lines, checked: arithmetic, months: lineMonths(lines), before, after },
    month: monthOfDay(day(`${MONTH.text}-01`)),
    terms: new EstTerms(offers, mapEstOffers(offers, []), DEFAULT_SCENARIO.est),
    gate: fraction(4, 100),
  });
}
