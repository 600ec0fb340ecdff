/** A month of a million billed lines: checked, joined with its exports and explained, against reading the lines back from storage. */
import 'fake-indexeddb/auto';
import { fraction } from '../../src/core/exact.ts';
import { monthOfDay } from '../../src/core/days.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { mapEstOffers } from '../../src/sim/est-mapping.ts';
import type { Book } from '../../src/sim/book.ts';
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
import { repeated } from './repeated.ts';

/** A tenth of a month: 100,000 lines, most of them of consumption, two faults of each kind; ten times over with ids of their own. */
const TENTH = { customers: 1200, subscriptions: 21_500, usage: 78_000, faults: 2 } as const;
const TIMES = 10;
const ROUNDS = 5;
const LIMIT = 3;
const OF_LINES: ReadonlySet<string> = new Set([
  ...['customerId', 'customerName', 'subscriptionId', 'orderId', 'referenceId', 'alternateId'],
]);
const OF_EXPORTS: ReadonlySet<string> = new Set(['customerId', 'subscriptionId']);

export async function benchInvoice(): Promise<readonly Finding[]> {
  return [await benchMonth(0.05), await benchMonth(0.25)];
}

/** @param changed share of the subscriptions whose seats change within the month: the part of the work that grows fastest */
async function benchMonth(changed: number): Promise<Finding> {
  const tenth = invoiceMonth(1, { ...TENTH, changed });
  const billed = repeated(reconciliationOf(tenth.lines), TIMES, OF_LINES);
  const store = await openStore(`bench-invoice-${String(changed)}`, {});
  if (!store.ok) throw new Error(`INTERNAL: no store: ${JSON.stringify(store.error)}`);
  const stored = await store.value.addAll([{ ...billed, rejects: [] }]);
  if (!stored.ok) throw new Error(`INTERNAL: not stored: ${JSON.stringify(stored.error)}`);
  const books = {
    before: { book: bookOf(tenth.before), day: day(MONTH.before) },
    after: { book: bookOf(tenth.after), day: day(MONTH.after) },
  };
  let [reading, checking, memory] = [Infinity, Infinity, 0];
  let check: MonthCheck | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const loaded = await store.value.load(billed.id, INVOICE_COLUMNS);
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
  const name = `a month of ${String(billed.table.rows)} billed lines, ${String(changed * 100)} % of subscriptions changed, checked, joined and explained ÷ read back from storage`;
  const megabytes = String(Math.ceil(memory / 1e6));
  const measured = `${seconds(checking)}, read back in ${seconds(reading)}, ${megabytes} MB; ${String(differences.length)} differences of ${String(billedLines)} lines`;
  return atMost(name, checking / reading, LIMIT, measured);
}

function bookOf(datasets: readonly Dataset[]): Book {
  return prepareBook({
    datasets: datasets.map((one) => (one.kind === 'portfolio' ? repeated(one, TIMES, OF_EXPORTS) : one)),
  });
}

type Books = Pick<Parameters<typeof checkMonth>[0], 'before' | 'after'> & {
  readonly after: { readonly book: Book };
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
