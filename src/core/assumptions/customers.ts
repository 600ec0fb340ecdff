/** Handles of margin rules on their three levels, and of clauses. */
import type { Clause, MarginRule, MarginRules, Scenario } from '../scenario/scenario.ts';
import type { Assumed, Assumption, ClauseKey, MarginLevel } from './assumption.ts';
import { MAX_NOTICE_DAYS } from './limits.ts';
import { dateOf, daysOf, moneyOf, percentOf } from './make.ts';

/** A margin of 100 % of the price has no price. */
const PERCENT_LIMITS = {
  markup: { min: '-100', max: '1000' },
  'erp-discount': { min: '-100', max: '100' },
  margin: { min: '-100', max: '99.9999' },
} as const;

export function marginAssumptions({ scenario: { margin } }: Assumed): readonly Assumption[] {
  return [
    ruleOf(margin.business, 'margin.business', { level: 'business', id: '' }, (rules, business) => ({
      ...rules,
      business,
    })),
    ...exceptionsOf(margin.customers, 'customers', 'customer'),
    ...exceptionsOf(margin.subscriptions, 'subscriptions', 'subscription'),
  ];
}

function exceptionsOf(
  rules: ReadonlyMap<string, MarginRule>,
  key: 'customers' | 'subscriptions',
  level: MarginLevel,
): readonly Assumption[] {
  return [...rules].map(([id, rule]) =>
    ruleOf(rule, `margin.${key}[${JSON.stringify(id)}]`, { level, id }, (all, next) => ({
      ...all,
      [key]: new Map(all[key]).set(id, next),
    })),
  );
}

function ruleOf(
  rule: MarginRule,
  path: string,
  where: { readonly level: MarginLevel; readonly id: string },
  put: (rules: MarginRules, rule: MarginRule) => MarginRules,
): Assumption {
  const subject = { kind: 'margin' as const, ...where, rule };
  const set = (scenario: Scenario, next: MarginRule): Scenario => ({ ...scenario, margin: put(scenario.margin, next) });
  if (rule.kind === 'fixed') {
    return moneyOf({ path: `${path}.price`, subject }, rule.price, '0', (from, price) => set(from, { ...rule, price }));
  }
  const limits = PERCENT_LIMITS[rule.kind];
  return percentOf({ path: `${path}.percent`, subject }, rule.percent, limits, (from, percent) =>
    set(from, { ...rule, percent }),
  );
}

/** Of clauses that let nothing pass there is nothing to vary. */
export function clauseAssumptions({ scenario: { clauses } }: Assumed): readonly Assumption[] {
  return [...clauses].flatMap(([id, clause]) => (clause.passThrough ? clauseHandles(id, clause) : []));
}

function clauseHandles(customerId: string, clause: Clause): readonly Assumption[] {
  const named = (key: ClauseKey) => ({
    path: `clauses[${JSON.stringify(customerId)}].${key}`,
    subject: { kind: 'clause' as const, key, customerId },
  });
  const put =
    (key: ClauseKey) =>
    (scenario: Scenario, value: string | number): Scenario => {
      const before = scenario.clauses.get(customerId) ?? clause;
      return { ...scenario, clauses: new Map(scenario.clauses).set(customerId, { ...before, [key]: value }) };
    };
  const date = (key: 'priceLockUntil' | 'noticeGiven'): readonly Assumption[] => {
    const present = clause[key];
    return present === undefined ? [] : [dateOf(named(key), present, put(key))];
  };
  return [
    percentOf(named('capPercent'), clause.capPercent, { min: '0', max: '1000', whenOpen: '100' }, put('capPercent')),
    daysOf(named('noticeDays'), clause.noticeDays ?? 0, { max: MAX_NOTICE_DAYS, whenOpen: 0 }, put('noticeDays')),
    ...date('priceLockUntil'),
    ...date('noticeGiven'),
  ];
}
