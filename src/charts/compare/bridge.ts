/** The picture of a bridge: from one scenario's extra to another's, step by step. */
import type { ChartModel } from '../../core/chart.ts';
import { toFloat } from '../../core/exact.ts';
import { fromMinor, minorDigits } from '../../core/money.ts';
import { varianceOf } from '../../core/variance.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { sum } from '../sum.ts';
import { differenceText } from './difference-text.ts';
import { type WaterfallDatum, type WaterfallStep, waterfallAxis, waterfallPicture } from '../waterfall.ts';

/** One step: what a cause or a customer has in both scenarios, in minor units. */
export interface BridgeStep {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

export interface Bridge {
  readonly title: string;
  /** What the steps are. */
  readonly labelTitle: string;
  readonly currency: string;
  readonly fromName: string;
  readonly toName: string;
  /** The extra of both, in minor units; their difference is the sum of the steps'. */
  readonly from: number;
  readonly to: number;
  readonly steps: readonly BridgeStep[];
  /** Sentences. */
  readonly finding: readonly string[];
  /** All steps, where fewer are drawn. */
  readonly rows?: readonly BridgeStep[];
}

/** Keys of the first and the last bar. */
export const BRIDGE_ENDS = { from: '#from', to: '#to' } as const;

export function bridgeChart(bridge: Bridge, context: ChartContext): ChartModel<WaterfallDatum> {
  const { format, text } = context;
  const { currency } = bridge;
  const steps = drawnSteps(bridge, context);
  const axis = waterfallAxis(steps.map(({ to }) => to));
  const amount = (minor: number): string => format.amount(minor, currency);
  const cells = ({ label, from, to }: Omit<BridgeStep, 'key' | 'colour'>): readonly string[] => [
    label,
    amount(from),
    amount(to),
    differenceText(to - from, currency, context),
  ];
  const cut = axis.cut ? [text.cliff.cut(format.decimal(String(axis.low)))] : [];
  return {
    ...waterfallPicture(steps, axis, format),
    title: bridge.title,
    unit: text.unit.plain(currency),
    summary: [...bridge.finding, ...cut].join(' '),
    legend: [],
    tableUnit: text.unit.plain(currency),
    table: {
      columns: [
        textColumn(bridge.labelTitle),
        ...[bridge.fromName, bridge.toName, text.compare.difference].map(figureColumn),
      ],
      rows: [
        ...(bridge.rows ?? bridge.steps).map(cells),
        cells({ label: text.columns.extra, from: bridge.from, to: bridge.to }),
      ],
    },
  };
}

function drawnSteps(bridge: Bridge, { format, text }: ChartContext): readonly WaterfallStep[] {
  const { currency, from, to } = bridge;
  const drawn = (minor: number): number => toFloat(fromMinor(minor, minorDigits(currency)));
  const step = (key: string, label: string, colour: string, range: readonly [number, number], figure: string) => {
    const name = text.compare.bridge.bar(label, `${figure} ${currency}`);
    return { key, label, figure, from: drawn(range[0]), to: drawn(range[1]), colour, name };
  };
  const whole = (key: string, label: string, amount: number, colour: string): WaterfallStep =>
    step(key, label, colour, [0, amount], format.amount(amount, currency));
  let level = from;
  const steps = bridge.steps.map((one): WaterfallStep => {
    const change = one.to - one.from;
    level += change;
    return step(one.key, one.label, one.colour, [level - change, level], format.signed(change, currency));
  });
  return [
    whole(BRIDGE_ENDS.from, bridge.fromName, from, 'var(--part-current)'),
    ...steps,
    whole(BRIDGE_ENDS.to, bridge.toName, to, 'var(--text)'),
  ];
}

/** How the two ends lie to each other, and the step that moves most. */
export function bridgeFinding(
  { fromName, toName, from, to, currency }: Pick<Bridge, 'fromName' | 'toName' | 'from' | 'to' | 'currency'>,
  steps: readonly BridgeStep[],
  { format, text }: ChartContext,
): readonly string[] {
  const words = text.compare.bridge;
  const { difference, ratio } = varianceOf(to, from);
  const signed = (minor: number): string => `${format.signed(minor, currency)} ${currency}`;
  const percent = ratio ? format.percent(ratio, 1, 'always') : '';
  const whole =
    difference === 0 ? words.evens(fromName, toName) : words.moves(toName, signed(difference), fromName, percent);
  const change = (step: BridgeStep): number => step.to - step.from;
  const [most] = steps.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
  return [whole, ...(most && change(most) !== 0 ? [words.most(most.label, signed(change(most)))] : [])];
}

/** What several steps come to together. */
export function together(
  steps: readonly BridgeStep[],
  { key, label, colour }: Pick<BridgeStep, 'key' | 'label' | 'colour'>,
): BridgeStep {
  return { key, label, colour, from: sum(steps.map(({ from }) => from)), to: sum(steps.map(({ to }) => to)) };
}
