/** Consumption of all files as one table: each kind of file read by its own columns, rows that stand twice left out. */
import type { Dataset } from '../../../core/schema/dataset.ts';
import { type Column, NO_DAY, dayAt, exactAt, textAt } from '../../../core/table.ts';
import { fraction, multiply, parseExact, toFloat } from '../../../core/exact.ts';
import { type AmountColumn, USAGE_DIMENSIONS, type Usage } from '../types.ts';
import { AmountBuilder } from './amounts.ts';
import { exclusionsOf } from './excluded.ts';
import { factsOf } from './facts.ts';
import { Interner } from '../../interner.ts';
import { type Overlap, overlapOf } from './overlap.ts';
import { EARNED_FACTOR, type SourceColumns, type UsageKind, isUsageKind, sourceColumns } from './sources.ts';

/** A dataset of consumption. */
type UsageDataset = Dataset & { readonly kind: UsageKind };

const lower = (text: string): string => text.toLowerCase();
const NOT_APPLIED: ReadonlySet<string> = new Set(['false', '0']);
/** 0 to 3; the rest of the order is in `overlap.ts`. */
const PREFERENCE: Readonly<Record<UsageKind, number>> = { 'daily-usage': 3, 'cost-management': 2, focus: 1 };

type TextField = (typeof TEXT_FIELDS)[number];
const TEXT_FIELDS = [
  'customer',
  'subscription',
  'resourceGroup',
  'category',
  'subCategory',
  'meter',
  'meterId',
  'region',
  'resource',
  'tags',
  'unit',
  'billingCurrency',
  'pricingCurrency',
  'invoice',
] as const satisfies readonly (keyof SourceColumns)[];
/** Texts that Microsoft writes in changing case. */
const CASELESS: ReadonlySet<TextField> = new Set([
  'customer',
  'subscription',
  'resourceGroup',
  'region',
  'resource',
  'meterId',
]);

/** Rows as they come, before it is known which of them count. */
class Joined {
  readonly rows: number;
  readonly days: Int32Array;
  readonly source: Uint16Array;
  readonly texts = Object.fromEntries(
    TEXT_FIELDS.map((name) => [name, new Interner(CASELESS.has(name) ? lower : undefined)]),
  ) as Readonly<Record<TextField, Interner>>;
  readonly codes: Readonly<Record<TextField, Uint32Array>>;
  readonly cost: AmountBuilder;
  readonly priced: AmountBuilder;
  readonly quantity: AmountBuilder;
  readonly unitPrice: Float64Array;
  readonly rate: Float64Array;
  readonly earnedPercent: Float64Array;
  /** Of its own only when a file tells the rate from whether it was applied. */
  namedPercent: Float64Array;
  readonly excluded: Uint8Array;
  readonly names = new Map<string, string>();
  private filled = 0;

  constructor(rows: number) {
    this.rows = rows;
    this.days = new Int32Array(rows).fill(NO_DAY);
    this.source = new Uint16Array(rows);
    this.codes = Object.fromEntries(TEXT_FIELDS.map((name) => [name, new Uint32Array(rows)])) as Record<
      TextField,
      Uint32Array
    >;
    this.cost = new AmountBuilder(rows);
    this.priced = new AmountBuilder(rows);
    this.quantity = new AmountBuilder(rows);
    this.unitPrice = new Float64Array(rows).fill(NaN);
    this.rate = new Float64Array(rows).fill(NaN);
    this.earnedPercent = new Float64Array(rows).fill(NaN);
    this.namedPercent = this.earnedPercent;
    this.excluded = new Uint8Array(rows);
  }

