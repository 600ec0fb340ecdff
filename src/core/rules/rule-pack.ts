/** Rules that a user adds as data, `termwise/rules@1`: a name, and values with their day, source and confidence. */
import { type Result, err, ok } from '../result.ts';
import {
  type Decoder,
  type ScenarioProblem,
  asChoice,
  asDay,
  asList,
  asObject,
  asText,
  fail,
} from '../scenario/decoders.ts';
import { required } from '../scenario/required.ts';
import { dayToText } from '../days.ts';
import type { Confidence } from './rule-book.ts';
import { type DatedValue, RULE_VALUES, type RuleKey, isRuleValue } from './values.ts';

export const RULES_SCHEMA = 'termwise/rules@1';

export interface PackValue extends DatedValue {
  readonly key: RuleKey;
}

export interface RulePack {
  readonly name: string;
  readonly values: readonly PackValue[];
}

const KEYS = RULE_VALUES.map(({ key }) => key);

interface RawValue {
  readonly key: RuleKey;
  readonly value: string;
  readonly from?: number;
  readonly source: string;
  readonly confidence: Confidence;
}

const asRawValue = required<RawValue>(
  asObject({
    key: asChoice(...KEYS),
    value: asText,
    from: asDay,
    source: asText,
    confidence: asChoice('high', 'medium', 'low'),
  }),
  ['key', 'value', 'source'],
  { confidence: 'low' },
);

const asPackValue: Decoder<PackValue> = (value, path, problems) => {
  const read = asRawValue(value, path, problems);
  if (!read) return undefined;
  const known = RULE_VALUES.find(({ key }) => key === read.key);
  if (!known || !isRuleValue(known, read.value)) {
    const choices = known?.choices.join(', ') ?? '';
    fail(problems, WRONG[known?.kind ?? 'choice'], `${path}.value`, { choices });
    return undefined;
  }
  const { from, ...rest } = read;
  return { ...rest, ...(from === undefined ? {} : { from: dayToText(from) }) };
};

const WRONG = { share: 'rules-not-share', day: 'scenario-not-date', choice: 'scenario-not-choice' } as const;

const asPack = required<{ schema: string; name: string; values: readonly PackValue[] }>(
  asObject({ schema: asChoice(RULES_SCHEMA), name: asText, values: asList(asPackValue) }),
  ['schema', 'name', 'values'],
);

/** The rules in a JSON text, or everything that is wrong with it. */
export function readRulePack(text: string): Result<RulePack, readonly ScenarioProblem[]> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return err([{ code: 'scenario-not-json', params: { path: '(file)', reason } }]);
  }
  return decodeRulePack(value);
}

/** The rules in a parsed JSON document. */
export function decodeRulePack(value: unknown): Result<RulePack, readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  const read = asPack(value, '', problems);
  if (!read || problems.length > 0) return err(problems);
  return ok({ name: read.name, values: read.values });
}

/** The document of some rules; `decodeRulePack` gives them back. */
export function rulePackDocument({ name, values }: RulePack): object {
  return { schema: RULES_SCHEMA, name, values };
}

/** What some rules say last of each value that they name. */
export function packValues({ values }: RulePack): ReadonlyMap<RuleKey, string> {
  return new Map([...values].sort(byDay).map(({ key, value }) => [key, value]));
}

/** The history of a value: what the book says, with what added rules say, by day. */
export function historyWith(key: RuleKey, packs: readonly RulePack[]): readonly DatedValue[] {
  const own = RULE_VALUES.find((one) => one.key === key)?.history ?? [];
  const added = packs.flatMap(({ values }) => values.filter((one) => one.key === key));
  return [...own, ...added].sort(byDay);
}

function byDay({ from: one = '' }: DatedValue, { from: other = '' }: DatedValue): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
