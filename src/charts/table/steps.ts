/** A waterfall of one series: each label a step from the level before, and what they add up to. */
import type { ChartModel } from '../../core/chart.ts';
import { type Exact, ZERO, add, toFloat } from '../../core/exact.ts';
import type { ChartContext } from '../context.ts';
import { type WaterfallDatum, type WaterfallStep, waterfallAxis, waterfallPicture } from '../waterfall.ts';
import { topLabels, uncut } from './cut.ts';
import { framed, largest } from './frame.ts';
import { type Series, type SeriesTable, type TableDatum, sumOf, withUnit, written } from './series-table.ts';

const MOST_STEPS = 30;

export function stepChart(table: SeriesTable, context: ChartContext): ChartModel<TableDatum> {
  const { text, format } = context;
  const words = text.fromTable;
  const shown = topLabels(uncut({ ...table, series: table.series.slice(0, 1) }), MOST_STEPS, words.others);
  const [series] = shown.series;
  const unit = series?.unit ?? '';
  const steps = series ? stepsOf(shown, series, words.total) : [];
  const axis = waterfallAxis([0, ...steps.map(({ to }) => to)]);
  const picture = waterfallPicture(steps, axis, format);
  const total = series ? withUnit(series.write(sumOf(series.values)), unit) : '';
  const most = largest(shown);
  const finding = most ? words.steps(total, shown.labels[most.label] ?? '') : words.none;
  return {
    ...framed({ ...table, series: shown.series }, shown, finding, context),
    ...picture,
    unit,
    legend: [],
    targets: picture.targets.map(({ datum, ...target }) => ({ ...target, datum: datumOf(datum, shown.places) })),
  };
}

function stepsOf({ labels }: SeriesTable, series: Series, total: string): readonly WaterfallStep[] {
  let level: Exact = ZERO;
  const steps = labels.map((label, index): WaterfallStep => {
    const from = toFloat(level);
    level = add(level, series.values[index] ?? ZERO);
    const to = toFloat(level);
    const colour = to < from ? 'var(--series-2)' : 'var(--series-1)';
    const figure = written(series, index);
    return { key: String(index), label, figure, from, to, colour, name: `${label}: ${withUnit(figure, series.unit)}` };
  });
  const figure = series.write(level);
  const name = `${total}: ${withUnit(figure, series.unit)}`;
  return [...steps, { key: '', label: total, figure, from: 0, to: toFloat(level), colour: 'var(--series-6)', name }];
}

function datumOf({ step }: WaterfallDatum, places: readonly number[]): TableDatum {
  return { kind: 'cell', label: step === '' ? -1 : (places[Number(step)] ?? -1), series: 0 };
}
