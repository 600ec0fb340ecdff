/** The columns of the portfolio sheet, in their order: where each takes its cells from and how it is set. */
import { portfolioText } from '../../core/text/en/portfolio.ts';
import { unitWords } from '../../core/text/en/units.ts';
import type { Calculated, ComputedColumn } from '../../sheet/calculation/model.ts';
import { type Unit, isByRow } from '../../sheet/formula/units/unit.ts';
import type { CellFormat } from '../../sheet/model/table-view.ts';
import type { ColumnFormula } from '../../sheet/model/workbook-parts.ts';
import type { Amount } from '../../sim/types.ts';

type OwnKey = keyof typeof portfolioText.columns;

/** `x:` and a header: a column of the files that is none of ours. */
export type ExtraKey = `x:${string}`;
/** `f:` and a number: a computed column. */
export type ComputedKey = `f:${string}`;
export type ColumnKey = OwnKey | ExtraKey | ComputedKey;

/** `cells` are columns of the portfolio, the others come from the simulation or are put together from both. */
export type CellSource =
  | { readonly from: 'cells'; readonly name: string }
  | { readonly from: 'result'; readonly name: string }
  | { readonly from: 'unit'; readonly name: string; readonly signed?: boolean }
  | { readonly from: 'amount'; readonly amount: Amount; readonly signed?: boolean }
  | { readonly from: 'formula'; readonly formula: string }
  | { readonly from: 'product' }
  | { readonly from: 'notes' };

export interface SheetColumn {
  readonly key: ColumnKey;
  readonly title: string;
  readonly source: CellSource;
  readonly kind: 'text' | 'number' | 'day' | 'id';
  readonly width: number;
  readonly unit?: string;
  /** Its numbers can be added up: seats, amounts in the currency of their row, or plain numbers. */
  readonly sums?: 'seats' | 'amounts' | 'numbers';
}

const { units } = portfolioText;

function text(key: OwnKey, name: string, width: number, kind: SheetColumn['kind'] = 'text'): SheetColumn {
  return { key, title: portfolioText.columns[key], source: { from: 'cells', name }, kind, width };
}

function unit(key: OwnKey, signed = false): SheetColumn {
  return { ...text(key, key, 104, 'number'), source: { from: 'unit', name: key, signed } };
}

function amount(key: OwnKey & Amount, signed = false): SheetColumn {
  return { ...text(key, key, 104, 'number'), source: { from: 'amount', amount: key, signed }, sums: 'amounts' };
}

export const SHEET_COLUMNS: readonly SheetColumn[] = [
  text('customer', 'customerName', 190),
  text('id', 'subscriptionId', 130, 'id'),
  { ...text('product', '', 220), source: { from: 'product' } },
  text('productId', 'productId', 120, 'id'),
  text('skuId', 'skuId', 60, 'id'),
  text('segment', 'segment', 96),
  text('market', 'market', 66),
  text('currency', 'currency', 76),
  { ...text('seats', 'quantity', 66, 'number'), sums: 'seats' },
  text('term', 'termDuration', 58),
  text('plan', 'billingPlan', 92),
  text('start', 'commitmentStart', 130, 'day'),
  text('termEnd', 'commitmentEnd', 100, 'day'),
  text('autoRenew', 'autoRenew', 92),
  text('action', 'scheduledAction', 150),
  { ...text('promotionPercent', 'promotionPercent', 100, 'number'), unit: units.percent },
  text('pricePaid', 'pricePaid', 92, 'number'),
  text('customerPrice', 'customerPrice', 116, 'number'),
  { ...text('outcome', '', 130), source: { from: 'result', name: 'outcome' } },
  { ...text('rule', '', 66), source: { from: 'result', name: 'rule' } },
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
  { ...text('notes', '', 260), source: { from: 'notes' } },
  text('file', '#file', 170),
  text('line', '#row', 66, 'number'),
];

/** The column that always shows, and stays in place until the user says otherwise. */
export const FROZEN: ColumnKey = 'customer';

/** Columns that stay in place until the user says otherwise. */
export const FROZEN_COLUMNS = 1;

export function isExtra(key: string): key is ExtraKey {
  return key.startsWith('x:');
}

/** Columns of the files as columns of the sheet. */
export function extraColumns(names: readonly string[]): readonly SheetColumn[] {
  return names
    .filter(isExtra)
    .map((key) => ({ key, title: key.slice(2), source: { from: 'cells', name: key }, kind: 'text', width: 140 }));
}

/** Computed columns as columns of the sheet; how they are set follows from what was computed. */
export function formulaColumns(
  formulas: readonly ColumnFormula[],
  result: Pick<Calculated, 'columns'> | undefined,
): readonly SheetColumn[] {
  return formulas.flatMap(({ key, title, formula, format }): readonly SheetColumn[] => {
    const computed = result?.columns.get(key);
    // Until it is computed there is nothing to show.
    if (!isComputed(key) || !computed) return [];
    const kind = kindOf(computed, format);
    const column: SheetColumn = { key, title, source: { from: 'formula', formula }, kind, width: 112 };
    if (kind !== 'number') return [column];
    const { unit } = computed;
    const label = unitLabel(unit);
    const sums = unit.kind === 'money' ? 'amounts' : format.kind === 'percent' ? undefined : 'numbers';
    return [{ ...column, ...(label !== undefined && { unit: label }), ...(sums && { sums }) }];
  });
}

function kindOf({ column: { values } }: ComputedColumn, format: CellFormat): SheetColumn['kind'] {
  if (values.kind === 'day' || format.kind === 'date' || format.kind === 'month') return 'day';
  return values.kind === 'decimal' || values.kind === 'number' ? 'number' : 'text';
}

function unitLabel(unit: Unit): string | undefined {
  if (unit.kind !== 'money') return unit.kind === 'plain' && unit.label !== '' ? unit.label : undefined;
  if (!isByRow(unit.currency)) return unitWords.money(unit.currency, unit.per);
  return unit.per === undefined ? undefined : unitWords.perOnly(unit.per);
}

export function isComputed(key: string): key is ComputedKey {
  return key.startsWith('f:');
}

/** The column of a key that the sheet has, or can have; undefined for others, such as one that is gone. */
export function columnOf(key: string): SheetColumn | undefined {
  return isExtra(key) ? extraColumns([key])[0] : SHEET_COLUMNS.find((column) => column.key === key);
}
