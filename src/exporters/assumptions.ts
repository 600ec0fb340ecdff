/** Every value of a scenario as a list for people, each with its rule and whether it differs from the default. */
import type {
  Clause,
  DecidedOutcome,
  Decision,
  EstAssumptions,
  MarginRule,
  PriceChange,
  Scenario,
} from '../core/scenario/scenario.ts';
import { type Overrides, countOverrides } from '../core/overrides/override.ts';
import { type Assumption, type AssumptionWords, PLAIN_WORDS } from './assumption.ts';
import { fxAssumptions, renewToText, ruleAssumptions } from './rule-assumptions.ts';

export type { Assumption, AssumptionWords } from './assumption.ts';

/** All assumptions of `scenario`; `defaults` is the scenario of an empty file. English, ids and ISO days unless `words` says otherwise. */
export function assumptionsOf(scenario: Scenario, defaults: Scenario, words = PLAIN_WORDS): readonly Assumption[] {
  const { text } = words;
  return [
    ...estAssumptions(scenario.est, defaults.est, words),
    ...ruleAssumptions(scenario.rules, defaults.rules, words),
    ...scenario.est.twins.map((twin) =>
      entry(text.topics.est, text.twin(twin.productId, twin.skuId, twin.segment), text.twinValue(twin.isEst), 'R-008'),
    ),
    ...scenario.priceChanges.map((change, index) =>
      entry(text.topics.prices, text.priceChange(index + 1), priceChangeText(change, words), 'R-041'),
    ),
    ...fxAssumptions(scenario.fx, words),
    ...scenario.decisions.map((decision) =>
      entry(
        text.topics.decisions,
        matchText(decision.match, words),
        decisionText(decision, words),
        DECISION_RULES[decision.outcome],
      ),
    ),
    ...changedCells(scenario.overrides, words),
    ...marginAssumptions(scenario, defaults, words),
    ...[...scenario.clauses].map(([id, clause]) =>
      ofCustomer(id, words, (name) => entry(text.topics.clauses, name, clauseText(clause, words), 'R-028')),
    ),
  ];
}

/** More cells than this are counted by column rather than listed. */
const MOST_CELLS = 1000;

function changedCells(overrides: Overrides, { text }: AssumptionWords): readonly Assumption[] {
  if (countOverrides(overrides) <= MOST_CELLS) {
    return [...overrides].flatMap(([id, row]) =>
      [...row].map(([column, { value }]) =>
        entry(text.topics.changes, text.changedCell(column, id), value || text.emptied, ''),
      ),
    );
  }
  const counts = new Map<string, number>();
  for (const row of overrides.values())
    for (const column of row.keys()) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts].map(([column, count]) =>
    entry(text.topics.changes, text.changedColumn(column), text.changedCount(count), ''),
  );
}

const DECISION_RULES = { renews: 'R-016', cancels: 'R-017', est: 'R-018' } as const satisfies Record<
  DecidedOutcome,
  string
>;

function setting(topic: string, item: string, value: string, defaultValue: string, rule: string): Assumption {
  return { topic, item, value, defaultValue, differs: value !== defaultValue, rule };
}

/** An entry that somebody added: there is none by default. */
function entry(topic: string, item: string, value: string, rule: string): Assumption {
  return { topic, item, value, defaultValue: undefined, differs: true, rule };
}

/** An entry under the customer's name with the id beside it, or under the id alone. */
function ofCustomer(id: string, words: AssumptionWords, named: (name: string) => Assumption): Assumption {
  const name = words.customer(id);
  return name === undefined ? named(id) : { ...named(name), id };
}

const EST_RULES = {
  upliftMonthly: 'R-005',
  upliftNoMonthly: 'R-006',
  noMonthlyBase: 'D-01',
  listRows: 'R-008',
  bridgeDays: 'R-012',
  eligibleStartFrom: 'R-004',
  eligibleEndFrom: 'R-004',
} as const satisfies Partial<Record<keyof EstAssumptions, string>>;

type EstSetting = keyof typeof EST_RULES;
const EST_SETTINGS = Object.keys(EST_RULES) as readonly EstSetting[];

function estAssumptions(est: EstAssumptions, defaults: EstAssumptions, words: AssumptionWords): readonly Assumption[] {
  const { text } = words;
  return EST_SETTINGS.map((key) =>
    setting(text.topics.est, text.est[key], estValue(est, key, words), estValue(defaults, key, words), EST_RULES[key]),
  );
}

function estValue(est: EstAssumptions, key: EstSetting, { day, text }: AssumptionWords): string {
  switch (key) {
    case 'bridgeDays':
      return est.bridgeDays === null ? text.noBridge : text.days(est.bridgeDays);
    case 'eligibleStartFrom':
    case 'eligibleEndFrom':
      return day(est[key]);
    case 'noMonthlyBase':
      return text.noMonthlyBase[est.noMonthlyBase];
    case 'listRows':
      return text.listRows[est.listRows];
    default:
      return est[key];
  }
}

function marginAssumptions(scenario: Scenario, defaults: Scenario, words: AssumptionWords): readonly Assumption[] {
  const { business, customers, subscriptions, clamp } = scenario.margin;
  const { text } = words;
  const topic = text.topics.margin;
  return [
    setting(topic, text.business, marginText(business, words), marginText(defaults.margin.business, words), 'R-050'),
    setting(topic, text.clamp, text.yesNo(clamp), text.yesNo(defaults.margin.clamp), 'R-050'),
    ...[...customers].map(([id, rule]) =>
      ofCustomer(id, words, (name) => entry(topic, text.customer(name), marginText(rule, words), 'R-050')),
    ),
    ...[...subscriptions].map(([id, rule]) => entry(topic, text.subscription(id), marginText(rule, words), 'R-050')),
  ];
}

function marginText(rule: MarginRule, { text }: AssumptionWords): string {
  return rule.kind === 'fixed' ? text.fixedPrice(rule.price) : text.marginRule[rule.kind](withMinus(rule.percent));
}

/** A decimal with the real sign instead of a hyphen. */
function withMinus(decimal: string): string {
  return decimal.replace('-', '−');
}

function priceChangeText(change: PriceChange, words: AssumptionWords): string {
  const { kind, value, columns, from, match } = change;
  return words.text.priceChangeValue(kind, withMinus(value), columns, words.day(from), matchText(match, words));
}

function matchText(match: PriceChange['match'] | Decision['match'], { text }: AssumptionWords): string {
  const parts = Object.entries(match);
  return parts.length === 0 ? text.everything : parts.map(([key, value]) => `${key} ${value}`).join(', ');
}

function decisionText(decision: Decision, words: AssumptionWords): string {
  const { outcome, bridgeDays, reason } = decision;
  const to = renewToText(decision, words);
  const parts = [words.text.decisionValue(outcome, bridgeDays), to, reason ?? ''];
  return parts.filter((part) => part !== '').join(', ');
}

function clauseText(clause: Clause, { day, text }: AssumptionWords): string {
  if (!clause.passThrough) return text.noPassThrough;
  return [
    text.passThrough,
    ...(clause.capPercent === undefined ? [] : [text.cap(clause.capPercent)]),
    ...(clause.noticeDays === undefined ? [] : [text.notice(clause.noticeDays)]),
    ...(clause.noticeGiven === undefined ? [] : [text.noticeGiven(day(clause.noticeGiven))]),
    ...(clause.priceLockUntil === undefined ? [] : [text.priceLock(day(clause.priceLockUntil))]),
  ].join(', ');
}
