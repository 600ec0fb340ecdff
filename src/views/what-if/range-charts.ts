/** Tornado and spider as charts, with the words of their inputs. */
import type { Assumption } from '../../core/assumptions/assumption.ts';
import type { ChartModel } from '../../core/chart.ts';
import type { Format } from '../../core/format.ts';
import { chartText } from '../../core/text/en/charts.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import { type Curve, MOST_CURVES, type PlaceDatum, curvesChart } from '../../charts/what-if/curves.ts';
import { drawnReading, measureName, readingWords } from '../../charts/what-if/measure-words.ts';
import { type InputDatum, tornadoChart } from '../../charts/what-if/tornado.ts';
import type { Measure, Spider, Tornado } from '../../sim/what-if/types.ts';
import { valueWords } from './input-words.ts';
import { type SpiderBy, spiderPlaces } from './range-inputs.ts';

const text = whatIfText.spider;

/** An input of the question with its words. */
export interface AskedInput {
  readonly assumption: Assumption;
  readonly name: string;
  readonly low: string;
  readonly high: string;
  /** Of spiders: its value at each place. */
  readonly values: readonly string[];
}

export interface AskedRanges {
  readonly measure: Measure;
  readonly inputs: readonly AskedInput[];
  readonly by: SpiderBy;
}

export function tornadoModel({ present, bars }: Tornado, asked: AskedRanges, format: Format): ChartModel<InputDatum> {
  const lines = bars.flatMap(({ input, low, high }) => {
    const one = asked.inputs[input];
    if (!one) return [];
    const words = (value: string): string => valueWords(value, one.assumption, format);
    return [{ input, name: one.name, low: words(one.low), high: words(one.high), atLow: low, atHigh: high }];
  });
  return tornadoChart(lines, present, asked.measure, { format, text: chartText });
}

/** The widest courses are drawn. @param leftOut names of inputs without a per cent of their value */
export function spiderModel(
  { lines, present }: Spider,
  asked: AskedRanges,
  leftOut: readonly string[],
  format: Format,
): ChartModel<PlaceDatum> {
  const { measure, by } = asked;
  const places = spiderPlaces(by);
  const curves = asked.inputs
    .map(({ name, values, assumption }, index): Curve => {
      const readings = lines[index] ?? [];
      const points = places.flatMap((x, at) => {
        const [value, reading] = [values[at], readings[at]];
        return value === undefined || !reading ? [] : [{ x, value: valueWords(value, assumption, format), reading }];
      });
      return { name, points };
    })
    .sort((a, b) => spanOf(b, measure) - spanOf(a, measure));
  const [first] = curves;
  const ends = first && extremes(first, measure);
  const words = [
    whatIfText.tornado.present(readingWords(present, measure, format)),
    ...(first && ends ? [text.steepest(first.name, readingWords(ends[0], measure, format), readingWords(ends[1], measure, format))] : []), // prettier-ignore
    ...(curves.length > MOST_CURVES ? [text.drawn(String(MOST_CURVES), String(curves.length))] : []),
    ...(leftOut.length > 0 ? [text.leftOut(leftOut.join(', '))] : []),
    by === 'percent' ? `${text.percentTitle}.` : `${text.rangeTitle}.`,
  ];
  const sign = (place: number): string => `${place < 0 ? '−' : place > 0 ? '+' : ''}${String(Math.abs(place))} %`;
  return curvesChart(
    {
      kind: 'spider',
      title: text.title(measureName(measure)),
      summary: words.join(' '),
      measure,
      curves,
      ticks: places.map((x) => ({ x, label: sign(x) })),
      nameTitle: text.columns.input,
      down: 0,
      pointName: text.point,
    },
    { format, text: chartText },
  );
}

function spanOf(curve: Curve, measure: Measure): number {
  const ends = extremes(curve, measure);
  return ends ? drawnReading(ends[1], measure) - drawnReading(ends[0], measure) : 0;
}

/** The least and the greatest reading. */
function extremes({ points }: Curve, measure: Measure) {
  const sorted = points
    .map(({ reading }) => reading)
    .filter(({ bottom }) => bottom > 0)
    .sort((a, b) => drawnReading(a, measure) - drawnReading(b, measure));
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  return least && greatest ? ([least, greatest] as const) : undefined;
}
