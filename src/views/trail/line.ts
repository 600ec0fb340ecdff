/** The trail as one line: whose figure, its formula in words with its numbers, rules, and where the inputs stand. */
import { safeMinor } from '../../core/money.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';
import { amountFormula } from './amount-formula.ts';
import { type TrailContext, nameOfRow } from './context.ts';
import type { Derivation, SumSubject } from './derivation.ts';
import { type Formula, showAmount } from './formula.ts';
import { type Place, amountPlaces, distinctPlaces, unitPlaces } from './places.ts';
import { amountRules, outcomeRules, sumRules, unitRules } from './rules.ts';
import { unitFormula } from './unit-formula.ts';

export interface TrailLine extends Formula {
  readonly whose: string;
  readonly name: string;
  readonly rules: readonly string[];
  readonly places: readonly Place[];
}

export function trailLine(derivation: Derivation, context: TrailContext): TrailLine {
  switch (derivation.kind) {
    case 'row':
      return rowLine(derivation.subject, derivation.explanation, context);
    case 'unpriced': {
      const { subject, reason } = derivation;
      return {
        whose: nameOfRow(context, subject.row),
        name: trailText.unpricedName,
        steps: [],
        result: reason.unpriced,
        rules: [],
        places: [reason.subscription],
      };
    }
    case 'sum':
      return sumLine(derivation, context);
    case 'count':
      return countLine(derivation, context);
  }
}

type RowSubject = Extract<Derivation, { kind: 'row' }>['subject'];

function rowLine(subject: RowSubject, explanation: Explanation, context: TrailContext): TrailLine {
  const whose = nameOfRow(context, subject.row);
  switch (subject.kind) {
    case 'amount':
      return {
        whose,
        name: trailText.amounts[subject.amount],
        ...amountFormula(explanation, subject.amount, context),
        rules: amountRules(explanation, subject.amount),
        places: amountPlaces(explanation, subject.amount),
      };
    case 'unit':
      return {
        whose,
        name: trailText.units[subject.unit],
        ...unitFormula(explanation, subject.unit, context),
        rules: unitRules(explanation, subject.unit),
        places: unitPlaces(explanation, subject.unit),
      };
    case 'at-stake':
      return {
        whose,
        name: trailText.atStake,
        steps: subject.steps,
        result: subject.result,
        rules: outcomeRules(explanation),
        places: distinctPlaces([explanation.subscription]),
      };
    case 'outcome':
      return {
        whose,
        name: trailText.outcomeName,
        steps: [],
        result: trailText.outcomes[explanation.outcome],
        rules: outcomeRules(explanation),
        places: distinctPlaces([explanation.subscription]),
      };
  }
}

function sumLine(
  { subject, contributions, costs }: Extract<Derivation, { kind: 'sum' }>,
  context: TrailContext,
): TrailLine {
  const { format } = context;
  const { currency, amount } = subject;
  const total = contributions.amounts.reduce((sum, one) => safeMinor(sum + one), 0);
  const over = trailText.formula.sum(format.count(contributions.rows.length));
  const cost = (minor: number): string => format.amount(minor, currency);
  const difference = costs && [trailText.formula.extra, trailText.formula.minus(cost(costs.est), cost(costs.current))];
  return {
    whose: whoseSum(subject, contributions.rows[0], context),
    name: trailText.amounts[amount],
    steps: difference ?? [over],
    result: showAmount(amount, total, currency, context),
    more: difference && over,
    rules: sumRules(amount),
    places: [],
  };
}

/** Which subscriptions count, and how many by which rule. */
function countLine(
  { subject, contributions, byRule }: Extract<Derivation, { kind: 'count' }>,
  { format }: TrailContext,
): TrailLine {
  const { name, says } = trailText.counts[subject.count];
  const terms = byRule.map(({ rule, count }) => trailText.formula.byRule(format.count(count), rule));
  return {
    whose: trailText.whole.total(subject.currency),
    name,
    steps: [says, ...(terms.length === 0 ? [] : [trailText.formula.plus(terms)])],
    result: format.count(contributions.rows.length),
    rules: byRule.map(({ rule }) => rule),
    places: [],
  };
}

function whoseSum(subject: SumSubject, firstRow: number | undefined, context: TrailContext): string {
  switch (subject.kind) {
    case 'total':
      return trailText.whole.total(subject.currency);
    case 'month':
      return trailText.whole.month(context.format.month(subject.month), subject.currency);
    case 'customer':
      return customerOf(firstRow, context) || subject.customerId;
  }
}

function customerOf(row: number | undefined, { portfolio }: TrailContext): string {
  const names = portfolio.columns.get('customerName');
  return row === undefined || names?.kind !== 'text' ? '' : (names.values[names.codes[row] ?? 0] ?? '');
}
