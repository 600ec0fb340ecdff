/** The rule book's values as lines of a form: what the book says, what the scenario says, and why. */
import { parseDay } from '../../core/days.ts';
import { ZERO, fraction, multiply, parseExact, toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { RulePack } from '../../core/rules/rule-pack.ts';
import { historyWith } from '../../core/rules/rule-pack.ts';
import {
  type DatedValue,
  RULE_VALUES,
  type RuleKey,
  type RuleValue,
  isSameValue,
  latestValue,
  scenarioValue,
  withRuleValues,
} from '../../core/rules/values.ts';
import { type RuleId, ruleOf } from '../../core/rules/rule-book.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { AssumptionNote } from '../../core/scenario/notes.ts';
import type { Scenario } from '../../core/scenario/scenario.ts';
import { ruleBookText } from '../../core/text/en/rule-book.ts';
import { ruleValueText } from '../../core/text/en/rule-values.ts';
import { type EstKey, readInput } from '../assumptions/est-fields.ts';

const text = ruleBookText.values;

export interface RuleLine {
  readonly key: RuleKey;
  readonly name: string;
  readonly rule: RuleId;
  readonly statement: string;
  readonly kind: RuleValue['kind'];
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** As the control holds it: a percentage, an ISO date or a choice. */
  readonly input: string;
  readonly differs: boolean;
  /** What the book says last, in words. */
  readonly book: string;
  readonly since: string;
  readonly source: string;
  readonly confidence: string;
  readonly reason: string;
  /** Every dated value, the latest first, where there is more than one. */
  readonly history: readonly string[];
}

/** All lines, in the book's order. */
export function ruleLines(scenario: Scenario, packs: readonly RulePack[], format: Format): readonly RuleLine[] {
  return RULE_VALUES.map((one) => lineOf(one, scenario, packs, format));
}

function lineOf(one: RuleValue, scenario: Scenario, packs: readonly RulePack[], format: Format): RuleLine {
  const { key, rule, kind, choices, path } = one;
  const value = scenarioValue(scenario, key);
  const latest = latestValue(one);
  const history = historyWith(key, packs);
  return {
    ...{ key, rule, kind },
    name: ruleValueText.names[key],
    statement: ruleOf(rule)?.statement ?? '',
    choices: choices.map((choice) => ({ value: choice, text: wordsOf(one, choice, format) })),
    input: kind === 'share' ? percentOf(value) : value,
    differs: !isSameValue(one, value, latest.value),
    book: wordsOf(one, latest.value, format),
    since: sinceText(latest, format),
    source: latest.source,
    confidence: text.confidence[latest.confidence],
    reason: scenario.meta.get(path)?.reason ?? '',
    history: history.length < 2 ? [] : history.toReversed().map((entry) => entryText(one, entry, format)),
  };
}

function sinceText({ from }: DatedValue, format: Format): string {
  const day = from === undefined ? undefined : parseDay(from);
  return day === undefined ? text.undated : text.since(format.day(day));
}

function entryText(one: RuleValue, entry: DatedValue, format: Format): string {
  const confidence = text.confidence[entry.confidence];
  return text.entry(wordsOf(one, entry.value, format), sinceText(entry, format), entry.source, confidence);
}

function percentOf(share: string): string {
  return toDecimal(multiply(parseExact(share) ?? ZERO, fraction(100)), 0, 10);
}

/** A value in words: `3 %`, `4 May 2026`, `refunded`. */
function wordsOf({ kind }: RuleValue, value: string, format: Format): string {
  if (kind === 'share') return `${format.decimal(percentOf(value))} ${text.percent}`;
  if (kind === 'day') return format.day(parseDay(value) ?? 0);
  const words: Readonly<Record<string, string>> = ruleValueText.choices;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

/** What a typed text changes, or in words what is allowed. */
export function readRule(
  key: RuleKey,
  typed: string,
  scenario: Scenario,
  format: Format,
): Result<Partial<Scenario>, string> {
  if (key === 'refundDayCount' || key === 'promotionAtRenewal')
    return ok(withRuleValues(scenario, new Map([[key, typed]])));
  const read = readInput(key satisfies EstKey, typed, scenario.est, format);
  return read.ok ? ok({ est: { ...scenario.est, ...read.value } }) : err(read.error);
}

/** The change that takes a value back to what the book says; its reason goes with it. */
export function resetRule(key: RuleKey, scenario: Scenario): Partial<Scenario> {
  const one = RULE_VALUES.find((value) => value.key === key);
  if (!one) return {};
  const meta = new Map([...scenario.meta].filter(([path]) => path !== one.path));
  return { ...withRuleValues(scenario, new Map([[key, latestValue(one).value]])), meta };
}

/** The change that notes why a value is what it is; an empty reason takes it away. */
export function withReason(
  key: RuleKey,
  reason: string,
  scenario: Scenario,
  by: Pick<AssumptionNote, 'owner' | 'on'>,
): Partial<Scenario> {
  const path = RULE_VALUES.find((value) => value.key === key)?.path ?? key;
  const { reason: _, ...kept } = scenario.meta.get(path) ?? {};
  const noted: AssumptionNote = reason === '' ? kept : { ...kept, ...by, reason };
  const meta = new Map(scenario.meta);
  if (reason === '' && kept.low === undefined && kept.high === undefined) meta.delete(path);
  else meta.set(path, noted);
  return { meta };
}
