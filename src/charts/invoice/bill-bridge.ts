/** The picture of what changed in a bill: from the sum of one month to that of another, step by step. */
import type { ChartModel } from '../../core/chart.ts';
import { divide, fraction, isZero, toFloat } from '../../core/exact.ts';
import { fromMinor, type Minor, minorDigits } from '../../core/money.ts';
import { invoiceBridgeText } from '../../core/text/en/invoice-bridge.ts';
import type { BillBridge, BridgeStep, CurrencyBridge } from '../../sim/invoice/bridge/types.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import {
  type WaterfallAxis,
  type WaterfallDatum,
  waterfallAxis,
  waterfallPicture,
  type WaterfallStep,
} from '../waterfall.ts';

/** Keys of the first and the last bar. */
export const BILL_ENDS = { before: '#before', after: '#after' } as const;

const words = invoiceBridgeText.chart;
const COLOURS = { more: 'var(--part-promotion)', less: 'var(--part-commitment)' } as const;

type Months = Pick<BillBridge, 'from' | 'to'>;

/** One currency's bridge; its steps add up to the last bar to the minor unit. */
export function billBridgeChart(
  bridge: CurrencyBridge,
  months: Months,
  context: ChartContext,
): ChartModel<WaterfallDatum> {
  const { format, text } = context;
  const { currency, before, after, steps } = bridge;
  const names = [format.month(months.from), format.month(months.to)] as const;
  const drawn = drawnSteps(bridge, names, context);
  const axis = waterfallAxis(drawn.map(({ to }) => to));
  const unit = text.unit.plain(currency);
  return {
    ...waterfallPicture(drawn, axis, format),
    ...{ title: words.title(names[0], names[1]), unit, tableUnit: unit },
    summary: summaryOf(bridge, names, axis, context),
    legend: (['more', 'less'] as const)
      .filter((way) => steps.some(({ amount }) => (way === 'more' ? amount > 0 : amount < 0)))
      .map((way) => ({ label: words.legend[way], colour: COLOURS[way], hatched: false })),
    table: {
      columns: [textColumn(words.columns.step), figureColumn(words.columns.amount), figureColumn(words.columns.count)],
      rows: [
        [names[0], format.amount(before, currency), ''],
        ...steps.map(({ step, amount, count }) => [
          invoiceBridgeText.steps[step],
          format.signed(amount, currency),
          format.count(count),
        ]),
        [names[1], format.amount(after, currency), ''],
      ],
    },
  };
}

function drawnSteps(
  { currency, before, after, steps }: CurrencyBridge,
  names: readonly [string, string],
  { format }: ChartContext,
): readonly WaterfallStep[] {
  const drawn = (minor: Minor): number => toFloat(fromMinor(minor, minorDigits(currency)));
  const bar = (key: string, label: string, colour: string, figure: string, ends: readonly [Minor, Minor]) => ({
    ...{ key, label, colour, figure, from: drawn(ends[0]), to: drawn(ends[1]) },
    name: words.bar(label, `${figure} ${currency}`),
  });
  const whole = (key: string, label: string, amount: Minor, colour: string): WaterfallStep =>
    bar(key, label, colour, format.amount(amount, currency), [0, amount]);
  let level = before;
  const between = steps.map(({ step, amount }) => {
    level += amount;
    const colour = amount < 0 ? COLOURS.less : COLOURS.more;
    const figure = format.signed(amount, currency);
    return bar(step, invoiceBridgeText.steps[step], colour, figure, [level - amount, level]);
  });
  return [
    whole(BILL_ENDS.before, names[0], before, 'var(--part-current)'),
    ...between,
    whole(BILL_ENDS.after, names[1], after, 'var(--text)'),
  ];
}

function summaryOf(
  { currency, before, after, steps }: CurrencyBridge,
  names: readonly [string, string],
  axis: WaterfallAxis,
  { format, text }: ChartContext,
): string {
  const difference = after - before;
  const base = fraction(before);
  const percent = before <= 0 || isZero(base) ? '' : format.percent(divide(fraction(difference), base), 1, 'always');
  const size = format.money(Math.abs(difference), currency);
  const sentence =
    difference === 0
      ? words.same(names[1], names[0])
      : words[difference > 0 ? 'more' : 'less'](names[1], size, names[0], percent);
  const most = largest(steps);
  return [
    sentence,
    ...(most
      ? [words.most(invoiceBridgeText.steps[most.step], `${format.signed(most.amount, currency)} ${currency}`)]
      : []),
    ...(axis.cut ? [text.cliff.cut(format.decimal(String(axis.low)))] : []),
  ].join(' ');
}

function largest(steps: readonly BridgeStep[]): BridgeStep | undefined {
  const [most] = steps.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  return most && most.amount !== 0 ? most : undefined;
}
