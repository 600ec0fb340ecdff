/** The sheet's kernels over a million rows: sorting against the bare radix kernel, filtering as one types, groups. */
import type { Column } from '../../src/core/table.ts';
import { type ArrangedTable, type RowView, arrangeSteps } from '../../src/sheet/arrange/arrange.ts';
import type { KnownRanks } from '../../src/sheet/arrange/sort-steps.ts';
import { allRows, radixSort } from '../../src/sheet/kernels/radix.ts';
import { floatWords } from '../../src/sheet/kernels/sort-words.ts';
import { PLAIN_VIEW } from '../../src/sheet/model/table-view.ts';
import { type Finding, atMost, takeTurns, timed } from './measure.ts';

const ROWS = 1_000_000;
const CUSTOMERS = 20_000;
const ROUNDS = 5;

/** A million amounts, customers and ids in an order of no meaning. */
function makeTable(): ArrangedTable & { readonly amounts: Float64Array } {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const customers = [
    '',
    ...Array.from({ length: CUSTOMERS }, (_, at) => `Customer ${String((at * 7919) % CUSTOMERS)}`),
  ];
  const ids = [
    '',
    ...Array.from({ length: ROWS }, (_, at) => `id-${String((at * 15_485_863) % ROWS).padStart(9, '0')}`),
  ];
  const amounts = Float64Array.from({ length: ROWS }, () => random(2 ** 31) * 8 + random(8));
  const columns = new Map<string, Column>([
    ['customer', { kind: 'text', codes: Uint32Array.from(amounts, () => 1 + random(CUSTOMERS)), values: customers }],
    ['id', { kind: 'text', codes: Uint32Array.from(amounts, (_, row) => 1 + row), values: ids }],
    ['amount', { kind: 'decimal', scale: 2, units: amounts, wide: new Map() }],
  ]);
  const text = (key: string, row: number): string => {
    const column = columns.get(key);
    return column?.kind === 'text' ? (column.values[column.codes[row] ?? 0] ?? '') : '';
  };
  return { rows: ROWS, amounts, column: (key) => columns.get(key), text, foundIn: ['customer'] };
}

export function benchSheet(): readonly Finding[] {
  const table = makeTable();
  const ranks: KnownRanks = new WeakMap();
  const run = (view: Partial<RowView>): number => {
    const steps = arrangeSteps(table, { ...PLAIN_VIEW, ...view }, { locale: 'en', asOf: 0 }, ranks);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.rows.length;
    }
  };
  const words = floatWords(table.amounts, false);
  const rows = allRows(ROWS);
  const best = takeTurns(ROUNDS, {
    bare: () => radixSort(rows, words),
    sorted: () => run({ sort: [{ key: 'amount', descending: true }] }),
    customers: () => run({ sort: [{ key: 'customer', descending: false }] }),
    above: () => run({ filters: [['amount', { kind: 'number-is', test: 'above', number: '12345.675' }]] }),
    top: () => run({ filters: [['amount', { kind: 'top', count: 10, from: 'largest' }]] }),
    grouped: () => run({ groups: ['customer'], closed: ['*'] }),
  });
  const typed = slowestLetter(run, 'customer', 'customer 12');
  const typedId = slowestLetter(run, 'id', 'id-0012');
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    atMost(
      'sheet: sort 1M amounts ÷ bare radix',
      best.sorted / best.bare,
      1.5,
      `${ms(best.sorted)} ÷ ${ms(best.bare)}`,
    ),
    atMost('sheet: sort 1M by customer ÷ bare radix', best.customers / best.bare, 1.5, ms(best.customers)),
    atMost('sheet: filter as you type, 20,000 names, ms', typed, 50, ms(typed)),
    atMost('sheet: filter as you type, 1M ids, ms', typedId, 50, ms(typedId)),
    atMost('sheet: number condition, ms', best.above, 50, ms(best.above)),
    atMost('sheet: top 10, ms', best.top, 250, ms(best.top)),
    atMost('sheet: group by customer, ms', best.grouped, 250, ms(best.grouped)),
  ];
}

/** The slowest letter of a text typed from its third letter on, its dictionary seen before; the best of some rounds. */
function slowestLetter(run: (view: Partial<RowView>) => number, key: string, text: string): number {
  const type = (part: string): number => run({ filters: [[key, { kind: 'contains', text: part }]] });
  type(text.slice(0, 2));
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const letters = Array.from({ length: text.length - 2 }, (_, at) => timed(() => type(text.slice(0, at + 3))).ms);
    best = Math.min(best, Math.max(...letters));
  }
  return best;
}
