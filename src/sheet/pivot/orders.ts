/** How the nodes of each level are ordered, as the fields ask. */
import { exactAt } from '../../core/table.ts';
import { toFloat } from '../../core/exact.ts';
import type { PivotField } from '../model/workbook-parts.ts';
import type { Axis } from './axis.ts';
import { MIXED, type Figures } from './figures.ts';
import type { NodeOrder } from './lines.ts';
import type { PreparedMeasure } from './measures.ts';
import type { Block } from './result.ts';

/** @param totals the cells that hold the total of each node of a level, one a node */
export function nodeOrders(
  { levels }: Axis,
  fields: readonly PivotField[],
  totals: (level: number) => Block | undefined,
  prepared: readonly PreparedMeasure[],
): readonly NodeOrder[] {
  return fields.map(({ sort }, index): NodeOrder => {
    const descending = sort?.descending ?? false;
    if (sort?.by !== 'value') return { by: 'label', descending };
    const place = prepared.findIndex((one) => one.index === sort.value);
    const figures = totals(index + 1)?.figures[place];
    const isAverage = prepared[place]?.measure.aggregate === 'average';
    if (!figures) return { by: 'label', descending };
    return { by: 'numbers', numbers: numbersOf(figures, levels[index + 1]?.nodes ?? 0, isAverage), descending };
  });
}

/** For sorting only. Every node has a total, so cells stand in the order of nodes. */
function numbersOf({ values, counts, currency }: Figures, nodes: number, isAverage: boolean): Float64Array {
  const numbers = new Float64Array(nodes).fill(NaN);
  for (let node = 0; node < nodes; node++) {
    const value = exactAt(values, node);
    if (value === undefined || currency?.[node] === MIXED) continue;
    numbers[node] = isAverage ? toFloat(value) / (counts[node] ?? 1) : toFloat(value);
  }
  return numbers;
}
