/** What goal seek found, in words, as a list, and as a curve. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import { fromSteps, spreadSteps, toSteps } from '../../core/assumptions/steps.ts';
import type { ChartModel } from '../../core/chart.ts';
import type { Format } from '../../core/format.ts';
import { chartText } from '../../core/text/en/charts.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { niceAxis } from '../../charts/axis.ts';
import { type PlaceDatum, curvesChart } from '../../charts/what-if/curves.ts';
import { distanceWords, measureName, readingText, readingWords } from '../../charts/what-if/measure-words.ts';
import type { SimulationRequest } from '../../sim/types.ts';
import type { GoalSeekResult, Measure, Point, Reading } from '../../sim/what-if/types.ts';
import { valueWords } from './input-words.ts';

const text = whatIfText.goal;
/** Dates that fit under the curve. */
const MOST_DATES = 5;

/** A question of goal seek with what its words need. */
export interface Asked {
  readonly assumption: Assumption;
  readonly name: string;
  readonly measure: Measure;
  readonly target: Reading;
  readonly from: string;
  readonly to: string;
  readonly request: SimulationRequest;
}

/** The finding, a sentence each. */
export function goalSentences(result: GoalSeekResult, asked: Asked, format: Format): readonly string[] {
  const { assumption, measure, target, from, to, name } = asked;
  const valueOf = (value: string): string => valueWords(value, assumption, format);
  const figureOf = ({ reading }: Point): string => readingWords(reading, measure, format);
  const { closest } = result;
  if (!closest) return [text.noResult];
  switch (result.kind) {
    case 'flat':
      return [text.flat(figureOf(closest))];
    case 'none': {
      const distance = distanceWords(target, closest.reading, measure, format);
      return [text.none(valueOf(from), valueOf(to)), text.closest(valueOf(closest.value), figureOf(closest), distance)];
    }
    case 'several':
      return [text.several(result.solutions.length)];
    case 'found': {
      const [solution] = result.solutions;
      if (!solution) return [];
      const distance = distanceWords(target, solution.at.reading, measure, format);
      return [
        text.found(name, valueOf(solution.at.value), figureOf(solution.at)),
        solution.isExact ? text.exact : text.off(distance),
      ];
    }
  }
}

/** The solutions as cells of a table, a row each. */
export function solutionRows(result: GoalSeekResult, asked: Asked, format: Format): readonly (readonly string[])[] {
  const { assumption, measure, target } = asked;
  return result.solutions.map(({ at, beside }) => [
    valueWords(at.value, assumption, format),
    readingText(at.reading, measure, format),
    distanceWords(target, at.reading, measure, format),
    beside ? valueWords(beside.value, assumption, format) : '',
    beside ? readingText(beside.reading, measure, format) : '',
  ]);
}

/** The result over the range that was looked at, with a line at the target. */
export function goalChart(result: GoalSeekResult, asked: Asked, format: Format): ChartModel<PlaceDatum> {
  const { assumption, measure, target, name } = asked;
  const found = result.solutions.map(({ at }) => at);
  const points = [...new Map([...result.scanned, ...found].map((point) => [point.value, point])).values()]
    .map(({ value, reading }) => ({ x: Number(value), value: valueWords(value, assumption, format), reading }))
    .sort((a, b) => a.x - b.x);
  const [first, last] = [points[0], points.at(-1)];
  const figure = ({ reading }: { reading: Reading }): string => readingWords(reading, measure, format);
  return curvesChart(
    {
      kind: 'goal',
      title: text.chart(measureName(measure), name),
      summary: first && last ? text.course(figure(first), first.value, figure(last), last.value) : text.noResult,
      measure,
      curves: [{ name, points }],
      ticks: ticksOf(points[0]?.x ?? 0, points.at(-1)?.x ?? 1, assumption, format),
      nameTitle: measureName(measure),
      across: target,
      down: assumption.open ? undefined : Number(assumption.value),
      pointName: whatIfText.spider.point,
    },
    { format, text: chartText },
  );
}

/** Round values between the ends; dates evenly. */
function ticksOf(
  from: number,
  to: number,
  assumption: Assumption,
  format: Format,
): readonly { x: number; label: string }[] {
  const places = assumption.unit === 'date' ? spreadSteps(from, to, MOST_DATES) : niceAxis(from, to).ticks;
  return places
    .filter((x) => x >= from && x <= to)
    .map((x) => ({
      x,
      label: valueWords(fromSteps(toSteps(x.toFixed(6), assumption), assumption), assumption, format),
    }));
}
