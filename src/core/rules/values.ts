/**
 * The values that the engine goes by and a scenario can override, each with its history: what the rule book said since when,
 * where that is known from, and how sure it is. Values are texts, as in scenario files.
 */
import { type Day, dayToText, parseDay } from '../days.ts';
import { compare, equals, fraction, parseExact, ZERO } from '../exact.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { RuleSettings, Scenario } from '../scenario/scenario.ts';
import type { EstAssumptions } from '../scenario/scenario.ts';
import type { Confidence, RuleId } from './rule-book.ts';

/** What a value was, or is said to be, from a day on. */
export interface DatedValue {
  readonly value: string;
  /** First day on which the book says so, `YYYY-MM-DD`, UTC; absent where no source dates it: then it always did. */
  readonly from?: string;
  readonly source: string;
  readonly confidence: Confidence;
}

export type RuleKey = Exclude<keyof EstAssumptions, 'twins' | 'bridgeDays'> | keyof RuleSettings;

export interface RuleValue {
  readonly key: RuleKey;
  /** Where it stands in a scenario file; the name of its card. */
  readonly path: AssumptionPath;
  readonly rule: RuleId;
  readonly kind: 'share' | 'day' | 'choice';
  /** The words of a choice. */
  readonly choices: readonly string[];
  /** By day, undated first. */
  readonly history: readonly DatedValue[];
}

const EST_PAGE = 'Microsoft Learn, Extended service terms';
const PRICE_LIST = 'Microsoft, licence price list US, November 2025';
const ANNOUNCED = 'Microsoft Learn, February 2026 announcements, as cited by a partner';

const share = (key: RuleKey, rule: RuleId, history: readonly DatedValue[]): RuleValue => ({
  ...{ key, rule, history, kind: 'share', choices: [] },
  path: `est.${key}`,
});
const day = (key: RuleKey, rule: RuleId, history: readonly DatedValue[]): RuleValue => ({
  ...{ key, rule, history, kind: 'day', choices: [] },
  path: `est.${key}`,
});
const choice = (
  path: AssumptionPath,
  rule: RuleId,
  choices: readonly string[],
  history: readonly DatedValue[],
): RuleValue => ({
  ...{ path, rule, history, kind: 'choice', choices },
  key: path.slice(path.indexOf('.') + 1) as RuleKey,
});

/** Every value, in the order in which people read them. */
export const RULE_VALUES: readonly RuleValue[] = [
  share('upliftMonthly', 'R-005', [{ value: '0.03', from: '2025-11-01', source: `${PRICE_LIST}; ${EST_PAGE}`, confidence: 'high' }]),
  share('upliftNoMonthly', 'R-006', [{ value: '0.23', source: `${EST_PAGE}; Licensing School`, confidence: 'high' }]),
  choice('est.noMonthlyBase', 'D-01', ['annual', 'annualBilledMonthly'], [{ value: 'annual', source: 'No source publishes the base; 20 % monthly premium and 3 % make 23 % of a twelfth of the annual price', confidence: 'low' }]),
  choice('est.listRows', 'R-009', ['use', 'ignore'], [{ value: 'use', from: '2025-11-01', source: PRICE_LIST, confidence: 'high' }]),
  day('eligibleStartFrom', 'R-004', [{ value: '2025-04-01', source: 'CloudBlue; Cloudfactory; SoftwareOne', confidence: 'medium' }]),
  day('eligibleEndFrom', 'R-004', [
    { value: '2026-04-01', from: '2025-10-14', source: `${ANNOUNCED}: enforcement was planned for this day`, confidence: 'medium' },
    { value: '2026-05-04', from: '2026-02-05', source: `${ANNOUNCED}; ${EST_PAGE}; all partners`, confidence: 'medium' },
  ]),
  choice('rules.refundDayCount', 'D-07', ['cancel-day-refunded', 'cancel-day-charged'], [{ value: 'cancel-day-refunded', source: 'Microsoft Learn, New commerce cancellation policy, for licences; nothing is published for EST', confidence: 'low' }]),
  choice('rules.promotionAtRenewal', 'R-074', ['in-window', 'kept', 'lost'], [{ value: 'in-window', source: 'Microsoft Learn, New commerce promotions', confidence: 'high' }]),
]; // prettier-ignore

export function isRuleKey(key: string): key is RuleKey {
  return RULE_VALUES.some((one) => one.key === key);
}

/** What the book says of a value on a day: the last entry that had begun, else the first. */
export function valueOn({ history }: Pick<RuleValue, 'history'>, on: Day): DatedValue {
  const begun = history.filter(({ from }) => from === undefined || (parseDay(from) ?? on + 1) <= on);
  const found = begun.at(-1) ?? history[0];
  if (!found) throw new Error('INTERNAL: a rule value without a history');
  return found;
}

/** What the book says last. */
export function latestValue({ history }: Pick<RuleValue, 'history'>): DatedValue {
  const last = history.at(-1);
  if (!last) throw new Error('INTERNAL: a rule value without a history');
  return last;
}

/** The value of a scenario as its file has it. */
export function scenarioValue({ est, rules }: Pick<Scenario, 'est' | 'rules'>, key: RuleKey): string {
  switch (key) {
    case 'refundDayCount':
    case 'promotionAtRenewal':
      return rules[key];
    case 'eligibleStartFrom':
    case 'eligibleEndFrom':
      return dayToText(est[key]);
    default:
      return est[key];
  }
}

/** Whether two texts are the same value: `0.030` is `0.03`. */
export function isSameValue({ kind }: Pick<RuleValue, 'kind'>, one: string, other: string): boolean {
  if (one === other || kind !== 'share') return one === other;
  const [a, b] = [parseExact(one), parseExact(other)];
  return a !== undefined && b !== undefined && equals(a, b);
}

/** Whether a text can stand for a value: a share from 0 to 1, a day, or one of the words. */
export function isRuleValue({ kind, choices }: Pick<RuleValue, 'kind' | 'choices'>, text: string): boolean {
  if (kind === 'choice') return choices.includes(text);
  if (kind === 'day') return parseDay(text) !== undefined;
  const value = parseExact(text);
  return value !== undefined && compare(value, ZERO) >= 0 && compare(value, fraction(1)) <= 0;
}

/** The parts of a scenario with some values changed; texts that are no value are left out. */
export function withRuleValues(
  scenario: Pick<Scenario, 'est' | 'rules'>,
  values: ReadonlyMap<RuleKey, string>,
): Pick<Scenario, 'est' | 'rules'> {
  let { est, rules } = scenario;
  for (const one of RULE_VALUES) {
    const text = values.get(one.key);
    if (text === undefined || !isRuleValue(one, text)) continue;
    const value = one.kind === 'day' ? parseDay(text) : text;
    if (one.path.startsWith('rules.')) rules = { ...rules, [one.key]: value };
    else est = { ...est, [one.key]: value };
  }
  return { est, rules };
}
