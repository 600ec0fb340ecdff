/** Scenario files to scenarios: whatever is left out takes its default, whatever is unknown is an error that names it. */
import { type Result, err, ok } from '../result.ts';
import {
  type Decoder,
  type ScenarioProblem,
  asChoice,
  asDay,
  asDays,
  asDecimal,
  asFlag,
  asList,
  asMap,
  asNullOr,
  asObject,
  asText,
  fail,
} from './decoders.ts';
import { NO_OVERRIDES } from '../overrides/override.ts';
import { asAzure } from './read-azure.ts';
import { asCellOverride, overridesOf } from './read-overrides.ts';
import { asFx, asMeta, asRenewTo, asRules } from './read-more.ts';
import { asUncertainty } from './read-uncertainty.ts';
import { required } from './required.ts';
import { DEFAULT_EST, DEFAULT_FX, DEFAULT_MARGIN, DEFAULT_RULES, DEFAULT_SCENARIO } from './defaults.ts';
import type { Clause, Decision, MarginRule, PriceChange, Scenario, TwinDecision } from './scenario.ts';

export const SCENARIO_SCHEMA = 'termwise/scenario@1';

/** A scenario file: it says all that the scenario says, and what the scenario that it comes from is called. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  readonly parent: string | undefined;
}

/** The scenario in a JSON text, or everything that is wrong with it. */
export function readScenario(text: string): Result<Scenario, readonly ScenarioProblem[]> {
  const read = readScenarioFile(text);
  return read.ok ? ok(read.value.scenario) : read;
}

/** As `readScenario`, with the name of the scenario's parent. */
export function readScenarioFile(text: string): Result<ScenarioFile, readonly ScenarioProblem[]> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return err([
      { code: 'scenario-not-json', params: { path: '(file)', reason: error instanceof Error ? error.message : '' } },
    ]);
  }
  return decodeScenario(value);
}

/** The scenario in a parsed JSON document, or everything that is wrong with it. */
function decodeScenario(value: unknown): Result<ScenarioFile, readonly ScenarioProblem[]> {
  const problems: ScenarioProblem[] = [];
  const read = asScenario(value, '', problems);
  if (read && read.schema === undefined && problems.length === 0)
    fail(problems, 'scenario-not-choice', 'schema', { choices: SCENARIO_SCHEMA });
  if (!read || problems.length > 0) return err(problems);
  const { name, est, priceChanges, decisions, margin, clauses, overrides, rules, fx, uncertainty, azure, meta } = read;
  const scenario = {
    name: name ?? DEFAULT_SCENARIO.name,
    est: { ...DEFAULT_EST, ...est },
    priceChanges: priceChanges ?? [],
    decisions: decisions ?? [],
    margin: { ...DEFAULT_MARGIN, ...margin },
    clauses: clauses ?? new Map<string, Clause>(),
    overrides: overrides ? overridesOf(overrides) : NO_OVERRIDES,
    rules: { ...DEFAULT_RULES, ...rules },
    fx: { ...DEFAULT_FX, ...fx },
    uncertainty,
    azure: { ...DEFAULT_SCENARIO.azure, ...azure },
    meta: meta ?? DEFAULT_SCENARIO.meta,
  };
  return ok({ scenario, parent: read.parent });
}

export const asTwin = required<TwinDecision>(
  asObject({ productId: asText, skuId: asText, segment: asText, isEst: asFlag }),
  ['productId', 'skuId', 'segment', 'isEst'],
);

export const asEst = asObject({
  upliftMonthly: asDecimal,
  upliftNoMonthly: asDecimal,
  noMonthlyBase: asChoice('annual', 'annualBilledMonthly'),
  listRows: asChoice('use', 'ignore'),
  bridgeDays: asNullOr(asDays),
  eligibleStartFrom: asDay,
  eligibleEndFrom: asDay,
  twins: asList(asTwin),
});

export const asPriceChange = required<PriceChange>(
  asObject({
    match: asObject({
      ...{ productId: asText, skuId: asText, segment: asText, market: asText, text: asText },
      ...{ currency: asText, termDuration: asText, billingPlan: asText, customerId: asText },
    }),
    from: asDay,
    kind: asChoice('percent', 'absolute', 'set'),
    value: asDecimal,
    columns: asChoice('cost', 'erp', 'both'),
  }),
  ['from', 'kind', 'value'],
  { match: {}, columns: 'both' },
);

export const asDecision = required<Decision>(
  asObject({
    match: asObject({ subscriptionId: asText, customerId: asText, productId: asText, skuId: asText, segment: asText }),
    outcome: asChoice('renews', 'cancels', 'est'),
    bridgeDays: asDays,
    renewTo: asRenewTo,
    author: asText,
    at: asText,
    reason: asText,
  }),
  ['outcome'],
  { match: {} },
);

type FixedRule = Extract<MarginRule, { kind: 'fixed' }>;
type PercentRule = Exclude<MarginRule, FixedRule>;

const asFixedRule = required<FixedRule>(asObject({ kind: asChoice('fixed'), price: asDecimal }), ['kind', 'price']);
const asPercentRule = required<PercentRule>(
  asObject({ kind: asChoice('markup', 'erp-discount', 'margin'), percent: asDecimal }),
  ['kind', 'percent'],
);

export const asMarginRule: Decoder<MarginRule> = (value, path, problems) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  return kind === 'fixed' ? asFixedRule(value, path, problems) : asPercentRule(value, path, problems);
};

export const asMargin = asObject({
  business: asMarginRule,
  customers: asMap(asMarginRule),
  subscriptions: asMap(asMarginRule),
  clamp: asFlag,
});

export const asClause = required<Clause>(
  asObject({
    passThrough: asFlag,
    capPercent: asDecimal,
    noticeDays: asDays,
    priceLockUntil: asDay,
    noticeGiven: asDay,
  }),
  ['passThrough'],
);

const asScenario = asObject({
  schema: asChoice(SCENARIO_SCHEMA),
  name: asText,
  parent: asText,
  est: asEst,
  priceChanges: asList(asPriceChange),
  decisions: asList(asDecision),
  margin: asMargin,
  clauses: asMap(asClause),
  overrides: asList(asCellOverride),
  rules: asRules,
  fx: asFx,
  uncertainty: asUncertainty,
  azure: asAzure,
  meta: asMeta,
});
