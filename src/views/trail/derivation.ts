/** What the engine knows about the followed figure, fetched once for the line and the panel. */
import { idKey } from '../../core/ids.ts';
import { safeMinor } from '../../core/money.ts';
import { type Column, textAt } from '../../core/table.ts';
import type { Amounts, Simulation } from '../../sim/types.ts';
import type { TrailSubject } from '../../state/trail.svelte.ts';
import type { Contributions, Explanation, Unexplained, Workbook } from '../../state/workbook.svelte.ts';

type RowSubject = Extract<TrailSubject, { row: number }>;
export type CountSubject = Extract<TrailSubject, { kind: 'count' }>;
export type SumSubject = Exclude<TrailSubject, RowSubject | CountSubject>;

/** What an extra is the difference of, in minor units. */
export type Costs = Pick<Amounts, 'est' | 'current'>;

/** How many of the counted subscriptions have their outcome by a rule. */
export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

export type Derivation =
  | { readonly kind: 'row'; readonly subject: RowSubject; readonly explanation: Explanation }
  | { readonly kind: 'unpriced'; readonly subject: RowSubject; readonly reason: Unexplained }
  | {
      readonly kind: 'sum';
      readonly subject: SumSubject;
      readonly contributions: Contributions;
      /** Of an extra; undefined for other amounts. */
      readonly costs: Costs | undefined;
    }
  | {
      readonly kind: 'count';
      readonly subject: CountSubject;
      /** The counted subscriptions with their EST cost. */
      readonly contributions: Contributions;
      readonly byRule: readonly RuleCount[];
    };

/** Everything behind a figure; undefined when there is nothing behind it any more. */
export async function derive(workbook: Workbook, subject: TrailSubject): Promise<Derivation | undefined> {
  if ('row' in subject) {
    const result = await workbook.explain(subject.row);
    return 'unpriced' in result
      ? { kind: 'unpriced', subject, reason: result }
      : { kind: 'row', subject, explanation: result };
  }
  const { shown } = workbook;
  if (!shown) return undefined;
  if (subject.kind === 'count') return countOf(shown, subject);
  const contributions =
    subject.kind === 'month'
      ? await workbook.monthAmounts(subject.month, subject.currency, subject.amount)
      : contributionsOf(shown, subject);
  return {
    kind: 'sum',
    subject,
    contributions,
    costs: subject.amount === 'extra' ? costsOf(shown, subject) : undefined,
  };
}

/** EST and current cost of what a sum is over. */
export function costsOf(shown: Simulation, subject: SumSubject): Costs | undefined {
  switch (subject.kind) {
    case 'total':
      return shown.totals.find(({ currency }) => currency === subject.currency);
    case 'month':
      return shown.months.find(({ month, currency }) => month === subject.month && currency === subject.currency);
    case 'customer': {
      const sum = (amount: keyof Costs): number =>
        contributionsOf(shown, { ...subject, amount }).amounts.reduce((total, one) => safeMinor(total + one), 0);
      return { est: sum('est'), current: sum('current') };
    }
  }
}

/** The subscriptions that count, and the rules that make them count, the most frequent first. */
export function countOf(shown: Simulation, subject: CountSubject): Derivation {
  const outcomes = shown.table.columns.get('outcome');
  const isAtRisk = (row: number): boolean => textAt(outcomes, row) === 'est-drift';
  const rows = exposedRows(shown, subject.currency, subject.count === 'at-risk' ? [isAtRisk] : []);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const rule = textAt(shown.table.columns.get('rule'), row);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const byRule = [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
  return { kind: 'count', subject, contributions: contributionsAt(shown, rows, 'est'), byRule };
}

/** The exposed rows behind a total or a customer's sum, each with its amount. */
export function contributionsOf(
  simulation: Simulation,
  subject: Exclude<SumSubject, { kind: 'month' }>,
): Contributions {
  const isIts: RowTest[] = [];
  if (subject.kind === 'customer') {
    const wanted = idKey(subject.customerId);
    isIts.push(matching(simulation.table.columns.get('customerId'), (id) => idKey(id) === wanted));
  }
  return contributionsAt(simulation, exposedRows(simulation, subject.currency, isIts), subject.amount);
}

type RowTest = (row: number) => boolean;

/** Exposed result rows of a currency that pass every test. */
function exposedRows({ table }: Simulation, currency: string, tests: readonly RowTest[]): Uint32Array {
  const exposed = table.columns.get('exposed');
  if (exposed?.kind !== 'flag') throw new Error('INTERNAL: results without rows');
  const isIts = [sameText(table.columns.get('currency'), currency), ...tests];
  const hits = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (exposed.flags[row] === 1 && isIts.every((test) => test(row))) hits[count++] = row;
  }
  return hits.slice(0, count);
}

function contributionsAt({ table, amounts }: Simulation, rows: Uint32Array, amount: keyof Amounts): Contributions {
  const portfolioRow = table.columns.get('row');
  if (portfolioRow?.kind !== 'count') throw new Error('INTERNAL: results without rows');
  return { rows: rows.map((row) => portfolioRow.counts[row] ?? 0), amounts: pick(amounts[amount], rows) };
}

function pick(amounts: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => amounts[row] ?? 0);
}

function sameText(column: Column | undefined, text: string): (row: number) => boolean {
  return (row) => textAt(column, row) === text;
}

/** Each text of the dictionary is asked once. */
function matching(column: Column | undefined, test: (text: string) => boolean): (row: number) => boolean {
  if (column?.kind !== 'text') return () => false;
  const passes = column.values.map(test);
  return (row) => passes[column.codes[row] ?? 0] ?? false;
}
