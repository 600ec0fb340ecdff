/** What EST-then-renew costs by the days in EST, against renewing all seats now, with the day on which the answer flips. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel } from '../../core/chart.ts';
import type { Day } from '../../core/days.ts';
import { decideText } from '../../core/text/en/decide.ts';
import type { Flip } from '../../sim/exits/types.ts';
import { figureScale, niceAxis } from '../axis.ts';
import { figureColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import { widest } from '../fit.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';

const text = decideText.flip;
const HEIGHT = 160;
/** Days between the rows of the table and the targets of the picture. */
const STEP = 30;
const INK = { wait: 'var(--part-list)', now: 'var(--axis)', flip: 'var(--text)' } as const;

export interface FlipSubject {
  readonly flip: Flip;
  readonly currency: string;
  /** Seats today. */
  readonly seats: number;
  /** First day of the comparison. */
  readonly from: Day;
}

export interface FlipDatum {
  readonly day: number;
}

const x = { field: 'day', type: 'quantitative', scale: { domainMin: 0, domainMax: { expr: 'last' }, nice: false }, axis: null } as const; // prettier-ignore
const y = { field: 'cost', type: 'quantitative', ...QUANTITY } as const;

/** Data: `curve` (day, cost), `now` (cost), `flip` (day, cost) and `labels` (day, name). */
const SPEC = {
  ...SPEC_FRAME,
  height: HEIGHT,
  params: [...AXIS_PARAMS, { name: 'last', value: 1 }, { name: 'narrow', value: false }],
  layer: [
    { data: { name: 'now' }, mark: { type: 'rule', strokeDash: [5, 4], color: INK.now, strokeWidth: 1.5 }, encoding: { y } },
    { data: { name: 'curve' }, mark: { type: 'line', color: INK.wait, strokeWidth: 2 }, encoding: { x, y } },
    { data: { name: 'flip' }, mark: { type: 'rule', color: INK.flip }, encoding: { x } },
    {
      data: { name: 'flip' },
      mark: { type: 'point', shape: 'diamond', size: 70, filled: true, fill: INK.flip, opacity: 1 },
      encoding: { x, y },
    },
    {
      data: { name: 'labels' },
      mark: {
        ...{ type: 'text', y: { expr: 'height + 14' }, fontSize: FONT_SIZE.axis, color: 'var(--muted)' },
        text: { expr: "narrow && datum.thin ? '' : datum.name" },
      },
      encoding: { x },
    },
  ],
} satisfies TopLevelSpec; // prettier-ignore

/** The curve of one plan; amounts in minor units of the currency. */
export function flipChart(subject: FlipSubject, context: ChartContext): ChartModel<FlipDatum> {
  const { flip, currency, from } = subject;
  const { format } = context;
  const { costs, baseline, flipDay } = flip;
  const last = costs.length - 1;
  const axis = niceAxis(Math.min(baseline, ...costs), Math.max(baseline, ...costs));
  const figures = figureScale(Math.max(Math.abs(axis.low), Math.abs(axis.high)), currency, context);
  const tickLabels = axis.ticks.map(figures.tick);
  const days = shownDays(last);
  const costAt = (day: number): number => costs[day] ?? 0;
  const against = (day: number): string => format.signed(costAt(day) - baseline, currency);
  return {
    kind: 'exits-flip',
    title: text.title,
    unit: figures.unit,
    summary: summaryOf(subject, context),
    legend: [
      { label: text.legend.wait, colour: INK.wait, hatched: false },
      { label: text.legend.now, colour: INK.now, hatched: true },
      ...(flipDay === undefined ? [] : [{ label: text.legend.flip, colour: INK.flip, hatched: false }]),
    ],
    tableUnit: currency,
    table: {
      columns: [text.columns.days, text.columns.until, text.columns.cost, text.columns.against].map(figureColumn),
      rows: withDay(days, flipDay).map((day) => [
        format.count(day),
        format.day(from + day),
        format.amount(costAt(day), currency),
        against(day),
      ]),
    },
    spec: SPEC,
    data: {
      curve: Array.from(costs, (cost, day) => ({ day, cost })),
      now: [{ cost: baseline }],
      flip: flipDay === undefined ? [] : [{ day: flipDay, cost: costAt(flipDay) }],
      labels: days.map((day, place) => ({ day, name: format.count(day), thin: place % 3 !== 0 })),
    },
    signals: { low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels, last, narrow: false },
    height: HEIGHT,
    margins: { top: 8, right: 14, bottom: 20, left: widest(tickLabels, FONT_SIZE.axis) + 10 },
    targets: days.map((day) => ({
      name: text.target(format.count(day), format.money(costAt(day), currency), against(day)),
      box: { left: Math.min(day / last, 1 - 1 / days.length), top: 0, width: 1 / days.length, height: 1 },
      datum: { day },
    })),
  };
}

function shownDays(last: number): readonly number[] {
  return Array.from({ length: Math.floor(last / STEP) + 1 }, (_, place) => place * STEP);
}

function withDay(days: readonly number[], day: number | undefined): readonly number[] {
  return day === undefined || days.includes(day) ? days : [...days, day].sort((a, b) => a - b);
}

function summaryOf({ flip, seats, from }: FlipSubject, { format }: ChartContext): string {
  const [today, wanted] = [format.count(seats), format.count(flip.seats)];
  if (flip.flipDay === undefined) return text.never(today, wanted);
  if (flip.flipDay === 0) return text.now(today, wanted);
  return text.flips(format.count(flip.flipDay), format.day(from + flip.flipDay), today, wanted);
}
