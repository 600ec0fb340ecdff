/**
 * A tornado: one bar for each input around the present result, the widest on top. Arrows at the ends say which end of the
 * input they belong to, so that no colour is needed.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, DrawnRow } from '../../core/chart.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import type { Measure, Reading } from '../../sim/what-if/types.ts';
import { niceAxis } from '../axis.ts';
import { figureColumn, textColumn } from '../columns.ts';
import type { ChartContext } from '../context.ts';
import {
  ROW_PARAMS,
  ROW_Y,
  rowBox,
  rowMargins,
  rowName,
  rowSignals,
  rowTextLayers,
  rowsHeight,
} from '../row-layout.ts';
import { AXIS_PARAMS, FONT_SIZE, QUANTITY, SPEC_FRAME } from '../spec-base.ts';
import { drawnReading, measureName, measureScale, measureUnit, readingText, readingWords } from './measure-words.ts';

const MOST_ROWS = 20;
const COLOURS = { low: 'var(--series-1)', high: 'var(--series-2)' } as const;
const text = whatIfText.tornado;

/** Data: `segments` (row, from, to, colour), `ends` (row, at, glyph, align, shift), `present` (at), `rows` (row, name, figure, strong). */
const TORNADO_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, ...AXIS_PARAMS],
  layer: [
    {
      data: { name: 'segments' },
      mark: 'bar',
      encoding: {
        y: ROW_Y,
        x: { field: 'from', type: 'quantitative', ...QUANTITY },
        x2: { field: 'to' },
        fill: { field: 'colour', type: 'nominal', scale: null },
      },
    },
    {
      data: { name: 'ends' },
      mark: {
        ...{ type: 'text', fontSize: FONT_SIZE.label, fontWeight: 600, baseline: 'middle' },
        ...{ align: { expr: 'datum.align' }, dx: { expr: 'datum.shift' } },
      },
      encoding: { y: ROW_Y, x: { field: 'at', type: 'quantitative' }, text: { field: 'glyph' } },
    },
    {
      data: { name: 'present' },
      mark: { type: 'rule', color: 'var(--text)' },
      encoding: { x: { field: 'at', type: 'quantitative' } },
    },
    ...rowTextLayers('rows'),
  ],
} satisfies TopLevelSpec;

/** One input with what its ends give; `low` and `high` are its values in words. */
export interface TornadoLine {
  readonly input: number;
  readonly name: string;
  readonly low: string;
  readonly high: string;
  readonly atLow: Reading;
  readonly atHigh: Reading;
}

/** What choosing a bar means: this input, by its place in the question. */
export interface InputDatum {
  readonly kind: 'input';
  readonly input: number;
}

/** @param lines the widest first */
export function tornadoChart(
  lines: readonly TornadoLine[],
  present: Reading,
  measure: Measure,
  context: ChartContext,
): ChartModel<InputDatum> {
  const { format } = context;
  const shown = lines.slice(0, MOST_ROWS);
  const middle = drawnReading(present, measure) || 0;
  const drawn = shown.map((line) => ({
    line,
    low: at(line.atLow, measure, middle),
    high: at(line.atHigh, measure, middle),
  }));
  const ends = [middle, ...drawn.flatMap(({ low, high }) => [low, high])];
  const axis = niceAxis(Math.min(...ends), Math.max(...ends));
  const scale = measureScale(measure, Math.max(Math.abs(axis.low), Math.abs(axis.high)), context);
  const names = shown.map(({ name }) => rowName(name));
  const figures = shown.map((line) => spanText(line, measure, context));
  const margins = { ...rowMargins(names, figures, 24), top: 4 };
  return {
    kind: 'what-if-tornado',
    title: text.title(measureName(measure)),
    unit: scale.unit,
    summary: summaryOf(lines, present, measure, context),
    legend: [
      { label: text.low, colour: COLOURS.low, hatched: false },
      { label: text.high, colour: COLOURS.high, hatched: false },
    ],
    tableUnit: measureUnit(measure),
    table: {
      columns: [
        textColumn(text.columns.input),
        ...[text.columns.low, text.columns.atLow, text.columns.high, text.columns.atHigh, text.columns.span].map(figureColumn), // prettier-ignore
      ],
      rows: lines.map((line) => [
        ...[line.name, line.low, readingText(line.atLow, measure, format), line.high],
        ...[readingText(line.atHigh, measure, format), spanText(line, measure, context)],
      ]),
    },
    spec: TORNADO_SPEC,
    data: {
      segments: drawn.flatMap(({ low, high }, row) => segmentsOf(row, middle, low, high)),
      ends: drawn.flatMap(({ low, high }, row) => endsOf(row, low, high)),
      present: [{ at: middle }],
      rows: names.map((name, row) => ({ row, name, figure: figures[row] ?? '', strong: false })),
    },
    signals: {
      ...rowSignals(margins),
      ...{ low: axis.low, high: axis.high, ticks: axis.ticks, tickLabels: axis.ticks.map(scale.tick) },
    },
    height: rowsHeight(shown.length),
    margins,
    targets: shown.map((line, row) => ({
      name: text.bar(line.name, line.low, readingWords(line.atLow, measure, format), line.high, readingWords(line.atHigh, measure, format)), // prettier-ignore
      box: rowBox(row, shown.length),
      datum: { kind: 'input', input: line.input },
    })),
  };
}

function at(reading: Reading, measure: Measure, middle: number): number {
  const drawn = drawnReading(reading, measure);
  return Number.isNaN(drawn) ? middle : drawn;
}

/** Where both ends lie on one side, the shorter is drawn upon the longer. */
function segmentsOf(row: number, from: number, low: number, high: number): readonly DrawnRow[] {
  const both = [
    { row, from, to: low, colour: COLOURS.low },
    { row, from, to: high, colour: COLOURS.high },
  ];
  return both.filter(({ to }) => to !== from).sort((a, b) => Math.abs(b.to - from) - Math.abs(a.to - from));
}

function endsOf(row: number, low: number, high: number): readonly DrawnRow[] {
  if (low === high) return [];
  const isRising = low < high;
  return [
    { row, at: low, glyph: '↓', align: isRising ? 'right' : 'left', shift: isRising ? -2 : 2 },
    { row, at: high, glyph: '↑', align: isRising ? 'left' : 'right', shift: isRising ? 2 : -2 },
  ];
}

/** How far apart the results at both ends are. */
function spanText({ atLow, atHigh }: TornadoLine, measure: Measure, { format }: ChartContext): string {
  if (!(atLow.bottom > 0) || !(atHigh.bottom > 0)) return whatIfText.noReading;
  if (atLow.bottom === 1 && atHigh.bottom === 1) {
    return readingText({ top: Math.abs(atHigh.top - atLow.top), bottom: 1 }, measure, format);
  }
  const span = Math.abs(drawnReading(atHigh, measure) - drawnReading(atLow, measure));
  return format.decimal(span.toFixed(2));
}

function summaryOf(lines: readonly TornadoLine[], present: Reading, measure: Measure, context: ChartContext): string {
  const [first] = lines;
  const now = text.present(readingWords(present, measure, context.format));
  if (!first || drawnReading(first.atLow, measure) === drawnReading(first.atHigh, measure))
    return `${now} ${text.still}`;
  const unit = measureUnit(measure);
  return `${now} ${text.widest(first.name, `${spanText(first, measure, context)}${unit && ` ${unit}`}`)}`;
}
