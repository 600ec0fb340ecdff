/** A pivot over columns, worked out in steps of a few milliseconds: fields, two trees, figures by level, order. */
import type { PivotField, PivotSpec } from '../model/workbook-parts.ts';
import { type Axis, axisSteps } from './axis.ts';
import { blockSteps } from './blocks.ts';
import { linesOf } from './lines.ts';
import type { Field, KnownRanks } from './field.ts';
import { fieldSteps } from './members.ts';
import { measureSteps } from './measures.ts';
import { nodeOrders } from './orders.ts';
import type { Pivot, TooWide } from './result.ts';
import { shareSteps } from './share-bases.ts';
import { type PivotSource, ROWS_KEY } from './source.ts';

/** Columns of figures that a pivot may have. */
export const MOST_COLUMNS = 1000;

export interface PivotOptions {
  /** Decides the order of texts. */
  readonly locale: string;
  /** Dictionaries that were sorted before; what is sorted now is added. */
  readonly ranks: KnownRanks;
}

type KeyedField = Field & { readonly key: string };

/**
 * The pivot of the selected rows. Money of several currencies is never added: unless the specification shows the currency
 * itself, it becomes the outermost field of the rows.
 * @param rows what is left of the source by the specification's filters
 */
export function* pivotSteps(
  source: PivotSource,
  spec: PivotSpec,
  rows: Uint32Array,
  options: PivotOptions,
): Generator<undefined, Pivot | TooWide> {
  const { prepared, currency } = yield* measureSteps(source, spec, rows, options);
  const needsCurrency = prepared.some((one) => one.mixes) && !shows(spec, source.currencyKey);
  const rowFields = needsCurrency ? [{ key: source.currencyKey }, ...spec.rows] : spec.rows;
  const rowAxis = yield* axisOf(source, rowFields, rows, options);
  const columnAxis = yield* axisOf(source, spec.columns, rows, options);
  const columns = (columnAxis.levels.at(-1)?.nodes ?? 1) * Math.max(1, prepared.length);
  if (columns > MOST_COLUMNS) return { kind: 'too-wide', columns };
  const blocks = yield* blockSteps(rowAxis, columnAxis, prepared);
  const shares = yield* shareSteps(rowAxis, columnAxis, prepared, blocks);
  yield;
  const total = spec.totals !== false;
  const subtotals = spec.subtotals !== false;
  return {
    kind: 'pivot',
    rows,
    rowAxis,
    columnAxis,
    rowLines: linesOf(
      rowAxis,
      nodeOrders(rowAxis, rowFields, (level) => blocks[level]?.[0], prepared),
      {
        subtotals,
        total,
      },
    ),
    columnLines: linesOf(
      columnAxis,
      nodeOrders(columnAxis, spec.columns, (level) => blocks[0]?.[level], prepared),
      {
        subtotals,
        total,
      },
    ),
    measures: prepared.map(({ measure }) => measure),
    blocks,
    shares,
    currencies: (currency?.members.values ?? []).map((one) => String(one ?? '')),
    currencyAdded: needsCurrency,
    missing: keysOf(spec).filter((key) => key !== ROWS_KEY && !source.column(key)),
  };
}

function* axisOf(
  source: PivotSource,
  fields: readonly PivotField[],
  rows: Uint32Array,
  { locale, ranks }: PivotOptions,
): Generator<undefined, Axis> {
  const made: KeyedField[] = [];
  for (const { key, by } of fields) {
    const column = source.column(key);
    yield;
    const field = column
      ? yield* fieldSteps(column, rows, by ?? 'day', locale, ranks)
      : { codes: new Uint32Array(rows.length), members: { kind: 'text' as const, values: [undefined] } };
    made.push({ key, ...field });
    yield;
  }
  return yield* axisSteps(rows.length, made);
}

function shows({ rows, columns }: PivotSpec, key: string): boolean {
  return [...rows, ...columns].some((field) => field.key === key);
}

function keysOf({ rows, columns, values }: PivotSpec): readonly string[] {
  return [...new Set([...rows, ...columns, ...values].map(({ key }) => key))];
}
