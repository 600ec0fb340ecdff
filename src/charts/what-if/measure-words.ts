/** Results of what-if as people read them, and as charts write them on axes. */
import { fraction, subtract, type Exact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { whatIfText } from '../../core/text/en/what-if.ts';
import type { Measure, Reading } from '../../sim/what-if/types.ts';
import { type FigureScale, figureScale } from '../axis.ts';
import type { ChartContext } from '../context.ts';

const SHARE_DIGITS = 2;

/** The name of a measure, without its currency. */
export function measureName(measure: Measure): string {
  return whatIfText.measures[measureKey(measure)];
}

/** What tells measures of one currency apart. */
export function measureKey(measure: Measure): keyof typeof whatIfText.measures {
  if (measure.kind === 'amount') return measure.amount;
  return measure.kind === 'count' ? measure.count : measure.kind;
}

/** What a measure is counted in: its currency, per cent, or nothing. */
export function measureUnit(measure: Measure): string {
  if (measure.kind === 'count') return '';
  return measure.kind === 'amount' ? measure.currency : whatIfText.perCent;
}

/** A result without its unit: minor units with the currency's digits, shares in per cent with two. */
export function readingText({ top, bottom }: Reading, measure: Measure, format: Format): string {
  if (!(bottom > 0)) return whatIfText.noReading;
  if (measure.kind === 'amount') return format.amount(top, measure.currency);
  if (measure.kind === 'count') return format.count(top);
  return format.exact(points({ top, bottom }), [SHARE_DIGITS, SHARE_DIGITS]);
}

/** A result with its unit. */
export function readingWords(reading: Reading, measure: Measure, format: Format): string {
  const text = readingText(reading, measure, format);
  return reading.bottom > 0 ? withUnit(text, measure) : text;
}

/** How far a result lies from another, with its sign: `+12.00 USD`, `−0.31 %`. */
export function distanceWords(from: Reading, to: Reading, measure: Measure, format: Format): string {
  if (!(from.bottom > 0) || !(to.bottom > 0)) return whatIfText.noReading;
  if (measure.kind === 'amount') {
    return withUnit(format.signed(to.top - from.top, measure.currency), measure);
  }
  const digits = measure.kind === 'count' ? 0 : SHARE_DIGITS;
  return withUnit(format.exact(subtract(points(to, measure), points(from, measure)), [digits, digits], 'always'), measure); // prettier-ignore
}

/** A share in per cent; of counts the count. */
function points({ top, bottom }: Reading, measure?: Measure): Exact {
  return measure?.kind === 'count' ? fraction(top, bottom) : fraction(BigInt(top) * 100n, BigInt(bottom));
}

function withUnit(text: string, measure: Measure): string {
  const unit = measureUnit(measure);
  return unit === '' ? text : `${text} ${unit}`;
}

/** For drawing: minor units, counts, or per cent. NaN where there is no result. */
export function drawnReading({ top, bottom }: Reading, { kind }: Measure): number {
  if (!(bottom > 0)) return NaN;
  return (top / bottom) * (kind === 'amount' || kind === 'count' ? 1 : 100);
}

/** How a chart writes drawn results up to `peak`. */
export function measureScale(measure: Measure, peak: number, context: ChartContext): FigureScale {
  if (measure.kind === 'amount') return figureScale(peak, measure.currency, context);
  const tick = (value: number): string => context.format.decimal(String(Number(value.toPrecision(12))));
  return { unit: measureUnit(measure), label: tick, tick };
}
