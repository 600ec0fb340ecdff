/** The formula of a price per seat and month, exact. */
import { type Exact, ZERO, add, fraction, isZero, multiply, parseExact, subtract } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { UnitFigure } from '../../state/trail.svelte.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';
import type { TrailContext } from './context.ts';
import type { Formula } from './formula.ts';

const { formula: text, cliff } = trailText;

/** The formula of a unit figure of an explained subscription. */
export function unitFormula(explanation: Explanation, unit: UnitFigure, context: TrailContext): Formula {
  const show = (value: Exact, signed = false): string =>
    context.format.exact(value, [2, 10], signed ? 'always' : 'auto');
  const { current, est, own, monthly } = explanation;
  const result = show(exact(valueOf(explanation, unit)), unit.startsWith('cliff'));
  const more = trailText.perSeatMonth(explanation.currency);
  const list = add(exact(current.unit), exact(explanation.cliff.promotion));
  const calmEst = subtract(exact(est.unit), exact(explanation.cliff.currency));
  const minus = (whole: Exact, part: Exact): string => text.minus(show(whole), show(part));
  switch (unit) {
    case 'currentUnit':
      return { steps: currentSteps(explanation, context), result, more };
    case 'estUnit':
      return { steps: [trailText.estSources[est.source], ...upliftStep(explanation, context)], result, more };
    case 'renewUnit':
      return { steps: [renewSource(explanation, context)], result, more };
    case 'cliffPromotion':
      return { steps: [cliff.promotion, minus(list, exact(current.unit))], result, more };
    case 'cliffListMove':
      return { steps: [cliff.listMove, minus(unshocked(own), list)], result, more };
    case 'cliffCommitment':
      return isZero(exact(explanation.cliff.commitment)) || !monthly
        ? { steps: [cliff.noCommitment], result, more }
        : { steps: [cliff.commitment, minus(unshocked(monthly), unshocked(own))], result, more };
    case 'cliffEstUplift':
      return {
        steps: [cliff.estUplift, minus(calmEst, subtract(calmEst, exact(explanation.cliff.estUplift)))],
        result,
        more,
      };
    case 'cliffCurrency':
      return isZero(exact(explanation.cliff.currency))
        ? { steps: [cliff.noShock], result, more }
        : { steps: [cliff.currency, minus(exact(est.unit), calmEst)], result, more };
  }
}

/** The figure itself, as a decimal text. */
export function valueOf({ current, est, renewUnit, cliff: steps }: Explanation, unit: UnitFigure): string {
  return {
    currentUnit: current.unit,
    estUnit: est.unit,
    renewUnit,
    cliffPromotion: steps.promotion,
    cliffListMove: steps.listMove,
    cliffCommitment: steps.commitment,
    cliffEstUplift: steps.estUplift,
    cliffCurrency: steps.currency,
  }[unit];
}

/** What the renewal price is read for. */
export function renewSource({ start, renewal }: Explanation, { format }: TrailContext): string {
  if (!renewal) return trailText.renewSource(format.day(start));
  return trailText.renewTo(renewal.plan, format.count(renewal.seats), format.day(renewal.day));
}

/** A price without the scenario's currency shocks. */
function unshocked({ unit, unshocked: calm }: Explanation['own']): Exact {
  return exact(calm ?? unit);
}

/** How the current price is made, in words. */
export function currentSource({ current }: Explanation): string {
  const { source } = current;
  const isList = source === 'list-at-start' || source === 'list-at-as-of';
  return isList && isZero(exact(current.percent)) ? trailText.plainSources[source] : trailText.sources[source];
}

function currentSteps(explanation: Explanation, { format }: TrailContext): readonly string[] {
  const { current } = explanation;
  const says = currentSource(explanation);
  if (current.billed) return [says, billedFormula(current.billed, format)];
  if (current.source === 'paid' || isZero(exact(current.percent))) return [says];
  return [says, text.listLess(format.exact(exact(current.row.unit), [2, 10]), format.decimal(current.percent))];
}

type Billed = NonNullable<Explanation['current']['billed']>;

/** Effective unit price of the cycle ÷ its months. */
export function billedFormula({ lines, months }: Billed, format: Format): string {
  const prices = lines.map(({ price }) => format.exact(exact(price), [2, 10]));
  return text.perMonths(prices.length === 1 ? prices.join('') : text.inParts(prices), months);
}

/** The base price with its uplift, where the EST price is made from one. */
function upliftStep({ est }: Explanation, { est: assumed, format }: TrailContext): readonly string[] {
  if (est.source === 'list') return [];
  const uplift = exact(est.source === 'monthly' ? assumed.upliftMonthly : assumed.upliftNoMonthly);
  return [
    text.plusPercent(
      format.exact(exact(est.row.unit), [2, 10]),
      `${format.exact(multiply(uplift, fraction(100)), [0, 4])} %`,
    ),
  ];
}

function exact(decimal: string): Exact {
  return parseExact(decimal) ?? ZERO;
}
