/** A described table as the grid asks for it. */
import { toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { minorDigits } from '../../core/money.ts';
import { guardFormula } from '../../core/formula-guard.ts';
import { dayToText } from '../../core/days.ts';
import type { DescribedCell, DescribedTable } from '../../sheet/pivot/described.ts';
import type { PivotTable } from '../../sheet/pivot/pivot-table.ts';
import { CELL, type GridColumn, type GridSource } from '../../ui/grid/source.ts';

/** Digits after the point of a copied number. */
const COPIED_DIGITS = 15;
const LABEL_WIDTH = 190;
const CHARACTER = 7;
const PADDING = 36;
const WIDTHS = { least: 104, most: 260 } as const;

/** @param keys the fields of the label columns, so that a width stays with its field */
export function pivotGridSource(table: PivotTable, keys: readonly string[], format: Format): GridSource {
  const mark = format.decimal('0.5').charAt(1);
  return {
    rows: table.rows,
    columns: table.columns.map((column, index): GridColumn => {
      const isLabel = index < table.labels;
      return {
        key: isLabel ? `label:${keys[index] ?? ''}` : `figure:${column.title}`,
        title: column.title,
        unit: column.unit || undefined,
        kind: column.kind,
        align: isLabel ? 'start' : 'end',
        width: isLabel ? LABEL_WIDTH : figureWidth(table, index),
        frozen: isLabel,
      };
    }),
    text: (row, column) => table.cell(row, column).text,
    copyText: (row, column) => copyText(table.cell(row, column), mark),
    flags: (row, column) =>
      (table.isTotal(row) ? CELL.bold : 0) | (isNegative(table.cell(row, column)) ? CELL.negative : 0),
    unit: (row, column) => table.cell(row, column).unit,
    number: (row, column) => wholeNumber(table.cell(row, column)),
  };
}

function figureWidth({ columns }: DescribedTable, index: number): number {
  const { title = '', unit = '' } = columns[index] ?? {};
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, (title.length + unit.length) * CHARACTER + PADDING));
}

function isNegative({ raw }: DescribedCell): boolean {
  return raw.kind === 'number' && raw.value.n < 0n;
}

/** Numbers without thousands marks, days as `YYYY-MM-DD`. */
export function copyText({ raw, text }: DescribedCell, mark: string): string {
  switch (raw.kind) {
    case 'number':
      return toDecimal(raw.value, 0, COPIED_DIGITS).replace('.', mark);
    case 'day':
      return dayToText(raw.day);
    case 'text':
      return guardFormula(raw.text);
    case 'empty':
      return text;
  }
}

/** Amounts in minor units, counts as they are; undefined for what has more digits, such as averages and shares. */
function wholeNumber({ raw, unit }: DescribedCell): number | undefined {
  if (raw.kind !== 'number') return undefined;
  const { n, d } = raw.value;
  const scaled = n * 10n ** BigInt(unit === '' ? 0 : minorDigits(unit));
  const whole = Number(scaled / d);
  return scaled % d === 0n && Number.isSafeInteger(whole) ? whole : undefined;
}
