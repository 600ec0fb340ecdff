/** Every value of a scenario as a list for people, each with its rule and whether it differs from the default. */
import { dayToText } from '../core/days.ts';
import type {
  Clause,
  DecidedOutcome,
  Decision,
  EstAssumptions,
  MarginRule,
  PriceChange,
  Scenario,
} from '../core/scenario/scenario.ts';
import { reportText } from '../core/text/en/report.ts';

const text = reportText.assumptions;

export interface Assumption {
  readonly topic: string;
  readonly item: string;
  readonly value: string;
  /** What the value is when nobody says otherwise; undefined where entries have no default. */
  readonly defaultValue: string | undefined;
  readonly differs: boolean;
  /** Rule id (`R-…`, `D-…`), empty where no rule speaks of it. */
  readonly rule: string;
}

/** All assumptions of `scenario`; `defaults` is the scenario of an empty file. */
export function assumptionsOf(scenario: Scenario, defaults: Scenario): readonly Assumption[] {
  return [
    ...estAssumptions(scenario.est, defaults.est),
    ...scenario.est.twins.map((twin) =>
      entry(text.topics.est, text.twin(twin.productId, twin.skuId, twin.segment), text.twinValue(twin.isEst), 'R-008'),
    ),
    ...scenario.priceChanges.map((change, index) =>
      entry(text.topics.prices, text.priceChange(index + 1), priceChangeText(change), 'R-041'),
    ),
    ...scenario.decisions.map((decision) =>
      entry(text.topics.decisions, matchText(decision.match), decisionText(decision), DECISION_RULES[decision.outcome]),
    ),
    ...marginAssumptions(scenario, defaults),
    ...[...scenario.clauses].map(([customerId, clause]) =>
      entry(text.topics.clauses, customerId, clauseText(clause), 'R-028'),
    ),
  ];
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

function estAssumptions(est: EstAssumptions, defaults: EstAssumptions): readonly Assumption[] {
  return EST_SETTINGS.map((key) =>
    setting(text.topics.est, text.est[key], estValue(est, key), estValue(defaults, key), EST_RULES[key]),
  );
}

function estValue(est: EstAssumptions, key: EstSetting): string {
  switch (key) {
    case 'bridgeDays':
      return est.bridgeDays === null ? text.noBridge : text.days(est.bridgeDays);
    case 'eligibleStartFrom':
    case 'eligibleEndFrom':
      return dayToText(est[key]);
    case 'noMonthlyBase':
      return text.noMonthlyBase[est.noMonthlyBase];
    case 'listRows':
      return text.listRows[est.listRows];
    default:
      return est[key];
  }
}

function marginAssumptions(scenario: Scenario, defaults: Scenario): readonly Assumption[] {
  const { business, customers, subscriptions, clamp } = scenario.margin;
  const topic = text.topics.margin;
  return [
    setting(topic, text.business, marginText(business), marginText(defaults.margin.business), 'R-050'),
    setting(topic, text.clamp, text.yesNo(clamp), text.yesNo(defaults.margin.clamp), 'R-050'),
    ...[...customers].map(([id, rule]) => entry(topic, text.customer(id), marginText(rule), 'R-050')),
    ...[...subscriptions].map(([id, rule]) => entry(topic, text.subscription(id), marginText(rule), 'R-050')),
  ];
}

function marginText(rule: MarginRule): string {
  return rule.kind === 'fixed' ? text.fixedPrice(rule.price) : text.marginRule[rule.kind](rule.percent);
}

function priceChangeText(change: PriceChange): string {
  const from = dayToText(change.from);
  return text.priceChangeValue(change.kind, change.value, change.columns, from, matchText(change.match));
}

function matchText(match: PriceChange['match'] | Decision['match']): string {
  const parts = Object.entries(match);
  return parts.length === 0 ? text.everything : parts.map(([key, value]) => `${key} ${value}`).join(', ');
}

function decisionText(decision: Decision): string {
  return text.decisionValue(decision.outcome, decision.bridgeDays);
}

function clauseText(clause: Clause): string {
  if (!clause.passThrough) return text.noPassThrough;
  return [
    text.passThrough,
    ...(clause.capPercent === undefined ? [] : [text.cap(clause.capPercent)]),
    ...(clause.noticeDays === undefined ? [] : [text.notice(clause.noticeDays)]),
    ...(clause.noticeGiven === undefined ? [] : [text.noticeGiven(dayToText(clause.noticeGiven))]),
    ...(clause.priceLockUntil === undefined ? [] : [text.priceLock(dayToText(clause.priceLockUntil))]),
  ].join(', ');
}
