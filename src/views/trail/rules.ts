/** The rules that a figure goes by, most telling first. */
import type { Amount } from '../../sim/types.ts';
import type { UnitFigure } from '../../state/trail.svelte.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';

const EST_RULES = {
  list: ['R-009', 'R-008'],
  monthly: ['R-005', 'R-007'],
  noMonthly: ['R-006', 'R-007', 'D-01'],
  assumed: ['R-006', 'D-01'],
} as const;

/** The rule of the outcome; in EST also what keeps it there. */
export function outcomeRules({ rule, outcome }: Explanation): readonly string[] {
  return distinct([rule, ...(outcome === 'est-drift' || outcome === 'lapses' ? ['R-004'] : [])]);
}

/** The rules of an amount. */
export function amountRules(explanation: Explanation, amount: Amount): readonly string[] {
  const { rule, est, cycles } = explanation;
  if (cycles.length === 0) return outcomeRules(explanation);
  switch (amount) {
    case 'est':
      return distinct([...EST_RULES[est.source].slice(0, 1), 'R-011', rule]);
    case 'extra':
      return distinct([...EST_RULES[est.source].slice(0, 1), 'R-026', rule]);
    case 'estUplift':
      return distinct([...EST_RULES[est.source], rule]);
    case 'current':
      return distinct(currentRules(explanation));
    default:
      return sumRules(amount);
  }
}

/** The rules of a unit figure. */
export function unitRules(explanation: Explanation, unit: UnitFigure): readonly string[] {
  switch (unit) {
    case 'estUnit':
    case 'cliffEstUplift':
      return EST_RULES[explanation.est.source];
    case 'currentUnit':
      return currentRules(explanation);
    case 'renewUnit':
      return sumRules('renew');
    case 'cliffPromotion':
      return sumRules('promotion');
    case 'cliffListMove':
      return sumRules('listMove');
    case 'cliffCommitment':
      return sumRules('commitment');
    case 'cliffCurrency':
      return sumRules('currencyMove');
  }
}

/** The rules of a sum over subscriptions, which share no outcome. */
export function sumRules(amount: Amount): readonly string[] {
  switch (amount) {
    case 'est':
      return ['R-005', 'R-006', 'R-009', 'R-011'];
    case 'extra':
    case 'estUplift':
      return ['R-026', 'R-005', 'R-006', 'R-009'];
    case 'current':
      return ['R-051', 'R-071'];
    case 'renew':
      return ['R-052', 'R-074'];
    case 'promotion':
      return ['R-025', 'R-071'];
    case 'listMove':
      return ['R-041', 'R-046', 'R-051'];
    case 'commitment':
      return ['R-042'];
    case 'currencyMove':
      return ['R-062'];
    case 'passed':
    case 'delayed':
    case 'absorbed':
      return ['R-028', 'R-050'];
    case 'margin':
      return ['R-050'];
  }
}

/** All rules behind a subscription's figures. */
export function allRules(explanation: Explanation): readonly string[] {
  const { est } = explanation;
  const always = ['R-011', 'R-026', 'R-041', 'R-046', 'R-050', 'R-028'];
  return distinct([...outcomeRules(explanation), ...currentRules(explanation), ...EST_RULES[est.source], ...always]);
}

function currentRules({ current }: Explanation): readonly string[] {
  if (current.billed) return ['R-102', ...(current.billed.byTerm ? ['R-108'] : [])];
  return current.percent === '0' ? ['R-051', 'R-041'] : ['R-051', 'R-071', 'R-041'];
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
