/** The engine: read the datasets into a book once, simulate any scenario and window on it, explain any figure. */
export { type Book, prepareBook } from './book.ts';
export {
  type CycleDetail,
  type ExplainResult,
  type Explanation,
  type PriceOrigin,
  type Unexplained,
  explain,
} from './explain.ts';
export { type FigureAnswer, type FigureQuestion, formulaFigures } from './formula-figures.ts';
export { type Contributions, type MonthAmountRequest, monthAmounts } from './month-amounts.ts';
export { extraColumns, extraNames } from './extra-columns.ts';
export { simulate } from './simulate.ts';
export { simulateTotals } from './totals.ts';
export type { BilledDetail } from './billed-detail.ts';
export { RECONCILIATION_COLUMNS_FOR_PRICES } from './paid-prices.ts';
export { type SnapshotGroup, type Snapshots, inUse, readSnapshots } from './snapshots.ts';
export { actionRows, knownSubscriptions } from './actions/action-rows.ts';
export * from './actions/types.ts';
export { waysOut } from './exits/ways-out.ts';
export { QueueRun } from './exits/queue.ts';
export { USAGE_COLUMNS, seatUsage } from './exits/seat-usage.ts';
export * from './exits/types.ts';
export { changesSince, listDates } from './since/since.ts';
export type { Portfolio, PortfolioQuestion } from './portfolio.ts';
export * from './since/types.ts';
export * from './types.ts';
export { twinCandidates } from './twin-candidates.ts';
