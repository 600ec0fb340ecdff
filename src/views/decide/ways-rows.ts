/** The ways out as rows of a table. */
import type { Format } from '../../core/format.ts';
import { decideText } from '../../core/text/en/decide.ts';
import type { ShownWay, WaysOut } from '../../sim/exits/types.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import { unitWords, wayWords } from './words.ts';

const text = decideText.detail;
const { columns } = text;

export const WAY_COLUMNS: readonly TableColumn[] = [
  { title: columns.way, align: 'start' },
  { title: columns.choose, align: 'start' },
  { title: columns.seats, align: 'end' },
  { title: columns.cost, align: 'end' },
  { title: columns.against, align: 'end' },
  { title: columns.committed, align: 'end' },
  { title: columns.margin, align: 'end' },
  { title: columns.unit, align: 'end' },
  { title: columns.rules, align: 'start' },
];
export const CHOOSE_COLUMN = 1;
export const RULES_COLUMN = 8;

export interface WayRow {
  /** Position in the ways. */
  readonly place: number;
  readonly cells: readonly string[];
}

/** The cheapest first; what has no price comes last, and cancelling, which is not compared, after all that is. */
export function waysRows(ways: WaysOut, format: Format): readonly WayRow[] {
  const places = ways.ways.map((_, place) => place);
  const cost = (place: number): number => {
    const way = ways.ways[place];
    if (!way?.price) return Number.MAX_VALUE;
    return way.kind === 'cancel' ? Number.MAX_VALUE / 2 : way.price.cost;
  };
  return places
    .sort((a, b) => cost(a) - cost(b) || a - b)
    .map((place) => ({ place, cells: cellsOf(ways, place, format) }));
}

function cellsOf(ways: WaysOut, place: number, format: Format): readonly string[] {
  const way = ways.ways[place];
  if (!way) return [];
  const { price, problem, seats, unit } = way;
  const name = [wayWords(way, format), ...marksOf(ways, place, way)].join(' · ');
  const count = format.count(seats);
  if (!price) return [name, text.choose, count, problem ? text.problems[problem] : ''];
  const amount = (minor: number): string => format.amount(minor, ways.currency);
  return [
    name,
    text.choose,
    count,
    amount(price.cost),
    against(ways, way, format),
    amount(price.committed),
    amount(price.margin),
    unitWords(unit, format),
    way.rules.join(' '),
  ];
}

function marksOf(ways: WaysOut, place: number, { carried, promotion }: ShownWay): readonly string[] {
  return [
    ...(place === ways.best ? [text.isBest] : []),
    ...(place === ways.decided ? [text.isDecided] : []),
    ...(place === ways.byDefault ? [text.isDefault] : []),
    ...(promotion === '' ? [] : [text.promotion(promotion)]),
    ...(carried ? [text.carried] : []),
  ];
}

function against(ways: WaysOut, { price, compared }: ShownWay, format: Format): string {
  const best = ways.ways[ways.best ?? -1]?.price;
  if (!price || !best || !compared) return text.notCompared;
  const gap = price.cost - best.cost;
  return gap === 0 ? text.same : format.signed(gap, ways.currency);
}
