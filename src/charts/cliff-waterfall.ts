/** The cliff: from today's bill to the EST cost, step by step, for a portfolio or for one subscription. */
import type { ChartModel } from '../core/chart.ts';
import { type Exact, ZERO, add, divide, isZero, parseExact, subtract, toFloat } from '../core/exact.ts';
import { fromMinor, minorDigits } from '../core/money.ts';
import { textAt } from '../core/table.ts';
import type { Simulation, Totals } from '../sim/types.ts';
import { figureColumn, textColumn } from './columns.ts';
import type { ChartContext } from './context.ts';
import { COST_PARTS, type CostPart, PART_COLOURS, partsOf } from './parts.ts';
import { type WaterfallDatum, type WaterfallStep, waterfallAxis, waterfallPicture } from './waterfall.ts';

/** A cliff in exact figures; `parts` add up to the end. */
interface Cliff {
  readonly title: string;
  readonly unit: string;
  readonly endLabel: string;
  readonly parts: Readonly<Record<CostPart, Exact>>;
  /** Digits of a figure after the point, at least and at most. */
  readonly digits: readonly [number, number];
}

/** The cliff of one currency's totals over the window; its steps add up to the EST cost to the minor unit. */
export function portfolioCliff(totals: Totals, context: ChartContext): ChartModel<WaterfallDatum> {
  const { text } = context;
  const digits = minorDigits(totals.currency);
  const parts = partsOf(totals);
  const exact = (part: CostPart): Exact => fromMinor(parts[part], digits);
  return cliffChart(
    {
      title: text.cliff.portfolioTitle,
      unit: text.unit.plain(totals.currency),
      endLabel: text.cliff.total,
      parts: mapParts(exact),
      digits: [digits, digits],
    },
    context,
  );
}

const CLIFF_COLUMNS: Readonly<Record<CostPart, string>> = {
  current: 'currentUnit',
  promotion: 'cliffPromotion',
  listMove: 'cliffListMove',
  commitment: 'cliffCommitment',
  estUplift: 'cliffEstUplift',
  currency: 'cliffCurrency',
};

/**
 * The cliff of one subscription per seat and month, from the texts of a result row (spec §5); they add up to its `estUnit`.
 * @param row row of the result table
 */
export function subscriptionCliff(
  table: Simulation['table'],
  row: number,
  context: ChartContext,
): ChartModel<WaterfallDatum> {
  const { text } = context;
  const cell = (name: string): string => textAt(table.columns.get(name), row);
  return cliffChart(
    {
      title: text.cliff.subscriptionTitle(cell('product') || cell('id')),
      unit: text.unit.perSeatMonth(cell('currency')),
      endLabel: text.cliff.unitTotal,
      parts: mapParts((part) => parseExact(cell(CLIFF_COLUMNS[part])) ?? ZERO),
      digits: [2, 10],
    },
    context,
  );
}

function mapParts(value: (part: CostPart) => Exact): Readonly<Record<CostPart, Exact>> {
  const [current, promotion, listMove] = [value('current'), value('promotion'), value('listMove')];
  const [commitment, estUplift, currency] = [value('commitment'), value('estUplift'), value('currency')];
  return { current, promotion, listMove, commitment, estUplift, currency };
}

function cliffChart(cliff: Cliff, context: ChartContext): ChartModel<WaterfallDatum> {
  const { format, text } = context;
  const steps = stepsOf(cliff, context);
  const axis = waterfallAxis(steps.map((step) => step.to));
  const start = format.decimal(String(axis.low));
  return {
    ...waterfallPicture(steps, axis, format),
    title: cliff.title,
    unit: cliff.unit,
    summary: [riseOf(cliff, context), ...(axis.cut ? [text.cliff.cut(start)] : [])].join(' '),
    legend: [],
    tableUnit: cliff.unit,
    table: {
      columns: [textColumn(text.columns.step), figureColumn(text.columns.amount)],
      rows: steps.map((step) => [step.label, step.figure]),
    },
  };
}

/** The first bar, the steps and the total. The currency step stands only where it is not zero. */
function stepsOf(cliff: Cliff, { format, text }: ChartContext): readonly WaterfallStep[] {
  const { digits, parts, unit, endLabel } = cliff;
  const step = (key: string, label: string, colour: string, from: Exact, to: Exact, sign: 'auto' | 'always') => {
    const figure = format.exact(subtract(to, from), digits, sign);
    const name = text.cliff.bar(label, `${figure} ${unit}`);
    return { key, label, figure, from: toFloat(from), to: toFloat(to), colour, name };
  };
  let level = ZERO;
  const steps = COST_PARTS.filter((part) => part !== 'currency' || !isZero(parts.currency)).map((part) => {
    const from = level;
    level = add(level, parts[part]);
    return step(part, text.parts[part], PART_COLOURS[part], from, level, part === 'current' ? 'auto' : 'always');
  });
  return [...steps, step('est', endLabel, 'var(--text)', ZERO, level, 'auto')];
}

function riseOf({ parts, digits }: Cliff, { format, text }: ChartContext): string {
  const end = COST_PARTS.reduce((level, part) => add(level, parts[part]), ZERO);
  const rise = subtract(end, parts.current);
  if (isZero(rise)) return text.cliff.unchanged;
  if (isZero(parts.current)) return text.cliff.noBill(format.exact(end, digits));
  return text.cliff.rise(format.percent(divide(rise, parts.current), 1, 'always'));
}