  add({ kind, table }: UsageDataset, source: number): void {
    const at = this.filled;
    this.filled += table.rows;
    const columns = sourceColumns(kind);
    const column = (name: keyof SourceColumns): Column | undefined => columnOf(table.columns, columns[name]);
    for (const name of TEXT_FIELDS) this.addTexts(name, column(name), at);
    this.addNames(column('customer'), column('customerName'), table.rows);
    this.addNames(column('subscription'), column('subscriptionName'), table.rows);
    const [day, cost, priced, quantity] = [column('day'), column('cost'), column('priced'), column('quantity')];
    for (let row = 0; row < table.rows; row++) {
      this.source[at + row] = source;
      this.days[at + row] = dayAt(day, row) ?? NO_DAY;
      this.cost.set(at + row, cost, row);
      this.priced.set(at + row, priced, row);
      this.quantity.set(at + row, quantity, row);
    }
    this.addFloats(this.unitPrice, column('unitPrice'), at, table.rows);
    this.addFloats(this.rate, column('rate'), at, table.rows);
    this.addEarned(column('earned'), column('applied'), at, table.rows, EARNED_FACTOR[kind]);
    this.excluded.set(exclusionsOf(table, columns), at);
  }

  private addTexts(name: TextField, column: Column | undefined, at: number): void {
    if (column?.kind !== 'text') return;
    const codes = this.texts[name].codesOf(column);
    const target = this.codes[name];
    for (let row = 0; row < column.codes.length; row++) target[at + row] = codes[column.codes[row] ?? 0] ?? 0;
  }

  private addNames(ids: Column | undefined, names: Column | undefined, rows: number): void {
    if (ids?.kind !== 'text' || names?.kind !== 'text') return;
    let last = -1;
    for (let row = 0; row < rows; row++) {
      const code = ids.codes[row] ?? 0;
      if (code === last) continue;
      last = code;
      const name = textAt(names, row);
      const id = lower(ids.values[code] ?? '');
      if (name !== '' && id !== '' && !this.names.has(id)) this.names.set(id, name);
    }
  }

  private addFloats(target: Float64Array, column: Column | undefined, at: number, rows: number): void {
    for (let row = 0; row < rows; row++) {
      target[at + row] = column?.kind === 'text' ? Number(textAt(column, row) || NaN) : floatAt(column, row);
    }
  }

  /** The rate of each line that has it, as percent; what is in the cost is 0 where the file says that it was not applied. */
  private addEarned(rates: Column | undefined, applied: Column | undefined, at: number, rows: number, factor: number) {
    this.addFloats(this.earnedPercent, rates, at, rows);
    const isLost = applied?.kind === 'text' ? applied.values.map((text) => NOT_APPLIED.has(lower(text))) : [];
    const codes = applied?.kind === 'text' ? applied.codes : undefined;
    if (codes && this.namedPercent === this.earnedPercent) this.namedPercent = this.earnedPercent.slice();
    const percents = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const rate = this.earnedPercent[at + row] ?? NaN;
      const percent = percents.get(rate) ?? percentOf(rate, factor);
      percents.set(rate, percent);
      this.namedPercent[at + row] = percent;
      this.earnedPercent[at + row] = isLost[codes?.[row] ?? -1] && !Number.isNaN(percent) ? 0 : percent;
    }
  }
}

/** Exactly multiplied: as floats, 0.07 times 100 is 7.000000000000001. */
function percentOf(rate: number, factor: number): number {
  const exact = parseExact(String(rate));
  return exact ? toFloat(multiply(exact, fraction(factor))) : rate * factor;
}

function floatAt(column: Column | undefined, row: number): number {
  const value = exactAt(column, row);
  return value ? toFloat(value) : NaN;
}

function columnOf(columns: ReadonlyMap<string, Column>, names: readonly string[]): Column | undefined {
  const there = names.flatMap((name) => columns.get(name) ?? []);
  return there.find((column) => column.kind !== 'text' || column.values.some((text) => text !== '')) ?? there[0];
}

/** All consumption that counts in these datasets; those of other kinds are passed over. */
export function readUsage(datasets: readonly Dataset[]): Usage {
  const sources = datasets.filter((dataset): dataset is UsageDataset => isUsageKind(dataset.kind));
  const joined = new Joined(sources.reduce((sum, { table }) => sum + table.rows, 0));
  for (const [source, dataset] of sources.entries()) joined.add(dataset, source);
  const overlap = overlapOf({
    rows: joined.rows,
    customer: joined.codes.customer,
    subscription: joined.codes.subscription,
    days: joined.days,
    source: joined.source,
    invoice: joined.codes.invoice,
    preference: Uint8Array.from(sources, ({ kind }) => PREFERENCE[kind]),
    age: Float64Array.from(sources, ageOf),
  });
  return usageOf(joined, overlap, sources);
}

