/** The steps of a derivation as small tables, ready to show. */
import { type Exact, ZERO, divide, fraction, isZero, parseExact } from '../../core/exact.ts';
import { type RuleEntry, ruleOf } from '../../core/rules/rule-book.ts';
import { parseDay } from '../../core/days.ts';
import { trailText } from '../../core/text/en/trail.ts';
import { type Amount, AMOUNTS } from '../../sim/types.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';
import type { TrailContext } from './context.ts';
import { cycleSum } from './cycle-groups.ts';
import { showAmount } from './formula.ts';
import { placeText } from './place-text.ts';
import { billedFormula, currentSource, renewSource } from './unit-formula.ts';

type Rows = readonly (readonly string[])[];

const text = trailText.steps;

/** The facts that decided the outcome. */
export function factRows({ facts }: Explanation, { format }: TrailContext): Rows {
  const shown = (name: keyof typeof facts): string => {
    const day = parseDay(facts[name]);
    return day === undefined ? facts[name] || text.noAction : format.day(day);
  };
  return (Object.keys(text.facts) as (keyof typeof facts)[]).map((name) => [text.facts[name], shown(name)]);
}

/** Current, EST and renewal price, how each is made and where it stands. */
export function priceRows(explanation: Explanation, context: TrailContext): Rows {
  const { current, est, own, renewUnit, renewal } = explanation;
  const unit = unitShown(context);
  return [
    [text.current, unit(current.unit), ...currentHow(explanation, context)],
    [text.est, unit(est.unit), trailText.estSources[est.source], originText(est.row, context)],
    [text.renew, unit(renewUnit), renewSource(explanation, context), originText(renewal?.row ?? own, context)],
  ];
}

/** How today's price is made, and where it stands. */
function currentHow(explanation: Explanation, context: TrailContext): readonly [string, string] {
  const { billed, row } = explanation.current;
  const says = currentSource(explanation);
  if (!billed) return [says, originText(row, context)];
  const { format } = context;
  const { chargeType, start, end, invoice, byTerm, lines } = billed;
  const line = text.billed(chargeType, format.days(start, end), invoice);
  const places = lines.map((place) => placeText(place, format)).join(', ');
  return [
    trailText.formula.named(says, billedFormula(billed, format)),
    `${places}: ${[line, ...(byTerm ? [text.billedByTerm] : [])].join('; ')}`,
  ];
}

/** What the uplift gives beside the list's own row; undefined where there is nothing to compare. */
export function comparison({ est }: Explanation, context: TrailContext): string | undefined {
  if (est.source !== 'list' || est.formula === undefined) return undefined;
  const unit = unitShown(context);
  return est.differs ? text.differs(unit(est.unit), unit(est.formula)) : text.agrees(unit(est.formula));
}

function originText(origin: Explanation['own'], context: TrailContext): string {
  const unit = unitShown(context);
  const day = parseDay(origin.effectiveFrom);
  const from = day === undefined ? origin.effectiveFrom : context.format.day(day);
  const { months, rowCost } = origin;
  const inRow = divide(exact(rowCost), fraction(months));
  const shown = context.format.exact(inRow, [2, 10]);
  const says = months === 1 ? text.rowSays(unit(rowCost), from) : text.rowDivided(unit(rowCost), months, shown, from);
  const unshocked = unit(origin.unshocked ?? origin.unit);
  const changed = unshocked === shown ? [] : [text.changed(unshocked)];
  const shocked = origin.unshocked === undefined ? [] : [text.shocked(unit(origin.unit))];
  const carried = origin.carried ? [text.carried] : [];
  return `${placeText(origin, context.format)}: ${[says, ...changed, ...shocked, ...carried].join('; ')}`;
}

/** From the current price to the EST price, the last row their sum. */
export function cliffRows(
  { current, cliff, est }: Explanation,
  context: TrailContext,
): { rows: Rows; total: readonly string[] } {
  const unit = unitShown(context);
  const signed = (decimal: string): string => context.format.exact(exact(decimal), [2, 10], 'always');
  const { units } = trailText;
  return {
    rows: [
      [units.currentUnit, unit(current.unit)],
      [units.cliffPromotion, signed(cliff.promotion)],
      [units.cliffListMove, signed(cliff.listMove)],
      [units.cliffCommitment, signed(cliff.commitment)],
      [units.cliffEstUplift, signed(cliff.estUplift)],
      ...(isZero(exact(cliff.currency)) ? [] : [[units.cliffCurrency, signed(cliff.currency)]]),
    ],
    total: [units.estUnit, unit(est.unit)],
  };
}

/** The amounts that the table of cycles shows: the currency's only where a shock has come. */
export function cycleAmounts({ cycles }: Explanation): readonly Amount[] {
  return AMOUNTS.filter((name) => name !== 'currencyMove' || cycles.some(({ amounts }) => amounts[name] !== 0));
}

/** Every cycle with all amounts; the last row is what the screens show. */
export function cycleRows(explanation: Explanation, context: TrailContext): { rows: Rows; total: readonly string[] } {
  const { format } = context;
  const { cycles, currency } = explanation;
  const shown = cycleAmounts(explanation);
  const unit = unitShown(context);
  return {
    rows: cycles.map(({ start, used, days, refunded, refundDays, estUnit, amounts }) => [
      format.day(start),
      refunded && used !== days ? refundText(used, days, refundDays) : text.usedDays(used, days),
      unit(estUnit),
      ...shown.map((amount) => showAmount(amount, amounts[amount], currency, context)),
    ]),
    total: [
      text.total,
      '',
      '',
      ...shown.map((amount) => showAmount(amount, cycleSum(cycles, amount), currency, context)),
    ],
  };
}

function refundText(used: number, days: number, refunded: number): string {
  return refunded === days - used ? text.refunded(used, days) : text.refundedLess(used, days, refunded);
}

/** Rules with what they say, where that is known from, and how sure it is. */
export function ruleRows(ids: readonly string[]): Rows {
  return ids
    .map(ruleOf)
    .filter((rule): rule is RuleEntry => rule !== undefined)
    .map(({ id, statement, source, confidence }) => [id, statement, source, trailText.confidence[confidence]]);
}

function unitShown({ format }: TrailContext): (decimal: string) => string {
  return (decimal) => format.exact(exact(decimal), [2, 10]);
}

function exact(decimal: string): Exact {
  return parseExact(decimal) ?? ZERO;
}
