/** The lines of a pivot on one side, in the order in which they show: nodes, subtotals behind their group, the total last. */
import { allRows, radixSort } from '../kernels/radix.ts';
import { floatWords } from '../kernels/sort-words.ts';
import type { Axis, AxisLevel } from './axis.ts';

export interface Lines {
  /** The level of each line: the deepest for plain lines, 0 for the total. */
  readonly level: Uint8Array;
  readonly node: Uint32Array;
}

/** The order of a level's nodes: by their labels, or by numbers of them, empty ones last. */
export type NodeOrder =
  | { readonly by: 'label'; readonly descending: boolean }
  | { readonly by: 'numbers'; readonly numbers: Float64Array; readonly descending: boolean };

export interface LineOptions {
  readonly subtotals: boolean;
  readonly total: boolean;
}

/** @param orders how each level below the whole is ordered, within the nodes above it */
export function linesOf(axis: Axis, orders: readonly NodeOrder[], { subtotals, total }: LineOptions): Lines {
  const { levels } = axis;
  const deepest = levels.length - 1;
  const order = deepestOrder(axis, orders);
  const level: number[] = [];
  const node: number[] = [];
  const add = (at: number, one: number): void => {
    level.push(at);
    node.push(one);
  };
  for (let position = 0; position < order.length; position++) {
    if (deepest > 0) add(deepest, order[position] ?? 0);
    if (!subtotals) continue;
    let [here, next] = [order[position] ?? 0, order[position + 1]];
    for (let at = deepest; at > 1; at--) {
      here = levels[at]?.parent[here] ?? 0;
      if (next !== undefined) next = levels[at]?.parent[next];
      if (here === next) break;
      add(at - 1, here);
    }
  }
  if (total || deepest === 0) add(0, 0);
  return { level: Uint8Array.from(level), node: Uint32Array.from(node) };
}

function deepestOrder({ levels, fields }: Axis, orders: readonly NodeOrder[]): Uint32Array {
  let order = Uint32Array.of(0);
  for (let at = 1; at < levels.length; at++) {
    const level = levels[at];
    if (!level) break;
    const rank = new Uint32Array(order.length);
    for (let position = 0; position < order.length; position++) rank[order[position] ?? 0] = position;
    const words = orderWords(level, orders[at - 1], fields[at - 1]?.members.values ?? []);
    order = new Uint32Array(radixSort(allRows(level.nodes), [...words, level.parent.map((one) => rank[one] ?? 0)]));
  }
  return order;
}

/** Nodes already stand in the order of their labels. */
function orderWords(
  level: AxisLevel,
  order: NodeOrder | undefined,
  values: readonly unknown[],
): readonly Uint32Array[] {
  if (order?.by === 'numbers') return floatWords(order.numbers, order.descending);
  if (order?.descending !== true) return [];
  const last = values.length;
  return [level.member.map((code) => (values[code] === undefined ? last : last - 1 - code))];
}