/** A file that was exported later is newer; of the same day the one that was imported later. */
function ageOf({ exportedOn, importedOn, order }: UsageDataset): number {
  return (exportedOn ?? importedOn ?? 0) * 2 ** 20 + order;
}

function usageOf(joined: Joined, overlap: Overlap, sources: readonly UsageDataset[]): Usage {
  const kept = keptRows(joined, overlap);
  const texts = (name: TextField) =>
    joined.texts[name].column(take(new Uint32Array(kept.length), joined.codes[name], kept));
  const dimensions = Object.fromEntries(
    USAGE_DIMENSIONS.map((name) => [name, name === 'credit' ? creditOf(joined, kept) : texts(name)]),
  ) as Usage['dimensions'];
  const usage = {
    rows: kept.length,
    days: take(new Int32Array(kept.length), joined.days, kept),
    dimensions,
    names: joined.names,
    tags: texts('tags'),
    unit: texts('unit'),
    meterId: texts('meterId'),
    cost: amountsAt(joined.cost, kept),
    billingCurrency: texts('billingCurrency'),
    priced: amountsAt(joined.priced, kept),
    pricingCurrency: texts('pricingCurrency'),
    quantity: amountsAt(joined.quantity, kept),
    unitPrice: take(new Float64Array(kept.length), joined.unitPrice, kept),
    rate: take(new Float64Array(kept.length), joined.rate, kept),
    ...percentsAt(joined, kept),
    excluded: take(new Uint8Array(kept.length), joined.excluded, kept),
    unbilled: Uint8Array.from(kept, (row) => (joined.codes.invoice[row] === 0 ? 1 : 0)),
    source: take(new Uint16Array(kept.length), joined.source, kept),
  };
  return { ...usage, facts: factsOf(usage, joined, overlap, sources) };
}

function keptRows({ rows }: Joined, { counts }: Overlap): Uint32Array {
  const kept = new Uint32Array(counts.reduce((sum, one) => sum + one, 0));
  let length = 0;
  for (let row = 0; row < rows; row++) if (counts[row] === 1) kept[length++] = row;
  return kept;
}

function take<T extends Uint32Array | Int32Array | Float64Array | Uint16Array | Uint8Array>(
  target: T,
  source: ArrayLike<number>,
  rows: Uint32Array,
): T {
  for (let at = 0; at < rows.length; at++) target[at] = source[rows[at] ?? 0] ?? 0;
  return target;
}

function percentsAt(
  { earnedPercent, namedPercent }: Joined,
  rows: Uint32Array,
): Pick<Usage, 'earnedPercent' | 'namedPercent'> {
  const earned = take(new Float64Array(rows.length), earnedPercent, rows);
  const isOne = namedPercent === earnedPercent;
  return {
    earnedPercent: earned,
    namedPercent: isOne ? earned : take(new Float64Array(rows.length), namedPercent, rows),
  };
}

function amountsAt(all: AmountBuilder, rows: Uint32Array): AmountColumn {
  const beyond = new Map<number, string>();
  if (all.beyond.size > 0) {
    for (const [at, row] of rows.entries()) {
      const text = all.beyond.get(row);
      if (text !== undefined) beyond.set(at, text);
    }
  }
  const count = rows.length;
  return {
    whole: take(new Float64Array(count), all.whole, rows),
    nano: take(new Int32Array(count), all.nano, rows),
    atto: take(new Int32Array(count), all.atto, rows),
    beyond,
  };
}

/** Whether a line has earned credit, as a text to group by. */
function creditOf({ earnedPercent }: Joined, rows: Uint32Array) {
  const interner = new Interner();
  const codes = Uint32Array.from(rows, (row) => {
    const percent = earnedPercent[row] ?? NaN;
    return interner.code(Number.isNaN(percent) ? '' : String(percent));
  });
  return interner.column(codes);
}
