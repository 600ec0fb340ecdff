/** The job that holds a month's bill against what it should be. */
import { type Day, firstDayOfMonth, type Month } from '../core/days.ts';
import { parseExact, ZERO } from '../core/exact.ts';
import type { EstAssumptions } from '../core/scenario/scenario.ts';
import { prepareBook } from '../sim/index.ts';
import { mapEstOffers } from '../sim/est-mapping.ts';
import { EstTerms } from '../sim/invoice/est-terms.ts';
import type { Snapshot } from '../sim/invoice/expected/subscriptions.ts';
import { checkingMonth, type CheckProgress } from '../sim/invoice/union/check-month.ts';
import type { MonthCheck } from '../sim/invoice/union/types.ts';
import { inUse, isSubscriptions, readSnapshots, type SnapshotGroup } from '../sim/snapshots.ts';
import type { Engine } from './engine.ts';
import { inTurns } from './in-turns.ts';
import { type InvoiceAnswer, invoiceOf, type InvoiceProgress } from './invoice-jobs.ts';
import type { JobHost } from './protocol.ts';

/** The exports that a month was held against; undefined: there is none. */
export interface ComparedExports {
  readonly before: { readonly day: Day | undefined } | undefined;
  readonly after: { readonly day: Day | undefined } | undefined;
}

export type InvoiceDifferencesJobs = {
  invoiceDifferences: {
    /** `gate`: decimal text. */
    input: { readonly month: Month; readonly est: EstAssumptions; readonly gate: string };
    progress: InvoiceProgress;
    output: InvoiceAnswer<{ readonly check: MonthCheck; readonly exports: ComparedExports }>;
  };
};

export function invoiceDifferencesJobs(engine: Engine): JobHost<InvoiceDifferencesJobs> {
  return {
    invoiceDifferences: async ({ month, est, gate }, { signal, report }) => {
      const invoice = await invoiceOf(engine, { signal, report });
      if (!invoice) return undefined;
      const { revision, lines, checked, months } = invoice;
      const { before, after } = sidesOf(engine, month);
      const offers = [...engine.book.offers.values()];
      const checking = checkingMonth({
        ...{ month, lines, checked, months, before, after },
        terms: new EstTerms(offers, mapEstOffers(offers, est.twins), est),
        gate: parseExact(gate) ?? ZERO,
      });
      const told = (progress: CheckProgress): void => {
        report({ ...progress, file: '' });
      };
      const check = await inTurns(checking, { signal, report: told });
      const exports = { before: before && { day: before.day }, after: after && { day: after.day } };
      return check && { revision, answer: { check, exports } };
    },
  };
}

/** The export that is nearest before the month's beginning, and the first one at its end or after; of what there is. */
function sidesOf(engine: Engine, month: Month): { before: Snapshot | undefined; after: Snapshot | undefined } {
  const [first, end] = [firstDayOfMonth(month), firstDayOfMonth(month + 1)];
  const { inputs } = engine;
  const subscriptions = new Set(inputs.filter(isSubscriptions).map(({ id }) => id));
  const groups = engine.snapshots.groups.filter(({ ids }) => ids.some((id) => subscriptions.has(id)));
  const enough = groups.find(({ day }) => day !== undefined && day >= end - 1);
  // Of exports of one day the order of their import tells which came later.
  const later = enough ? groups.findLast(({ day }) => day === enough.day) : groups.at(-1);
  const earlier = groups.slice(0, later ? groups.indexOf(later) : 0);
  const before = earlier.findLast(({ day }) => day !== undefined && day <= first) ?? earlier[0];
  return { before: before && snapshotOf(engine, before), after: later && snapshotOf(engine, later) };
}

/** The book of the subscriptions as they counted after a drop, with the lists and promotions of now. */
function snapshotOf(engine: Engine, group: SnapshotGroup): Snapshot {
  const { inputs, snapshots, book } = engine;
  const last = snapshots.groups.indexOf(group);
  const ids = new Set(snapshots.groups.slice(0, last + 1).flatMap((one) => one.ids));
  const known = inputs.filter((dataset) => isSubscriptions(dataset) && ids.has(dataset.id));
  const counted = inUse(known, readSnapshots(known));
  const used = new Set(book.portfolio.datasets);
  const isPresent = used.size === counted.length && counted.every((dataset) => used.has(dataset));
  if (isPresent) return { book, day: group.day };
  const rest = inputs.filter((dataset) => !isSubscriptions(dataset));
  return { book: prepareBook({ datasets: [...rest, ...counted].sort((a, b) => a.order - b.order) }), day: group.day };
}
