/** Random columns of exact numbers, some with more digits than a float holds, with the cells as exact values. */
import fc from 'fast-check';
import { type Exact, parseExact } from '../../../src/core/exact.ts';
import { ExactBuilder } from '../../../src/core/exact-column.ts';
import { DecimalBuilder } from '../../../src/core/column-builders.ts';
import type { DecimalColumn, ExactColumn } from '../../../src/core/table.ts';

export interface NumberSample {
  readonly column: DecimalColumn | ExactColumn;
  readonly cells: readonly (Exact | undefined)[];
}

/** Texts that lie close together, so that ties and near ties are common. */
export const numberText = fc.oneof(
  fc.constantFrom('0', '-0.5', '0.1', '0.10', '2', '2.5', '-3', '12.34', '1000'),
  fc.constantFrom('9007199254740993.1', '9007199254740993.2', '-9007199254740993.1'),
  fc.constantFrom('0.1000000000000000055', '0.1000000000000000056'),
);

const cells = fc.array(fc.option(numberText, { nil: '', freq: 6 }), { minLength: 1, maxLength: 40 });

function decimals(texts: readonly string[]): DecimalColumn {
  const builder = new DecimalBuilder();
  for (const text of texts) builder.push(text);
  return builder.finish();
}

function exacts(texts: readonly string[]): ExactColumn {
  const builder = new ExactBuilder();
  for (const text of texts) builder.push(text);
  return builder.finish();
}

export const numberSamples: fc.Arbitrary<NumberSample> = fc.tuple(cells, fc.boolean()).map(([texts, isExact]) => ({
  column: isExact ? exacts(texts) : decimals(texts),
  cells: texts.map((text) => (text === '' ? undefined : parseExact(text))),
}));
