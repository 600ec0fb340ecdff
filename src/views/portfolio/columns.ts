/** The columns of the portfolio sheet, in their order: where each takes its cells from and how it is set. */
import { portfolioText } from '../../core/text/en/portfolio.ts';
import type { Amount } from '../../sim/types.ts';

type OwnKey = keyof typeof portfolioText.columns;

/** `x:` and a header: a column of the files that is none of ours. */
export type ExtraKey = `x:${string}`;
export type ColumnKey = OwnKey | ExtraKey;

/** `cells` are columns of the portfolio, the others come from the simulation or are put together from both. */
export type CellSource =
  | { readonly from: 'cells'; readonly name: string }
  | { readonly from: 'result'; readonly name: string }
  | { readonly from: 'unit'; readonly name: string; readonly signed?: boolean }
  | { readonly from: 'amount'; readonly amount: Amount; readonly signed?: boolean }
  | { readonly from: 'product' }
  | { readonly from: 'notes' };

export interface SheetColumn {
  readonly key: ColumnKey;
  readonly source: CellSource;
  readonly kind: 'text' | 'number' | 'day' | 'id';
  readonly width: number;
  readonly unit?: string;
}

const { units } = portfolioText;

function text(key: OwnKey, name: string, width: number, kind: SheetColumn['kind'] = 'text'): SheetColumn {
  return { key, source: { from: 'cells', name }, kind, width };
}

function unit(key: OwnKey, signed = false): SheetColumn {
  return { key, source: { from: 'unit', name: key, signed }, kind: 'number', width: 104 };
}

function amount(key: OwnKey & Amount, signed = false): SheetColumn {
  return { key, source: { from: 'amount', amount: key, signed }, kind: 'number', width: 104 };
}

export const SHEET_COLUMNS: readonly SheetColumn[] = [
  text('customer', 'customerName', 190),
  text('id', 'subscriptionId', 130, 'id'),
  { key: 'product', source: { from: 'product' }, kind: 'text', width: 220 },
  text('productId', 'productId', 120, 'id'),
  text('skuId', 'skuId', 60, 'id'),
  text('segment', 'segment', 96),
  text('market', 'market', 66),
  text('currency', 'currency', 76),
  text('seats', 'quantity', 66, 'number'),
  text('term', 'termDuration', 58),
  text('plan', 'billingPlan', 92),
  text('start', 'commitmentStart', 130, 'day'),
  text('termEnd', 'commitmentEnd', 100, 'day'),
  text('autoRenew', 'autoRenew', 92),
  text('action', 'scheduledAction', 150),
  { ...text('promotionPercent', 'promotionPercent', 100, 'number'), unit: units.percent },
  text('pricePaid', 'pricePaid', 92, 'number'),
  text('customerPrice', 'customerPrice', 116, 'number'),
  { key: 'outcome', source: { from: 'result', name: 'outcome' }, kind: 'text', width: 130 },
  { key: 'rule', source: { from: 'result', name: 'rule' }, kind: 'text', width: 66 },
  unit('currentUnit'),
  unit('estUnit'),
  unit('renewUnit'),
  { ...unit('cliffPromotion', true), width: 142 },
  { ...unit('cliffListMove', true), width: 112 },
  { ...unit('cliffCommitment', true), width: 126 },
  { ...unit('cliffEstUplift', true), width: 116 },
  amount('est'),
  amount('current'),
  amount('renew'),
  amount('extra', true),
  amount('passed'),
  amount('delayed'),
  amount('absorbed'),
  amount('margin'),
  { key: 'notes', source: { from: 'notes' }, kind: 'text', width: 260 },
  text('file', '#file', 170),
  text('line', '#row', 66, 'number'),
];

/** The column that stays in place and cannot be hidden. */
export const FROZEN: ColumnKey = 'customer';

/** A column's title: ours, or the header of the files. */
export function titleOf(key: ColumnKey): string {
  return isExtra(key) ? key.slice(2) : portfolioText.columns[key];
}

export function isExtra(key: string): key is ExtraKey {
  return key.startsWith('x:');
}

/** Columns of the files as columns of the sheet. */
export function extraColumns(names: readonly string[]): readonly SheetColumn[] {
  return names.filter(isExtra).map((key) => ({ key, source: { from: 'cells', name: key }, kind: 'text', width: 140 }));
}

/** The column of a key that the sheet has, or can have. */
export function columnOf(key: ColumnKey): SheetColumn | undefined {
  return isExtra(key) ? extraColumns([key])[0] : SHEET_COLUMNS.find((column) => column.key === key);
}
