/** The formula of a subscription's amount, in words and with its numbers; every number is one that the engine gave. */
import { parseExact } from '../../core/exact.ts';
import { safeMinor } from '../../core/money.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { Amount } from '../../sim/types.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';
import type { TrailContext } from './context.ts';
import { cycleGroups, cycleSum } from './cycle-groups.ts';
import { type Formula, showAmount } from './formula.ts';

const text = trailText.formula;
/** More terms than this are counted, not written out. */
const MOST_TERMS = 3;

/** The formula of one amount of an explained subscription. */
export function amountFormula(explanation: Explanation, amount: Amount, context: TrailContext): Formula {
  const { cycles, currency } = explanation;
  const sum = (name: Amount): number => cycleSum(cycles, name);
  const show = (minor: number): string => context.format.amount(minor, currency);
  const result = showAmount(amount, sum(amount), currency, context);
  if (cycles.length === 0) return { steps: [text.noDays], result };
  switch (amount) {
    case 'extra':
      return {
        steps: [text.extra, text.minus(show(sum('est')), show(sum('current')))],
        result,
        more: text.named(trailText.amounts.est, perCycle(explanation, 'est', context)),
      };
    case 'margin':
      return {
        steps: [text.margin, text.minus(show(safeMinor(sum('margin') + sum('est'))), show(sum('est')))],
        result,
      };
    case 'absorbed': {
      const need = safeMinor(sum('passed') + sum('delayed') + sum('absorbed'));
      const less = text.minus(text.minus(show(need), show(sum('passed'))), show(sum('delayed')));
      return { steps: [text.absorbed, less], result, more: askedPrice(explanation, context) };
    }
    case 'estUplift': {
      const shocked = sum('currencyMove') !== 0;
      const steps = ['promotion', 'listMove', 'commitment', ...(shocked ? (['currencyMove'] as const) : [])] as const;
      const numbers = steps.map((part) => show(sum(part))).reduce(text.minus, show(sum('extra')));
      return { steps: [shocked ? text.estUpliftShocked : text.estUplift, numbers], result };
    }
    case 'est':
    case 'current':
    case 'renew':
      return { steps: [inCycles(explanation, amount, context)], result, more: perCycle(explanation, amount, context) };
    case 'promotion':
    case 'listMove':
    case 'commitment':
    case 'currencyMove':
      return { steps: [inCycles(explanation, amount, context)], result, more: perCycle(explanation, amount, context) };
    case 'passed':
    case 'delayed':
      return { steps: [inCycles(explanation, amount, context)], result, more: allowedPrice(explanation, context) };
  }
}

function unitShown(unit: string, { format }: TrailContext): string {
  const exact = parseExact(unit);
  return exact ? format.exact(exact, [2, 10]) : unit;
}

/** `11 × 6,198.75 + 3,412.05`, or how many cycles it is the sum of. */
function inCycles({ cycles, currency }: Explanation, amount: Amount, { format }: TrailContext): string {
  const groups = cycleGroups(cycles, amount);
  if (groups.length > MOST_TERMS) return text.manyCycles(cycles.length);
  return text.plus(groups.map((group) => text.cycles(group.count, format.amount(group.amount, currency))));
}

const UNITS = {
  current: ({ current }: Explanation) => current.unit,
  renew: ({ renewUnit }: Explanation) => renewUnit,
  promotion: ({ cliff }: Explanation) => cliff.promotion,
  listMove: ({ cliff }: Explanation) => cliff.listMove,
  commitment: ({ cliff }: Explanation) => cliff.commitment,
  currencyMove: ({ cliff }: Explanation) => cliff.currency,
} as const;

/** What a whole cycle is made of, and how many cycles are not whole. */
function perCycle(explanation: Explanation, amount: keyof typeof UNITS | 'est', context: TrailContext): string {
  const { cycles, currency } = explanation;
  const { format } = context;
  const seats = (amount === 'renew' ? explanation.renewal?.seats : undefined) ?? explanation.seats;
  const groups = cycleGroups(cycles, amount);
  const whole = groups.filter((group) => group.whole);
  const parts = cycles.filter(({ used, days }) => used !== days).length;
  const terms = whole.slice(0, MOST_TERMS).map((group) => {
    const unit = amount === 'est' ? group.estUnit : UNITS[amount](explanation);
    return text.fullCycles(
      group.count,
      unitShown(unit, context),
      format.count(seats),
      format.amount(group.amount, currency),
    );
  });
  return [...terms, ...(parts > 0 ? [text.partCycles(parts)] : [])].join(', ');
}

function askedPrice({ pay }: Explanation, context: TrailContext): string {
  return text.asked(unitShown(pay.today, context), unitShown(pay.ideal, context));
}

function allowedPrice({ pay }: Explanation, context: TrailContext): string {
  return text.priceRise(unitShown(pay.today, context), unitShown(pay.allowed, context));
}
