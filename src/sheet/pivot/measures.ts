/** The values of a pivot before they are grouped: a figure for every selected row. */
import type { Aggregate, PivotSpec } from '../model/workbook-parts.ts';
import { type Figures, NO_CURRENCY } from './figures.ts';
import type { Field, KnownRanks } from './field.ts';
import { fieldSteps } from './members.ts';
import type { Measure } from './result.ts';
import { rowFigures } from './row-figures.ts';
import { type PivotSource, ROWS_KEY } from './source.ts';

export interface PreparedMeasure {
  /** Its place among the values of the specification. */
  readonly index: number;
  readonly measure: Measure;
  readonly figures: Figures;
  /** The selected rows hold its amounts in several currencies. */
  readonly mixes: boolean;
}

export interface PreparedMeasures {
  readonly prepared: readonly PreparedMeasure[];
  /** Of the currencies that the codes of figures mean. */
  readonly currency: Field | undefined;
}

export function* measureSteps(
  source: PivotSource,
  spec: PivotSpec,
  rows: Uint32Array,
  { locale, ranks }: { readonly locale: string; readonly ranks: KnownRanks },
): Generator<undefined, PreparedMeasures> {
  const currencies = spec.values.map(({ key, aggregate }) => (isMoney(aggregate) ? source.currency(key) : undefined));
  const shared = currencies.find((column) => column !== undefined);
  const currency = shared && (yield* fieldSteps(shared, rows, 'day', locale, ranks));
  const prepared: PreparedMeasure[] = [];
  for (const [index, { key, aggregate }] of spec.values.entries()) {
    const column = key === ROWS_KEY ? undefined : source.column(key);
    if (key !== ROWS_KEY && !column) continue;
    const isDistinct = aggregate === 'distinct' && column !== undefined;
    const members = isDistinct ? yield* fieldSteps(column, rows, 'day', locale, ranks) : undefined;
    yield;
    const own = currencies[index] ? currency : undefined;
    const figures = rowFigures(column, rows, own, members);
    const isDay = column?.kind === 'day' && (aggregate === 'min' || aggregate === 'max');
    prepared.push({
      index,
      measure: {
        key,
        aggregate: column ? aggregate : 'count',
        kind: isDay ? 'day' : 'number',
        money: own !== undefined,
      },
      figures,
      mixes: figures.currency !== undefined && holdsSeveral(figures.currency),
    });
    yield;
  }
  return { prepared, currency };
}

/** Whether figures of a column of money are money themselves. */
function isMoney(aggregate: Aggregate): boolean {
  return aggregate !== 'count' && aggregate !== 'distinct';
}

function holdsSeveral(currencies: Int32Array): boolean {
  let first = NO_CURRENCY;
  for (const code of currencies) {
    if (code === NO_CURRENCY || code === first) continue;
    if (first !== NO_CURRENCY) return true;
    first = code;
  }
  return false;
}
